import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// After the count everything comes from what was counted.
@Suite("A counted vote")
struct CountedVoteTests {
  private let library = MemoryLibrary()

  /// c2 is the Condorcet winner, c1 that of the instant runoff.
  private static let ballots = [
    "Roger: c1 c2 c3", "Ruth: c1 c2 c3", "Rhona: c2 c3 c1", "Mike: c3 c2 c1", "Ann: c3 c2 c1",
  ]

  private func counted(
    _ exercise: String = "rank", set: String = "", open: String = "", cast: [String] = ballots
  ) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/people add Rhona Roberts, Mike, Ann", "/start", "A guide", "Training", "A forum",
      "/agenda add \(exercise) Choice takes=all" + (set.isEmpty ? "" : " set=\(set)"),
      "/agenda add discussion After", "/goto Choice", "/vote open \(open) entered=yes",
    ] + cast.map({ "/vote cast \($0)" }) + ["/vote close", "/vote count x"] {
      try desk.perform(line)
    }
    return desk
  }

  private func result(_ desk: TestDesk) throws -> PollResult {
    guard case .counted(let result)? = desk.session.polls.values.last?.phase else {
      throw NotCounted()
    }
    return result
  }

  private struct NotCounted: Error {}

  private func bundle(_ result: PollResult) throws -> [UInt8] {
    try #require(library.journals["Summit"]?.boxes.bundles[result.bundle])
  }

  private func chosen(_ desk: TestDesk, _ line: String = "/show 2") throws -> JSONValue? {
    try desk.result(line)?["result"]?["chosen"]
  }

  @Test func `the event carries what the bundle states`() throws {
    let desk = try counted()
    let result = try result(desk)
    let bundle = try PollBundle(reading: try bundle(result))
    #expect(result.count == bundle.result && result.verdict?.chosen == ["c2"])
    #expect(bundle.result["verdict"]?["chosen"] == ["c2"])
    #expect(bundle.result["tally"]?["winners"] == ["c2"])
  }

  @Test(arguments: [
    ["/agenda change 2 set=method=irv"], ["/goto 1", "/hide c2 twice", "/goto 2"],
    ["/edit c2 Nothing at all"], ["/agenda change 2 set=winners=3"],
    ["/agenda change 2 set=privacy=open"], ["/people remove Ruth"], ["/agenda move 2 1"],
  ])
  func `nothing that changes later changes it`(lines: [String]) throws {
    let desk = try counted()
    let before = try desk.perform("/show 2").view.blocks
    for line in lines { #expect(desk.problem(line) == nil, "\(line): \(desk.told(line))") }
    let view = try desk.perform("/show Choice").view
    for block in before { #expect(view.blocks.contains(block)) }
    #expect(try chosen(desk, "/show Choice") == ["c2"])
    #expect(desk.desk.wallView().plainText.contains("c2"))
    // Moved to the front, another activity is the one before the next.
    if lines != ["/agenda move 2 1"] { try desk.perform("/next") }
    #expect(desk.session.agenda["a3"]?.taken == (lines == ["/agenda move 2 1"] ? [] : ["c2"]))
  }

  @Test func `a card that reads differently says so, and so does one that is hidden`() throws {
    let desk = try counted()
    for line in ["/edit c2 Courses", "/goto 1", "/hide c1 twice", "/goto 2"] {
      try desk.perform(line)
    }
    for text in [
      try desk.perform("/show").view.plainText, desk.desk.wallView().plainText,
      try desk.desk.reportView().plainText,
    ] {
      #expect(text.contains("c2 Training"), "what was voted on: \(text)")
      #expect(text.contains("c2 now reads: Courses") && text.contains("c1 is hidden: twice"))
    }
  }

  @Test(arguments: [
    ("quorum=3", ["Ruth: c1", "Roger: c1"], "not valid: 2 of 3 needed."),
    ("", [], "not valid: no ballot was cast."),
    ("", ["Ruth: blank", "Roger: blank"], "not valid: no ballot chooses anything."),
    ("", ["Ruth: spoilt"], "not valid: no ballot chooses anything."),
  ])
  func `where it is not valid nobody is chosen`(
    open: String, cast: [String], why: String
  ) throws {
    for exercise in ["rank", "choose", "dot-voting", "score", "duels", "quadratic"] {
      // In these a card alone is an answer.
      let isPlain = ["rank", "choose", "dot-voting"].contains(exercise)
      guard isPlain || cast.allSatisfy({ !$0.contains("c1") }) else { continue }
      let desk = try CountedVoteTests().counted(
        exercise, set: "privacy=sealed", open: open, cast: cast)
      let shown = try desk.perform("/show").view
      #expect(shown.plainText.contains(why), "\(exercise): \(shown.plainText)")
      #expect(try chosen(desk) == [])
      #expect(try desk.desk.reportView().plainText.contains(why))
      #expect(desk.desk.wallView().plainText.contains(why))
      try desk.perform("/next")
      #expect(desk.session.agenda["a3"]?.taken == [])
    }
  }

  @Test func `whom nobody chose is not chosen, on the screen and in the bundle`() throws {
    let desk = try counted("choose", set: "method=sntv,winners=3", cast: ["Ruth: c2"])
    let result = try result(desk)
    #expect(result.verdict?.chosen == ["c2"])
    #expect(try PollBundle(reading: try bundle(result)).recount.verdict.chosen == ["c2"])
    #expect(try chosen(desk) == ["c2"])
  }

  @Test func `other methods are compared with what was counted`() throws {
    let desk = try counted()
    let result = try result(desk)
    desk.files.contents["memory/\(result.bundle)"] = try bundle(result)
    try desk.perform("/agenda change 2 set=method=irv")
    let response = try desk.perform("/vote what-if")
    #expect(response.result?["result"]?["chosen"] == ["c2"])
    #expect(response.view.plainText.contains("the result"))
  }

  @Test func `a plugin that fails keeps nothing from the room`() throws {
    let desk = try counted()
    desk.exercises.failure = PluginFailure(plugin: "voting", kind: .crashed(signal: 11))
    #expect(try chosen(desk) == ["c2"])
    desk.exercises.failure = nil
    desk.exercises.uninstall("rank")
    #expect(try chosen(desk) == ["c2"])
    try desk.perform("/next")
    #expect(desk.session.agenda["a3"]?.taken == ["c2"])
  }

  @Test func `nothing goes on from a vote that is not counted, and it is said`() throws {
    let desk = TestDesk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/start", "A guide", "Training", "/agenda add rank Choice", "/agenda add discussion After",
      "/next", "/vote open entered=yes", "/vote cast Ruth: c1",
    ] { try desk.perform(line) }
    #expect(desk.problem("/next")?.message.contains("is open, and nothing of it goes on") == true)
    #expect(try desk.perform("/next anyway=yes").view.plainText.contains("is still open"))
    #expect(desk.session.agenda["a3"]?.taken == [])
    for line in ["/back", "/vote close", "/vote count x", "/next"] { try desk.perform(line) }
    #expect(desk.session.agenda["a3"]?.taken == ["c1"])
  }

  @Test func `held again, it is about the cards as they read now`() throws {
    let desk = try counted()
    for line in ["/edit c2 Courses", "/vote reopen The question was misread"] {
      try desk.perform(line)
    }
    let terms = try #require(desk.session.polls.values.last).terms
    #expect(terms.paper.questions[0].options.map(\.text) == ["A guide", "Courses", "A forum"])
    #expect(terms.paper.rule?.method == "schulze")
  }

  // MARK: Journals of before

  /// As the event was before it had the result in it.
  private func asBefore(_ desk: TestDesk) throws -> TestDesk {
    let journal = try #require(library.journals["Summit"])
    for index in journal.events.indices {
      guard case .poll(.counted(let id, var result)) = journal.events[index].event else { continue }
      (result.count, result.details) = (nil, nil)
      journal.events[index].event = .poll(.counted(id, result))
    }
    let again = TestDesk(isInteractive: false, library: library)
    try again.perform("/open Summit")
    return again
  }

  @Test func `a journal of before has its result from the bundle`() throws {
    let desk = try counted()
    let (now, result) = (try desk.perform("/show 2").view.blocks, try result(desk))
    let before = try asBefore(desk)
    before.files.contents["memory/\(result.bundle)"] = try bundle(result)
    #expect(try before.perform("/show 2").view.blocks == now)
    try before.perform("/agenda change 2 set=method=irv")
    #expect(try chosen(before) == ["c2"])
    for line in ["/goto 2", "/next"] { _ = before.problem(line) }
    #expect(before.session.agenda["a3"]?.taken == ["c2"])
  }

  @Test func `terms of before say what stands before an amount in the question alone`() throws {
    let desk = TestDesk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde", "/start",
      "A guide", "Training", "/agenda add budget Choice set=budget=10000 takes=all", "/next",
      "/cost c1 4000", "/cost c2 9000", "/vote open entered=yes", "/vote cast Roger: c1",
      "/vote close", "/vote count x",
    ] { try desk.perform(line) }
    let now = try desk.perform("/show 2").view.blocks
    let journal = try #require(library.journals["Summit"])
    for index in journal.events.indices {
      guard case .poll(.opened(var terms, let reason)) = journal.events[index].event else {
        continue
      }
      #expect(terms.paper.rule?.currency == "£")
      terms.paper.rule?.currency = nil
      journal.events[index].event = .poll(.opened(terms, because: reason))
    }
    let again = TestDesk(isInteractive: false, library: library)
    try again.perform("/open Summit")
    #expect(try again.perform("/show 2").view.blocks == now)
  }

  @Test func `without the bundle it says so, and is read as ever`() throws {
    let before = try asBefore(try counted())
    try #require(library.journals["Summit"]).boxes.removeBundles()
    try before.perform("/agenda change 2 set=method=irv")
    let text = try before.perform("/show 2").view.plainText
    #expect(text.contains("counted by an earlier version"))
    #expect(text.contains("Chosen: c2") || text.contains("c2 Training"), "\(text)")
    for line in ["/goto 2", "/next"] { _ = before.problem(line) }
    #expect(before.session.agenda["a3"]?.taken == ["c2"], "by the settings it was opened with")
  }
}

/// The same of votes that are kept by name.
@Suite("A revealed vote")
struct RevealedVoteTests {
  @Test(arguments: [
    "/agenda change 2 set=winners=1", "/agenda change 2 set=dots=1", "/edit c2 Other words",
    "/cost c1 5",
  ])
  func `stays as it was revealed`(line: String) throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/start", "A guide", "Training", "A forum", "/agenda add dot-voting Choice set=winners=2",
      "/agenda add discussion After", "/next", "@Ruth c2 c2 c3", "@Roger c2 c3 c3", "/reveal",
    ] { try desk.perform(line) }
    let shown = try desk.perform("/show").view.blocks
    _ = desk.problem(line)
    let now = try desk.perform("/show").view.blocks
    #expect(Array(now.prefix(shown.count)) == shown)
    try desk.perform("/next")
    #expect(desk.session.agenda["a3"]?.taken == ["c2", "c3"])
  }
}
