import Testing
import VotingMethods

@Suite("Quick counts of shares and burdens against their definitions")
struct EqualSharesTests {
  private let lot = TieBreak([.lot(seed: 5)])

  private func favour(_ count: Int) -> [Int] {
    let order = Lot(seed: 5, candidates: count).order
    return (0..<count).map { candidate in order.firstIndex(of: candidate) ?? count }
  }

  private func check(_ costs: [Int], _ budget: Int, _ votes: [[Int]]) throws {
    let projects = costs.enumerated().map {
      Project(Candidate(id: "p\($0)", name: "Project \($0)"), cost: $1)
    }
    var ballots = BudgetBallots(projects: projects, budget: budget)
    for vote in votes { try ballots.append(vote.map { .init($0) }) }
    for satisfaction in [EqualSharesBudget.Satisfaction.cost, .cardinality] {
      let definition = EqualSharesByTheBook(
        costs: costs, budget: budget, votes: votes, satisfaction: satisfaction,
        favour: favour(costs.count))
      for completion in [EqualSharesBudget.Completion.none, .addOne] {
        let method = EqualSharesBudget(
          satisfaction: satisfaction, completion: completion, tieBreak: lot)
        let outcome = try method.tally(ballots)
        let expected =
          completion == .none
          ? definition.round(share: Rational(budget, over: votes.count))
          : definition.addingUnits()
        #expect(outcome.winners == expected.funded, "\(method), \(costs), \(votes)")
        let prices = outcome.stages.map { $0.totals[$0.elected[0]] }
        #expect(prices == expected.prices, "\(method), \(costs), \(votes)")
      }
    }
  }

  @Test("Small budgets with round costs, where almost everything is tied")
  func ties() throws {
    for (place, election) in RandomElections(seed: 91, count: 1500).enumerated() {
      let costs = (0..<election.candidates).map { 6 * (1 + ($0 * 5 + place) % 3) }
      try check(costs, 24 + place % 13, election.ballots.map { Array($0.prefix(2).joined()) })
    }
  }

  @Test("Projects that cost nothing among them")
  func free() throws {
    for (place, election) in RandomElections(seed: 92, count: 300).enumerated() {
      let costs = (0..<election.candidates).map { 6 * (($0 + place) % 3) }
      try check(costs, 12 + place % 13, election.ballots.map { Array($0.prefix(2).joined()) })
    }
  }

  @Test("Costs without common factors, until fractions outgrow machine words")
  func large() throws {
    let numbers = [11, 27, 39, 53, 83].map { 1_000_000_000_000_000 - $0 }
    let costs = (0..<40).map { numbers[$0 % 5] / (1 + $0 % 9) }
    let votes = (0..<37).map { voter in
      (0..<40).filter { (voter * voter * 7 + $0 * $0 * 13 + voter * $0 * 5) % 11 < 3 + $0 % 3 }
    }
    let budget = 8_000_000_000_000_000
    let definition = EqualSharesByTheBook(
      costs: costs, budget: budget, votes: votes, satisfaction: .cardinality, favour: favour(40))
    let round = definition.round(share: Rational(budget, over: votes.count))
    #expect(round.prices.contains { "\($0)".prefix { $0 != "/" }.count > 19 })
    var ballots = BudgetBallots(
      projects: costs.enumerated().map { Project(Candidate(id: "\($0)", name: ""), cost: $1) },
      budget: budget)
    for vote in votes { try ballots.append(vote.map { .init($0) }) }
    let method = EqualSharesBudget(
      satisfaction: .cardinality, completion: .none, tieBreak: lot)
    let outcome = try method.tally(ballots)
    #expect(outcome.winners == round.funded)
    #expect(outcome.stages.map { $0.totals[$0.elected[0]] } == round.prices)
  }

  /// Amounts large enough that most of them are passed over, small enough to be counted all by the
  /// definition; the costs such that voters run out at many amounts.
  @Test("Amounts that are passed over come to what the definition counts one by one")
  func reach() throws {
    for (place, election) in RandomElections(seed: 94, count: 120).enumerated() {
      let costs = (0..<election.candidates).map { 300 + ($0 * 397 + place * 211) % 1_100 }
      try check(costs, 1_400 + place * 7, election.ballots.map { Array($0.prefix(3).joined()) })
    }
  }

