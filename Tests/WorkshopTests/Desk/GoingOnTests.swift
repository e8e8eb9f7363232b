import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// However a plugin fails: the room goes on, with the cards that are there.
@Suite("Going on without an answer")
struct GoingOnTests {
  static let kinds: [PluginFailure.Kind] = [
    .unknownExercise("discussion"), .crashed(signal: 11), .exited(status: 3), .gaveUp(code: 4),
    .forbidden(call: "socket", .network), .hung(seconds: 2), .flooded(limit: 64 << 20),
    .garbage("expected cards, but the reply is “view”"), .fault("I can't read that event"),
    .unloadable("no such file"), .incompatible(host: "1.0", plugin: "2.0"), .disabled(failures: 3),
    .unconfined(missing: "Landlock", reason: "not there"), .noRunner("not there"),
    .staleState("of version 9"), .setAside(reason: "It is switched off.", mend: nil),
  ]

  /// Two cards of which one is hidden, and a reply, in the first of three activities.
  private func desk(_ kind: PluginFailure.Kind, in activity: ActivityID? = nil) throws -> TestDesk {
    let desk = try TestDesk.inDiscussion()
    for line in [
      "/agenda add discussion After", "@Ruth one", "two", "three", "/hide c2 off topic",
    ] { try desk.perform(line) }
    desk.exercises.failing = { _, asked in
      activity.map { $0 != asked } ?? false
        ? nil : PluginFailure(plugin: "comments", kind: kind)
    }
    return desk
  }

  @Test(
    "/next, /start, /goto and /back turn to where they go; /undo takes it back", arguments: kinds)
  func everyWay(_ kind: PluginFailure.Kind) throws {
    let desk = try desk(kind)
    let next = try desk.perform("/next")
    #expect(desk.session.current == "a2")
    #expect(Array(desk.session.agenda["a2"]?.taken ?? []) == ["c1", "c3"])
    let words = next.view.plainText
    let message = PluginFailure(plugin: "comments", kind: kind).problem.message
    #expect(words.contains("“Needs” could not say which cards go on. \(message)"))
    #expect(words.contains("2 cards came in from there: c1 c3"))
    #expect(words.contains("Choice\n"))
    let step = try #require(desk.timeline.events.last?.step)
    #expect(words.contains("/undo \(step) takes this step back"))
    try desk.perform("/undo \(step)")
    #expect(desk.session.current == "a1")
    try desk.perform("/goto 3")
    #expect(desk.session.current == "a3")
    try desk.perform("/back")
    #expect(desk.session.current == "a2")
    try desk.perform("/start 1")
    #expect(desk.session.current == "a1")
    #expect(try desk.perform("/start").view.plainText.contains(message))
  }

  @Test(
    "What is shown is what the host knows, with the cause; the room sees only what came in",
    arguments: kinds)
  func shown(_ kind: PluginFailure.Kind) throws {
    let desk = try desk(kind)
    let message = PluginFailure(plugin: "comments", kind: kind).problem.message
    let shown = try desk.perform("/show")
    #expect(shown.view.plainText.contains("c1  one\nc3  three"))
    #expect(!shown.view.plainText.contains("c2"))
    #expect(shown.view.plainText.contains(message))
    #expect(shown.result?["unanswered"] == [.string(message)])
    let wall = desk.desk.wallView().plainText
    #expect(wall.contains("2 cards written here.") && wall.contains(message))
    #expect(!wall.contains("one") && !wall.contains("three"))
    try desk.perform("/next")
    #expect(desk.desk.wallView().plainText.contains("Brought in\nc1  one\nc3  three"))
  }

