import Testing
import VotingMethods

/// Elections that others published with their outcomes, for the methods whose own tests have none.
@Suite("Published examples: ranked ballots and points")
struct PublishedExampleTests {
  private let lot = TieBreak([.priorStage, .lot(seed: 1)])

  /// The capital of Tennessee with points: 400 less the miles to each city (R. Lanphier, “Tennessee
  /// capitol example”, ABIF, 2023; https://electowiki.org/wiki/Tennessee_example). Nashville wins
  /// by points and by STAR, as it does there.
  @Test("Tennessee by points and by STAR")
  func tennessee() throws {
    let cities = Candidate.numbered(["Memphis", "Nashville", "Chattanooga", "Knoxville"])
    var ballots = ScoreBallots(candidates: cities, range: 0...400)
    try ballots.append([400, 200, 133, 45], count: 42)
    try ballots.append([200, 400, 290, 240], count: 26)
    try ballots.append([133, 290, 400, 296], count: 15)
    try ballots.append([45, 240, 296, 400], count: 17)
    let score = try Score().tally(ballots)
    #expect(score.stages[0].totals == [24_760, 27_230, 24_158, 19_370])
    #expect(score.ranking == [[1], [0], [2], [3]])
    #expect(try ScoreMean().tally(ballots).stages[0].totals[1].description == "272.3")
    #expect(try ScoreMean().tally(ballots).ranking == score.ranking)
    let star = try Star().tally(ballots)
    #expect(star.stages[1].totals == [42, 58, 0, 0])
    #expect(star.winners == [1])
  }

  /// Electowiki, “Effects of different voting systems under similar circumstances”: what the same
  /// voters get by two rounds, by Copeland's method and by minimax.
  @Test("Tennessee by comparing in pairs")
  func pairs() throws {
    let ballots = try Textbook.tennessee()
    #expect(try Copeland().tally(ballots).stages[0].totals == [0, 3, 2, 1])
    #expect(try Copeland().tally(ballots).ranking == [[1], [2], [3], [0]])
    #expect(try Minimax().tally(ballots).stages[0].totals == [-16, 0, -36, -66])
    #expect(try SmithSet().tally(ballots).ranking == [[1], [2], [3], [0]])
  }

  /// Condorcet's own example (“Essai sur l'application de l'analyse…”, 1785; in H. P. Young,
  /// “Condorcet's theory of voting”, American Political Science Review 82, 1988): 60 voters, 23 for
  /// ABC, 17 for BCA, 2 for BAC, 10 for CAB and 8 for CBA. B has most points, C beats nobody by
  /// plurality, and the majorities go round: A over B by 33, B over C by 42, C over A by 35. The
  /// weakest of them, A over B, gives way.
  @Test("Condorcet's sixty voters")
  func condorcet() throws {
    let ballots = try Textbook.election(
      "ABC", [(23, "ABC"), (17, "BCA"), (2, "BAC"), (10, "CAB"), (8, "CBA")])
    let outcome = try RankedPairs().tally(ballots)
    #expect(outcome.pairwise == [[0, 33, 25], [27, 0, 42], [35, 18, 0]])
    #expect(outcome.ranking == [[1], [2], [0]])
    #expect(try Schulze().tally(ballots).ranking == [[1], [2], [0]])
    #expect(try Minimax().tally(ballots).winners == [1])
    #expect(try SmithSet().tally(ballots).winners == [0, 1, 2])
    #expect(try Plurality().tally(ballots).winners == [0])
    #expect(try Borda().tally(ballots).stages[0].totals == [58, 69, 53])
  }

  /// L. Yingtong Li, “A conceptual primer on the single transferable vote”, parts 4 to 6 (2022),
  /// https://yingtongli.me/blog: two dog owners, two cat owners and a fish owner, three seats.
  /// After the exclusion of the fish owner the first dog owner has 35 votes, 9 over the quota; all
  /// 35 papers pass on at 9/35, and 28 of them go to the second dog owner.
  @Test("Owners of pets, by the weighted inclusive Gregory method")
  func pets() throws {
    let ballots = try Textbook.election(
      "DEFCK",
      [
        (21, "DEFCK"), (19, "EDFCK"), (40, "CKFDE"), (6, "KCFDE"), (7, "FDECK"), (6, "FDCKE"),
        (1, "FD"),
      ])
    for outcome in [
      try WeightedInclusiveGregorySTV(seats: 3, tieBreak: lot).tally(ballots),
      try ScottishSTV(seats: 3, tieBreak: lot).tally(ballots),
    ] {
      #expect(outcome.stages[0].quota == 26)
      #expect(outcome.stages[0].totals == [21, 19, 14, 40, 6])
      #expect(outcome.stages[2].totals == [35, 19, 0, 26, 20])
      #expect(outcome.winners == [3, 0, 1])
    }
    let exact = try WeightedInclusiveGregorySTV(seats: 3, tieBreak: lot).tally(ballots)
    #expect(exact.stages[3].totals[1] == Rational(131, over: 5))
    #expect(exact.stages[3].totals[4] == Rational(754, over: 35))
  }

