import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What an exercise may propose, and what it may not.
@Suite("Changes that an exercise proposes")
struct ProposedChangesTests {
  private static let tooLong = String(repeating: "x", count: 64 * 1024 + 1)

  @Test(
    "What it may not do is refused whole",
    arguments: [
      (
        .editCard("c1", text: "forged"),
        "c1 belongs to another activity, and this one can't change it."
      ),
      (
        .tagCard("c1", add: ["x"], remove: []),
        "c1 belongs to another activity, and this one can't change it."
      ),
      (
        .hideCard("c1", reason: "x"),
        "c1 belongs to another activity, and this one can't change it."
      ),
      (
        .noteCard("c1", set: ["owner": "p1"], remove: []),
        "c1 belongs to another activity, and this one can't change it."
      ),
      (.unhideCard("c1"), "c1 belongs to another activity, and this one can't change it."),
      (.editCard("c7", text: "x"), "There is no card c7."),
      (.editCard("", text: "x"), "There is no card ."),
      (
        .addCard(CardDraft("x", parent: .card("c1"))),
        "c1 belongs to another activity, and this one can't change it."
      ),
      (.addCard(CardDraft("x", parent: .card("c9"))), "There is no card c9."),
      (
        .addCard(CardDraft("x", parent: .draft(1))),
        "The exercise refers to a card that it did not propose."
      ),
      (
        .addCard(CardDraft("x", parent: .draft(-1))),
        "The exercise refers to a card that it did not propose."
      ),
      (
        .addCard(CardDraft("x", parent: .draft(.max))),
        "The exercise refers to a card that it did not propose."
      ),
      (.addCard(CardDraft(tooLong)), "The text is longer than 65,536 bytes."),
      (
        .addCard(CardDraft("x", author: .named(" "))), "The exercise named a person without a name."
      ),
    ] as [(Change, String)])
  func refused(_ change: Change, _ message: String) throws {
    let desk = try TestDesk.proposing([.addCard(CardDraft("before")), change])
    let before = desk.session
    #expect(desk.problem("/go")?.message == message)
    #expect(desk.session == before)
  }

  @Test("Its own cards and those that came in are its to change")
  func own() throws {
    let desk = try TestDesk.proposing([
      .editCard("c1", text: "new"), .tagCard("c1", add: ["a"], remove: []),
      .tagCard("c1", add: ["b", "b"], remove: ["a"]), .hideCard("c1", reason: "why"),
      .noteCard("c1", set: ["owner": "p1", "due": "x"], remove: []),
      .noteCard("c1", set: ["owner": "p2"], remove: ["due", "never"]),
    ])
    try desk.perform("/agenda change 2 takes=previous")
    try desk.perform("/back")
    try desk.perform("/next")
    let events = try desk.events(of: "/go")
    #expect(
      events == [
        .cardEdited("c1", text: "new"), .cardTagged("c1", tags: ["a"]),
        .cardTagged("c1", tags: ["b"]), .cardHidden("c1", reason: "why"),
        .cardNoted("c1", attributes: ["owner": "p1", "due": "x"]),
        .cardNoted("c1", attributes: ["owner": "p2"]),
      ])
  }

  @Test("Drafts answer each other by their places, and get the next labels")
  func drafts() throws {
    let desk = try TestDesk.proposing([
      .addCard(CardDraft("one", tags: ["a", "", "a"], attributes: ["url": "x"])),
      .record(["n": 1]), .addCard(CardDraft("two", parent: .draft(0))),
      .addCard(CardDraft("three", author: .named("Zoe"), parent: .draft(1))),
      .addCard(CardDraft("four", author: .named("Zoe"))),
    ])
    let now = desk.clock.now
    #expect(
      try desk.events(of: "/go") == [
        .cardAdded(
          Card(
            id: "c2", text: "one", activity: "a2", at: now, tags: ["a"], attributes: ["url": "x"])),
        .recorded("a2", ["n": 1]),
        .cardAdded(Card(id: "c3", text: "two", parent: "c2", activity: "a2", at: now)),
        .joined(Participant(id: "p1", name: "Zoe")),
        .cardAdded(
          Card(id: "c4", text: "three", author: "p1", parent: "c3", activity: "a2", at: now)),
        .cardAdded(Card(id: "c5", text: "four", author: "p1", activity: "a2", at: now)),
      ])
  }

  @Test("Control characters are kept as they came; whoever shows them neutralises them")
  func controls() throws {
    let text = "nul \u{0} escape \u{1B}[31m right-to-left \u{202E} e\u{301}\r\n\u{85}"
    let desk = try TestDesk.proposing([.addCard(CardDraft(text))])
    try desk.perform("/go")
    #expect(
      desk.session.board["c2"].map { Array($0.text.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test("Hundreds of changes are one step")
  func many() throws {
    let desk = try TestDesk.proposing(
      (0..<700).map { .addCard(CardDraft("\($0)", parent: $0 == 0 ? nil : .draft($0 - 1))) })
    #expect(try desk.events(of: "/go").count == 700)
    #expect(Set(desk.timeline.events.suffix(700).map(\.step)).count == 1)
    #expect(desk.session.board["c701"]?.parent == "c700")
    try desk.perform("/undo")
    #expect(desk.session.board.count == 1)
  }

  @Test("A name is one line, and one person however often it comes")
  func nameOfTwoLines() throws {
    let desk = try TestDesk.proposing([
      .addCard(CardDraft("one", author: .named("Zed\nFailed: all"))),
      .addCard(CardDraft("two", author: .named("Zed\nFailed: all"))),
    ])
    try desk.perform("/go")
    #expect(
      desk.session.roster.values.map(\.name).filter { $0.hasPrefix("Zed") } == ["Zed Failed: all"])
  }

  @Test("Somebody who is here already stays as the roster says")
  func knownPerson() throws {
    let desk = try TestDesk.inDiscussion()
    desk.exercises.imported = .changes([
      .addParticipant(name: "Ruth Hyde", role: .facilitator, organisation: "Elsewhere"),
      .addParticipant(name: "Zoe", role: .facilitator, organisation: "Here"),
    ])
    desk.files.contents["a.json"] = []
    #expect(
      try desk.events(of: "/import a.json as=web-discussion") == [
        .joined(Participant(id: "p4", name: "Zoe", role: .facilitator, organisation: "Here"))
      ])
  }

  @Test("A refusal is told in the exercise's words, a failure in ours; both change nothing")
  func refusals() throws {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .refused(Refusal("Not so.", hint: "But so.")) }
    let desk = try TestDesk.scripted(exercises)
    #expect(desk.told("/go") == ["Not so.", "Hint: But so."])
    exercises.failure = PluginFailure(plugin: "scripted", kind: .crashed(signal: 11))
    #expect(
      desk.told("/go") == [
        "The plugin “scripted” stopped unexpectedly (signal 11).",
        "Hint: This line was not kept: type it again. The plugin starts again with your next line.",
      ])
    #expect(desk.told("/go") == ["Not so.", "Hint: But so."])
  }

  @Test("Settings and fields reach the exercise complete with their defaults")
  func complete() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("Hello")
    #expect(
      desk.exercises.opened.last?.settings.text() == #"{"anonymous":false,"order":"oldest"}"#)
  }

  @Test("Each call has a chance of its own, drawn by the host")
  func seeds() throws {
    let desk = try TestDesk.inDiscussion()
    let clock = VirtualClock()
    #expect(try desk.call("Hello")?.seed == Call.seed(from: clock.drawn()))
    #expect(try desk.call("Hello")?.seed == Call.seed(from: clock.drawn()))
  }
}
