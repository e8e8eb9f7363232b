import Testing
import VotingMethods

@Suite("Budgets")
struct BudgetTests {
  private let lot = TieBreak([.lot(seed: 1)])

  /// Voters as (how many, the projects they approve of).
  private func ballots(
    _ budget: Int, costs: [Int], _ votes: [(Int, [Int])]
  ) throws -> BudgetBallots {
    let projects = costs.enumerated().map {
      Project(Candidate(id: "p\($0)", name: "Project \($0)"), cost: $1)
    }
    var ballots = BudgetBallots(projects: projects, budget: budget)
    for (count, vote) in votes { try ballots.append(vote.map { .init($0) }, count: count) }
    return ballots
  }

  @Test("Greedy: skip, stop, stop and top up, threshold")
  func greedy() throws {
    let ballots = try ballots(
      100, costs: [60, 50, 40, 10], [(9, [0]), (8, [1]), (7, [2]), (6, [3])])
    let plain = try GreedyBudget().tally(ballots)
    #expect(plain.winners == [0, 2])
    #expect(plain.method == .greedyBudget)
    #expect(plain.stages[0].totals == [9, 8, 7, 6])
    let stopping = try GreedyBudget(unaffordable: .stop).tally(ballots)
    #expect(stopping.winners == [0])
    #expect(stopping.method == .greedyBudgetNoSkip)
    let toppedUp = GreedyBudget(unaffordable: .stopOrTopUp(percent: 80))
    #expect(try toppedUp.tally(ballots).winners == [0, 1])
    let strict = try GreedyBudget(threshold: 8).tally(ballots)
    #expect(strict.winners == [0])
    #expect(strict.method == .greedyBudgetThreshold)
  }

