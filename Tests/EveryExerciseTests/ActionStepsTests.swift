import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Actions of a real commit step, as the host reads and logs them.
@Suite("Steps of actions")
struct ActionStepsTests {
  private func desk() throws -> TestDesk {
    let desk = EveryExercise.desk(library: MemoryLibrary())
    for line in [
      "/new Day", "/agenda add commit Actions", "/people add Ruth, Ben", "/start",
      "Ring one owner=Ruth due=2027-01-15", "Ring two @Ben until 2027-01-16",
    ] { try desk.perform(line) }
    return desk
  }

  @Test func `owner and day of a plain line are those of the action`() throws {
    let desk = try desk()
    #expect(desk.session.board["c1"]?.text == "Ring one")
    #expect(desk.session.board["c1"]?.attributes == ["owner": "p1", "due": "2027-01-15"])
    #expect(desk.session.board["c2"]?.text == "Ring two")
    #expect(desk.session.board["c2"]?.attributes == ["owner": "p2", "due": "2027-01-16"])
  }

  @Test func `what was done to actions is logged with what it was`() throws {
    let desk = try desk()
    for line in ["/done c1 and c2", "/owner c1 Ben", "/due c1 c2 2027-02-01"] {
      try desk.perform(line)
    }
    let told = try desk.perform("/log").view.plainText
    for words in [
      "c1 and c2 done", "c1 for Ben  “Ring one”", "c1 and c2 due 2027-02-01",
    ] {
      #expect(told.contains(words), "\(words) in \(told)")
    }
  }

  @Test func `a label alone says which command is meant`() throws {
    let problem = try desk().problem("c1 due=next week")
    #expect(problem?.hint?.contains("/due c1 … says it of the card that is there.") == true)
  }
}
