import ExerciseKit
import ExerciseTesting
import Testing

/// An action can be several people's.
@Suite struct OwnersTests {
  @Test(
    "Whoever is named at the start or at the end of the line sees to it",
    arguments: [
      ("@Ruth, @Roger: ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth and @Roger ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth & @Roger: ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth/@Roger: ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth+@Roger ring the school", "Ring", ["p1", "p2"]),
      ("@ruth @ROGER – ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth and Roger: ring the school", "Ring", ["p1", "p2"]),
      ("@Ruth, @Roger and @Mike: ring the school", "Ring", ["p1", "p2", "p3"]),
      ("@Ruth, @Ruth: ring the school", "Ring", ["p1"]),
      ("/action @Ruth, @Roger: ring the school", "Ring", ["p1", "p2"]),
      ("ring the school @Ruth @Roger", "Ring", ["p1", "p2"]),
      ("ring the school @Ruth, @Roger.", "Ring", ["p1", "p2"]),
      ("ring the school @Roger", "Ring", ["p2"]),
      ("/action ring the school @Ruth and @Roger", "Ring", ["p1", "p2"]),
      ("/action ring the school owner=Ruth,Roger", "Ring", ["p1", "p2"]),
      ("/action ring the school owner=Ruth, Roger", "Ring", ["p1", "p2"]),
      ("/action ring the school owner=\"Ruth and Roger\"", "Ring", ["p1", "p2"]),
    ])
  func owners(_ line: String, _ words: String, _ owners: [ParticipantID]) throws {
    let harness = try activity("commit")
    try harness.enter(line)
    let card = try harness.card("c1")
    #expect(card.text == "ring the school" && card.owners == owners)
    #expect(card.attributes["owner"] == owners[0].rawValue)
    let all = owners.count > 1 ? owners.map(\.rawValue).joined(separator: " ") : nil
    #expect(card.attributes["owners"] == all)
  }

  @Test(
    "A name within the sentence belongs to it",
    arguments: [
      "talk to @Ruth", "ask @Ruth and the school", "@Roger ask @Ruth", "write to ruth@school.org",
      "meet @5pm",
    ])
  func within(_ line: String) throws {
    let harness = try activity("commit")
    try harness.enter(line)
    let card = try harness.card("c1")
    #expect(card.text == (line.hasPrefix("@Roger") ? "ask @Ruth" : line))
    #expect(card.owners == (line.hasPrefix("@Roger") ? ["p2"] : []))
  }

  @Test func `they are on the screen, and can be set anew`() throws {
    let harness = try activity("commit")
    let step = try harness.enter("@Ruth, @Roger: ring the school by 2026-12-04")
    #expect(step.notice == "Ruth and Roger see to it, by 2026-12-04")
    #expect(try harness.shown().contains("\"Ruth, Roger\""))
    #expect(try harness.enter("/owner c1 Mike").notice == "Mike sees to c1.")
    #expect(try harness.card("c1").attributes["owners"] == nil)
    #expect(try harness.enter("/owner c1 Ruth, Mike").notice == "Ruth and Mike see to c1.")
    #expect(try harness.card("c1").owners == ["p1", "p3"])
    #expect(try harness.enter("/owner c1 @Roger and @Ruth").notice == "Roger and Ruth see to c1.")
    #expect(throws: Refusal.self) { try harness.enter("/owner c1 Ruth, Nobody") }
  }

  @Test func `who is new joins, the second one too`() throws {
    let harness = try activity("commit")
    try harness.enter("@Liz, @Tom: ring the school")
    let names = harness.participants.suffix(2)
    #expect(names.map(\.name) == ["Liz", "Tom"])
    #expect(try harness.card("c1").owners == names.map(\.id))
  }

  @Test func `a host of before gives one, and may set one`() throws {
    let harness = try activity("commit")
    try harness.run("action", ["text": "Ring the school", "owner": "p2"])
    #expect(try harness.card("c1").owners == ["p2"])
    var card = try harness.card("c1")
    card.attributes = ["owner": "p3", "owners": "p1 p2"]
    #expect(card.owners == ["p3"])
  }
}
