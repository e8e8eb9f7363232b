import Comments
import ExerciseKit
import ExerciseTesting
import Testing

/// What becomes of a card that the facilitator hides, and what each audience sees of it.
@Suite struct HidingTests {
  private func discussion() throws -> Harness {
    let harness = try Harness(
      plugin, exercise: "discussion", cards: ["Brought in"], people: ["Ruth"])
    for (text, reply) in [("One", nil), ("Two #tag", "c2"), ("Three", nil)] as [(String, String?)] {
      let fields: JSONValue = ["text": .string(text), "reply": reply.map(JSONValue.string)]
      try harness.run("say", fields, as: "Ruth")
    }
    return harness
  }

  @Test func `a hidden leaf is off the wall, and kept for the others`() throws {
    let harness = try discussion()
    try harness.run("hide", ["card": "c3", "reason": "off topic"])
    #expect(try harness.outline(for: .room) == ["c2 One – Ruth", "c4 Three – Ruth"])
    #expect(
      try harness.outline(for: .facilitator)
        == ["c2 One – Ruth", ". c3 Two – Ruth #tag (hidden: off topic)", "c4 Three – Ruth"])
    #expect(
      try harness.outline(for: .report)
        == ["c2 One – Ruth", ". c3 (hidden: off topic)", "c4 Three – Ruth"])
    #expect(try harness.give() == ["c2", "c4"])
  }

  @Test func `a hidden card with answers keeps its place, and nothing else`() throws {
    let harness = try discussion()
    try harness.run("hide", ["card": "c2", "reason": "a secret"])
    #expect(
      try harness.outline(for: .room) == ["c2 (hidden)", ". c3 Two – Ruth #tag", "c4 Three – Ruth"])
    #expect(!(try harness.view(for: .room)).json.text().contains("secret"))
  }

  @Test func `folded, only what may be seen is counted`() throws {
    let harness = try discussion()
    try harness.run("hide", ["card": "c3", "reason": "off topic"])
    try harness.run("fold", ["card": "c2"])
    #expect(try harness.outline(for: .room)[0] == "c2 One – Ruth")
    #expect(try harness.outline(for: .facilitator)[0] == "c2 One – Ruth +1")
  }

  @Test func `in a chain too deep to nest, hidden cards are off the wall as well`() throws {
    let harness = try discussion()
    for number in 4..<16 {
      try harness.run("say", ["text": "Deep", "reply": .string("c\(number)")])
    }
    try harness.run("hide", ["card": "c15", "reason": "off topic"])
    #expect(try harness.outline(for: .room).contains { $0.contains("c15 ") } == false)
    #expect(try harness.outline(for: .facilitator).contains { $0.contains("c15 ") })
  }

  @Test func `a card that came in is off the wall as well`() throws {
    let harness = try discussion()
    try harness.change("c1") { $0.hidden = "off topic" }
    #expect(!(try harness.view(for: .room)).json.text().contains("Brought in"))
    #expect(try harness.view(for: .facilitator).json.text().contains("Brought in"))
  }

  @Test func `hidden and shown again, it is as it was`() throws {
    let harness = try discussion()
    let before = try harness.outline()
    try harness.run("hide", ["card": "c3", "reason": "off topic"])
    let twice = try #require(throws: Refusal.self) {
      try harness.run("hide", ["card": "c3", "reason": "again"])
    }
    #expect(twice == Refusal("c3 is hidden already.", field: "card", hint: "/unhide c3"))
    try harness.run("unhide", ["card": "c3"])
    #expect(try harness.outline() == before)
    let never = try #require(throws: Refusal.self) { try harness.run("unhide", ["card": "c3"]) }
    #expect(never.message == "c3 is not hidden.")
  }
}
