import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What the last session left open is offered at the next one's start.
@Suite("/carry")
struct CarryTests {
  /// A desk in a session whose last one left two actions: one of a card, one of /outcome.
  private func desk(with exercise: String? = "commit") throws -> TestDesk {
    let exercises = TestExercises()
    if let exercise { exercises.install(.named(exercise)) { _ in .changes([]) } }
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Monday series=team", "/agenda add discussion", "/people add Ruth Hyde, Roger White",
      "/start",
      "Write the guide #action", "Only an idea", "/tag c2 idea",
      "/outcome action Ask the drivers owner=Roger due=2026-12-01", "/outcome decision c2",
    ] { try desk.perform(line) }
    return desk
  }

  @Test("A new session says what is open, and /carry makes it the first activity")
  func offered() throws {
    let desk = try desk()
    let begun = try desk.perform("/new Tuesday series=team").view.plainText
    #expect(begun.contains("“Monday” left 2 open actions:"))
    #expect(begun.contains("Ask the drivers (Roger White, by 2026-12-01)"))
    #expect(begun.contains("/carry brings them in"))
    try desk.perform("/agenda add discussion Talk")
    let told = try desk.perform("/carry").view.plainText
    #expect(told.contains("2 actions from “Monday”: 2 cards: c1 to c2, 1 person joined."))
    #expect(told.contains("/start 1 turns to them."))
    let plans = desk.session.agenda.values.map(\.plan)
    #expect(plans.map(\.title) == ["Open from “Monday”", "Talk"])
    #expect(plans[0].exercise == "commit" && plans[0].takes == .nothing)
    let cards = Array(desk.session.board.values)
    #expect(cards.map(\.text) == ["Write the guide", "Ask the drivers"])
    #expect(cards.allSatisfy { $0.tags == ["action"] && $0.activity == plans[0].id })
    #expect(cards[1].attributes["due"] == "2026-12-01")
    #expect(desk.session.name(of: cards[1].attributes["owner"].map { .init($0) }) == "Roger White")
    try desk.perform("/undo")
    #expect(desk.session.board.isEmpty && desk.session.roster.isEmpty)
    #expect(desk.session.agenda.count == 1)
  }

  @Test("What is here is not brought in twice; what is done is not brought in")
  func once() throws {
    let desk = try desk()
    try desk.perform("/new Tuesday series=team")
    try desk.perform("/carry")
    #expect(
      try desk.perform("/carry").view.plainText.contains("The actions of “Monday” are here already")
    )
    // As the exercise of actions keeps it.
    let done = Event.cardNoted("c1", attributes: ["status": "done", "carried": "x"])
    let noted = desk.session.board["c2"]?.attributes ?? [:]
    _ = try desk.desk.live?.commit(at: desk.clock.now) { _ in [done] }
    try desk.perform("/new Wednesday series=team")
    try desk.perform("/carry Tuesday")
    #expect(desk.session.board.values.map(\.text) == ["Ask the drivers"])
    #expect(desk.session.board["c1"]?.attributes["carried"] == noted["carried"])
    #expect(
      try desk.perform("/carry monday").view.plainText.contains("1 action from “Monday”"))
    #expect(desk.session.board.count == 2)
  }

  @Test("They come next, or into the activity of commitments that the room is at")
  func place() throws {
    let desk = try desk()
    for line in [
      "/new Tuesday series=team", "/agenda add discussion", "/agenda add commit", "/start",
      "/carry",
    ] { try desk.perform(line) }
    #expect(desk.session.agenda.values.map(\.plan.exercise) == ["discussion", "commit", "commit"])
    #expect(desk.session.agenda.values[1].plan.title == "Open from “Monday”")
    try desk.perform("/undo")
    try desk.perform("/next")
    #expect(try !desk.perform("/carry").view.plainText.contains("turns to them"))
    #expect(desk.session.agenda.count == 2)
    #expect(desk.session.board.values.last?.activity == desk.session.current)
  }

  @Test("Where there is nothing to bring in, it says so")
  func nothing() throws {
    let desk = try desk()
    #expect(
      desk.told("/carry") == [
        "No earlier session in memory belongs to this one's series.",
        "Hint: /series and a name says whom this one belongs to; /carry and a name takes the "
          + "session that you name.",
      ])
    #expect(
      desk.told("/carry Sunday") == [
        "There is no session “Sunday” in memory.",
        "Hint: None is there yet. “charrette --sessions FOLDER” looks in another folder.",
      ])
    try desk.perform("/new Tuesday series=team")
    try desk.perform("/new Wednesday series=team")
    #expect(desk.told("/carry Tuesda").last == "Hint: Did you mean Tuesday?")
    #expect(desk.told("/carry Wednesday").first == "“Wednesday” is the session that is open.")
    #expect(try desk.perform("/carry").view.plainText.contains("“Tuesday” left no open action."))
    let bare = try self.desk(with: nil)
    try bare.perform("/new Tuesday series=team")
    #expect(bare.problem("/carry")?.message.contains("needs the exercise “commit”") == true)
  }
}

extension ExerciseDescription {
  fileprivate static func named(_ id: String) -> ExerciseDescription {
    var description = ExerciseDescription.scripted()
    description.id = id
    return description
  }
}
