import ExerciseProtocol
import Testing
import VotingMethods

/// Benham, Smith//IRV, Tideman's alternative, Coombs, Nanson, Baldwin, Bucklin and Kemeny. Ties are
/// held against all lots in ``UniverseTests``, and all of it against other programs in Tests/Peers.
@Suite("Taking candidates out, and ordering them")
struct EliminationTests {
  static let condorcet: [MethodID] = [
    .benham, .smithIRV, .tidemanAlternative, .nanson, .baldwin, .kemeny,
  ]

  private func count(_ method: MethodID, _ ballots: RankedBallots) throws -> Outcome {
    try CountRequest(method).tally(Election(ballots: .rankings(ballots)))
  }

  private func names(_ outcome: Outcome) -> String {
    outcome.winners.map { outcome.candidates[$0].name }.joined()
  }

  @Test(
    "Nashville, which beats the other cities, by each",
    arguments: condorcet + [
      .coombs, .bucklin,
    ])
  func tennessee(method: MethodID) throws {
    let outcome = try count(method, Textbook.tennessee())
    #expect(names(outcome) == "N")
    #expect(outcome.ties.isEmpty)
  }

  @Test("The last places and the second choices of Tennessee")
  func working() throws {
    let coombs = try count(.coombs, Textbook.tennessee())
    // Memphis is last for 58 of 100; then Nashville is first for 68.
    #expect(coombs.stages[0].lastPlaces == [58, 0, 0, 42])
    #expect(coombs.stages[1].excluded == [0])
    #expect(coombs.stages[1].totals == [0, 68, 15, 17])
    let bucklin = try count(.bucklin, Textbook.tennessee())
    #expect(bucklin.stages.map(\.totals) == [[42, 26, 15, 17], [42, 68, 58, 32]])
    #expect(try count(.kemeny, Textbook.tennessee()).ranking == [[1], [2], [3], [0]])
  }

  /// Schulze's first example has a circle of all five: the hybrids look at all of them.
  @Test("A circle of five")
  func circle() throws {
    let ballots = try Textbook.schulze()
    // First preferences 10, 8, 12, 7, 8: nobody beats all; D goes, its 7 pass to C; then…
    for method in [MethodID.benham, .smithIRV, .tidemanAlternative] {
      let outcome = try count(method, ballots)
      #expect(outcome.stages[0].totals == [10, 8, 12, 7, 8], "\(method)")
      #expect(outcome.stages[1].excluded == [3], "\(method)")
      #expect(outcome.stages[1].transfers == [.init(from: 3, to: 2, votes: 7)], "\(method)")
    }
    let kemeny = try count(.kemeny, ballots)
    #expect(kemeny.ranking == [try best(ballots)].first.map { $0.map { [$0] } })
  }

  @Test("Whoever beats everybody wins by each of the Condorcet methods", arguments: condorcet)
  func winner(method: MethodID) throws {
    var elections = RandomElections(seed: 4, count: 400)
    elections.hasTies = false
    var met = 0
    for election in elections {
      let ballots = try election.ranked()
      guard let winner = PairwiseMatrix(ballots).condorcetWinner else { continue }
      met += 1
      #expect(try count(method, ballots).winners == [winner], "\(election)")
    }
    #expect(met > 100)
  }

