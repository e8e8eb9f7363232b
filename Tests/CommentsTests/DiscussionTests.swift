import Comments
import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct DiscussionTests {
  private func discussion(
    settings: JSONValue = [:], cards: [String] = []
  ) throws -> Harness {
    try Harness(
      plugin, exercise: "discussion", focus: "What do we need?", settings: settings, cards: cards,
      people: ["Ruth", "Roger"])
  }

  /// Says each text, `(text, label of the card that it answers)`.
  @discardableResult private func say(
    _ harness: Harness, _ texts: [(String, String?)], as person: String? = "Ruth"
  ) throws -> [CardID] {
    try texts.flatMap { text, reply in
      try harness.run(
        "say", ["text": .string(text), "reply": reply.map(JSONValue.string)], as: person
      ).cards
    }
  }

  @Test func `replies stand under what they answer`() throws {
    let harness = try discussion()
    let labels = try say(
      harness, [("One", nil), ("Two", nil), ("To one", "c1"), ("To that", "c3")])
    #expect(labels == ["c1", "c2", "c3", "c4"])
    #expect(
      try harness.outline() == [
        "c1 One – Ruth", ". c3 To one – Ruth", ". . c4 To that – Ruth", "c2 Two – Ruth",
      ])
    #expect(throws: Refusal.self) { try say(harness, [("To nothing", "c9")]) }
  }

  @Test
  func `who has spoken is told, also of what is hidden, and nothing of what came from elsewhere`()
    throws
  {
    let harness = try discussion()
    try say(harness, [("One", nil), ("Two", nil)])
    try say(harness, [("Three", nil)], as: nil)
    try harness.run("hide", ["card": "c1", "reason": "x"])
    let told = "1 of 2 has spoken. 1 contribution has no name."
    #expect(try harness.view().blocks.contains(.text(told)))
    #expect(try !harness.view().json.text().contains("Not yet"))
    #expect(try harness.view(for: .facilitator).blocks.last == .note("Not yet: Roger", .hint))
    for id in ["c1", "c2", "c3"] as [CardID] {
      try harness.change(id) { $0.attributes["posted"] = "12 October" }
    }
    #expect(try !harness.view(for: .facilitator).json.text().contains("spoken"))
  }

  @Test func `a card that came in can be answered`() throws {
    let harness = try discussion(cards: ["Guide"])
    try say(harness, [("Yes", "c1")])
    #expect(try harness.outline() == ["c2 Yes – Ruth"])
    #expect(try harness.view().blocks.contains(.list(["c1  Guide"], ordered: false)))
  }

  @Test func `a chain of thousands is neither cut nor nested without end`() throws {
    let harness = try discussion()
    try say(harness, [("Deep", nil)])
    for number in 1..<3000 { try say(harness, [("Deep", "c\(number)")]) }
    for audience in Audience.allCases {
      let view = try harness.view(for: audience)
      let bytes = view.json.serialized()
      #expect(try View(json: JSONValue(parsing: bytes, maximumDepth: 28), path: "view") == view)
    }
    let outline = try harness.outline()
    #expect(outline.count == 3000)
    #expect(outline[2999].hasSuffix("c3000 Deep – Ruth (answers c2999)"))
    #expect(try harness.give().count == 3000)
    try harness.run("sort", ["order": "busiest"])
    #expect(try harness.outline().count == 3000)
  }

  @Test(arguments: [
    ("We agree #skills #youth", "We agree", ["skills", "youth"]),
    ("We agree  #skills \n", "We agree", ["skills"]),
    ("#1 is the guide", "#1 is the guide", []),
    ("We are #1", "We are #1", []),
    ("Twice #a #a", "Twice", ["a"]),
    ("#skills", "#skills", []),
    ("A # b", "A # b", []), ("C#", "C#", []),
    ("Gwasanaethau #iaith-gymraeg", "Gwasanaethau", ["iaith-gymraeg"]),
    ("Mixed #a and #b", "Mixed #a and", ["b"]),
  ])
  func `tags at the end become labels`(text: String, words: String, tags: [String]) throws {
    let harness = try discussion()
    try say(harness, [(text, nil)])
    #expect(try harness.card("c1").text == words)
    #expect(try harness.card("c1").tags == tags)
  }

  @Test(arguments: ["", "  ", "\n\t"])
  func `nothing is no contribution`(text: String) throws {
    let harness = try discussion()
    let refused = try #require(throws: Refusal.self) { try say(harness, [(text, nil)]) }
    #expect(refused == Refusal("Nothing was said.", field: "text", hint: "Type the words."))
  }

  @Test func `folded, a thread tells how much is below`() throws {
    let harness = try discussion()
    try say(harness, [("One", nil), ("Two", "c1"), ("Three", "c2"), ("Four", nil)])
    let open = try harness.outline()
    #expect(
      try harness.run("fold", ["card": "c1"]).notice
        == "c1 is folded; /unfold c1 shows its replies.")
    #expect(try harness.outline() == ["c1 One – Ruth +2", "c4 Four – Ruth"])
    #expect(try harness.outline(for: .report) == open)
    #expect(try harness.run("fold", ["card": "c1"]).changes == [])
    try harness.run("unfold", ["card": "c1"])
    #expect(try harness.outline() == open)
    #expect(try harness.run("unfold", ["card": "c1"]).notice == "c1 is not folded.")
  }

  @Test(arguments: [
    ("oldest", ["c1", "c2", "c3"]), ("newest", ["c3", "c2", "c1"]),
    ("busiest", ["c2", "c3", "c1"]),
  ])
  func `the threads stand in the chosen order`(order: String, roots: [String]) throws {
    let texts: [(String, String?)] = [
      ("One", nil), ("Two", nil), ("Three", nil), ("a", "c2"), ("b", "c4"), ("c", "c3"),
    ]
    let set = try discussion(settings: ["order": .string(order)])
    try say(set, texts)
    let sorted = try discussion()
    try say(sorted, texts)
    try sorted.run("sort", ["order": .string(order)])
    for harness in [set, sorted] {
      #expect(
        try harness.outline().filter { !$0.hasPrefix(".") }.map { String($0.prefix(2)) } == roots)
    }
  }

  @Test func `an anonymous discussion keeps no author`() throws {
    let harness = try discussion(settings: ["anonymous": true])
    try say(harness, [("One", nil)], as: "Ruth")
    #expect(try harness.card("c1").author == nil)
    #expect(try harness.outline() == ["c1 One"])
    #expect(!(try harness.state()).json.text().contains("p1"))
  }

  @Test func `what goes on is what is visible, or what has the tag`() throws {
    let harness = try discussion(settings: ["pass-on": "need"])
    try say(harness, [("One", nil), ("Two", nil), ("Three", "c2")])
    #expect(try harness.give() == ["c1", "c2", "c3"])
    try harness.change("c1") { $0.hidden = "twice" }
    #expect(try harness.give() == ["c2", "c3"])
    try say(harness, [("Four #need", nil), ("Five #need", nil)])
    try harness.change("c5") { $0.hidden = "twice" }
    #expect(try harness.give() == ["c4"])
  }
}