  /// Eight projects and 217.5 million: one unit at a time, that is tens of millions of counts.
  @Test("The count takes no longer where money is counted in small coin")
  func coin() throws {
    let costs = [61, 48, 39, 33, 27, 18, 12, 9].map { $0 * 1_000_003 }
    let votes = (0..<31).map { voter in (0..<8).filter { (voter * 7 + $0 * 5 + voter * $0) % 9 < 3 }
    }
    let method = EqualSharesBudget(completion: .addOne, tieBreak: lot)
    func outcome(_ coins: Int) throws -> Outcome {
      var ballots = BudgetBallots(
        projects: costs.enumerated().map {
          Project(Candidate(id: "\($0)", name: ""), cost: $1 * coins)
        }, budget: 217_500_000 * coins)
      for vote in votes { try ballots.append(vote.map { .init($0) }) }
      return try method.tally(ballots)
    }
    let whole = try outcome(1)
    #expect(!whole.winners.isEmpty)
    #expect(try outcome(100).winners == whole.winners)
  }

  @Test("A share that pays for a project to the last unit")
  func edge() throws {
    try check([30, 30, 60], 100, [[0], [0], [0], [1], [1], [1], [2], [2], [2], [2]])
    try check([9, 9, 10], 30, [[0, 1], [0, 1], [0, 2]])
    try check([1, 1_000_000_000_000], 1_000_000_000_000, [[0, 1], [0, 1], [0, 1]])
  }

  @Test("Phragmén's burdens as defined, voter by voter")
  func phragmen() throws {
    for election in RandomElections(seed: 93, count: 1500) {
      let votes = election.ballots.map { Set($0.prefix(2).joined()) }
      var ballots = ApprovalBallots(
        candidates: Candidate.numbered((0..<election.candidates).map { "C\($0)" }))
      for vote in votes { try ballots.append(vote.sorted()) }
      let outcome = try SequentialPhragmen(seats: election.candidates, tieBreak: lot)
        .tally(ballots)
      var loads = votes.map { _ in Rational.zero }
      for (stage, winner) in zip(outcome.stages, outcome.winners) {
        for candidate in 0..<election.candidates where stage.totals[candidate] > .zero {
          let sharing = votes.indices.filter { votes[$0].contains(candidate) }
          let burden = sharing.reduce(Rational(1)) { $0 + loads[$1] }
          #expect(stage.totals[candidate] == burden / Rational(sharing.count))
          #expect(stage.totals[winner] <= stage.totals[candidate])
        }
        for voter in votes.indices where votes[voter].contains(winner) {
          loads[voter] = stage.totals[winner]
        }
      }
    }
  }

  @Test("Phragmén's burdens with costs as defined, until they outgrow 128 bits")
  func phragmenBudget() throws {
    let numbers = [11, 27, 39, 53, 83].map { 1_000_000_000_000_000 - $0 }
    let costs = (0..<30).map { numbers[$0 % 5] / (1 + $0 % 9) }
    let votes = (0..<89).map { voter in
      Set(
        (0..<30).filter { project in
          let mixed = voter * voter * voter * 31 + project * project * 17
          return (mixed + voter * project * voter * 7) % 101 < 17 + project % 7
        })
    }
    var ballots = BudgetBallots(
      projects: costs.enumerated().map { Project(Candidate(id: "\($0)", name: ""), cost: $1) },
      budget: 10_000_000_000_000_000)
    for vote in votes { try ballots.append(vote.sorted().map { .init($0) }) }
    let outcome = try PhragmenBudget(tieBreak: lot).tally(ballots)
    #expect(outcome.stages.count > 15)
    var loads = votes.map { _ in Rational.zero }
    for (stage, winner) in zip(outcome.stages, outcome.winners) {
      for project in costs.indices where stage.totals[project] > .zero {
        let sharing = votes.indices.filter { votes[$0].contains(project) }
        let burden = sharing.reduce(Rational(costs[project])) { $0 + loads[$1] }
        #expect(stage.totals[project] == burden / Rational(sharing.count))
        #expect(stage.totals[winner] <= stage.totals[project])
      }
      for voter in votes.indices where votes[voter].contains(winner) {
        loads[voter] = stage.totals[winner]
      }
    }
    // A number of 128 bits has 39 digits at most.
    #expect(
      outcome.stages.last?.totals.contains { "\($0)".prefix { $0 != "/" }.count > 39 } == true)
  }
}
