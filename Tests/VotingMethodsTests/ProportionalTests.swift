import Testing
import VotingMethods

@Suite("Transferable votes")
struct ProportionalTests {
  private let lot = TieBreak([.priorStage, .lot(seed: 1)])

  /// The party's food of the encyclopedias (Wikipedia, “Single transferable vote”, as of 2020):
  /// twenty guests choose three of orange, pear, chocolate, strawberry and sweets. Chocolate,
  /// then orange, then strawberry is chosen; the quota is 6.
  private func party() throws -> RankedBallots {
    try Textbook.election("OPCSH", [(4, "O"), (2, "PO"), (8, "CS"), (4, "CH"), (1, "S"), (1, "H")])
  }

  @Test("Three kinds of food, by three methods")
  func food() throws {
    let ballots = try party()
    for outcome in [
      try ScottishSTV(seats: 3, tieBreak: lot).tally(ballots),
      try WeightedInclusiveGregorySTV(seats: 3, tieBreak: lot).tally(ballots),
    ] {
      #expect(outcome.winners == [2, 0, 3])
      #expect(outcome.stages[0].quota == 6)
      #expect(outcome.stages[1].totals == [4, 2, 6, 5, 3])
      #expect(
        outcome.stages[1].transfers == [
          .init(from: 2, to: 3, votes: 4), .init(from: 2, to: 4, votes: 2),
        ])
      #expect(outcome.stages[2].excluded == [1])
      #expect(outcome.stages[2].elected == [0])
    }
    let meek = try MeekSTV(seats: 3, tieBreak: lot).tally(ballots)
    // With chocolate at the quota of 5, strawberry has 1 + 8 · 7/12 at once.
    #expect(meek.winners == [2, 3, 0])
  }

  @Test("Exact fractions: a surplus of 1 over 3 papers is lost in part by the Scottish rule only")
  func exactness() throws {
    let ballots = try Textbook.election("ABC", [(7, "AB"), (3, "B"), (4, "C")])
    let exact = try WeightedInclusiveGregorySTV(seats: 2, tieBreak: lot).tally(ballots)
    #expect(exact.stages[1].totals == [5, 5, 4])
    let scottish = try ScottishSTV(seats: 2, tieBreak: lot).tally(ballots)
    // Each of seven papers passes on at 2/7, cut to 0.28571.
    #expect(scottish.stages[1].totals.map(\.description) == ["5", "4.99997", "4"])
    #expect(
      scottish.stages[1].transfers.map(\.votes.description) == ["1.99997", "0.00003"])
  }

  /// With A's surplus passed on the quota falls by nothing, as no vote is exhausted: 5/3 and so on
  /// can be worked by hand. A has 4 of 5 votes, two seats: the quota is 5/3, A keeps 5/12.
  @Test("Meek's keep values settle at the quota")
  func meek() throws {
    let ballots = try Textbook.election("ABC", [(4, "AB"), (1, "C")])
    let outcome = try MeekSTV(seats: 2, tieBreak: lot).tally(ballots)
    #expect(outcome.winners == [0, 1])
    #expect(outcome.stages[0].quota?.description == "1.666666667")
    #expect(abs((outcome.stages[1].totals[1].approximation) - 7.0 / 3) < 0.000_001)
  }

  @Test("One vote each, and as many as seats")
  func simple() throws {
    let outcome = try SingleNonTransferable(seats: 2).tally(Textbook.tennessee())
    #expect(outcome.winners == [0, 1])
    var ballots = ApprovalBallots(candidates: Candidate.numbered(["A", "B", "C"]))
    try ballots.append([0, 1], count: 3)
    try ballots.append([2], count: 2)
    #expect(try BlockVote(seats: 2).tally(ballots).winners == [0, 1])
    #expect(throws: TallyFault.tooManyVotes(ballot: 0)) { try BlockVote(seats: 1).tally(ballots) }
    let tied = try Textbook.election("ABC", [(2, "A"), (1, "B"), (1, "C")])
    let open = try SingleNonTransferable(seats: 2).tally(tied)
    #expect(open.winners == [0, 1, 2])
    #expect(open.ties.map(\.candidates) == [[1, 2]])
    #expect(try SingleNonTransferable(seats: 2, tieBreak: lot).tally(tied).winners.count == 2)
  }

  /// D. R. Woodall, “Properties of preferential election rules”, Voting matters 3 (1994): Droop's
  /// proportionality. More than k quotas of voters who put the same candidates first elect k of
  /// them, or all. The quota is each method's own.
  @Test("A solid coalition gets its seats")
  func droop() throws {
    var elections = RandomElections(seed: 21, count: 600)
    (elections.hasTies, elections.isTruncated) = (false, false)
    for election in elections {
      let ballots = try election.ranked()
      for seats in 1...min(3, election.candidates) {
        for outcome in [
          try ScottishSTV(seats: seats, tieBreak: lot).tally(ballots),
          try WeightedInclusiveGregorySTV(seats: seats, tieBreak: lot).tally(ballots),
          try MeekSTV(seats: seats, tieBreak: lot).tally(ballots),
        ] {
          #expect(Set(outcome.winners).count == seats)
          #expect(
            isProportional(outcome, election, seats), "\(outcome.method) \(election.ballots)")
        }
      }
    }
  }

  private func isProportional(_ outcome: Outcome, _ election: SmallElection, _ seats: Int) -> Bool {
    (1..<1 << election.candidates).allSatisfy { bits in
      let coalition = Set((0..<election.candidates).filter { bits >> $0 & 1 == 1 })
      let voters = election.ballots.count { Set($0.prefix(coalition.count).joined()) == coalition }
      // The Scottish rule loses a little of a surplus, so that just as many as k quotas can fail.
      let quota = election.ballots.count / (seats + 1) + 1
      let deserved =
        switch outcome.method {
        case .scottishSTV: max(0, voters - 1) / quota
        case .wigSTV: voters / quota
        default: (voters * (seats + 1) - 1) / election.ballots.count
        }
      return coalition.intersection(outcome.winners).count >= min(deserved, coalition.count, seats)
    }
  }
}
