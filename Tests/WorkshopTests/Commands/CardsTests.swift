import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/cards, /tag, /edit, /import and /show")
struct CardsTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion()
    for line in ["@Ruth A big gap #skills", "@Roger No GAP at all", "Something else"] {
      try desk.perform(line)
    }
    return desk
  }

  private func ids(_ desk: TestDesk, _ line: String) throws -> [JSONValue?] {
    guard case .array(let cards)? = try desk.result(line)?["cards"] else { return [] }
    return cards.map { $0["id"] ?? $0 }
  }

  @Test(
    "Cards are listed: all, or by tag, person, words or place",
    arguments: [
      ("/cards", ["c1", "c2", "c3"]), ("/cards #skills", ["c1"]), ("/cards @Roger", ["c2"]),
      ("/cards gap", ["c1", "c2"]), ("/cards gap at", ["c2"]), ("/cards #none", []),
      ("/cards here=yes", ["c1", "c2", "c3"]),
    ] as [(String, [JSONValue?])])
  func list(_ line: String, _ cards: [JSONValue?]) throws {
    let desk = try desk()
    #expect(try ids(desk, line) == cards)
    #expect(desk.problem("/cards @Zoe")?.message == "Nobody here is called “Zoe”.")
    try desk.perform("/next")
    #expect(try ids(desk, "/cards here=yes") == [])
  }

  @Test("Tags are put on and taken off; what changes nothing is no event")
  func tag() throws {
    let desk = try desk()
    #expect(
      try desk.events(of: "/tag c1-c2 #risks -skills") == [
        .cardTagged("c1", tags: ["risks"]), .cardTagged("c2", tags: ["risks"]),
      ])
    #expect(try desk.events(of: "/tag c1 c1 risks") == [])
    #expect(try ids(desk, "/tag c3 other") == ["c3"])
    #expect(desk.problem("/tag c9 x")?.message == "There is no card c9.")
  }

  @Test("A card gets other words; its author stays")
  func edit() throws {
    let desk = try desk()
    #expect(
      try desk.events(of: "/edit 1 Other words, “quoted”") == [
        .cardEdited("c1", text: "Other words, “quoted”")
      ])
    #expect(desk.session.board["c1"]?.author == "p2")
    #expect(try desk.events(of: "/edit 1 Other words, “quoted”") == [])
    let long = String(repeating: "x", count: 70_000)
    #expect(desk.problem("/edit c1 \(long)")?.message == "The text is longer than 65,536 bytes.")
    #expect(desk.problem("/edit c9 x")?.message == "There is no card c9.")
  }

  @Test("Only an activity that can import does")
  func importing() throws {
    let desk = try desk()
    #expect(desk.problem("/import gone.txt")?.message == "“gone.txt” is not there.")
    desk.files.contents["bad.json"] = Array("{".utf8)
    #expect(desk.problem("/import bad.json")?.message.hasPrefix("bad.json") == true)
    try desk.perform("/next")
    #expect(
      desk.told("/import page.txt") == [
        "This activity can't import.",
        "Hint: Go to one where people say things, such as a discussion (/goto), then /import FILE.",
      ])
  }

  @Test("An activity, a card and the proposition are shown, wherever we are")
  func show() throws {
    let desk = try desk()
    #expect(try desk.perform("/show").view.plainText.contains("c1  Ruth Hyde  A big gap #skills"))
    #expect(try desk.perform("/show Choice").view.plainText.contains("Choice"))
    #expect(try desk.result("/show c2")?["card"]?["text"] == "No GAP at all")
    #expect(try desk.perform("/show proposition").view.plainText.contains("No proposition"))
    #expect(desk.problem("/show c9")?.message == "There is no card c9.")
    #expect(desk.problem("/show 9")?.message == "There is no activity “9” on the agenda.")
    for line in ["/next", "/next anyway=yes"] { try desk.perform(line) }
    #expect(try desk.result("/show")?["agenda"] != nil)
  }
}
