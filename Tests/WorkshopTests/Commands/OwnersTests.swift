import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What `/outcome` records can be several people's.
@Suite("Several owners")
struct OwnersTests {
  private func desk() throws -> TestDesk {
    let exercises = TestExercises()
    exercises.install(.called("commit")) { _ in .changes([]) }
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Monday series=team", "/agenda add discussion", "/people add Liz, Tom, Ruth Hyde",
      "/start", "Write the guide",
    ] { try desk.perform(line) }
    return desk
  }

  @Test(
    "They are typed as people type them",
    arguments: [
      ("/outcome action Ring the school @Liz @Tom", ["p1", "p2"]),
      ("/outcome action Ring the school @Liz, @Ruth Hyde", ["p1", "p3"]),
      ("/outcome action @Liz and @Tom Ring the school", ["p1", "p2"]),
      ("/outcome action c1 @Liz, @Tom: Ring the school", ["p1", "p2"]),
      ("/outcome action Ring the school owner=Liz,Tom", ["p1", "p2"]),
      ("/outcome action Ring the school owner=Liz, Tom", ["p1", "p2"]),
      ("/outcome action Ring the school owner=Ruth Hyde", ["p3"]),
      ("/outcome action Ring the school owner=\"Liz & Ruth Hyde\"", ["p1", "p3"]),
      ("/outcome action Ring the school @Tom due=2026-12-04", ["p2"]),
      ("/outcome action Ring the school by 4 December 2026 @Liz @Tom", ["p1", "p2"]),
      ("/outcome action Ring the school @Liz @Tom by 4 December 2026", ["p1", "p2"]),
    ])
  func typed(_ line: String, _ owners: [ParticipantID]) throws {
    let desk = try desk()
    guard case .decided(let outcome)? = try desk.events(of: line).first else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(outcome.text == "Ring the school" && outcome.owners == owners)
    #expect((outcome.due != nil) == line.contains("2026"))
    let json = outcome.json
    #expect(json["owner"] == owners.first?.json)
    #expect((json["owners"] == nil) == (owners.count == 1))
    #expect(try Outcome(JSONReader(json, path: "outcome")) == outcome)
  }

  @Test("All of them are told, in the report too, and are carried over")
  func told() throws {
    let desk = try desk()
    try desk.perform("/outcome action Ring the school @Liz @Tom due=2026-12-04")
    let told = "Ring the school (Liz, Tom, by 2026-12-04)"
    #expect(try desk.perform("/outcome").view.plainText.contains(told))
    let begun = try desk.perform("/new Tuesday series=team").view.plainText
    #expect(begun.contains(told))
    try desk.perform("/carry")
    let card = try #require(desk.session.board.values.first)
    #expect(card.owners.compactMap { desk.session.roster[$0]?.name } == ["Liz", "Tom"])
  }

  @Test("An outcome of before has one owner")
  func before() throws {
    let old: JSONValue = ["kind": "action", "text": "Ring", "owner": "p1"]
    #expect(try Outcome(JSONReader(old, path: "outcome")).owners == ["p1"])
  }

  @Test("Who could be one or another is refused, and who is nobody")
  func refused() throws {
    let desk = try desk()
    try desk.perform("/people add Liz Taylor, Liza")
    #expect(desk.problem("/outcome action Ring owner=Liz, Zoe")?.message.contains("Zoe") == true)
    let view = try desk.perform("/outcome insight We all work @home").view.plainText
    #expect(view.contains("“@home” names nobody here, so it stays in the words."))
    #expect(desk.session.outcomes.last?.text == "We all work @home")
    try desk.perform("/outcome action Talk to @Liz @Tom")
    #expect(desk.session.outcomes.last?.text == "Talk to @Liz @Tom")
    #expect(desk.session.outcomes.last?.owners == [])
  }
}

extension ExerciseDescription {
  fileprivate static func called(_ id: String) -> ExerciseDescription {
    var description = ExerciseDescription.scripted()
    description.id = id
    return description
  }
}
