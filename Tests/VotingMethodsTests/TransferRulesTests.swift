import Testing
import VotingMethods

/// ERS97, Northern Ireland, the Australian Senate, Minneapolis and Cambridge: tables that were
/// published, and small ones worked by hand. Ties are held against all lots in ``UniverseTests``,
/// and all stages of many elections against the rules' texts in Tests/Peers.
@Suite("Transferable votes by the rules of a place or a body")
struct TransferRulesTests {
  private let lot = TieBreak([.lot(seed: 1)])

  private func table(_ outcome: Outcome) -> [[String]] {
    outcome.stages.map { $0.totals.map(\.description) }
  }

  /// The men's social secretary of UCL's hockey club, elected on 19 March 2021 by “ERS97 STV”:
  /// https://studentsunionucl.org/election/leadership-race-spring-2021.
  /// Which ballots gave it follows from the table: 17 papers at 0.68, three without a second
  /// choice.
  @Test("ERS97: a students' union's table")
  func hockey() throws {
    let ballots = try Textbook.election("GRO", [(5, "G"), (17, "RG"), (3, "R")])
    let outcome = try ERS97STV(seats: 2, tieBreak: .none).tally(ballots)
    #expect(table(outcome) == [["5", "20", "0"], ["16.56", "8.34", "0"]])
    #expect(outcome.stages.map { $0.quota?.description } == ["8.34", "8.34"])
    #expect(outcome.stages.map(\.elected) == [[1], [0]])
    #expect(outcome.stages[1].transfers.map(\.votes.description) == ["11.56", "0.1"])
  }

  /// The quota falls with what is exhausted while nobody is elected (5.4.8), several go at once
  /// (5.2.5), and the papers of those go on by value (5.4.11).
  @Test("ERS97: a quota that falls")
  func falling() throws {
    let ballots = try Textbook.election(
      "ABCDE", [(30, "A"), (28, "B"), (20, "CB"), (3, "D"), (2, "E")])
    let outcome = try ERS97STV(seats: 2, tieBreak: .none).tally(ballots)
    #expect(outcome.stages.map { $0.quota?.description } == ["27.67"])
    #expect(outcome.stages[0].elected == [0, 1])
    let low = try Textbook.election(
      "ABCDE", [(27, "A"), (26, "B"), (24, "CB"), (4, "D"), (2, "E")])
    // 83 votes in three parts; then 77, D and E being gone.
    let second = try ERS97STV(seats: 2, tieBreak: .none).tally(low)
    #expect(second.stages.map { $0.quota?.description } == ["27.67", "25.67"])
    #expect(second.stages.map(\.excluded) == [[], [3, 4]])
    #expect(second.stages.map(\.elected) == [[], [0, 1]])
  }

  /// Who has more than the active vote divided by the places left and one is elected below the
  /// quota (5.3.13); a surplus that could save nobody waits (5.2.2).
  @Test("ERS97: the active vote")
  func active() throws {
    let ballots = try Textbook.election(
      "ABCD", [(40, "A"), (25, "B"), (20, "C"), (15, "D")])
    let outcome = try ERS97STV(seats: 2, tieBreak: .none).tally(ballots)
    // A's surplus of 6.66 has no next choice: 60 votes are active, and one place is left.
    #expect(outcome.stages[0].quota?.description == "33.34")
    #expect(outcome.stages.map(\.elected) == [[0], [], [1]])
    #expect(table(outcome)[1] == ["33.34", "25", "20", "15"])
    // Of 60 B would need 30; D goes, whose papers name nobody: of 45 it needs 22.5.
    #expect(outcome.stages[2].excluded == [3])
  }

