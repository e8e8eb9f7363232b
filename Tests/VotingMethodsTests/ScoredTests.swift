import Testing
import VotingMethods

@Suite("Approvals, points and grades")
struct ScoredTests {
  private func ballots(
    _ range: ClosedRange<Int>, _ rows: [(Int, [Int?])]
  ) throws -> ScoreBallots {
    let names = (rows.first?.1 ?? []).indices.map { "C\($0)" }
    var ballots = ScoreBallots(candidates: Candidate.numbered(names), range: range)
    for (count, row) in rows { try ballots.append(row, count: count) }
    return ballots
  }

  /// Brams and Fishburn's method on the usual capitals, each city's voters approving of their
  /// nearest two save Memphis' (electowiki, “Approval voting”): Nashville 68 of 100.
  @Test("Approval")
  func approval() throws {
    var ballots = ApprovalBallots(candidates: Candidate.numbered(["M", "N", "C", "K"]))
    try ballots.append([0, 1], count: 42)
    try ballots.append([1, 2], count: 26)
    try ballots.append([2, 3], count: 15)
    try ballots.append([3, 2], count: 17)
    let outcome = try Approval().tally(ballots)
    #expect(outcome.stages[0].totals == [42, 68, 58, 32])
    #expect(outcome.winners == [1])
    #expect(try Approval(seats: 2).tally(ballots).winners == [1, 2])
    #expect(throws: TallyFault.seats(5, candidates: 4)) {
      try Approval(seats: 5).tally(ballots)
    }
  }

  @Test("Sum and mean differ on blanks, and a quorum keeps an unknown out")
  func score() throws {
    let ballots = try ballots(0...10, [(3, [6, 5, nil]), (1, [6, 7, 10])])
    let sum = try Score().tally(ballots)
    #expect(sum.stages[0].totals == [24, 22, 10])
    #expect(sum.winners == [0])
    let mean = try ScoreMean().tally(ballots)
    #expect(mean.stages[0].totals.map(\.description) == ["6", "5.5", "10"])
    #expect(mean.winners == [2])
    #expect(try ScoreMean(quorum: 2).tally(ballots).ranking == [[0], [1], [2]])
  }

  @Test("Scores out of range are refused")
  func range() throws {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["A"]), range: 0...5)
    #expect(throws: ScoreBallots.Fault.outOfRange(candidate: 0, score: 6)) {
      try ballots.append([6])
    }
    #expect(throws: ScoreBallots.Fault.length(2, candidates: 1)) { try ballots.append([1, 2]) }
    #expect(ballots.counts.isEmpty)
  }

  @Test("STAR: most stars and preferred by most are not the same")
  func star() throws {
    let ballots = try ballots(0...5, [(3, [5, 4, 0]), (4, [3, 4, 1]), (1, [5, 0, 5])])
    let outcome = try Star().tally(ballots)
    #expect(outcome.stages.map(\.totals) == [[32, 28, 9], [4, 4, 0]])
    #expect(outcome.winners == [0])
    #expect(outcome.ties.map(\.resolution) == [.method("stars")])
    let other = try self.ballots(0...5, [(3, [5, 4, 0]), (4, [3, 4, 1])])
    #expect(try Star().tally(other).winners == [1])
  }

  @Test("STAR: a tie for the runoff goes by preferences, then by highest scores, then by lot")
  func starTies() throws {
    let bySides = try ballots(0...5, [(1, [5, 2, 0]), (1, [5, 2, 5]), (1, [5, 1, 0])])
    let outcome = try Star().tally(bySides)
    #expect(outcome.stages[1].totals == [3, 0, 0])
    #expect(outcome.ties.map(\.resolution) == [.method("preferences")])
    let even = try ballots(0...5, [(1, [5, 3, 1]), (1, [5, 1, 3])])
    #expect(throws: TallyFault.self) { try Star().tally(even) }
    #expect(try Star(tieBreak: TieBreak([.lot(seed: 3)])).tally(even).winners == [0])
  }

  /// All four have eight stars. C lost to B and D and is out; of the others A lost to nobody any
  /// more and goes on, and D beats B. (B and D have the fives, and lost as few as A at first.)
  @Test("STAR: of many tied, who lost the most comparisons is out, again and again")
  func starEliminates() throws {
    let ballots = try ballots(0...5, [(1, [2, 2, 4, 5]), (1, [2, 5, 4, 0]), (1, [4, 1, 0, 3])])
    let outcome = try Star().tally(ballots)
    #expect(outcome.stages[0].totals == [8, 8, 8, 8])
    #expect(outcome.stages[0].excluded == [1, 2])
    #expect(outcome.winners == [0])
    #expect(outcome.ties.map(\.candidates) == [[0, 1, 2, 3], [0, 1, 3], [1, 3]])
    #expect(outcome.ties.map(\.chosen) == [[0, 1, 3], [0], [3]])
    #expect(outcome.ties.allSatisfy { $0.resolution == .method("preferences") })
  }

  /// Four of the ten candidates of the poll of Terra Nova in 2012, in hundredths of a percent from
  /// “reject” to “outstanding”; published by M. Balinski and R. Laraki, “Majority Judgment vs.
  /// Majority Rule”, Social Choice and Welfare 54 (2020): Hollande good +, Bayrou good −, Sarkozy
  /// fair +, Mélenchon fair +. (Bayrou's published parts add up to 100.01; one is taken off.)
  @Test("France in 2012 by majority judgment, by both rules")
  func france() throws {
    let parts = [
      [1424, 1425, 1479, 1167, 1642, 1615, 1248], [868, 1194, 2008, 2524, 2171, 977, 258],
      [3175, 787, 1113, 1099, 1628, 1235, 963], [2537, 1506, 1710, 1465, 1289, 950, 543],
    ]
    let grades = parts.map { part in
      part.enumerated().flatMap { Array(repeating: $0, count: $1) }
    }
    let names = ["Hollande", "Bayrou", "Sarkozy", "Mélenchon"]
    var ballots = ScoreBallots(candidates: Candidate.numbered(names), range: 0...6)
    for voter in 0..<10_000 { try ballots.append(grades.map { $0[voter] }) }
    for outcome in [
      try MajorityJudgment().tally(ballots), try MajorityJudgmentGauge().tally(ballots),
    ] {
      #expect(outcome.ranking == [[0], [1], [2], [3]])
      #expect(outcome.stages[0].totals == [3, 3, 2, 2])
    }
  }

  @Test("Medians are taken out until they differ; the gauge can leave a tie")
  func medians() throws {
    // A: 0 2 2 4, B: 1 2 2 3. By removal 2 2 0 4 and 2 2 1 3: B. By gauge: one above, one below.
    let ballots = try ballots(0...4, [(1, [0, 1]), (2, [2, 2]), (1, [4, 3])])
    #expect(try MajorityJudgment().tally(ballots).winners == [1])
    #expect(try MajorityJudgmentGauge().tally(ballots).winners == [0, 1])
    let even = try self.ballots(0...4, [(1, [1, 3]), (1, [3, 1])])
    #expect(try MajorityJudgment().tally(even).ties.map(\.resolution) == [.unbroken])
  }
}

@Suite("Dots")
struct DotsOutcomeTests {
  @Test("Totals, voters and ranking; no ballot beyond the caps")
  func dots() throws {
    let method = Dots(perVoter: 4, perOption: 3)
    let tally = try method.tally([[0: 3, 1: 1], [1: 2]], options: 3)
    #expect(tally.totals == [3, 3, 0])
    #expect(tally.voters == [1, 2, 0])
    #expect(tally.ranking == [[0, 1], [2]])
    #expect(throws: Dots.Fault.tooManyOnOne(option: 0, used: 4, allowed: 3)) {
      try method.check([0: 4], options: 3)
    }
    #expect(throws: Dots.Fault.tooMany(used: 5, allowed: 4)) {
      try method.check([0: 3, 1: 2], options: 3)
    }
  }
}
