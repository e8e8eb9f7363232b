import Comments
import ExerciseKit
import ExerciseTesting
import Testing

/// Boards that are kept as JSON.
@Suite struct BoardTests {
  private static let trello = """
    {"id": "b1", "name": "Retro", "actions": [
    {"id": "a3", "type": "commentCard", "date": "2020-01-02T00:00:00.000Z",
     "memberCreator": {"fullName": "Bo"}, "data": {"text": "second", "card": {"id": "k1"}}},
    {"id": "a2", "type": "commentCard", "date": "2020-01-01T00:00:00.000Z",
     "memberCreator": {"fullName": "Cy"}, "data": {"text": "first", "card": {"id": "k1"}}},
    {"id": "a1", "type": "createCard", "memberCreator": {"fullName": "Ada"},
     "data": {"card": {"id": "k1"}}}],
    "cards": [
    {"id": "k2", "name": "Noise", "idList": "l2", "desc": "", "pos": 1, "idMembers": ["m1"],
     "labels": [{"name": "", "color": "red"}]},
    {"id": "k1", "name": "Pairing", "idList": "l1", "desc": "worked\\nwell", "pos": 2,
     "labels": [{"name": "Team Work", "color": "red"}], "badges": {"votes": 3}},
    {"id": "k0", "name": "Coffee", "idList": "l1", "desc": "", "pos": 1},
    {"id": "k3", "name": "Old", "idList": "l1", "closed": true, "desc": ""},
    {"id": "k4", "name": "In an old list", "idList": "l3", "desc": ""}],
    "lists": [{"id": "l2", "name": "To improve", "pos": 2, "idBoard": "b1", "closed": false},
    {"id": "l1", "name": "Went well", "pos": 1, "idBoard": "b1", "closed": false},
    {"id": "l3", "name": "Gone", "pos": 3, "idBoard": "b1", "closed": true}],
    "members": [{"id": "m1", "fullName": "Dee"}],
    "checklists": [{"id": "h1", "idCard": "k0", "name": "Steps", "checkItems": [
    {"name": "two", "pos": 2, "state": "incomplete"},
    {"name": "one", "pos": 1, "state": "complete"}]}]}
    """

  @Test func `a board of Trello`() throws {
    let read = try importDiscussion(boardFixture("trello.json"), named: "trello.json")
    #expect(read.comments.map(\.outline) == ["Pairing worked #went-well"])
    #expect(read.title == "Retro")
  }

  @Test func `lists, labels, members, checklists and comments; archived ones are left out`() throws
  {
    let read = try importDiscussion(Array(Self.trello.utf8), named: "a.json")
    #expect(
      read.comments.map(\.outline) == [
        "Coffee #went-well", "Steps:/• one (done)/• two <0",
        "Pairing//worked/well (Ada, 3 votes) #went-well #team-work", "first (Cy) <2",
        "second (Bo) <2", "Noise (Dee) #to-improve #red",
      ])
    #expect(read.warnings == ["2 archived cards left out"])
  }

  @Test func `a damaged export costs its damage alone`() throws {
    let cut = String(Self.trello.prefix(Self.trello.count - 40))
    let read = try importDiscussion(Array(cut.utf8), named: "a.json")
    #expect(read.comments.count { $0.parent == nil } == 3)
    #expect(read.comments.contains { $0.outline.hasPrefix("Pairing//worked/well (Ada, 3 votes)") })
    #expect(read.warnings.contains("the file ends early"))
  }

  @Test func `an end between two lists is told`() throws {
    let end = try #require(Self.trello.ranges(of: "\"lists\"").first).lowerBound
    let cut = String(Self.trello[..<end])
    let read = try importDiscussion(Array(cut.utf8), named: "a.json")
    #expect(read.warnings.contains("the file ends early"), "\(read.warnings)")
    let whole = try importDiscussion(Array(Self.trello.utf8), named: "a.json")
    #expect(!whole.warnings.contains("the file ends early"))
  }

  @Test func `a board of scrumlr`() throws {
    let text = """
      {"board": {"id": "b", "name": "Retro"},
      "participants": [{"user": {"id": "u1", "name": "Ada"}}, {"user": {"id": "u2", "name": "Bo"}}],
      "columns": [{"id": "k2", "name": "Later", "index": 1},
      {"id": "k1", "name": "Good", "index": 0}],
      "notes": [
      {"id": "n3", "author": "u2", "text": "Talk",
       "position": {"column": "k2", "stack": null, "rank": 0}},
      {"id": "n2", "author": "u2", "text": "me too",
       "position": {"column": "k1", "stack": "n1", "rank": 0}},
      {"id": "n1", "author": "u1", "text": "Pairing",
       "position": {"column": "k1", "stack": null, "rank": 1}}],
      "votings": [{"status": "CLOSED",
       "votes": {"total": 2, "votesPerNote": {"n1": {"total": 2}}}}]}
      """
    #expect(
      try outline(text, named: "a.json") == [
        "Pairing (Ada, 2 votes) #good", "me too (Bo) #good <0", "Talk (Bo) #later",
      ])
  }

  @Test func `nesting without end is refused with what to do`() throws {
    let deep =
      "{\"cards\": [{\"idList\": " + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + "}], \"lists\": []}"
    let failure = try #require(throws: ImportFailure.self) { try outline(deep, named: "a.json") }
    #expect(failure.hint == "Export the board again, whole and unchanged.")
  }

  @Test func `votes that a file tells are shown with the card`() throws {
    let harness = try Harness(plugin, exercise: "discussion")
    let file = FileContents(name: "retro.csv", bytes: try boardFixture("retro.csv"))
    let step = try harness.importing(file, by: "web-discussion")
    #expect(harness.cards.map { $0.attributes["votes"] } == ["3", "1"])
    let told = "\(try harness.view(for: .room))"
    #expect(told.contains("3 votes"))
    #expect(step.notice?.hasPrefix("Text from “Text”, author from “Author”") == true)
  }
}
