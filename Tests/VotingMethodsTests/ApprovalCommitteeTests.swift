import Testing
import VotingMethods

@Suite("Committees by approval")
struct ApprovalCommitteeTests {
  private let lot = TieBreak([.lot(seed: 1)])

  /// Twelve voters, four seats; the totals are worked by hand. After M. Lackner and P. Skowron,
  /// “Multi-Winner Voting with Approval Preferences” (Springer 2023), chapter 2.
  private func example() throws -> ApprovalBallots {
    var ballots = ApprovalBallots(candidates: Candidate.numbered("abcdefg".map(String.init)))
    for (count, approvals) in [
      (3, [0, 1]), (3, [0, 2]), (2, [0, 3]), (1, [1, 2, 5]), (1, [4]), (1, [5]), (1, [6]),
    ] {
      try ballots.append(approvals, count: count)
    }
    return ballots
  }

  @Test("Sequential PAV, in exact fractions")
  func pav() throws {
    let outcome = try SequentialPAV(seats: 4, tieBreak: lot).tally(example())
    #expect(Set(outcome.winners) == [0, 1, 2, 5])
    #expect(outcome.stages[1].totals.map(\.description) == ["0", "2.5", "2.5", "1", "1", "2", "1"])
    #expect(outcome.stages[3].totals[5].description == "4/3")
    #expect(outcome.ties.map(\.candidates) == [[1, 2]])
    #expect(throws: TallyFault.self) {
      try SequentialPAV(seats: 4, tieBreak: .none).tally(example())
    }
  }

  @Test("Sequential Phragmén, in exact fractions")
  func phragmen() throws {
    let outcome = try SequentialPhragmen(seats: 4, tieBreak: lot).tally(example())
    #expect(Set(outcome.winners) == [0, 1, 2, 3])
    #expect(outcome.stages[0].totals[0].description == "0.125")
    #expect(outcome.stages[1].totals[1].description == "0.34375")
    #expect(outcome.stages[3].totals[3] == Rational(5, over: 8))
  }

  @Test("Equal shares buy one; Phragmén fills the seats that are left")
  func shares() throws {
    let bare = EqualShares(seats: 4, tieBreak: lot, isCompleted: false)
    #expect(try bare.tally(example()).winners == [0])
    let outcome = try EqualShares(seats: 4, tieBreak: lot).tally(example())
    #expect(outcome.winners.first == 0)
    #expect(outcome.winners.count == 4)
    // b's voters have 3 × 5/24 + 1/3 of the 1 that it costs; 1/24 is missing from four.
    #expect(outcome.stages[1].totals[1] == Rational(1, over: 96))
  }

  /// M. Brill, J.-F. Laslier and P. Skowron, “Multiwinner approval rules as apportionment methods”,
  /// Journal of Theoretical Politics 30 (2018): where voters approve of whole parties, sequential
  /// PAV and Phragmén give each party what d'Hondt does. The numbers are the usual example of
  /// d'Hondt's method: 100, 80, 30 and 20 thousand votes, eight seats, 4, 3, 1 and none.
  @Test("Parties get what d'Hondt gives them")
  func parties() throws {
    var ballots = ApprovalBallots(
      candidates: Candidate.numbered((0..<32).map { "P\($0 / 8).\($0 % 8)" }))
    for (party, votes) in [100, 80, 30, 20].enumerated() {
      try ballots.append(Array(party * 8..<party * 8 + 8), count: votes)
    }
    for outcome in [
      try SequentialPAV(seats: 8, tieBreak: lot).tally(ballots),
      try SequentialPhragmen(seats: 8, tieBreak: lot).tally(ballots),
      try EqualShares(seats: 8, tieBreak: lot).tally(ballots),
    ] {
      let seats = (0..<4).map { party in outcome.winners.count { $0 / 8 == party } }
      #expect(seats == [4, 3, 1, 0], "\(outcome.method)")
    }
  }

  @Test("Nobody is elected whom nobody approves of, save by PAV's lot")
  func empty() throws {
    var ballots = ApprovalBallots(candidates: Candidate.numbered(["A", "B"]))
    try ballots.append([0])
    #expect(try SequentialPhragmen(seats: 2, tieBreak: .none).tally(ballots).winners == [0])
    #expect(try EqualShares(seats: 2, tieBreak: .none).tally(ballots).winners == [0])
    #expect(try SequentialPAV(seats: 2, tieBreak: .none).tally(ballots).winners == [0, 1])
  }

  /// A group of n/k voters or more that agrees on a candidate is represented (justified
  /// representation; Brill and others 2017, Peters and Skowron 2020).
  @Test("Phragmén and equal shares represent every cohesive group")
  func justifiedRepresentation() throws {
    for election in RandomElections(seed: 31, count: 600) {
      let names = (0..<election.candidates).map { "C\($0)" }
      var ballots = ApprovalBallots(candidates: Candidate.numbered(names))
      let approvals = election.ballots.map { Array($0.prefix(2).joined()) }
      for ballot in approvals { try ballots.append(ballot) }
      let seats = min(2, election.candidates)
      for outcome in [
        try SequentialPhragmen(seats: seats, tieBreak: lot).tally(ballots),
        try EqualShares(seats: seats, tieBreak: lot).tally(ballots),
      ] {
        for candidate in 0..<election.candidates {
          let bare = approvals.count {
            $0.contains(candidate) && Set($0).isDisjoint(with: outcome.winners)
          }
          #expect(bare * seats < approvals.count, "\(outcome.method) \(approvals)")
        }
      }
    }
  }
}
