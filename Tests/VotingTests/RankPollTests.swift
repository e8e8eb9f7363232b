import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct RankPollTests {
  private func poll(
    _ settings: JSONValue, privacy: String = "sealed", cards: Int = 4
  ) throws -> Harness {
    try PollKind("rank", settings, vote: [:]).harness(
      privacy, cards: (1...cards).map { "Card \($0)" })
  }

  @Test(
    arguments: [
      ("schulze", true, 0, PaperForm.rank(atMost: 4, allowsTies: true)),
      ("schulze", false, 2, .rank(atMost: 2, allowsTies: false)),
      ("irv", true, 9, .rank(atMost: 4, allowsTies: false)),
      ("scottish-stv", true, 0, .rank(atMost: 4, allowsTies: false)),
    ])
  func `the paper takes ties where the method does`(
    method: String, ties: Bool, places: Int, form: PaperForm
  ) throws {
    let harness = try poll([
      "method": .string(method), "allow-ties": .bool(ties), "places": .integer(places),
      "winners": 2,
    ])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.form) == [form])
    #expect(
      paper.rule == CountingRule(method, of: "order", seats: method == "scottish-stv" ? 2 : 1))
  }

  private static let votes: [[[Int]]] = [
    [[0], [1], [2, 3]], [[1], [2], [0]], [[2, 0], [1]], [[3], [1]], [[1, 3], [2]],
  ]

  private static func field(_ ranks: [[Int]]) -> JSONValue {
    .array(ranks.map { .array($0.map { .string("c\($0 + 1)") }) })
  }

  @Test func `orders are counted as the method's own type counts them`() throws {
    var ballots = RankedBallots(candidates: Candidate.numbered(["1", "2", "3", "4"]))
    let harness = try poll([:])
    for vote in Self.votes {
      try ballots.append(vote)
      try harness.run("rank", ["order": Self.field(vote)])
    }
    harness.tell(.lot(5))
    let outcome = try Schulze(tieBreak: TieBreak([.lot(seed: 5)])).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
    #expect(try harness.view().blocks.contains(.heading("Result: Schulze", level: 2)))
  }

  @Test func `several are elected in proportion, and the report has every stage`() throws {
    let votes: [[[Int]]] = Self.votes.map { $0.joined().map { [$0] } }
    var ballots = RankedBallots(candidates: Candidate.numbered(["1", "2", "3", "4"]))
    let harness = try poll(["method": "scottish-stv", "winners": 2])
    for vote in votes {
      try ballots.append(vote)
      try harness.run("rank", ["order": Self.field(vote)])
    }
    harness.tell(.lot(5))
    let rules = TieBreak([.priorStage, .lot(seed: 5)])
    let outcome = try ScottishSTV(seats: 2, tieBreak: rules).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
    #expect(
      try harness.view(for: .report).blocks.contains(.heading("All stages", level: 3))
        == (outcome.stages.count > 1))
  }

  @Test func `a tie without which nothing can be told asks for a lot`() throws {
    let harness = try poll(["method": "irv"], privacy: "open", cards: 3)
    for (person, card) in [("Ruth", 0), ("Roger", 1), ("Mike", 2)] {
      try harness.run("rank", ["order": Self.field([[card]])], as: person)
    }
    try harness.run("reveal")
    #expect(try harness.give() == [])
    let notes = try harness.view().blocks.compactMap { block -> String? in
      if case .note(let text, _) = block { text } else { nil }
    }
    #expect(notes.first?.contains("are tied") == true)
    #expect(notes.last == "Let the room draw a number, and break the tie by it: /reveal 42.")
    try harness.run("reveal", ["lot": 42])
    #expect(try harness.give().count == 1)
  }

  @Test func `a shared place is refused where it can't be counted`() throws {
    let harness = try poll(["method": "irv"], privacy: "open")
    let refusal = try #require(throws: Refusal.self) {
      try harness.run("rank", ["order": [["c1", "c2"]]], as: "Ruth")
    }
    #expect(refusal.message == "Two cards share a place, and here every card has one of its own.")
    #expect(throws: Refusal.self) {
      try harness.run("rank", ["order": [["c1"], ["c1"]]], as: "Ruth")
    }
  }
}

/// Every method that the exercise offers counts a room's rankings as it counts a file's.
@Suite struct RankPollMethodTests {
  private static let votes = [
    [0, 1, 2, 3], [0, 2, 1, 3], [1, 0, 3, 2], [0, 3, 2, 1], [2, 1, 0, 3],
  ]

  @Test(
    arguments: [
      "schulze", "ranked-pairs", "minimax", "copeland", "borda", "irv", "two-round",
      "scottish-stv", "meek-stv", "wig-stv", "nanson", "baldwin", "benham", "smith-irv",
      "tideman-alternative", "coombs", "bucklin", "ers97-stv", "northern-ireland-stv",
    ])
  func `a room's count is that of its method`(method: String) throws {
    let harness = try PollKind("rank", ["method": .string(method)], vote: [:]).harness(
      "sealed", cards: (1...4).map { "Card \($0)" })
    var ballots = RankedBallots(candidates: Candidate.numbered(["1", "2", "3", "4"]))
    for vote in Self.votes {
      try ballots.append(vote.map { [$0] })
      try harness.run(
        "rank", ["order": .array(vote.map { .array([.string("c\($0 + 1)")]) })])
    }
    harness.tell(.lot(5))
    let id = try #require(MethodID(rawValue: method))
    let outcome = try CountRequest(id, tieBreak: TieBreak([.lot(seed: 5)]))
      .tally(Election(ballots: .rankings(ballots)))
    #expect(outcome.winners == [0])
    #expect(try harness.give() == ["c1"])
  }
}