  @Test("Equal points are a tie only where the money doesn't reach")
  func greedyTies() throws {
    let enough = try ballots(100, costs: [50, 50, 200], [(2, [0, 1, 2])])
    #expect(try GreedyBudget().tally(enough).winners == [0, 1])
    let scarce = try ballots(90, costs: [50, 50, 200], [(2, [0, 1, 2])])
    let fault = #expect(throws: TallyFault.self) { try GreedyBudget().tally(scarce) }
    #expect(
      fault
        == .unbrokenTie(
          Tie(
            question: .election, stage: 0, candidates: [0, 1], chosen: [], resolution: .unbroken)))
    // Neither can be paid for: which comes first decides nothing where the funding stops there.
    let dear = try ballots(60, costs: [50, 50, 30], [(3, [2]), (2, [0, 1])])
    let stopped = try GreedyBudget(unaffordable: .stop).tally(dear)
    #expect(stopped.winners == [2])
    #expect(stopped.ties.map(\.resolution) == [.immaterial])
    #expect(throws: TallyFault.self) {
      try GreedyBudget(unaffordable: .stopOrTopUp(percent: 50)).tally(dear)
    }
    let drawn = try GreedyBudget(tieBreak: lot).tally(scarce)
    #expect(drawn.winners.count == 1)
    #expect(drawn.ties.map(\.resolution) == [.lot(seed: 1)])
  }

  /// A majority of 6 of 10 would take the whole budget by points; equal shares leave the minority
  /// its part. The example of https://equalshares.net, in small; worked by hand.
  @Test("Equal shares leave a minority its part of the money")
  func shares() throws {
    let ballots = try ballots(
      100, costs: [30, 30, 30, 40], [(6, [0, 1, 2]), (4, [3])])
    #expect(try GreedyBudget().tally(ballots).winners == [0, 1, 2])
    let bare = EqualSharesBudget(satisfaction: .cardinality, completion: .none, tieBreak: lot)
    let outcome = try bare.tally(ballots)
    // Of 10 each, six pay 5 for a project of 30 and have money for two; four pay all for theirs.
    #expect(Set(outcome.winners).contains(3))
    #expect(outcome.winners.count == 3)
    #expect(outcome.stages.map { $0.totals[$0.elected[0]] } == [5, 5, 10])
  }

  @Test("Cost and number as satisfaction choose differently")
  func satisfaction() throws {
    // By cost, both come at a tenth for each unit, a tie; by number the cheap one comes first, and
    // the dear one can no longer be paid for.
    let byCost = EqualSharesBudget(satisfaction: .cost, completion: .none)
    let byNumber = EqualSharesBudget(satisfaction: .cardinality, completion: .none)
    let shared = try ballots(100, costs: [100, 20], [(10, [0, 1])])
    #expect(try byNumber.tally(shared).winners == [1])
    #expect(throws: TallyFault.self) { try byCost.tally(shared) }
  }

  @Test("What costs nothing is funded if anybody wants it, by number")
  func nothing() throws {
    let ballots = try ballots(10, costs: [0, 10, 0], [(1, [0]), (1, [1])])
    let byNumber = EqualSharesBudget(satisfaction: .cardinality, completion: .none)
    #expect(try byNumber.tally(ballots).winners == [0])
    #expect(try byNumber.tally(ballots).stages.map(\.elected) == [[0]])
    let byCost = EqualSharesBudget(satisfaction: .cost, completion: .none)
    #expect(try byCost.tally(ballots).winners.isEmpty)
  }

  /// With two units each, 1 and 2 cost the same for each unit of satisfaction. Who is served first
  /// decides whether that is too much (6 of 5) or 2 is funded.
  @Test("A lot that decides how much everybody is given is told")
  func tieInAnotherRound() throws {
    let ballots = try ballots(5, costs: [2, 6, 2], [(2, [1]), (2, []), (1, [1, 2])])
    var funded: Set<[Int]> = []
    for seed in 0..<UInt64(8) {
      let lot = TieBreak([.lot(seed: seed)])
      let method = EqualSharesBudget(
        satisfaction: .cardinality, completion: .addOne, tieBreak: lot)
      let outcome = try method.tally(ballots)
      funded.insert(outcome.winners)
      #expect(outcome.ties.map(\.candidates) == [[1, 2]])
      #expect(outcome.ties.map(\.resolution) == [.lot(seed: seed)])
    }
    #expect(funded == [[], [2]])
    let open = EqualSharesBudget(satisfaction: .cardinality, completion: .addOne)
    #expect(throws: TallyFault.self) { try open.tally(ballots) }
  }

  @Test("Money left over: one unit more for each, then by points")
  func completion() throws {
    // Each has 10. Project 0 (27) has 3 supporters with 30, project 1 (66) has 6 with 60: one unit
    // more gives them 66. Project 2 has one supporter, and 7 are left.
    let ballots = try ballots(
      100, costs: [27, 66, 7], [(3, [0]), (6, [1]), (1, [])])
    func winners(_ completion: EqualSharesBudget.Completion) throws -> [Int] {
      try EqualSharesBudget(satisfaction: .cost, completion: completion).tally(ballots).winners
    }
    #expect(try winners(.none) == [0])
    #expect(try winners(.addOne) == [1, 0])
    #expect(try winners(.greedy) == [0, 1])
    #expect(try winners(.addOneThenGreedy) == [1, 0])
  }

  @Test("Phragmén stops at the first that can't be paid for")
  func phragmen() throws {
    let ballots = try ballots(100, costs: [30, 50, 40], [(3, [0]), (2, [1]), (1, [2])])
    // Burdens: 10, 25 and 40; the third comes when 20 are left.
    let outcome = try PhragmenBudget().tally(ballots)
    #expect(outcome.winners == [0, 1])
    #expect(outcome.stages[0].totals == [10, 25, 40])
    let even = try self.ballots(100, costs: [60, 60], [(1, [0]), (1, [1])])
    #expect(throws: TallyFault.self) { try PhragmenBudget().tally(even) }
    #expect(try PhragmenBudget(tieBreak: lot).tally(even).winners.count == 1)
  }

  @Test("Nobody votes, or nobody for anything")
  func empty() throws {
    let none = try ballots(100, costs: [30], [])
    #expect(try EqualSharesBudget().tally(none).winners.isEmpty)
    #expect(try PhragmenBudget().tally(none).winners.isEmpty)
    let blank = try ballots(100, costs: [30], [(3, [])])
    #expect(try EqualSharesBudget().tally(blank).winners.isEmpty)
  }

  @Test("No rule spends more than there is")
  func feasible() throws {
    for (place, election) in RandomElections(seed: 41, count: 300).enumerated() {
      let costs = (0..<election.candidates).map { 10 + ($0 * 17 + place * 7) % 40 }
      let votes = election.ballots.map { (1, Array($0.prefix(2).joined())) }
      let ballots = try ballots(60, costs: costs, votes)
      for outcome in [
        try GreedyBudget(tieBreak: lot).tally(ballots),
        try EqualSharesBudget(tieBreak: lot).tally(ballots),
        try EqualSharesBudget(satisfaction: .cardinality, tieBreak: lot).tally(ballots),
        try PhragmenBudget(tieBreak: lot).tally(ballots),
      ] {
        #expect(outcome.winners.reduce(0) { $0 + costs[$1] } <= 60, "\(outcome.method)")
        #expect(Set(outcome.winners).count == outcome.winners.count)
      }
    }
  }
}
