import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// `/agenda change` does what it says on steps that were begun already, or says what it does not.
@Suite("A change of a step that was begun")
struct IntakeNowTests {
  /// Ideas with two cards, Talk with one, and the room at a vote on that one.
  private func voting() throws -> TestDesk {
    let desk = TestDesk()
    for line in [
      "/new Day", "/agenda add discussion Ideas", "/agenda add discussion Talk",
      "/agenda add dot-voting Vote", "/people add Ruth", "/start", "one", "two", "/next", "three",
      "/next",
    ] { try desk.perform(line) }
    return desk
  }

  private func taken(_ desk: TestDesk, _ id: ActivityID) -> [CardID] {
    Array(desk.session.agenda[id]?.taken ?? [])
  }

  @Test("Where the room is, the cards of the new source come in at once")
  func current() throws {
    let desk = try voting()
    #expect(taken(desk, "a3") == ["c3"])
    let told = try desk.perform("/agenda change 3 takes=1").view.plainText
    #expect(taken(desk, "a3") == ["c3", "c1", "c2"])
    #expect(told.contains("2 cards come in: c1 and c2. c3 came in before and stays."), "\(told)")
    #expect(desk.session.current == "a3")
    let none = try desk.perform("/agenda change 3 takes=#nowhere").view.plainText
    #expect(none.contains("No other cards come in by that."), "\(none)")
    try desk.perform("/undo")
    try desk.perform("/undo")
    #expect(taken(desk, "a3") == ["c3"])
  }

  @Test("A step that the room has left tells the way to take them in, which works")
  func past() throws {
    let desk = try voting()
    let told = try desk.perform("/agenda change 2 takes=nothing").view.plainText
    #expect(told.contains("It was begun before: what it took in then stays."), "\(told)")
    try desk.perform("/agenda change 2 takes=1")
    try desk.perform("/start 2")
    #expect(taken(desk, "a2") == ["c1", "c2"])
  }

  @Test(
    "Every other key counts at once, wherever the step is", arguments: ["1", "3", "4"])
  func others(place: String) throws {
    let desk = try voting()
    try desk.perform("/agenda add discussion Later")
    for (change, told) in [
      ("New title", "“New title” was changed"), ("focus=\"What now?\"", "was changed"),
      ("minutes=25", "was changed"), ("aside=yes", "was changed"),
    ] {
      let view = try desk.perform("/agenda change \(place) \(change)").view.plainText
      #expect(view.contains(told), "\(change): \(view)")
    }
    let plan = desk.session.agenda.values[(Int(place) ?? 1) - 1].plan
    #expect(plan.title == "New title" && plan.focus == "What now?")
    #expect(plan.minutes == 25 && plan.aside)
    #expect(
      try desk.perform("/agenda change \(place) minutes=25").view.plainText.contains("✓") == false)
  }

  @Test("A break takes nothing and always lets pass; that is said, and nothing changed")
  func breaks() throws {
    let desk = try voting()
    try desk.perform("/agenda add break Lunch")
    for change in ["takes=1", "aside=no"] {
      let problem = desk.problem("/agenda change 4 \(change)")
      #expect(problem?.message.hasPrefix("“Lunch” is a break: it takes no cards") == true)
    }
  }
}
