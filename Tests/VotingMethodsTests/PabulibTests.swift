import Foundation
import Testing
import VotingMethods

@Suite("Reading Pabulib")
struct PabulibTests {
  private let text = """
    META
    key;value
    budget;1000,00
    num_projects;2
    num_votes;3
    vote_type;ordinal
    max_length;3
    PROJECTS
    project_id;cost;name;selected
    a/1;600;"A ""great""; park";1
    b;500;Bench;2
    VOTES
    voter_id;vote;age
    1;a/1,b;30
    2;b;
    3;;41

    """

  private func read(_ text: String) throws(ReadingFault) -> Pabulib {
    try Pabulib(reading: [UInt8](text.utf8))
  }

  @Test("Projects, marks, points of an ordinal vote, quotes and line ends")
  func everything() throws {
    for text in [text, text.split(separator: "\n").joined(separator: "\r\n")] {
      let file = try read(text)
      #expect(file.ballots.budget == 1000)
      #expect(file.ballots.projects.map(\.candidate.id) == ["a/1", "b"])
      #expect(file.ballots.projects[0].candidate.name == #"A "great"; park"#)
      #expect(file.ballots.projects.map(\.cost) == [600, 500])
      #expect(file.selected == [0])
      #expect(file.fundedOtherwise == [1])
      #expect(file.ballots.scores == [3, 5])
      #expect(file.ballots.approvals.counts == [1, 1, 1])
      #expect(try GreedyBudget().tally(file.ballots).winners == [1])
    }
  }

  @Test(
    "A malformed file is told by line and what was expected",
    arguments: [
      ("META\n", "MATE\n", 1, ReadingFault.Expectation.section("META")),
      ("VOTES\n", "VOTERS\n", 12, .field("cost")),
      ("600", "6oo", 10, .field("cost")),
      ("a/1,b;30", "a/1,c;30", 14, .knownProject),
      ("vote_type;ordinal", "vote_type;ranking", 6, .voteType),
      ("1000,00", "1.000,00", 3, .field("budget")),
      ("b;500", "a/1;500", 11, .projectOnce),
      ("num_votes;3", "num_votes;4", 5, .inAll("4")),
      ("project_id", "id", 9, .column("project_id")),
      ("park\"", "park", 10, .closingQuote),
    ])
  func faults(
    _ part: String, _ other: String, _ line: Int, _ expected: ReadingFault.Expectation
  ) {
    let changed = text.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: other)
    let fault = #expect(throws: ReadingFault.self) { try read(changed) }
    #expect(fault?.expected == expected)
    #expect(fault?.line == line)
  }
}

@Suite("City budgets from Pabulib")
struct CityBudgets {
  @Test(
    "The rule that each file names funds what was funded",
    .enabled(
      if: !SharedData.files(in: SharedData.pabulib, ending: ".pb").isEmpty,
      "../shared/data/pabulib is not there: no city's budget is checked"))
  func all() throws {
    let files = SharedData.files(in: SharedData.pabulib, ending: ".pb")
    for file in files {
      let election = try Pabulib(reading: SharedData.bytes(file))
      let name = file.lastPathComponent
      let method = try #require(rule(of: election), "\(name)")
      var funded = Set(election.selected ?? [])
      if case .stopOrTopUp = method.unaffordable { funded.formUnion(election.fundedOtherwise) }
      #expect(try results(method, election.ballots).contains(funded), "\(name)")
    }
  }

  /// What the rule funds. Warsaw had to break a tie in 2018, how is not known; there, all that a
  /// lot can give.
  private func results(
    _ method: GreedyBudget, _ ballots: BudgetBallots
  ) throws -> Set<Set<Int>> {
    do {
      return [Set(try method.tally(ballots).winners)]
    } catch TallyFault.unbrokenTie(let tie) {
      #expect(tie.candidates.count == 2)
      return Set(
        try (0..<UInt64(16)).map { seed in
          var drawn = method
          drawn.tieBreak = TieBreak([.lot(seed: seed)])
          return Set(try drawn.tally(ballots).winners)
        })
    }
  }

  private func rule(of election: Pabulib) -> GreedyBudget? {
    let threshold = election.meta["min_project_score_threshold"].flatMap { Int($0) }
    switch election.meta["rule"] {
    case "greedy": return GreedyBudget()
    case "greedy-threshold": return GreedyBudget(threshold: threshold)
    case "greedy-no-skip": return GreedyBudget(unaffordable: .stop, threshold: threshold)
    case "greedy-custom": return GreedyBudget(unaffordable: .stopOrTopUp(percent: 80))
    default: return nil
    }
  }
}

@Suite("Seats for parties")
struct ApportionmentTests {
  private func seats(_ outcome: Outcome) -> [Int] {
    outcome.candidates.indices.map { party in outcome.winners.count { $0 == party } }
  }

  /// Wikipedia, “D'Hondt method”: 100, 80, 30 and 20 thousand, eight seats; and “Sainte-Laguë
  /// method”: 53, 24 and 23 thousand, seven seats.
  @Test("The usual examples")
  func examples() throws {
    let four = PartyVotes(
      Candidate.numbered(["A", "B", "C", "D"]), votes: [100_000, 80_000, 30_000, 20_000])
    #expect(seats(try DHondt(seats: 8).tally(four)) == [4, 3, 1, 0])
    #expect(seats(try SainteLague(seats: 8).tally(four)) == [3, 3, 1, 1])
    let three = PartyVotes(
      Candidate.numbered(["A", "B", "C"]), votes: [53_000, 24_000, 23_000])
    #expect(seats(try SainteLague(seats: 7).tally(three)) == [3, 2, 2])
    #expect(seats(try DHondt(seats: 7).tally(three)) == [4, 2, 1])
  }

  @Test("Equal quotients: all get a seat, or a lot decides")
  func ties() throws {
    let votes = PartyVotes(Candidate.numbered(["A", "B"]), votes: [10, 10])
    #expect(seats(try DHondt(seats: 2).tally(votes)) == [1, 1])
    #expect(throws: TallyFault.self) { try DHondt(seats: 3).tally(votes) }
    let drawn = try DHondt(seats: 3, tieBreak: TieBreak([.lot(seed: 9)])).tally(votes)
    #expect(drawn.winners.count == 3)
    #expect(drawn.ties.map(\.stage) == [1])
  }
}
