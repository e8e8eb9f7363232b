import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct ChoosePollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("choose", settings, vote: [:]).harness(privacy)
  }

  @Test(
    arguments: [
      ("plurality", 3, 2, PaperForm.chooseOne, 1), ("sntv", 2, 2, .chooseOne, 2),
      ("block", 2, 0, .chooseSome(0...2), 2), ("block", 2, 1, .chooseOne, 2),
      ("approval", 1, 0, .chooseSome(0...3), 1), ("approval", 9, 2, .chooseSome(0...2), 3),
      ("seq-pav", 2, 9, .chooseSome(0...3), 2),
    ])
  func `the paper asks as the method counts`(
    method: String, winners: Int, choices: Int, form: PaperForm, seats: Int
  ) throws {
    let harness = try poll([
      "method": .string(method), "winners": .integer(winners), "choices": .integer(choices),
    ])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.form) == [form])
    #expect(paper.questions[0].isRequired)
    #expect(paper.rule == CountingRule(method, of: "cards", seats: seats))
  }

  @Test func `one that was chosen on the paper is a card of the action`() throws {
    let harness = try poll(["method": "plurality"])
    try harness.reveal(
      ["c2", "c2", "c1"].map { Ballot(.answers(["cards": .string($0)])) } + [Ballot(.blank)],
      lot: 1)
    #expect(try harness.give() == ["c2"])
    #expect(
      try harness.bars() == [
        "c2 Training: 2 first preferences, chosen ✓", "c1 Guide: 1 first preference",
        "c3 Time: 0 first preferences",
      ])
    #expect(try harness.lastWords().hasPrefix("3 ballots were counted. What is marked"))
  }

  @Test func `approvals are counted as the method's own type counts them`() throws {
    let votes: [[Int]] = [[0, 1], [1, 2], [1], [2, 0], []]
    var ballots = ApprovalBallots(candidates: Candidate.numbered(["Guide", "Training", "Time"]))
    let harness = try poll(["winners": 2])
    for vote in votes {
      try ballots.append(vote)
      try harness.run("choose", ["cards": .array(vote.map { .string("c\($0 + 1)") })])
    }
    harness.tell(.lot(5))
    let outcome = try Approval(seats: 2, tieBreak: TieBreak([.lot(seed: 5)])).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
  }

  @Test func `a tie in an open poll is told, and all who tie go on`() throws {
    let harness = try poll([:], privacy: "open")
    try harness.run("choose", ["cards": ["c1"]], as: "Ruth")
    try harness.run("choose", ["cards": ["c3"]], as: "Mike")
    try harness.run("reveal")
    #expect(try harness.give() == ["c1", "c3"])
    #expect(
      try harness.bars().prefix(2) == ["c1 Guide: 1 approval, tied", "c3 Time: 1 approval, tied"])
    #expect(try harness.lastWords().hasSuffix("more than 1 because of a tie."))
    #expect(try harness.view().blocks.contains(.heading("Ties", level: 3)))
  }

  @Test func `a tie in a secret poll goes by its lot, and that is told`() throws {
    let harness = try poll([:])
    for card in ["c1", "c3"] as [JSONValue] { try harness.run("choose", ["cards": [card]]) }
    harness.tell(.lot(5))
    #expect(try harness.give().count == 1)
    #expect(try harness.view().blocks.contains(.heading("Ties", level: 3)))
  }

  @Test func `more than may be chosen is refused`() throws {
    let harness = try poll(["method": "plurality"], privacy: "open")
    let refusal = try #require(throws: Refusal.self) {
      try harness.run("choose", ["cards": ["c1", "c2"]], as: "Ruth")
    }
    #expect(
      refusal
        == Refusal(
          "That is 2 cards; it may be 1 at most.", field: "cards", hint: "Take 1 card away."))
    #expect(throws: Refusal.self) {
      try self.poll([:]).run("choose", ["cards": ["c1", "c1"]], as: "Ruth")
    }
  }

  @Test func `a card that nobody chose does not go on`() throws {
    let harness = try poll(["method": "seq-pav", "winners": 3])
    try harness.run("choose", ["cards": ["c2"]])
    harness.tell(.lot(5))
    #expect(try harness.give() == ["c2"])
  }
}
