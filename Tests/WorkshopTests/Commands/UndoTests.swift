import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/undo, /redo and /log")
struct UndoTests {
  /// A desk whose steps are: 1 the session, 2 and 3 the agenda, 4 and 6 the roster, 7 the start.
  private func desk(_ lines: String..., isInteractive: Bool = true) throws -> TestDesk {
    let desk = try TestDesk.inDiscussion(isInteractive: isInteractive)
    for line in lines { try desk.perform(line) }
    return desk
  }

  private func lastStep(_ desk: TestDesk) -> Int { desk.timeline.events.last?.step ?? 0 }

  @Test("The last step is taken back, and the one before it; redo brings them again, last first")
  func last() throws {
    let desk = try desk("one", "two")
    let both = desk.session
    #expect(try desk.events(of: "/undo") == [.undone(step: lastStep(desk) - 1)])
    let one = desk.session
    #expect(one.board.keys.elements == ["c1"])
    try desk.perform("/undo")
    #expect(desk.session.board.isEmpty)
    try desk.perform("/redo")
    #expect(desk.session == one)
    try desk.perform("/redo")
    #expect(desk.session == both)
    #expect(desk.problem("/redo")?.message == "Nothing was undone that could be redone.")
  }

  @Test("An earlier step is taken back by its number, across activities")
  func earlier() throws {
    let desk = try desk("one")
    let step = lastStep(desk)
    for line in ["two", "/next", "@Ruth c2", "/back"] { try desk.perform(line) }
    let before = desk.session
    #expect(
      try desk.result("/undo \(step)") == ["step": .integer(step), "events": 1])
    #expect(desk.session.board.keys.elements == ["c2"])
    #expect(desk.session.current == "a1")
    #expect(!(try desk.perform("/show 2").view.plainText.contains("c1")))
    try desk.perform("/redo \(step)")
    #expect(desk.session == before)
  }

  @Test("What a later step builds on is refused, and that step is named")
  func builtUpon() throws {
    let cases: [(first: String, second: String, between: [String], what: String)] = [
      ("one", ">c1 a reply", [], "c1 was answered"),
      ("one", "@Ruth c1", ["/next"], "a vote"),
      ("one", "/edit c1 other words", [], "an edit"),
      ("one", "/tag c1 skills", [], "a tag"),
      ("one", "/hide c1 off topic", [], "hidden"),
      ("one", "/outcome decision c1", [], "an outcome"),
      ("/people add Zoe", "@Zoe Hello", [], "an author"),
      ("/people add Zoe", "/people change Zoe role=facilitator", [], "changed"),
      ("/people add Zoe", "/outcome action Do it owner=Zoe", [], "an owner"),
      ("/agenda add discussion More", "/agenda move 3 1", [], "moved"),
      ("/agenda add discussion More", "/goto 3", [], "begun"),
      ("/people add Zoe", "@Zoe c1", ["one", "/next"], "a voter"),
    ]
    for (first, second, between, what) in cases {
      let desk = try desk(first, isInteractive: false)
      let step = lastStep(desk)
      for line in between + [second] { try desk.perform(line) }
      let (later, before) = (lastStep(desk), desk.session)
      let problem = desk.problem("/undo \(step)")
      #expect(
        problem?.message.hasPrefix("Step \(step) can't be undone: step \(later) (") == true,
        "\(what): \(problem?.message ?? "it was undone")")
      #expect(problem?.message.contains("()") == false)
      #expect(
        problem?.hint?.hasPrefix("/undo \(step) all=yes takes all 2 back together") == true)
      try desk.perform("/undo \(later)")
      try desk.perform("/undo \(step)")
      #expect(
        desk.problem("/redo \(later)")?.message
          == "Step \(later) can't be redone: what it builds on was undone too.", "\(what)")
      try desk.perform("/redo \(step)")
      try desk.perform("/redo \(later)")
      #expect(desk.session == before, "\(what)")
    }
  }

  @Test("An import is one step, with its people and its proposition")
  func imported() throws {
    let desk = try desk()
    desk.files.contents["c.json"] = Array(
      #"""
      [{"id":1,"author_name":"Mary","content":{"rendered":"Hello"}},
       {"id":2,"parent":1,"author_name":"Zoe","content":{"rendered":"Hi"}}]
      """#.utf8)
    let before = desk.session
    try desk.perform("/import c.json")
    #expect(desk.session.board.count == 2)
    #expect(desk.session.roster.values.map(\.name).suffix(2) == ["Mary", "Zoe"])
    try desk.perform("/undo")
    #expect(desk.session.board.isEmpty && desk.session.roster == before.roster)
  }

  @Test("Labels are never given twice")
  func labels() throws {
    let desk = try desk("one", "/undo", "two", "/people add Zoe", "/undo", "@Mary three")
    try desk.perform("/agenda add discussion More")
    try desk.perform("/undo")
    try desk.perform("/agenda add discussion Again")
    #expect(desk.session.board.keys.elements == ["c2", "c3"])
    #expect(desk.session.board["c3"]?.author == "p5")
    #expect(desk.session.agenda.keys.last == "a4")
  }

  @Test("The exercises forget what was undone, and know it again when it is redone")
  func exercises() throws {
    let desk = try desk("one", "two", "/next", "@Ruth c1 c1", "@Roger c2")
    try desk.perform("/undo")
    #expect(try desk.perform("/show").view.plainText.contains("1 of 3 has voted"))
    try desk.perform("/redo")
    #expect(try desk.perform("/show").view.plainText.contains("2 of 3 have voted"))
    try desk.perform("/undo")
    try desk.perform("/reveal")
    let text = try desk.perform("/show").view.plainText
    #expect(text.contains("c1 one: 2 dots") && text.contains("c2 two: 0 dots"))
  }

  @Test("Undoing a start goes back to where we were, with its clock")
  func start() throws {
    let desk = try desk()
    desk.clock.advance(minutes: 5)
    try desk.perform("/next")
    desk.clock.advance(minutes: 5)
    try desk.perform("/undo")
    #expect(desk.session.current == "a1")
    #expect(desk.session.clock(at: desk.clock.now)?.elapsed == 600)
  }

  @Test(
    "What can't be undone says so",
    arguments: [
      ("/undo 1", "Step 1 is of a kind that can't be undone."),
      ("/undo 5", "There is no step 5."),
      ("/undo 99", "There is no step 99."), ("/undo 8", "Step 8 is undone already."),
      ("/undo 9", "Step 9 is of a kind that can't be undone."),
      ("/redo 2", "Step 2 counts: it was not undone."),
    ])
  func refused(_ line: String, _ message: String) throws {
    let desk = try desk("one", "/undo")
    #expect(desk.problem(line)?.message == message)
  }

  @Test("In a new session there is nothing to undo")
  func nothing() throws {
    let desk = TestDesk()
    try desk.perform("/new Summit")
    #expect(desk.problem("/undo")?.message == "There is nothing to undo.")
  }

  @Test("The log names every step, also those that only an exercise understands")
  func log() throws {
    let desk = try desk("@Ruth one", "/next", "@Ruth c1", "/undo")
    let rows = try desk.result("/log")?["steps"]
    guard case .array(let steps)? = rows else {
      Issue.record("no steps")
      return
    }
    #expect(
      steps.suffix(4).map { $0["what"] } == [
        "c1  Ruth Hyde  “one”", "We are at “Choice”", "Ruth Hyde  in “Choice”: voted on",
        "Step 10 is undone",
      ])
    #expect(steps.suffix(4).map { $0["undone"] } == [false, false, true, false])
    #expect(try desk.result("/log 2")?["steps"] == .array(Array(steps.suffix(2))))
  }
}