  /// West Tyrone, as N. Whyte works it out at https://fromtheheartofeurope.eu/26311: 393 votes over
  /// the quota of 1,078 on 1,427 papers, each at 0.27; 170 of them take McDonnell from 1,063.29 to
  /// 1,109.19; his surplus of 31.19 goes by these 170 alone, and takes Kelly from 913.08 to 932.58
  /// past Bleakley's 918.74, 0.44 being lost. The other votes are made to fit that.
  @Test("Northern Ireland: West Tyrone's last place")
  func tyrone() throws {
    let ballots = try Textbook.election(
      "EDMKBGO",
      [
        (1204, "EK"), (53, "EB"), (78, "EMK"), (45, "EMG"), (47, "EM"), (44, "E"), (7, "DM"),
        (769, "DB"), (72, "DO"), (629, "D"), (1060, "M"), (588, "K"), (543, "B"), (1070, "G"),
        (253, "O"),
      ])
    let outcome = try NorthernIrelandSTV(seats: 5, tieBreak: .none).tally(ballots)
    #expect(outcome.stages[0].quota == 1078)
    #expect(outcome.stages.map(\.elected) == [[1, 0], [], [2], [], [5, 3]])
    #expect(outcome.stages.map(\.excluded) == [[], [], [], [6], []])
    #expect(
      table(outcome).dropFirst() == [
        ["1471", "1078", "1063.29", "588", "904.43", "1070", "286.84"],
        ["1078", "1078", "1109.19", "913.08", "918.74", "1070", "286.84"],
        ["1078", "1078", "1109.19", "913.08", "918.74", "1070", "0"],
        ["1078", "1078", "1078", "932.58", "918.74", "1081.25", "0"],
      ])
    #expect(outcome.stages[4].transfers.last?.votes == Rational(44, over: 100))
  }

  @Test("Northern Ireland: one place is decided by more than half, or at the last exclusion")
  func onePlace() throws {
    let half = try Textbook.election("ABC", [(5, "A"), (3, "B"), (2, "C")])
    let outcome = try NorthernIrelandSTV(seats: 1, tieBreak: .none).tally(half)
    #expect(outcome.stages.map(\.elected) == [[0]])
    let level = try Textbook.election("AB", [(5, "A"), (5, "B")])
    #expect(throws: TallyFault.self) {
      try NorthernIrelandSTV(seats: 1, tieBreak: .none).tally(level)
    }
    let drawn = try NorthernIrelandSTV(seats: 1, tieBreak: lot).tally(level)
    #expect(drawn.ties.map(\.question) == [.exclusion])
  }

  /// A. Conway's example of 240 voters (ConcreteSTV, examples/SimpleExample.md): C1 and A1 have the
  /// quota of 61 at once; 44.54 and 4.45 votes are cut to 44 and 4; P1's 20 papers go on at one
  /// vote, half of them exhausted, then the ten that are worth four; A2 wins with 58.
  @Test("Senate: the simple example")
  func senate() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["C1", "C2", "A1", "A2", "P1"]))
    try ballots.append([[0], [1], [2], [3]], count: 110)
    try ballots.append([[2], [3], [4], [0], [1]], count: 100)
    try ballots.append([[4], [2], [3]], count: 10)
    try ballots.append([[4]], count: 10)
    try ballots.append([[2], [4], [3]], count: 10)
    let drawn = TieBreak([.lot(seed: 0)])
    let outcome = try AustralianSenateSTV(seats: 3, tieBreak: drawn).tally(ballots)
    #expect(outcome.stages[0].quota == 61)
    #expect(
      table(outcome) == [
        ["110", "0", "110", "0", "20"], ["110", "0", "61", "44", "24"],
        ["61", "49", "61", "44", "24"], ["61", "49", "61", "54", "4"],
        ["61", "49", "61", "58", "0"],
      ])
    #expect(outcome.winners == [0, 2, 3])
    // Both had 110 at every count: that A1's surplus goes first decides nothing.
    let any = try CountRequest(.senateSTV, seats: 3).tally(Election(ballots: .rankings(ballots)))
    #expect(any.winners == [0, 2, 3])
    #expect(any.ties.map(\.resolution) == [.immaterial])
  }

  /// A. Conway's example MultipleExclusionOrdering: in bulk L1 and L2 go first, and W2 is elected
  /// in place of W3. Who is elected in what order is what ConcreteSTV says for the counts of 2019
  /// and, in bulk, of 2013, but for the last four, all of whom are elected together.
  @Test("Senate: a bulk exclusion can elect somebody else")
  func bulk() throws {
    var ballots = RankedBallots(
      candidates: Candidate.numbered((1...7).map { "W\($0)" } + (1...5).map { "L\($0)" }))
    let rows: [(Int, [Int])] = [
      (2, [7, 8, 0, 2]), (3, [8]), (4, [9, 8, 0, 2]), (6, [10, 0, 1]), (1, [11, 3]), (2, [11, 4]),
      (3, [11, 5]), (4, [11, 6]), (10, [11]), (400, [6]), (400, [5]), (400, [4]), (400, [3]),
      (400, [2]), (388, [1]), (6, [1, 3]), (4, [1, 4]), (2, [1, 5]), (400, [0]),
    ]
    for row in rows { try ballots.append(row.1.map { [$0] }, count: row.0) }
    let election = Election(ballots: .rankings(ballots))
    let request = CountRequest(.senateSTV, seats: 6)
    #expect(try request.tally(election).winners == [0, 2, 6, 5, 4, 3])
    var byHand = request
    try byHand.set("bulk-exclusion", to: "yes")
    let outcome = try byHand.tally(election)
    #expect(outcome.winners == [0, 1, 6, 5, 4, 3])
    #expect(outcome.stages.first { !$0.excluded.isEmpty }?.excluded == [7, 8])
    #expect(throws: CountFault.optionValue(.bulkExclusion, .senateSTV, "maybe")) {
      try byHand.set("bulk-exclusion", to: "maybe")
    }
  }

  /// Droop (J. Lundell), test/blt/mpls/loser.blt: Pollux is a certain loser, and goes before
  /// Castor's surplus is passed on.
  @Test("Minneapolis: a certain loser goes before a surplus")
  func loser() throws {
    let ballots = try Textbook.election("CPH", [(4, "CP"), (2, "H")])
    let outcome = try MinneapolisSTV(seats: 2, tieBreak: .none).tally(ballots)
    #expect(outcome.stages[0].quota == 3)
    #expect(outcome.stages.map(\.excluded) == [[], [1]])
    #expect(outcome.winners.sorted() == [0, 2])
  }

  /// 9 votes over 26 papers are 0.3461 each, 8.9986 together, which take B over the threshold.
  @Test("Minneapolis: both fractions are cut to four decimals")
  func decimals() throws {
    let ballots = try Textbook.election(
      "ABCDE", [(26, "ABC"), (10, "BD"), (13, "C"), (12, "D"), (6, "E")])
    let outcome = try MinneapolisSTV(seats: 3, tieBreak: .none).tally(ballots)
    #expect(outcome.stages[0].quota == 17)
    #expect(table(outcome)[1] == ["17", "18.9986", "13", "12", "6"])
    // E is a certain loser then. B's surplus:
    // 1.9986 of 18.9986 is 0.1051: 0.3461 of it 0.0363, a whole paper of it 0.1051.
    #expect(table(outcome)[3] == ["17", "17", "13.9438", "13.051", "0"])
  }

  /// Every third paper of nine with a surplus of three: the third, sixth and ninth. One without a
  /// next choice stays, and the one after it goes in its place.
  @Test("Cambridge: every nth paper")
  func nth() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D"]))
    for order in ["AB", "AC", "AD", "AB", "AC", "A", "AB", "AC", "AD", "B", "C", "C", "D", "D"] {
      try ballots.append(order.map { ["ABCD".place(of: $0)] })
    }
    let outcome = try CambridgeSTV(seats: 2, tieBreak: lot, threshold: 1).tally(ballots)
    #expect(outcome.stages[0].quota == 5)
    // A has nine papers, four too many: n is 2. The second, fourth, sixth (which stays) and eighth,
    // then the third, so that C, B, C and D get one each.
    #expect(table(outcome)[..<2] == [["9", "1", "2", "2"], ["5", "2", "4", "3"]])
  }

  @Test("Cambridge: mixing the papers by a seed, and who has fewer than fifty")
  func mixed() throws {
    let ballots = try Textbook.election(
      "ABCDE", [(300, "AB"), (300, "AC"), (60, "B"), (60, "C"), (49, "DB"), (20, "EC")])
    let election = Election(ballots: .rankings(ballots))
    var request = CountRequest(.cambridgeSTV, seats: 2, tieBreak: lot)
    let asFiled = try request.tally(election)
    #expect(asFiled.parameters.map(\.value) == ["2", "lot:1", "50", "file"])
    #expect(asFiled.stages.first { !$0.excluded.isEmpty }?.excluded == [3, 4])
    try request.set("seed", to: "2026")
    let mixed = try request.tally(election)
    #expect(mixed.parameters.last?.value == "mixed:2026")
    #expect(try request.tally(election) == mixed)
    #expect(mixed.stages[1].totals != asFiled.stages[1].totals)
    #expect(mixed.stages.map { $0.totals.reduce(Rational.zero, +) }.allSatisfy { $0 <= 789 })
  }

  /// D. R. Woodall 1994: more than k quotas of voters who put the same candidates first elect k of
  /// them. Where fractions are cut, just as many as k quotas can fail; see ``ProportionalTests``.
  @Test(
    "A solid coalition gets its seats",
    arguments: [
      MethodID.ers97STV, .northernIrelandSTV, .senateSTV, .minneapolisSTV,
    ])
  func droop(method: MethodID) throws {
    var elections = RandomElections(seed: 21, count: 400)
    (elections.hasTies, elections.isTruncated) = (false, false)
    for election in elections {
      // Each ten times, so that what is cut off is little.
      var ballots = RankedBallots(candidates: try election.ranked().candidates)
      for ballot in election.ballots { try ballots.append(ballot, count: 100) }
      for seats in 1...min(3, election.candidates) {
        let outcome = try CountRequest(method, seats: seats, tieBreak: lot)
          .tally(Election(ballots: .rankings(ballots)))
        #expect(Set(outcome.winners).count == seats)
        for bits in 1..<1 << election.candidates {
          let coalition = Set((0..<election.candidates).filter { bits >> $0 & 1 == 1 })
          let voters =
            100
            * election.ballots.count { Set($0.prefix(coalition.count).joined()) == coalition }
          let quota = 100 * election.ballots.count / (seats + 1) + 1
          let deserved = min((voters - 10) / quota, coalition.count, seats)
          #expect(
            coalition.intersection(outcome.winners).count >= deserved,
            "\(method) \(seats) \(election.ballots)")
        }
      }
    }
  }

  @Test(
    "Nothing is won or lost but what is told",
    arguments: [
      MethodID.ers97STV, .northernIrelandSTV, .minneapolisSTV, .cambridgeSTV,
    ])
  func sums(method: MethodID) throws {
    for election in RandomElections(seed: 77, count: 200) where election.candidates > 2 {
      guard election.ballots.allSatisfy({ $0.allSatisfy { $0.count == 1 } }) else { continue }
      let outcome = try CountRequest(method, seats: 2, tieBreak: lot)
        .tally(Election(ballots: .rankings(try election.ranked())))
      let all = outcome.stages[0].totals.reduce(Rational.zero, +)
      var lost = Rational.zero
      for stage in outcome.stages {
        for transfer in stage.transfers where transfer.to == nil { lost += transfer.votes }
        let kept = stage.totals.reduce(Rational.zero, +)
        #expect(kept + lost == all, "\(method) \(election.ballots)")
      }
    }
  }
}

extension String {
  fileprivate func place(of letter: Character) -> Int {
    firstIndex(of: letter).map { distance(from: startIndex, to: $0) } ?? -1
  }
}
