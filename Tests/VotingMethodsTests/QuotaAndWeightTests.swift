import Testing
import VotingMethods

@Suite("Largest remainders, hurdles, and ballots that weigh less")
struct QuotaAndWeightTests {
  /// The example of the encyclopaedias for both quotas (“Largest remainder method”).
  private let parties = PartyVotes(
    Candidate.numbered(["Yellows", "Whites", "Reds", "Greens", "Blues", "Pinks"]),
    votes: [47_000, 16_000, 15_900, 12_000, 6_000, 3_100])

  private func seats(_ method: MethodID, _ options: [CountOption: String]) throws -> [Int] {
    let request = CountRequest(method, seats: 10, options: options)
    let outcome = try request.tally(Election(ballots: .parties(parties)))
    return parties.parties.indices.map { party in outcome.winners.count { $0 == party } }
  }

  @Test(
    "Seats by quota and hurdle",
    arguments: [
      ([:], [5, 2, 1, 1, 1, 0]), ([.quota: "droop"], [5, 2, 2, 1, 0, 0]),
      // Below 5 % are the Pinks, below 10 % the Blues too: the quota is of the votes left.
      ([.hurdle: "5%"], [5, 2, 2, 1, 0, 0]), ([.hurdle: "0.1"], [5, 2, 2, 1, 0, 0]),
    ] as [([CountOption: String], [Int])])
  func remainders(options: [CountOption: String], expected: [Int]) throws {
    #expect(try seats(.largestRemainder, options) == expected)
  }

  @Test("A hurdle for the divisors, and exactly at it one is in")
  func hurdles() throws {
    #expect(try seats(.dhondt, [:]) == [5, 2, 2, 1, 0, 0])
    #expect(try seats(.dhondt, [.hurdle: "1/2"]) == [0, 0, 0, 0, 0, 0])
    #expect(try seats(.sainteLague, [:]) == [4, 2, 2, 1, 1, 0])
    #expect(try seats(.sainteLague, [.hurdle: "6%"]) == [4, 2, 2, 1, 1, 0])
    #expect(try seats(.sainteLague, [.hurdle: "7%"]) == [5, 2, 2, 1, 0, 0])
  }

  /// 60 voters for three of their own, 40 for two others.
  private func camps() throws -> Election {
    var ballots = ScoreBallots(
      candidates: Candidate.numbered(["A1", "A2", "A3", "B1", "B2"]), range: 0...5)
    try ballots.append([5, 4, 3, 0, nil], count: 60)
    try ballots.append([0, 0, nil, 5, 4], count: 40)
    return Election(ballots: .scores(ballots))
  }

  @Test("The second place goes to the 40 of 100")
  func camped() throws {
    for method in [MethodID.rrv, .starPR] {
      let outcome = try CountRequest(method, seats: 2).tally(camps())
      #expect(outcome.winners == [0, 3], "\(method)")
    }
    // 5/(5 + 5) of 60 × 4 and × 3 points; B's ballots weigh as before.
    let rrv = try CountRequest(.rrv, seats: 3).tally(camps())
    #expect(rrv.stages[1].totals == [0, 120, 90, 200, 160])
    #expect(rrv.winners == [0, 3, 1])
    // A quota of 50 is used up of 60, so that a sixth of each is left: 10 × 4 and × 3.
    let star = try CountRequest(.starPR, seats: 2).tally(camps())
    #expect(star.stages[1].totals == [0, 40, 30, 200, 160])
    #expect(star.stages[1].quota == 50)
  }

  /// The strongest support is used up first, across ballots that weigh less already.
  @Test("Proportional STAR: from the highest score downwards")
  func strongest() throws {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["A", "B", "C"]), range: 0...5)
    try ballots.append([5, 4, 0], count: 3)
    try ballots.append([3, 0, 4], count: 4)
    try ballots.append([0, 1, 1], count: 1)
    let outcome = try CountRequest(.starPR, seats: 2)
      .tally(Election(ballots: .scores(ballots)))
    // A has 27, and the quota is 4: all three fives and a quarter of the threes.
    #expect(outcome.stages[0].totals == [27, 13, 17])
    #expect(outcome.stages[1].totals == [0, 1, 13])
    #expect(outcome.winners == [0, 2])
  }
}