  /// All orders, each with what it contradicts.
  @Test("Kemeny: against all orders of random elections, equal ranks among them")
  func allOrders() throws {
    for election in RandomElections(seed: 12, count: 300) {
      let ballots = try election.ranked()
      let orders = try bestOrders(ballots)
      let firsts = Set(orders.map { $0[0] }).sorted()
      let outcome = try count(.kemeny, ballots)
      #expect(outcome.winners == firsts, "\(election)")
      if orders.count == 1 { #expect(outcome.ranking == orders[0].map { [$0] }, "\(election)") }
      if orders.count > 1 { #expect(outcome.ranking.isEmpty) }
      #expect(outcome.ties.isEmpty == (firsts.count == 1))
      var drawn = CountRequest(.kemeny)
      drawn.tieBreak = TieBreak([.lot(seed: 5)])
      let lot = try drawn.tally(Election(ballots: .rankings(ballots)))
      #expect(orders.contains(lot.ranking.flatMap(\.self)), "\(election)")
      #expect(lot.ranking.first == lot.winners, "\(election)")
    }
  }

  private func best(_ ballots: RankedBallots) throws -> [Int] { try bestOrders(ballots)[0] }

  private func bestOrders(_ ballots: RankedBallots) throws -> [[Int]] {
    let matrix = PairwiseMatrix(ballots)
    func cost(_ order: [Int]) -> Int {
      order.indices.reduce(0) { sum, place in
        order[(place + 1)...].reduce(sum) { $0 + matrix[$1, order[place]] }
      }
    }
    let all = orders(Array(ballots.candidates.indices))
    let least = try #require(all.map(cost).min())
    return all.filter { cost($0) == least }
  }

  private func orders(_ some: [Int]) -> [[Int]] {
    guard some.count > 1 else { return [some] }
    return some.flatMap { first in
      orders(some.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test("Kemeny: a circle that is too large is refused, a long ladder is not")
  func large() throws {
    func circle(_ count: Int) throws -> RankedBallots {
      var ballots = RankedBallots(candidates: Candidate.numbered((0..<count).map { "C\($0)" }))
      for first in 0..<count {
        try ballots.append((0..<count).map { [(first + $0) % count] })
      }
      return ballots
    }
    #expect(try count(.kemeny, circle(Kemeny.most)).winners.count == Kemeny.most)
    let fault = #expect(throws: CountFault.self) {
      try count(.kemeny, circle(Kemeny.most + 1))
    }
    #expect(
      fault?.message()
        == "15 candidates beat one another in circles, and kemeny can put no more than 14 of them "
        + "in order.")
    var ladder = RankedBallots(candidates: Candidate.numbered((0..<60).map { "C\($0)" }))
    try ladder.append((0..<60).map { [$0] }, count: 2)
    #expect(try count(.kemeny, ladder).ranking == (0..<60).map { [$0] })
  }

  @Test("Coombs: those left out share the last place")
  func shared() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D"]))
    try ballots.append([[0]], count: 3)
    try ballots.append([[1], [2]], count: 3)
    try ballots.append([[2], [1], [3], [0]], count: 2)
    try ballots.append([], count: 5)
    let outcome = try count(.coombs, ballots)
    // A: half of three and two; B and C: a third of three each; D: a third and a half of three.
    #expect(outcome.stages[0].lastPlaces == [Rational(7, over: 2), 1, 1, Rational(5, over: 2)])
    #expect(outcome.stages[1].excluded == [0])
    #expect(outcome.stages[1].transfers == [.init(from: 0, to: nil, votes: 3)])
    // B is first on 3 of the 5 that still prefer somebody.
    #expect(outcome.winners == [1])
  }

  /// Nanson: no more than the average; where all have it, they are tied.
  @Test("Nanson and Baldwin: everybody level")
  func level() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C"]))
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] { try ballots.append(order.map { [$0] }) }
    let outcome = try count(.nanson, ballots)
    #expect(outcome.winners == [0, 1, 2])
    #expect(outcome.ties.map(\.resolution) == [.unbroken])
    #expect(throws: CountFault.self) { try count(.baldwin, ballots) }
  }

  @Test("Bucklin: nobody ever has more than half")
  func fallback() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D"]))
    try ballots.append([[0]], count: 3)
    try ballots.append([[1], [2]], count: 2)
    try ballots.append([[3], [2]], count: 2)
    let outcome = try count(.bucklin, ballots)
    // A 3, B 2, C 4 at the second choice: 4 of 7 is more than half.
    #expect(names(outcome) == "C")
    try ballots.append([[0]], count: 2)
    // A 5, C 4 of 9: A has more than half at the first choice.
    #expect(try count(.bucklin, ballots).stages.count == 1)
    try ballots.append([[3]], count: 2)
    let last = try count(.bucklin, ballots)
    #expect(names(last) == "A")
    #expect(last.stages.map(\.totals) == [[5, 2, 0, 4], [5, 2, 4, 4]])
  }
}
