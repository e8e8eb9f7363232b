import Testing
import VotingMethods

/// Elections published with their outcomes.
enum Textbook {
  static func election(_ names: String, _ ballots: [(Int, String)]) throws -> RankedBallots {
    let letters = names.map(String.init)
    var result = RankedBallots(candidates: Candidate.numbered(letters))
    for (count, ballot) in ballots {
      let ranks = ballot.map { letters.firstIndex(of: String($0)) ?? -1 }
      try result.append(ranks.map { [$0] }, count: count)
    }
    return result
  }

  /// Schulze 2011, example 1 (45 voters, five candidates): E > A > C > B > D.
  static func schulze() throws -> RankedBallots {
    try election(
      "ABCDE",
      [
        (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"),
        (7, "DCEBA"), (8, "EBADC"),
      ])
  }

  /// The capital of Tennessee, the usual example of the literature (electowiki, “Tennessee
  /// example”): Memphis leads, Knoxville wins by instant runoff, Nashville beats the others.
  static func tennessee() throws -> RankedBallots {
    try election("MNCK", [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")])
  }
}

@Suite("Condorcet methods")
struct CondorcetTests {
  private func names(_ outcome: Outcome) -> [String] {
    outcome.winners.map { outcome.candidates[$0].name }
  }

  @Test("Schulze's first example")
  func schulze() throws {
    let outcome = try Schulze().tally(Textbook.schulze())
    #expect(outcome.ranking == [[4], [0], [2], [1], [3]])
    #expect(outcome.winners == [4])
    #expect(outcome.pairwise[0] == [0, 20, 26, 30, 22])
    #expect(outcome.pairwise[4] == [23, 27, 21, 31, 0])
  }

  @Test("Nashville beats every other city")
  func tennessee() throws {
    let ballots = try Textbook.tennessee()
    for outcome in [
      try Schulze().tally(ballots), try RankedPairs().tally(ballots),
      try Minimax().tally(ballots), try Copeland().tally(ballots), try SmithSet().tally(ballots),
    ] {
      #expect(names(outcome) == ["N"], "\(outcome.method)")
      #expect(outcome.ties.isEmpty)
    }
    #expect(try RankedPairs().tally(ballots).ranking == [[1], [2], [3], [0]])
  }

  /// Condorcet's circle A > B > C > A, here by 7, 9 and 3.
  @Test("In a circle the weakest victory gives way")
  func circle() throws {
    let ballots = try Textbook.election("ABC", [(8, "ABC"), (6, "BCA"), (5, "CAB")])
    #expect(try RankedPairs().tally(ballots).ranking == [[0], [1], [2]])
    #expect(try Schulze().tally(ballots).winners == [0])
    #expect(try Minimax().tally(ballots).stages[0].totals == [-3, -7, -9])
    #expect(try SmithSet().tally(ballots).winners == [0, 1, 2])
    #expect(try Copeland().tally(ballots).winners == [0, 1, 2])
    #expect(try Copeland().tally(ballots).ties.map(\.resolution) == [.unbroken])
  }

  @Test("A perfect circle is a tie of all, and a lot breaks it")
  func perfectCircle() throws {
    let ballots = try Textbook.election("ABC", [(1, "ABC"), (1, "BCA"), (1, "CAB")])
    let lot = TieBreak([.lot(seed: 7)])
    let favoured = Lot(seed: 7, candidates: 3).order[0]
    for (open, broken) in [
      (try Schulze().tally(ballots), try Schulze(tieBreak: lot).tally(ballots)),
      (try RankedPairs().tally(ballots), try RankedPairs(tieBreak: lot).tally(ballots)),
      (try Minimax().tally(ballots), try Minimax(tieBreak: lot).tally(ballots)),
      (try Copeland().tally(ballots), try Copeland(tieBreak: lot).tally(ballots)),
    ] {
      #expect(open.winners == [0, 1, 2])
      #expect(open.ties.map(\.resolution) == [.unbroken])
      #expect(broken.winners == [favoured], "\(broken.method)")
      #expect(broken.ties.map(\.candidates) == [[0, 1, 2]])
      #expect(broken.ties.map(\.resolution) == [.lot(seed: 7)])
    }
  }

  @Test("Ranked alike or left out is no preference")
  func matrix() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D"]))
    try ballots.append([[1], [0, 2]], count: 3)
    let matrix = PairwiseMatrix(ballots)
    let rows = (0..<4).map { row in (0..<4).map { matrix[row, $0] } }
    #expect(rows == [[0, 0, 0, 3], [3, 0, 3, 3], [0, 0, 0, 3], [0, 0, 0, 0]])
  }
}

@Suite("What theory promises of Condorcet methods")
struct CondorcetProperties {
  private static let elections = Array(RandomElections(seed: 3, count: 1500))

  private func all(_ election: SmallElection) throws -> [Outcome] {
    let ballots = try election.ranked()
    return try [
      Schulze().tally(ballots), RankedPairs().tally(ballots), SmithSet().tally(ballots),
      Minimax().tally(ballots), Copeland().tally(ballots),
    ]
  }

  @Test("A Condorcet winner wins alone; Schulze, ranked pairs and Copeland stay in the Smith set")
  func winners() throws {
    for election in Self.elections {
      let ballots = try election.ranked()
      let outcomes = try all(election)
      if let winner = PairwiseMatrix(ballots).condorcetWinner {
        for outcome in outcomes { #expect(outcome.winners == [winner], "\(outcome.method)") }
      }
      let smith = Set(outcomes[2].winners)
      for outcome in outcomes where outcome.method != .minimax {
        #expect(smith.isSuperset(of: outcome.winners), "\(outcome.method), \(election.ballots)")
      }
    }
  }

  @Test("Neither names nor the order of ballots matter")
  func relabelling() throws {
    for election in Self.elections {
      var other = election.relabelled
      other.ballots.reverse()
      for (one, two) in zip(try all(election), try all(other)) {
        let expected = one.winners.map { ($0 + 1) % election.candidates }.sorted()
        #expect(two.winners.sorted() == expected, "\(one.method), \(election.ballots)")
      }
    }
  }

  /// Schulze 2011, section 4.4: a single winner does not win the reversed ballots too. With equal
  /// ranks this is promised for margins.
  @Test("Schulze's single winner loses when every ballot is turned round")
  func reversal() throws {
    for election in Self.elections {
      let method = Schulze(strength: .margins)
      let one = try method.tally(election.ranked())
      guard one.winners.count == 1 else { continue }
      #expect(try method.tally(election.reversed.ranked()).winners != one.winners)
    }
  }

  @Test("A winner whom a voter raises still wins")
  func monotonicity() throws {
    for election in Self.elections {
      for winner in try Schulze().tally(election.ranked()).winners {
        let raised = try election.raised(winner).ranked()
        #expect(try Schulze().tally(raised).winners.contains(winner))
      }
      for winner in try Minimax().tally(election.ranked()).winners {
        #expect(try Minimax().tally(election.raised(winner).ranked()).winners.contains(winner))
      }
    }
  }
}