  @Test("A plugin that stumbles over what happened: the step to take back is named")
  func poisoned() throws {
    let desk = try desk(.crashed(signal: 11), in: "a1")
    // The latest that the exercise was told is that c2 was hidden.
    let step = try #require(desk.timeline.events.last?.step)
    #expect(
      try desk.perform("/show").view.plainText.contains("/undo \(step) takes back the last thing"))
    try desk.perform("/undo \(step)")
    #expect(desk.session.board["c2"]?.hidden == nil)
    #expect(
      try desk.perform("/show").view.plainText.contains("/undo \(step - 1) takes back the last"))
  }

  @Test("A line that the plugin did not answer is to be typed again, and that is said")
  func lineNotKept() throws {
    let desk = try desk(.crashed(signal: 11))
    let before = desk.session
    #expect(
      desk.told("four") == [
        "The plugin “comments” stopped unexpectedly (signal 11).",
        "Hint: This line was not kept: type it again. The plugin starts again with your next line.",
      ])
    #expect(desk.session == before)
    desk.exercises.failing = { _, _ in
      PluginFailure(plugin: "comments", kind: .disabled(failures: 3))
    }
    #expect(
      desk.told("four").last
        == "Hint: This line was not kept: type it again. “/plugins enable comments” tries it again."
    )
  }

  @Test("The report has such an activity with its cards, and says so")
  func report() throws {
    let desk = try desk(.hung(seconds: 2))
    let response = try desk.perform("/report")
    let written = String(decoding: desk.files.contents["memory/Summit.md"] ?? [], as: UTF8.self)
    #expect(written.contains("c1  one") && written.contains("c3  three"))
    #expect(!written.contains("c2  "))
    #expect(
      response.view.plainText.contains(
        "“Needs” is in it with its cards alone. The plugin “comments” did not answer within 2 s"))
  }

  @Test("Saving, the snapshot, the agenda and all that needs no plugin go on", arguments: kinds)
  func allElse(_ kind: PluginFailure.Kind) throws {
    let desk = try desk(kind)
    for line in [
      "/save-as Elsewhere", "/agenda", "/agenda change 1 title=Wants minutes=5", "/agenda move 3 2",
      "/outcome insight It goes on", "/people add Zoë", "/tag c1 idea", "/edit c1 Other words",
      "/cards", "/log", "/guide", "/time +5", "/undo", "/redo", "/agenda save our-day",
    ] { #expect(desk.problem(line) == nil, "\(line): \(desk.problem(line)?.message ?? "")") }
    #expect(desk.session.board["c1"]?.text == "Other words")
  }

  @Test("An exercise that was uninstalled: the room goes through it, and is told why")
  func uninstalled() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["/agenda add discussion After", "one"] { try desk.perform(line) }
    desk.exercises.uninstall("dot-voting")
    let next = try desk.perform("/next").view.plainText
    #expect(desk.session.current == "a2")
    #expect(next.contains("No installed plugin provides the exercise “dot-voting”."))
    #expect(next.contains("Brought in\nc1  one"))
    #expect(
      desk.told("@Ruth c1") == [
        "“Choice” needs the exercise “dot-voting”, and no installed plugin provides it.",
        "Hint: /plugins tells what was found; /next goes on without it.",
      ])
    try desk.perform("/agenda change 2 title=\"Choice on paper\"")
    #expect(desk.problem("/agenda change 2 set=dots=5")?.message.contains("dot-voting") == true)
    try desk.perform("/next")
    #expect(desk.session.current == "a3")
    #expect(Array(desk.session.agenda["a3"]?.taken ?? []) == ["c1"])
  }

  @Test("A state that a newer plugin can't read is done without")
  func staleState() throws {
    let desk = try desk(.staleState("of version 9"), in: "a1")
    try desk.perform("/next")
    #expect(Array(desk.session.agenda["a2"]?.taken ?? []) == ["c1", "c3"])
  }

  @Test("What an exercise gives that is not there, or another's, does not go on")
  func strangeGift() throws {
    let desk = try desk(.hung(seconds: 2))
    desk.exercises.failing = { _, _ in nil }
    desk.exercises.given = { $0 == "a1" ? ["c3", "c9", "c3", "", "c1"] : nil }
    try desk.perform("/next")
    #expect(Array(desk.session.agenda["a2"]?.taken ?? []) == ["c3", "c1"])
  }
}

