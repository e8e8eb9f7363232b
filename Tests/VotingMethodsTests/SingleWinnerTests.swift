import Testing
import VotingMethods

@Suite("Methods that read ballots from the top")
struct SingleWinnerTests {
  private let lot = TieBreak([.priorStage, .lot(seed: 1)])

  @Test("Tennessee: Memphis by plurality, Nashville in two rounds, Knoxville by instant runoff")
  func tennessee() throws {
    let ballots = try Textbook.tennessee()
    let plurality = try Plurality().tally(ballots)
    #expect(plurality.ranking == [[0], [1], [3], [2]])
    #expect(plurality.stages[0].totals == [42, 26, 15, 17])
    let rounds = try TwoRound().tally(ballots)
    #expect(rounds.winners == [1])
    #expect(rounds.stages.map(\.totals) == [[42, 26, 15, 17], [42, 58, 0, 0]])
    let runoff = try InstantRunoff(tieBreak: .none).tally(ballots)
    #expect(runoff.ranking == [[3], [0], [1], [2]])
    #expect(runoff.stages.map(\.totals) == [[42, 26, 15, 17], [42, 26, 0, 32], [42, 0, 0, 58]])
    #expect(runoff.stages[2].transfers == [.init(from: 1, to: 3, votes: 26)])
  }

  /// Electowiki, “Borda count”: Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107.
  @Test("Tennessee by Borda")
  func borda() throws {
    let outcome = try Borda().tally(Textbook.tennessee())
    #expect(outcome.stages[0].totals == [126, 194, 173, 107])
    #expect(outcome.winners == [1])
  }

  @Test("Borda: candidates left out share the points left")
  func truncatedBorda() throws {
    let ballots = try Textbook.election("ABCD", [(1, "A")])
    #expect(try Borda().tally(ballots).stages[0].totals == [3, 1, 1, 1])
    let two = try Textbook.election("ABC", [(1, "A")])
    #expect(try Borda().tally(two).stages[0].totals.map(\.description) == ["2", "0.5", "0.5"])
  }

  @Test("Ties in the runoff: the prior stage, a lot, or every universe")
  func ties() throws {
    let ballots = try Textbook.election("ABC", [(4, "AB"), (3, "BA"), (3, "CA")])
    #expect(throws: TallyFault.self) { try InstantRunoff(tieBreak: .none).tally(ballots) }
    let drawn = try InstantRunoff(tieBreak: lot).tally(ballots)
    #expect(drawn.winners == [0])
    #expect(drawn.ties.map(\.question) == [.exclusion])
    // B or C goes out; with B out, A has 7; with C out, A has 7 too.
    let universes = InstantRunoff(ties: .parallelUniverses(most: 100))
    #expect(try universes.tally(ballots).winners == [0])
    #expect(try universes.tally(ballots).ties.isEmpty)
    let even = try Textbook.election("AB", [(2, "AB"), (2, "BA")])
    #expect(try universes.tally(even).winners == [0, 1])
    #expect(try universes.tally(even).ties.map(\.resolution) == [.parallelUniverses])
    #expect(throws: TallyFault.tooManyUniverses(1)) {
      try InstantRunoff(ties: .parallelUniverses(most: 1)).tally(even)
    }
  }

  @Test("Equal ranks are refused by ballot")
  func equalRanks() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B"]))
    try ballots.append([[0]])
    try ballots.append([[0, 1]])
    #expect(throws: TallyFault.equalRanks(ballot: 1)) { try Plurality().tally(ballots) }
  }

  @Test("Nobody to vote for")
  func empty() {
    let ballots = RankedBallots(candidates: [])
    #expect(throws: TallyFault.noCandidates) { try Plurality().tally(ballots) }
    #expect(throws: TallyFault.noCandidates) { try Borda().tally(ballots) }
    #expect(throws: TallyFault.noCandidates) { try Schulze().tally(ballots) }
  }
}

@Suite("What theory promises of plurality, Borda and runoffs")
struct SingleWinnerProperties {
  private static let strict: [SmallElection] = {
    var elections = RandomElections(seed: 11, count: 800)
    elections.hasTies = false
    return Array(elections)
  }()

  /// N. Tideman 2006, chapter 13: a majority's favourite wins; a Condorcet loser doesn't.
  @Test("A majority's favourite wins, and a winner of instant runoff never loses to all")
  func majority() throws {
    for election in Self.strict {
      let ballots = try election.ranked()
      let first = election.ballots.compactMap { $0.first?.first }
      let universes = InstantRunoff(ties: .parallelUniverses(most: 1000))
      let runoff = try universes.tally(ballots).winners
      for candidate in 0..<election.candidates
      where 2 * first.count(where: { $0 == candidate }) > first.count {
        #expect(runoff == [candidate])
        #expect(try Plurality().tally(ballots).winners == [candidate])
        #expect(try TwoRound().tally(ballots).winners == [candidate])
      }
      let lot = TieBreak([.lot(seed: 5)])
      #expect(
        try runoff.contains(InstantRunoff(tieBreak: lot).tally(ballots).winners[0]))
    }
  }

  @Test("Neither names nor the order of ballots matter; raising a winner does no harm")
  func symmetry() throws {
    for election in RandomElections(seed: 12, count: 800) {
      var other = election.relabelled
      other.ballots.reverse()
      let winners = try Borda().tally(election.ranked()).winners
      let expected = winners.map { ($0 + 1) % election.candidates }.sorted()
      #expect(try Borda().tally(other.ranked()).winners == expected)
      for winner in winners {
        #expect(try Borda().tally(election.raised(winner).ranked()).winners.contains(winner))
      }
    }
    for election in Self.strict {
      let method = InstantRunoff(ties: .parallelUniverses(most: 1000))
      let expected = try method.tally(election.ranked()).winners
        .map { ($0 + 1) % election.candidates }.sorted()
      #expect(try method.tally(election.relabelled.ranked()).winners == expected)
      let winners = try Plurality().tally(election.ranked()).winners
      for winner in winners {
        #expect(try Plurality().tally(election.raised(winner).ranked()).winners.contains(winner))
      }
    }
  }
}
