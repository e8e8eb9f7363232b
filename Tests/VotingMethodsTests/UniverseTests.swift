import ExerciseProtocol
import Testing
import VotingMethods

/// Held against the lots themselves: every order of the candidates is drawn, and counted by.
@Suite("Ties that decide nothing")
struct UniverseTests {
  /// Three voters and 60 of money: with one lot other projects are funded than with another, though
  /// the rounds in which everybody is given one more unit come upon the same ties again and again.
  @Test("Equal shares: a lot is one order for all rounds")
  func rounds() throws {
    let election = try projects(
      costs: [14, 53, 17, 42], budget: 60, ballots: [[0, 1], [2, 1], [3, 0, 2]])
    try compare(CountRequest(.equalSharesBudget), election)
  }

  /// The smallest case there is: Bench and Tree, or Swing.
  @Test("Equal shares: two voters, one blank")
  func bench() throws {
    let election = try projects(costs: [2, 2, 4], budget: 5, ballots: [[0, 1, 2], []])
    try compare(CountRequest(.equalSharesBudget), election)
    #expect(throws: CountFault.self) { try CountRequest(.equalSharesBudget).tally(election) }
  }

  /// For each method, small elections full of ties: what it says of a tie holds in every lot, and
  /// where every lot elects the same it is not asked for one.
  @Test("Every method, all lots of random elections", arguments: MethodID.allCases)
  func methods(method: MethodID) throws {
    var chance = Chance(seed: 2011)
    for _ in 0..<60 {
      var request = CountRequest(method, seats: method.traits.choice == .seats ? 2 : nil)
      request.options[.dots] = method == .dots ? "5" : nil
      request.options[.credits] = method == .quadratic ? "9" : nil
      request.options[.threshold] = method == .greedyBudgetThreshold ? "1" : nil
      try compare(request, try election(of: method.traits.ballots[0], method, &chance))
    }
  }

  @Test("Equal shares with every completion, by cost and by number")
  func completions() throws {
    var chance = Chance(seed: 7)
    for _ in 0..<150 {
      let election = try self.election(of: .projects, .equalSharesBudget, &chance)
      for completion in ["none", "add-1", "greedy", "add-1,greedy"] {
        for satisfaction in ["cost", "cardinality"] {
          try compare(
            CountRequest(
              .equalSharesBudget,
              options: [.completion: completion, .satisfaction: satisfaction]), election)
        }
      }
    }
  }

