import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// A tick is for what happened. What is so already, or is not there, gets none.
@Suite("Commands that have nothing to do")
struct NothingToDoTests {
  /// By command, lines that change nothing at the desk below. Every command has its entry.
  private static let lines: [String: [String]] = [
    "start": ["/start", "/start 1"], "next": [], "back": ["/back"], "goto": ["/goto 1"],
    "time": ["/time", "/time resume", "/time rewind", "/time 20", "/time +0"], "guide": ["/guide"],
    "agenda": [
      "/agenda", "/agenda change 1", "/agenda change 1 minutes=20", "/agenda move 1 1",
      "/agenda move 2 2", "/agenda move 1", "/agenda move 1 9", "/agenda remove 9",
      "/agenda add discussion at=9", "/agenda add nonsense",
    ],
    "show": [
      "/show", "/show PROPOSITION", "/show C1", "/show brief", "/show all", "/show loose",
      "/show c99 wall", "/show 2 brief",
    ], "wall": ["/wall", "/wall nonsense", "/wall c99", "/wall 0", "/wall proposition"],
    "cards": ["/cards", "/cards #nothing"],
    "tag": ["/tag c1 idea", "/tag c1 -nothing"], "edit": ["/edit c1 The first"],
    "import": ["/import nowhere.txt"],
    "undo": ["/undo 1", "/undo 999"], "redo": ["/redo", "/redo 1", "/redo 999"], "log": ["/log"],
    "people": [
      "/people", "/people add Ruth Hyde", "/people change Ruth", "/people remove Nobody",
      "/people change Ruth name=\"Ruth Hyde\"", "/people change Ruth, Roger role=facilitator",
      "/people change Ruth organisation=",
    ],
    "vote": [
      "/vote", "/vote close", "/vote count", "/vote take", "/vote weight Ruth 1",
      "/vote proxy Ruth", "/vote hands", "/vote call-off No", "/vote what-if",
    ],
    "speaker": [], "pick": [], "groups": ["/groups", "/groups 99", "/groups 2 of=2"],
    "energy": ["/energy", "/energy 9"], "park": ["/park"], "note": ["/note"],
    "series": ["/series", "/series none"], "by": ["/by c1 nobody"], "merge": ["/merge c1"],
    "delete": ["/delete c9"],
    "outcome": ["/outcome"], "carry": ["/carry", "/carry Nowhere"], "report": [],
    "templates": ["/templates", "/templates nonsense"], "new": ["/new Summit"],
    "open": ["/open nowhere"], "sessions": ["/sessions"], "save-as": ["/save-as Summit"],
    "plugins": ["/plugins", "/plugins enable nobody"], "help": ["/help", "/help nonsense"],
    "quit": ["/quit"],
  ]

  private static func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    try desk.perform("The first #idea")
    return desk
  }

  @Test("Each is here")
  func complete() throws {
    let own = try Self.desk().desk.commands.compactMap { shape in
      if case .own(let name) = shape.name { name } else { nil }
    }
    #expect(Set(Self.lines.keys) == Set(own))
  }

  @Test("None of them gets a tick or leaves an event", arguments: lines.values.flatMap(\.self))
  func noTick(line: String) throws {
    let desk = try Self.desk()
    let before = desk.events
    let response = try? desk.perform(line)
    #expect(desk.events == before)
    let ticks = response?.view.blocks.filter {
      if case .note(_, .success) = $0 { true } else { false }
    }
    #expect((ticks ?? []).isEmpty)
  }

  @Test(
    "What can't be undone or redone is told with its reason",
    arguments: [
      (["/undo 1"], "Step 1 is of a kind that can't be undone."),
      (["/undo 99"], "There is no step 99."), (["/undo", "/undo 8"], "Step 8 is undone already."),
      (["/redo 99"], "There is no step 99."),
      (["/undo", "/redo 2"], "Step 2 counts: it was not undone."),
      (["/redo"], "Nothing was undone that could be redone."),
    ])
  func undoing(lines: [String], message: String) throws {
    let desk = try Self.desk()
    for line in lines.dropLast() { try desk.perform(line) }
    #expect(desk.problem(lines.last ?? "")?.message == message)
  }

  @Test("What an exercise says of nothing gets no tick either")
  func exercise() throws {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes([], notice: "It is so already.") }
    let desk = try TestDesk.scripted(exercises)
    #expect(try desk.perform("/go").view == View([.text("It is so already.")]))
  }

  @Test("What an exercise says of nothing is one paragraph, as every notice is")
  func exerciseInLines() throws {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes([], notice: "It is so.\nAnd more.\r\nAll.") }
    let desk = try TestDesk.scripted(exercises)
    #expect(try desk.perform("/go").view == View([.text("It is so. And more. All.")]))
  }

  @Test("The words of an outcome are not lost")
  func outcome() throws {
    let desk = try Self.desk()
    #expect(
      desk.told("/outcome decison: We do it") == [
        "/outcome decison: We do it", "         ^^^^^^^^",
        "“decison:” is not decision, action or insight.",
        "Hint: Did you mean decision? Where it belongs to a text, put the text in quotes. "
          + "For example: /outcome decision c12",
      ])
    #expect(desk.told("/outcome We do it").contains("“We” is not decision, action or insight."))
    try desk.perform("/outcome decision \"a=b, and so minutes=3\" owner=Ruth")
    #expect(desk.session.allOutcomes.map(\.text) == ["a=b, and so minutes=3"])
  }
}
