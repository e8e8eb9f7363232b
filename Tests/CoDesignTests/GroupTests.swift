import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct GroupTests {
  private static let cards = [
    "Night bus", "A roof", "Sunday library", "Bus lanes", "Story time", "Clean water",
  ]

  private func group(_ settings: JSONValue = [:]) throws -> Harness {
    try activity("group", settings, cards: Self.cards)
  }

  @Test func `cards are picked by label, range, search and tag, and named in one line`() throws {
    let harness = try group()
    try harness.change("c6") { $0.tags = ["health"] }
    try harness.run("put", ["line": "c2 ~bus Getting about"])
    #expect(try harness.give() == ["c2", "c1", "c4", "c3", "c5", "c6"])
    #expect(try harness.card("c4").tags == ["getting-about"])
    try harness.run("put", ["line": "c3,c5-6 Learning"])
    #expect(try harness.shown().contains("6 of 6 cards in a theme."))
    try harness.run("put", ["line": "#health ~\"story time\" Families"])
    #expect(try harness.card("c6").tags == ["health", "families"])
    try harness.expectToReopen()
  }

  @Test(arguments: [
    "c2, c4: Honest", "c2 and c4 Honest", "c2, c4 & Honest", "Honest: c2 c4", "Honest: c2, c4",
    "#health: Honest", "#health, Honest",
  ])
  func `cards before a name or behind it are read alike`(line: String) throws {
    let harness = try group()
    for card in ["c2", "c4"] as [CardID] { try harness.change(card) { $0.tags = ["health"] } }
    try harness.run("put", ["line": .string(line)])
    let name = line.contains("& H") ? "& Honest" : "Honest"
    #expect(try harness.card("c7").text == name)
    #expect(
      try ["c2", "c4"].map { try harness.card($0).tags } == [
        ["health", "honest"], ["health", "honest"],
      ])
    #expect(try harness.card("c1").tags == [])
  }

  @Test func `what is picked first is named by the next line`() throws {
    let harness = try group()
    let step = try harness.run("put", ["line": "c1-c2 ~lanes"])
    #expect(step.notice?.hasPrefix("3 cards picked.") == true)
    #expect(try harness.shown(.facilitator).contains("Picked: c1, c2 and c4."))
    try harness.run("put", ["line": "Getting about"])
    #expect(try harness.card("c4").tags == ["getting-about"])
    #expect(try harness.refusal("put", ["line": "Nothing picked"]).message.contains("No cards"))
  }

  @Test func `a number or the name joins a theme; a card has one theme`() throws {
    let harness = try group()
    try harness.run("put", ["line": "c1 Getting about"])
    try harness.run("put", ["line": "c3 Learning"])
    try harness.run("put", ["line": "c4 getting ABOUT"])
    try harness.run("put", ["line": "c3 1"])
    #expect(try harness.card("c3").tags == ["getting-about"])
    try harness.run("release", ["cards": ["c3"]])
    #expect(try harness.card("c3").tags == [])
    try harness.run("put", ["line": "* The rest"])
    #expect(try harness.card("c6").tags == ["the-rest"])
  }

  @Test func `a label that a card had before stays when it leaves the theme`() throws {
    let harness = try group()
    try harness.change("c1") { $0.tags = ["buses"] }
    try harness.run("put", ["line": "c1 c4 Buses"])
    try harness.run("release", ["cards": ["c1", "c4"]])
    #expect(try harness.card("c1").tags == ["buses"])
    #expect(try harness.card("c4").tags == [])
  }

  @Test func `renaming, joining and dissolving lose no card`() throws {
    let harness = try group()
    try harness.run("put", ["line": "c1 c2 Getting about"])
    try harness.run("put", ["line": "c3 c5 Learning"])
    try harness.run("rename", ["theme": 1, "name": "Getting home"])
    #expect(try harness.card("c1").tags == ["getting-home"])
    try harness.run("join", ["theme": 2, "into": 1])
    #expect(try harness.give().prefix(4) == ["c1", "c2", "c3", "c5"])
    #expect(try harness.card("c5").tags == ["getting-home"])
    try harness.run("dissolve", ["theme": 1])
    #expect(try harness.give() == ["c1", "c2", "c3", "c4", "c5", "c6"])
    #expect(harness.cards.filter { $0.activity == "a1" }.allSatisfy { $0.tags == [] })
    #expect(try harness.refusal("dissolve", ["theme": 1]).message == "There is no theme 1.")
  }

  @Test func `grouping taken up again, themes stand and new cards wait`() throws {
    let harness = try group()
    try harness.run("put", ["line": "c1 c4 Buses"])
    try harness.change("c6") { $0.hidden = "off topic" }
    try harness.expectToReopen()
    try harness.change("c6") { $0.hidden = nil }
    #expect(try harness.give() == ["c1", "c4", "c2", "c3", "c5", "c6"])
    #expect(try harness.shown().contains("Not grouped"))
  }

  @Test func `themes can go on as cards of their own`() throws {
    let harness = try group(["pass-on": "themes"])
    try harness.run("put", ["line": "c1 c4 Buses"])
    try harness.run("put", ["line": "c3 c5 Learning"])
    #expect(try harness.give().map { try harness.card($0).text } == ["Buses", "Learning"])
    try harness.run("rename", ["theme": 2, "name": "Reading"])
    try harness.run("dissolve", ["theme": 1])
    #expect(try harness.give().map { try harness.card($0).text } == ["Reading"])
  }

  @Test func `a number that is no theme's is a mistake, a year may be a name`() throws {
    let harness = try group()
    #expect(try harness.refusal("put", ["line": "c1 9"]).message == "There is no theme 9.")
    try harness.run("put", ["line": "c1 2030"])
    try harness.run("put", ["line": "* Others"])
    #expect(try harness.refusal("put", ["line": "*"]).message == "No card waits for a theme.")
    #expect(
      try harness.run("join", ["theme": 2, "into": 1]).notice == "“Others” is part of “2030” now.")
  }

  @Test func `near-duplicates are merged with both sources shown`() throws {
    let harness = try group()
    try harness.run("merge", ["cards": ["c1", "c4"]])
    #expect(try harness.shown().contains("c1  Night bus, also c4 “Bus lanes”"))
    #expect(try !harness.give().contains("c4"))
    try harness.run("split", ["card": "c4"])
    #expect(try harness.give().contains("c4"))
  }

  @Test(
    arguments: [
      ("c9 Name", "There is no card c9 here."), ("#none Name", "No card here has the tag #none."),
      ("~zebra Name", "No card here says “zebra”."),
      ("c1 ---", "A name needs a letter or a digit."),
      ("", "There is nothing in the line."),
    ])
  func `what can't be picked or named is told`(line: String, message: String) throws {
    #expect(try group().refusal("put", ["line": .string(line)]).message == message)
  }
}