  /// T. N. Tideman's election A67 in small: 1 and 4 tie first, which decides nothing; 6 and 7 do.
  @Test("Who is told of is whose tie it depends on")
  func decisive() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D", "E"]))
    try ballots.append([[0], [2]], count: 1)
    try ballots.append([[1], [2]], count: 1)
    try ballots.append([[2]], count: 3)
    try ballots.append([[3]], count: 5)
    try ballots.append([[4]], count: 5)
    let election = Election(ballots: .rankings(ballots))
    for method in [MethodID.irv, .scottishSTV, .meekSTV] {
      let fault = #expect(throws: CountFault.self) { try CountRequest(method).tally(election) }
      guard case .tally(_, .unbrokenTie(let tie), _)? = fault else {
        Issue.record("\(method): no tie")
        continue
      }
      #expect(tie.candidates.allSatisfy { $0 > 1 })
      #expect(!tie.candidates.contains(0))
    }
  }

  /// Of nine without a vote, 362,880 orders lead to the same.
  @Test(
    "Those without votes are taken out without asking",
    arguments: [
      MethodID.irv, .scottishSTV, .wigSTV,
    ])
  func withoutVotes(method: MethodID) throws {
    var ballots = RankedBallots(candidates: Candidate.numbered((0..<12).map { "C\($0)" }))
    try ballots.append([[0], [1]], count: 4)
    try ballots.append([[1], [0]], count: 3)
    try ballots.append([[2], [0]], count: 2)
    let outcome = try CountRequest(method).tally(Election(ballots: .rankings(ballots)))
    #expect(outcome.winners == [0])
    #expect(outcome.ties.allSatisfy { $0.resolution == .immaterial })
  }

  /// Three in a circle of unequal victories win nothing from one another by a tie; eleven whom they
  /// all beat are tied in all ways.
  @Test("Ranked pairs: ties among those whom all of the first beat decide nothing")
  func smithSet() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered((0..<14).map { "C\($0)" }))
    let circle: [(Int, [Int])] = [(11, [0, 1, 2]), (11 * 2, [1, 2, 0]), (11 * 3, [2, 0, 1])]
    for (voters, top) in circle {
      for first in 0..<11 {
        let rest = (0..<11).map { [3 + (first + $0) % 11] }
        try ballots.append(top.map { [$0] } + rest, count: voters)
      }
    }
    let outcome = try CountRequest(.rankedPairs, options: [.universes: "10"])
      .tally(Election(ballots: .rankings(ballots)))
    #expect(outcome.winners.count == 1 && outcome.openTie == nil)
    #expect(outcome.winners[0] < 3)
  }

  /// A party that has a seat can be tied for another one: a list of winners is more than a set.
  @Test("Seats of parties: whoever gets the last one is never immaterial")
  func seats() throws {
    let votes = PartyVotes(Candidate.numbered(["A", "B", "C"]), votes: [20, 10, 3])
    for method in [MethodID.dhondt, .largestRemainder] {
      let request = CountRequest(method, seats: method == .dhondt ? 2 : 1)
      let open = try request.tallyUpToTie(Election(ballots: .parties(votes)))
      if method == .dhondt {
        #expect(open.isUnfinished && open.winners == [0])
        #expect(open.openTie?.candidates == [0, 1] && open.placesLeft == 1)
      }
    }
  }

  @Test("Ranked pairs: whoever beats everybody wins, however many ties there are among the rest")
  func condorcet() throws {
    let count = 14
    var ballots = RankedBallots(candidates: Candidate.numbered((0..<count).map { "C\($0)" }))
    for first in 1..<count {
      let rest = (0..<count - 1).map { [1 + (first + $0) % (count - 1)] }
      try ballots.append([[0]] + rest)
    }
    let outcome = try CountRequest(.rankedPairs, options: [.universes: "10"])
      .tally(Election(ballots: .rankings(ballots)))
    #expect(outcome.winners == [0])
  }

  // MARK: All lots

  /// One seed for each order of so many candidates.
  private static func seeds(_ candidates: Int) -> [UInt64] {
    let wanted = (1...max(1, candidates)).reduce(1, *)
    var found: [[Int]: UInt64] = [:]
    var seed: UInt64 = 0
    while found.count < wanted {
      found[Lot(seed: seed, candidates: candidates).order] = seed
      seed += 1
    }
    return found.values.sorted()
  }

  private func compare(_ request: CountRequest, _ election: Election) throws {
    let undecided = Result { try request.tally(election) }
    let told: Outcome?
    switch undecided {
    case .success(let outcome): told = outcome
    case .failure(CountFault.tally(_, .unbrokenTie, _)): told = nil
    case .failure: return
    }
    var results: Set<[Int]> = []
    let count = election.candidates.count
    let open = try request.tallyUpToTie(election)
    for seed in Self.seeds(count) {
      var drawn = request
      drawn.tieBreak.rules.append(.lot(seed: seed))
      let outcome = try drawn.tally(election)
      results.insert(outcome.winners.sorted())
      try compare(open, with: outcome)
      // The same order, drawn by hand. Ranked pairs asks it who wins, not which victory is first.
      guard request.method != .rankedPairs else { continue }
      var byHand = request
      byHand.tieBreak.declare(
        [DrawnLot(Lot(seed: seed, candidates: count).order, of: election.candidates)])
      #expect(try byHand.tally(election).winners == outcome.winners, "\(request) \(election)")
    }
    if let told, told.openTie == nil {
      #expect(results == [told.winners.sorted()], "\(request) \(election)")
    } else {
      #expect(results.count > 1, "asked for nothing: \(request) \(election)")
      check(open, results)
    }
  }

  /// Whoever is said to be elected for certain is so by every lot; and where it is a place that is
  /// tied, just those are named whom one lot elects and another does not.
  private func check(_ open: Outcome, _ results: Set<[Int]>) {
    guard let tie = open.openTie else {
      Issue.record("no tie is told: \(open)")
      return
    }
    let certain = open.certain
    #expect(results.allSatisfy { winners in certain.allSatisfy(winners.contains) }, "\(open)")
    #expect(tie.resolution == .unbroken && tie.candidates.count > 1)
    guard !open.isUnfinished else { return }
    let some = Set(results.joined()).filter { one in !results.allSatisfy { $0.contains(one) } }
    #expect(Set(tie.candidates) == some, "\(open)")
  }

  /// The stages up to the first tie are those of every count.
  private func compare(_ open: Outcome, with outcome: Outcome) throws {
    guard open.isUnfinished, open.ties.count == 1 else { return }
    for (so, far) in zip(open.stages, outcome.stages) {
      #expect(so.totals == far.totals, "\(open) \(outcome)")
    }
    #expect(open.stages.count <= outcome.stages.count)
  }

  // MARK: Small elections

  private func projects(costs: [Int], budget: Int, ballots lines: [[Int]]) throws -> Election {
    let names = Candidate.numbered(costs.indices.map { "P\($0)" })
    var ballots = BudgetBallots(
      projects: zip(names, costs).map { Project($0, cost: $1) }, budget: budget)
    for line in lines { try ballots.append(line.map { .init($0) }) }
    return Election(ballots: .projects(ballots))
  }

  private func election(
    of kind: BallotKind, _ method: MethodID, _ chance: inout Chance
  ) throws -> Election {
    let count = Int.random(in: 2...4, using: &chance)
    let names = Candidate.numbered((0..<count).map { "C\($0)" })
    let voters = Int.random(in: 2...6, using: &chance)
    let lines = (0..<voters).map { _ in
      Array(
        Array(0..<count).shuffled(using: &chance)
          .prefix(Int.random(in: 1...count, using: &chance)))
    }
    switch kind {
    case .rankings:
      var ballots = RankedBallots(candidates: names)
      for line in lines { try ballots.append(line.map { [$0] }) }
      return Election(ballots: .rankings(ballots))
    case .approvals:
      var ballots = ApprovalBallots(candidates: names)
      for line in lines { try ballots.append(line) }
      return Election(ballots: .approvals(ballots))
    case .scores:
      let range = method.scale ?? 0...3
      var ballots = ScoreBallots(candidates: names, range: range)
      for _ in 0..<voters {
        var left = 5
        try ballots.append(
          (0..<count).map { _ in
            let points = Int.random(in: range, using: &chance)
            guard method == .dots || method == .quadratic else { return points }
            let given = method == .dots ? min(points, left) : points > 1 ? 1 : 0
            left -= given
            return given
          })
      }
      return Election(ballots: .scores(ballots))
    case .projects:
      let costs = (0..<count).map { _ in Int.random(in: 1...6, using: &chance) * 10 }
      return try projects(
        costs: costs, budget: Int.random(in: 2...12, using: &chance) * 10, ballots: lines)
    case .parties:
      return Election(
        ballots: .parties(
          PartyVotes(names, votes: names.map { _ in Int.random(in: 0...4, using: &chance) })))
    case .duels:
      var ballots = DuelBallots(candidates: names)
      for line in lines where line.count > 1 { try ballots.append(line[0], over: line[1]) }
      return Election(ballots: .duels(ballots))
    case .opinions:
      var ballots = OpinionBallots(candidates: names)
      for _ in 0..<voters {
        try ballots.append(
          names.map { _ in .init(rawValue: Int8.random(in: -1...1, using: &chance)) })
      }
      return Election(ballots: .opinions(ballots))
    }
  }
}