/// The same after a secret vote: what was counted goes on, or nothing.
@Suite("Going on without an answer after a secret vote")
struct GoingOnAfterVotesTests {
  /// At a secret vote on c1 and c2, and an activity after it.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    for line in [
      "one", "two", "/agenda add choose Which at=2", "/agenda add discussion After at=3", "/next",
    ] { try desk.perform(line) }
    return desk
  }

  private func box(_ desk: TestDesk) throws -> MemoryBallotBox {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    let activity = try #require(desk.session.current)
    return try #require(library.journals["Summit"]?.boxes.boxes[PollID("\(activity)-1")])
  }

  /// Puts a ballot for one card in, as the booth does.
  private func cast(_ card: CardID, by person: ParticipantID, _ desk: TestDesk) throws {
    var chance = SystemRandomNumberGenerator()
    let box = try box(desk)
    let field = try #require(box.terms.paper.rule?.field)
    let ballot = Ballot(.answers([field: [.string(card.rawValue)]]))
    try box.cast(
      SealedBallot(sealing: ballot, on: box.terms.paper, using: &chance),
      spending: .person(person), by: .booth)
  }

  /// Counts, and lays the bundle where a folder of sessions has it.
  private func count(_ desk: TestDesk) throws {
    for line in ["/vote close", "/vote count river"] { try desk.perform(line) }
    let library = try #require(desk.desk.library as? MemoryLibrary)
    for (name, bytes) in library.journals["Summit"]?.boxes.bundles ?? [:] {
      desk.files.contents["memory/\(name)"] = bytes
    }
  }

  private func taken(_ desk: TestDesk) throws -> [CardID] {
    desk.exercises.failing = { _, _ in PluginFailure(plugin: "voting", kind: .hung(seconds: 2)) }
    try desk.perform("/next anyway=yes")
    #expect(desk.session.currentActivity?.plan.title == "After")
    return Array(desk.session.currentActivity?.taken ?? [])
  }

  @Test(
    "Nothing of a vote that was not counted",
    arguments: [
      ["/vote open"], ["/vote open", "/vote close"],
      ["/vote open", "/vote call-off The wrong question"],
    ] as [[String]])
  func uncounted(_ phase: [String]) throws {
    let desk = try desk()
    for line in phase { try desk.perform(line) }
    #expect(try taken(desk) == [])
  }

  /// On the code of before an exercise that declares a sealed action gave nothing on, ever.
  @Test("Where no vote was opened: what came in, and what was written in the open")
  func noVote() throws {
    let desk = try desk()
    #expect(try taken(desk) == ["c1", "c2"])
  }

  @Test(
    "Of a sealed activity what came in, and nothing that was written there",
    arguments: [
      (Privacy.open, ["c2", "c1"]), (.sealed, ["c1"]),
    ] as [(Privacy, [CardID])])
  func written(_ privacy: Privacy, _ expected: [CardID]) throws {
    let exercises = TestExercises()
    var description = ExerciseDescription.scripted(privacy: .open)
    description.actions.append(
      ActionDescription(name: "ballot", summary: "Vote", privacy: .sealed, fields: []))
    description.settings = [
      FieldDescription(
        "privacy", .choice(["open", "sealed"]), "How?", isRequired: false, defaultValue: "open")
    ]
    exercises.install(description) { _ in .changes([.addCard(CardDraft("written here"))]) }
    exercises.given = { $0 == "a1" ? ["c1"] : nil }
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Seals", "/agenda add discussion", "/agenda add scripted",
      "/agenda change 2 set=privacy=\(privacy.rawValue)", "/agenda add discussion", "/start",
      "one", "/next", "/go",
    ] { try desk.perform(line) }
    exercises.failing = { _, _ in PluginFailure(plugin: "scripted", kind: .crashed(signal: 11)) }
    try desk.perform("/next")
    #expect(Array(desk.session.currentActivity?.taken ?? []) == expected)
  }

  @Test("What was counted, whatever the plugin does")
  func counted() throws {
    let desk = try desk()
    try desk.perform("/vote open")
    try cast("c2", by: "p1", desk)
    try count(desk)
    #expect(try taken(desk) == ["c2"])
  }

  @Test("Nothing where the quorum was not met")
  func quorum() throws {
    let desk = try desk()
    try desk.perform("/vote open quorum=2")
    try cast("c2", by: "p1", desk)
    try count(desk)
    #expect(try taken(desk) == [])
  }

  @Test("What was counted, whatever the bundle beside it says")
  func forged() throws {
    let desk = try desk()
    try desk.perform("/vote open")
    try cast("c2", by: "p1", desk)
    try count(desk)
    for name in desk.files.contents.keys where name.hasSuffix(".poll.json") {
      let text = String(decoding: desk.files.contents[name] ?? [], as: UTF8.self)
      desk.files.contents[name] = Array(text.replacing("\"c2\"", with: "\"c1\"").utf8)
    }
    #expect(try taken(desk) == ["c2"])
  }
}