  /// The election-methods list, 12 September 2004 (in reply to J. Green-Armytage), by Meek's
  /// method:
  /// 61 for A alone, 60 for A then B, 30 for C then D, 29 for D then C, two seats. A has 121 of 180
  /// and a quota of 60 at first; as parts of the 61 are exhausted, A's keep value falls from 1 to
  /// 0.496, 0.412, 0.398… and the quota with it. They settle where 3 · 121k = 180 − 61(1 − k): at
  /// k = 119/302. Then B has 60(1 − k), more than C or D alone, less than either with the other.
  @Test("A quota that settles, by Meek's method")
  func meek() throws {
    let ballots = try Textbook.election(
      "ABCD", [(61, "A"), (60, "AB"), (30, "CD"), (29, "DC")])
    let outcome = try MeekSTV(seats: 2, tieBreak: lot).tally(ballots)
    #expect(outcome.winners == [0, 2])
    #expect(outcome.stages[0].quota?.description == "60.000000001")
    #expect(outcome.stages[0].totals == [121, 0, 30, 29])
    let settled = outcome.stages[1]
    #expect(settled.excluded == [3])
    #expect(abs((settled.quota?.approximation ?? 0) - 121 * 119 / 302.0) < 0.000_01)
    #expect(abs(settled.totals[1].approximation - 60 * 183 / 302.0) < 0.000_01)
  }

  /// OpaVote's blog, “Meek STV explained” (2017): 28 put Alice first, then Bob and Chris; 26 Bob,
  /// then Alice and Chris; 3 Chris, 2 Don and 1 Eric, three seats. Those two pass most of their
  /// votes on to each other and the rest to Chris.
  @Test("Two who pass votes on to each other, by Meek's method")
  func opavote() throws {
    let ballots = try Textbook.election(
      "ABCDE", [(28, "ABC"), (26, "BAC"), (3, "C"), (2, "D"), (1, "E")])
    let outcome = try MeekSTV(seats: 3, tieBreak: lot).tally(ballots)
    #expect(outcome.winners == [0, 1, 2])
    #expect(outcome.stages[0].totals == [28, 26, 3, 2, 1])
  }

  /// The threshold of exclusion of cumulative voting, one voter in seats + 1 (A. T. Cole, “Legal
  /// and mathematical aspects of cumulative voting”, South Carolina Law Quarterly 2, 1950): with
  /// three seats and three dots each, 26 of 100 who put all on one elect their own, however the 74
  /// spread theirs; 24 don't, if the 76 spread theirs well.
  @Test("A minority elects one of three by putting all its dots on one")
  func dots() throws {
    let names = Candidate.numbered(["A", "B", "C", "D"])
    for (minority, spread, elected) in [
      (26, [1, 1, 1], true), (26, [2, 1, 0], true), (26, [3, 0, 0], true), (24, [1, 1, 1], false),
    ] {
      var ballots = ScoreBallots(candidates: names, range: 0...3)
      try ballots.append(spread + [0], count: 100 - minority)
      try ballots.append([0, 0, 0, 3], count: minority)
      let outcome = try Dots(perVoter: 3, perOption: 3, seats: 3).tally(ballots)
      #expect(outcome.winners.contains(3) == elected)
    }
  }

  /// What votes cost, as published for the Colorado House Democrats' vote of 2019 (100 tokens each;
  /// E. A. Posner and E. G. Weyl, “Radical Markets”, chapter 2): n votes cost n².
  @Test("Quadratic prices")
  func quadratic() {
    #expect((1...10).map { Quadratic.cost(of: $0) } == [1, 4, 9, 16, 25, 36, 49, 64, 81, 100])
  }
}

/// M. Lackner and P. Skowron, “Multi-Winner Voting with Approval Preferences” (Springer 2023),
/// chapter 2; and what their examples say of budgets in which everything costs as much.
@Suite("Published examples: committees and budgets")
struct PublishedCommitteeTests {
  private let lot = TieBreak([.lot(seed: 1)])

