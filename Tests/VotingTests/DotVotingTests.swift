import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct DotVotingTests {
  private static let people = ["Ruth", "Roger", "Mike"]

  private func vote(
    settings: JSONValue = [:], cards: [String] = ["Guide", "Training", "Time", "Trust"]
  ) throws -> Harness {
    try Harness(
      plugin, exercise: "dot-voting", focus: "Where do we begin?", settings: settings,
      cards: cards, people: Self.people)
  }

  private func refusal(
    _ harness: Harness, _ dots: JSONValue, by person: String = "Ruth"
  ) throws -> Refusal {
    try #require(throws: Refusal.self) { try harness.run("dots", ["dots": dots], as: person) }
  }

  @Test func `nobody has more dots than the others`() throws {
    let harness = try vote(settings: ["dots": 3, "max-per-card": 2])
    #expect(
      try refusal(harness, ["c1": 2, "c2": 2])
        == Refusal("That is 4 dots, and there are 3.", field: "dots", hint: "Take 1 dot away."))
    #expect(
      try refusal(harness, ["c3": 3])
        == Refusal(
          "c3 has 3 dots; one card may have 2.", field: "dots", hint: "Spread the others."))
    #expect(
      try harness.run("dots", ["dots": ["c1": 2, "c2": 1]], as: "Ruth").notice
        == "Ruth has voted. All dots are placed.")
  }

  @Test func `only what came in can be voted on`() throws {
    let harness = try vote()
    #expect(
      try refusal(harness, ["c9": 1, "c10": 1]).message == "c9 is not one of the cards to vote on.")
    let empty = try vote(cards: [])
    #expect(
      try refusal(empty, ["c1": 1]).message == "There is nothing to vote on: no cards came in.")
  }

  @Test func `a hidden card can neither be voted on nor win`() throws {
    let harness = try vote()
    try harness.run("dots", ["dots": ["c1": 2, "c2": 1]], as: "Ruth")
    try harness.change("c1") { $0.hidden = "off topic" }
    let refused = try refusal(harness, ["c1": 1], by: "Roger")
    #expect(refused.message == "c1 is not one of the cards to vote on.")
    #expect(refused.hint == "They are c2, c3, c4.")
    try harness.run("reveal")
    #expect(try harness.give() == ["c2"])
    #expect(try harness.bars().contains { $0.contains("c1") } == false)
  }

  @Test func `a second vote takes the place of the first`() throws {
    let harness = try vote()
    try harness.run("dots", ["dots": ["c1": 2, "c2": 1]], as: "Ruth")
    let again = try harness.run("dots", ["dots": ["c3": 1]], as: "Ruth")
    #expect(
      again.notice == "Ruth has voted again, in place of the first time. 2 dots not used.")
    try harness.run("reveal")
    #expect(try harness.bars()[0] == "c3 Time: 1 dot, chosen ✓")
    #expect(try harness.give() == ["c3"])
  }

  @Test func `those with the most go on, and whoever ties with the last of them`() throws {
    let harness = try vote(settings: ["winners": 2])
    try harness.run("dots", ["dots": ["c1": 2, "c2": 1]], as: "Ruth")
    try harness.run("dots", ["dots": ["c1": 1, "c3": 1]], as: "Roger")
    try harness.run("reveal")
    #expect(try harness.give() == ["c1", "c2", "c3"])
    #expect(
      try harness.bars() == [
        "c1 Guide: 3 dots, chosen ✓", "c2 Training: 1 dot, tied", "c3 Time: 1 dot, tied",
        "c4 Trust: 0 dots",
      ])
    #expect(
      try harness.lastWords()
        == "2 people have voted. What is marked goes on to the next activity, "
        + "more than 2 because of a tie.")
  }

  @Test func `a card without a dot does not go on`() throws {
    let harness = try vote(settings: ["winners": 4])
    try harness.run("dots", ["dots": ["c4": 1]], as: "Ruth")
    try harness.run("reveal")
    #expect(try harness.give() == ["c4"])
  }

  @Test func `the vote is closed while the count is shown, and can be opened again`() throws {
    let harness = try vote()
    let early = try #require(throws: Refusal.self) { try harness.run("reveal") }
    #expect(early.message == "Nobody has voted yet.")
    let open = try #require(throws: Refusal.self) { try harness.run("reopen") }
    #expect(open.message == "The vote is open.")
    try harness.run("dots", ["dots": ["c1": 1]], as: "Ruth")
    try harness.run("reveal")
    #expect(try refusal(harness, ["c2": 1]).hint == "/reopen lets people vote again.")
    #expect(throws: Refusal.self) { try harness.run("reveal") }
    try harness.run("reopen")
    #expect(try harness.give() == [])
    try harness.run("dots", ["dots": ["c2": 1]], as: "Ruth")
  }

  @Test func `the room may draw a number to break a tie, at once or afterwards`() throws {
    let (early, late) = (try vote(settings: ["winners": 1]), try vote(settings: ["winners": 1]))
    for harness in [early, late] {
      try harness.run("dots", ["dots": ["c1": 1, "c2": 1, "c3": 1]], as: "Ruth")
    }
    try early.run("reveal", ["lot": 42])
    try late.run("reveal")
    #expect(try late.give() == ["c1", "c2", "c3"])
    try late.run("reveal", ["lot": 42])
    let order = Lot(seed: 42, candidates: 4).order
    let first = try #require(order.first { $0 < 3 })
    #expect(try late.give() == [CardID("c\(first + 1)")])
    #expect(try early.give() == late.give())
    #expect(throws: Refusal.self) { try late.run("reveal", ["lot": 43]) }
  }

  @Test func `votes of before there were secret polls are read as they were`() throws {
    let harness = try vote()
    harness.tell(
      .recorded(["voted": ["_0": "p1", "_1": ["c2": 2]]], at: Harness.start))
    harness.tell(.recorded(["revealed": [:]], at: Harness.start))
    #expect(try harness.give() == ["c2"])
    let old: JSONValue = ["ballots": ["p1": ["c3": 1]], "isRevealed": true]
    try harness.reopen(from: SavedState(version: 1, data: old))
    #expect(try harness.give() == ["c3"])
  }

  @Test(arguments: [(3, 2, 2), (1, 5, 1)])
  func `the paper has as many dots as everybody`(dots: Int, cap: Int, most: Int) throws {
    let harness = try vote(
      settings: [
        "dots": .integer(dots), "max-per-card": .integer(cap), "winners": 9, "privacy": "sealed",
      ])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.form) == [.dots(total: dots, perOption: most)])
    #expect(
      paper.questions[0].prompt
        == "Where do we begin?\nEverybody has \(dots == 1 ? "1 dot" : "\(dots) dots"), at most "
        + "\(cap) on one card.")
    #expect(
      paper.rule
        == CountingRule(
          "dots", of: "dots", seats: 4, settings: ["dots": "\(dots)", "cap": "\(most)"]))
  }
}
