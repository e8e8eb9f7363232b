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
      let definition = EqualSharesDefinition(
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

  @Test("Costs of which none divides another, until fractions outgrow machine words")
  func large() throws {
    let primes = [9_999_991, 9_999_973, 9_999_971, 9_999_943, 9_999_937, 9_999_931, 9_999_929]
    let elections = Array(RandomElections(seed: 92, count: 60))
    for start in stride(from: 0, to: elections.count, by: 20) {
      // Ten small elections side by side, each about other projects, and everybody about one more.
      let costs = (0..<24).map { primes[($0 + start) % primes.count] / (1 + $0 % 5) }
      let votes = elections[start..<(start + 10)].enumerated().flatMap { place, election in
        election.ballots.map { ballot -> [Int] in
          let seeds = ballot.joined().map { $0 + 5 * place }
          return Set(seeds.flatMap { [$0 * 7 % 24, $0 * 11 % 23, $0 * 5 % 19] } + [23]).sorted()
        }
      }
      let method = EqualSharesDefinition(
        costs: costs, budget: 80_000_000, votes: votes, satisfaction: .cost, favour: favour(24))
      let round = method.round(share: Rational(80_000_000, over: votes.count))
      #expect(round.funded.count > 5)
      #expect(round.prices.contains { "\($0)".count > 38 })
      var ballots = BudgetBallots(
        projects: costs.enumerated().map { Project(Candidate(id: "\($0)", name: ""), cost: $1) },
        budget: 80_000_000)
      for vote in votes { try ballots.append(vote.map { .init($0) }) }
      let outcome = try EqualSharesBudget(completion: .none, tieBreak: lot).tally(ballots)
      #expect(outcome.winners == round.funded)
      #expect(outcome.stages.map { $0.totals[$0.elected[0]] } == round.prices)
    }
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
}