  private func ballots(_ names: String, _ rows: [(Int, String)]) throws -> ApprovalBallots {
    let letters = names.map(String.init)
    var ballots = ApprovalBallots(candidates: Candidate.numbered(letters))
    for (count, row) in rows {
      try ballots.append(row.map { letters.firstIndex(of: String($0)) ?? -1 }, count: count)
    }
    return ballots
  }

  private func budget(_ ballots: ApprovalBallots, seats: Int) throws -> BudgetBallots {
    var budget = BudgetBallots(
      projects: ballots.candidates.map { Project($0, cost: 1) }, budget: seats)
    for (ballot, count) in ballots.counts.enumerated() {
      try budget.append(ballots.approvals(ballot).map { .init($0) }, count: count)
    }
    return budget
  }

  /// Example 2.5: sequential PAV chooses d (11), then c (7½ more), where PAV itself chooses a and
  /// c.
  @Test("Sequential PAV is not PAV")
  func pav() throws {
    let outcome = try SequentialPAV(seats: 2, tieBreak: .none).tally(
      ballots("abcd", [(3, "ab"), (6, "ad"), (4, "b"), (5, "c"), (5, "cd")]))
    #expect(outcome.winners == [3, 2])
    #expect(outcome.stages[0].totals[3] == 11)
    #expect(outcome.stages[1].totals[2].description == "7.5")
  }

  private func ofTwelve() throws -> ApprovalBallots {
    try ballots(
      "abcdefg",
      [(3, "ab"), (3, "ac"), (2, "ad"), (1, "bcf"), (1, "e"), (1, "f"), (1, "g")])
  }

  /// Example 2.9: a at 1/8, b or c at 11/32, then the other at 55/128, d at 5/8.
  @Test("Phragmén's loads, for seats and for projects of equal cost")
  func phragmen() throws {
    let committee = try SequentialPhragmen(seats: 4, tieBreak: lot).tally(ofTwelve())
    let funded = try PhragmenBudget(tieBreak: lot).tally(budget(ofTwelve(), seats: 4))
    for outcome in [committee, funded] {
      #expect(Set(outcome.winners) == [0, 1, 2, 3])
      let loads = outcome.stages.map { $0.totals[$0.elected[0]] }
      #expect(
        loads == [
          Rational(1, over: 8), Rational(11, over: 32), Rational(55, over: 128),
          Rational(5, over: 8),
        ])
    }
  }

  /// Example 2.11: equal shares pay for a at 1/8 only; Phragmén's rule adds b, c and d, at burdens
  /// of 1/96, 37/384 and 7/24.
  @Test("Equal shares with Phragmén's phase")
  func shares() throws {
    let outcome = try EqualShares(seats: 4, tieBreak: lot).tally(ofTwelve())
    #expect(Set(outcome.winners) == [0, 1, 2, 3])
    #expect(
      outcome.stages.map { $0.totals[$0.elected[0]] } == [
        Rational(1, over: 8), Rational(1, over: 96), Rational(37, over: 384),
        Rational(7, over: 24),
      ])
  }

  /// Example 2.12: of eight voters and three seats, equal shares choose c (1/5) and a (13/40), then
  /// Phragmén's phase d (1/40); Phragmén's rule alone chooses c, b and d.
  @Test("Equal shares and Phragmén differ")
  func difference() throws {
    let ballots = try ballots("abcd", [(3, "cd"), (2, "ab"), (2, "ac"), (1, "bd")])
    let shares = try EqualShares(seats: 3, tieBreak: .none).tally(ballots)
    #expect(shares.winners == [2, 0, 3])
    let prices = [Rational(1, over: 5), Rational(13, over: 40), Rational(1, over: 40)]
    #expect(shares.stages.map { $0.totals[$0.elected[0]] } == prices)
    #expect(try SequentialPhragmen(seats: 3, tieBreak: .none).tally(ballots).winners == [2, 1, 3])
    let method = EqualSharesBudget(satisfaction: .cardinality, completion: .none)
    let funded = try method.tally(budget(ballots, seats: 3))
    #expect(funded.winners == [2, 0])
    #expect(funded.stages.map { $0.totals[$0.elected[0]] } == Array(prices.prefix(2)))
    let byCost = EqualSharesBudget(satisfaction: .cost, completion: .none)
    #expect(try byCost.tally(budget(ballots, seats: 3)).winners == [2, 0])
  }
}
