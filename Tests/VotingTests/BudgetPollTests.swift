import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct BudgetPollTests {
  /// Three cards at 100, 200 and 300.
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("budget", settings, vote: [:]).harness(privacy)
  }

  @Test func `the paper has the costs and the budget`() throws {
    let harness = try poll([
      "budget": 1200, "method": "greedy-budget-threshold", "threshold": 2, "choices": 2,
    ])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.form) == [.chooseSome(0...2)])
    #expect(paper.questions[0].options.map(\.cost) == [100, 200, 300])
    #expect(paper.questions[0].prompt.contains("There is £1,200 in all."))
    #expect(
      paper.rule
        == CountingRule(
          "greedy-budget-threshold", of: "cards", budget: 1200, settings: ["threshold": "2"],
          currency: "£"))
  }

  @Test func `votes are counted as the method's own type counts them`() throws {
    let names = Candidate.numbered(["1", "2", "3"])
    let projects = zip(names, [100, 200, 300]).map { Project($0, cost: $1) }
    var ballots = BudgetBallots(projects: projects, budget: 400)
    let harness = try poll(["budget": 400])
    for vote in [[0, 1], [1, 2], [2], [2, 0]] {
      try ballots.append(vote.map { .init($0) })
      try harness.run("support", ["cards": .array(vote.map { .string("c\($0 + 1)") })])
    }
    harness.tell(.lot(5))
    let outcome = try EqualSharesBudget(tieBreak: TieBreak([.lot(seed: 5)])).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
    #expect(try harness.seen().contains("funded"))
  }

  @Test(arguments: [("£1,200", 1200), (" 1 200 ", 1200), ("1'200", 1200), ("900", 900)])
  func `a cost is read as people write it`(text: String, cost: Int) throws {
    let harness = try poll(["budget": 5000])
    try harness.change("c2") { $0.attributes["cost"] = text }
    #expect(try harness.paper()?.questions[0].options[1].cost == cost)
  }

  @Test(arguments: ["", "dear", "-5", "0", "1.5", "99999999999999999999", "٣٠٠"])
  func `without a cost that can be read a card can't be voted on, and that is told`(
    text: String
  ) throws {
    let harness = try poll(["budget": 5000])
    try harness.change("c2") { $0.attributes["cost"] = text }
    #expect(try harness.paper()?.questions[0].options.map(\.id) == ["c1", "c3"])
    let note = View.Block.note("Without a cost, and so not to be voted on: c2.", .warning)
    #expect(try harness.view().blocks.contains(note))
    let told = try harness.run("cost", ["card": "c2", "amount": 1500])
    #expect(told.notice == "c2 costs £1,500.")
    #expect(try harness.paper()?.questions[0].options.map(\.cost) == [100, 1500, 300])
  }

  @Test func `costs stay as they were once somebody has voted`() throws {
    let harness = try poll(["budget": 5000], privacy: "open")
    try harness.run("support", ["cards": ["c1"]], as: "Ruth")
    #expect(throws: Refusal.self) { try harness.run("cost", ["card": "c2", "amount": 1]) }
    #expect(throws: Refusal.self) {
      try self.poll(["budget": 1]).run("cost", ["card": "c9", "amount": 1])
    }
  }

  @Test func `without money or costs nobody can vote, and the mend is told`() throws {
    let poor = try poll([:], privacy: "open")
    let nothing = try #require(throws: Refusal.self) {
      try poor.run("support", ["cards": ["c1"]], as: "Ruth")
    }
    #expect(nothing.message == "There is nothing to spend: the budget of this activity is 0.")
    #expect(try poor.view().blocks.contains(.note(nothing.message, .warning)))
    let unpriced = try poll(["budget": 9], privacy: "open")
    for card in unpriced.cards { try unpriced.change(card.id) { $0.attributes = [:] } }
    let dear = try #require(throws: Refusal.self) {
      try unpriced.run("support", ["cards": ["c1"]], as: "Ruth")
    }
    #expect(
      dear == Refusal("There is nothing to vote on: no card has a cost.", hint: "/cost c3 900"))
  }
}
