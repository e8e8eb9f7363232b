import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What one client's session holds stays out of another client's room.
@Suite("Series")
struct SeriesTests {
  private func desk(_ series: String = "") throws -> TestDesk {
    let exercises = TestExercises()
    var commit = ExerciseDescription.scripted()
    commit.id = "commit"
    exercises.install(commit) { _ in .changes([]) }
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Acme day\(series)", "/agenda add discussion Ideas", "/agenda add discussion Fears",
      "/people add Ruth Hyde, Roger White", "/start", "@Ruth A night bus #idea",
      "@Roger >c1 Only on Fridays", "Not this", "/hide c3 off topic", "/next", "@Ruth Too dear",
      "/outcome action Fire the driver",
    ] { try desk.perform(line) }
    return desk
  }

  @Test("Nothing of a session is told in one that is of no series, or of another one")
  func apart() throws {
    for (one, two) in [
      ("", ""), (" series=acme", ""), ("", " series=beta"), (" series=acme", " series=beta"),
    ] {
      let desk = try desk(one)
      let begun = try desk.perform("/new Beta day\(two)").view.plainText
      #expect(!begun.contains("Acme") && !begun.contains("Fire"), "\(one) \(two)")
      let problem = try #require(desk.problem("/carry"))
      #expect(!problem.message.contains("Acme") && problem.hint?.contains("/series") == true)
    }
  }

  @Test("Within a series it is offered, whatever lies between, and in whatever case")
  func together() throws {
    let desk = try desk(" series=Acme")
    try desk.perform("/new Beta day series=beta")
    let begun = try desk.perform("/new Next day series=acme").view.plainText
    #expect(begun.contains("“Acme day” left 1 open action:"))
    try desk.perform("/carry")
    #expect(desk.session.board.values.map(\.text) == ["Fire the driver"])
  }

  @Test("A session joins a series later, and is told then what is open")
  func later() throws {
    let desk = try desk()
    try desk.perform("/series acme")
    try desk.perform("/new Next day")
    #expect(try desk.perform("/series").view.plainText.contains("It has no series."))
    #expect(try desk.perform("/series Acme").view.plainText.contains("Fire the driver"))
    try desk.perform("/series none")
    #expect(desk.session.series == nil)
  }

  @Test("By its name a session is taken, but none of another series")
  func named() throws {
    let desk = try desk(" series=acme")
    for line in ["/new Beta day series=beta", "/agenda add discussion", "/start"] {
      try desk.perform(line)
    }
    let problem = desk.problem("/carry Acme day")
    #expect(problem?.message.contains("is of another series") == true)
    #expect(desk.problem("/cards from=\"Acme day\"")?.message.contains("another series") == true)
    try desk.perform("/new Free day")
    try desk.perform("/carry Acme day")
    #expect(desk.session.board.count == 1)
  }

  @Test("Yesterday's cards come into today's step once, with their source, and go as one step")
  func cards() throws {
    let desk = try desk(" series=acme")
    for line in [
      "/new Day two series=acme", "/agenda add discussion Again", "/people add Ruth Hyde", "/start",
    ] { try desk.perform(line) }
    let head = desk.timeline.head
    let told = try desk.perform("/cards from=\"Acme day\"").view.plainText
    #expect(told.contains("3 cards from “Acme day”: c1 to c3"), "\(told)")
    #expect(told.contains("1 has no name here"))
    let cards = Array(desk.session.board.values)
    #expect(cards.map(\.text) == ["A night bus", "Only on Fridays", "Too dear"])
    #expect(cards.map(\.author) == ["p1", nil, "p1"])
    #expect(cards[1].parent == "c1" && cards[0].tags == ["idea"])
    #expect(cards[2].attributes["from"] == "“Acme day”, c4")
    #expect(try desk.perform("/cards").view.plainText.contains("from “Acme day”, c4"))
    #expect(
      try desk.perform("/cards from=last").view.plainText.contains("3 are here already."))
    try desk.perform("/undo")
    #expect(desk.session.board.isEmpty && desk.timeline.head > head)
    try desk.perform("/cards #idea from=last")
    #expect(desk.session.board.values.map(\.text) == ["A night bus"])
    #expect(
      try desk.perform("/cards from=last step=Fears").view.plainText.contains("1 card from"))
    #expect(
      try desk.perform("/cards from=last").view.plainText
        .contains("1 card from “Acme day”: c6. 2 are here already."))
  }

  @Test("In a vote they can be voted on")
  func voted() throws {
    let desk = try desk(" series=acme")
    for line in [
      "/new Day two series=acme", "/agenda add dot-voting Vote", "/people add Ruth", "/start",
      "/cards from=last step=1", "@Ruth c1 c2",
    ] { try desk.perform(line) }
    #expect(Array(desk.session.currentActivity?.taken ?? []) == ["c1", "c2"])
    try desk.perform("/reveal")
    #expect(try desk.perform("/show").view.plainText.contains("A night bus"))
  }

  @Test(
    "What does not fit is refused",
    arguments: [
      ("/cards from=Nowhere", "There is no session “Nowhere” in memory."),
      ("/cards from=last step=9", "There is no activity “9” on the agenda."),
      ("/cards step=1", "“step” goes with from: cards are brought from a step of another session."),
    ])
  func refused(_ line: String, _ message: String) throws {
    let desk = try desk(" series=acme")
    for line in ["/new Day two series=acme", "/agenda add discussion", "/start"] {
      try desk.perform(line)
    }
    #expect(desk.problem(line)?.message == message)
  }
}
