import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// How much one answer may hold: at the limit it is taken, above it nothing of it is kept.
@Suite("Limits of one answer")
struct AnswerLimitTests {
  private static func text(_ length: Int) -> String { String(repeating: "x", count: length) }
  private static func tags(_ count: Int) -> [String] { (0..<count).map { "t\($0)" } }
  private static func attributes(_ count: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: tags(count).map { ($0, "") })
  }
  private static func people(_ count: Int) -> [Change] {
    (0..<count).map { .addCard(CardDraft("", author: .named("P\($0)"))) }
  }

  /// Something in an answer, made so large.
  struct Kind: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var limit: Int
    var isOfAnImport = false
    var changes: @Sendable (Int) -> [Change]
  }

  static let lengths = [
    Kind(testDescription: "text", limit: AnswerLimits.text) { [.addCard(CardDraft(text($0)))] },
    Kind(testDescription: "edited text", limit: AnswerLimits.text) {
      [.editCard("c1", text: text($0))]
    },
    Kind(testDescription: "tag", limit: AnswerLimits.name) {
      [.addCard(CardDraft("", tags: [text($0)]))]
    },
    Kind(testDescription: "added tag", limit: AnswerLimits.name) {
      [.tagCard("c1", add: [text($0)], remove: [])]
    },
    Kind(testDescription: "attribute", limit: AnswerLimits.attribute) {
      [.addCard(CardDraft("", attributes: ["a": text($0)]))]
    },
    Kind(testDescription: "noted attribute", limit: AnswerLimits.attribute) {
      [.noteCard("c1", set: ["a": text($0)], remove: [])]
    },
    Kind(testDescription: "name of an attribute", limit: AnswerLimits.name) {
      [.noteCard("c1", set: [text($0): ""], remove: [])]
    },
    Kind(testDescription: "reason", limit: AnswerLimits.line) {
      [.hideCard("c1", reason: text($0))]
    },
    Kind(testDescription: "author", limit: AnswerLimits.name) {
      [.addCard(CardDraft("", author: .named(text($0))))]
    },
    Kind(testDescription: "event", limit: AnswerLimits.event) {
      [.record(.string(text($0 - 2)))]
    },
    Kind(testDescription: "person", limit: AnswerLimits.name, isOfAnImport: true) {
      [.addParticipant(name: text($0), role: .participant, organisation: nil)]
    },
    Kind(testDescription: "organisation", limit: AnswerLimits.name, isOfAnImport: true) {
      [.addParticipant(name: "P", role: .participant, organisation: text($0))]
    },
    Kind(testDescription: "title of a proposition", limit: AnswerLimits.line, isOfAnImport: true) {
      [.propose(title: text($0), text: "")]
    },
    Kind(testDescription: "proposition", limit: AnswerLimits.text, isOfAnImport: true) {
      [.propose(title: "", text: text($0))]
    },
  ]

  static let counts = [
    Kind(testDescription: "changes", limit: AnswerLimits.changes) {
      Array(repeating: .unhideCard("c1"), count: $0)
    },
    Kind(testDescription: "cards", limit: AnswerLimits.cards) {
      Array(repeating: .addCard(CardDraft("")), count: $0)
    },
    Kind(testDescription: "people", limit: AnswerLimits.people) { people($0) },
    Kind(testDescription: "tags of a new card", limit: AnswerLimits.tags) {
      [.addCard(CardDraft("", tags: tags($0)))]
    },
    Kind(testDescription: "tags of a card", limit: AnswerLimits.tags) {
      tags($0).map { .tagCard("c1", add: [$0], remove: []) }
    },
    Kind(testDescription: "attributes of a new card", limit: AnswerLimits.attributes) {
      [.addCard(CardDraft("", attributes: attributes($0)))]
    },
    Kind(testDescription: "attributes of a card", limit: AnswerLimits.attributes) {
      tags($0).map { .noteCard("c1", set: [$0: ""], remove: []) }
    },
    Kind(testDescription: "imported cards", limit: AnswerLimits.cards, isOfAnImport: true) {
      Array(repeating: .addCard(CardDraft("")), count: $0)
    },
    Kind(testDescription: "imported people", limit: AnswerLimits.people, isOfAnImport: true) {
      (0..<$0).map { .addParticipant(name: "P\($0)", role: .participant, organisation: nil) }
    },
  ]

  /// The line that leads to an answer with these changes, at a desk where c1 came in.
  private func desk(_ changes: [Change], isOfAnImport: Bool) throws -> (TestDesk, String) {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes(changes) }
    exercises.imported = .changes(changes)
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Limits", "/agenda add discussion", "/agenda add scripted", "/start", "One", "/next",
    ] { try desk.perform(line) }
    guard isOfAnImport else { return (desk, "/go") }
    desk.files.contents["a.json"] = []
    try desk.perform("/back")
    return (desk, "/import a.json as=web-discussion")
  }

  @Test("At the limit it is taken, above it all is refused", arguments: lengths + counts)
  func limit(_ kind: Kind) throws {
    let (fitting, line) = try desk(kind.changes(kind.limit), isOfAnImport: kind.isOfAnImport)
    #expect(fitting.problem(line) == nil)
    let (other, _) = try desk(
      [.addCard(CardDraft("before"))] + kind.changes(kind.limit + 1),
      isOfAnImport: kind.isOfAnImport)
    let before = (other.session, other.events.count)
    let problem = try #require(other.problem(line))
    #expect(
      problem.message.contains("\(kind.limit)") || problem.message.contains(kind.limit.grouped))
    #expect((other.session, other.events.count) == before)
    // It is the answer that is refused, not the plugin.
    #expect(other.problem(line) == problem)
  }

  /// Small changes of a card that is large already: the journal keeps all of the card each time.
  @Test("What an answer leaves in the journal is limited too")
  func kept() throws {
    let big = Self.text(AnswerLimits.attribute)
    let filled = (0..<60).map { Change.noteCard("c1", set: ["a\($0)": big], remove: []) }
    let (desk, line) = try desk(filled, isOfAnImport: false)
    #expect(
      desk.told(line).first
        == "The exercise wanted to keep too much at once: changes in all of more than 16,777,216 "
        + "bytes."
    )
    #expect(desk.session.board["c1"]?.attributes == [:])
  }

  @Test("A card of a journal of before keeps what it has beyond a limit, and may lose some of it")
  func before() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in ["/new Old", "/agenda add discussion", "/start"] { try desk.perform(line) }
    let live = try #require(desk.desk.live)
    let card = Card(
      id: "c1", text: Self.text(100_000), activity: "a1", at: desk.clock.now,
      tags: Self.tags(200) + [Self.text(5_000)], attributes: Self.attributes(200))
    _ = try live.commit(at: desk.clock.now) { _ in [.cardAdded(card)] }
    let again = TestDesk(library: library)
    try again.perform("/open Old")
    #expect(again.session.board["c1"] == card)
    #expect(again.problem("/tag c1 another")?.message.contains("64") == true)
    try again.perform("/tag c1 -t1 -t2")
    #expect(again.session.board["c1"]?.tags.count == 199)
  }

  @Test("People and the proposition come from importers, and from actions that take a file")
  func onlyImporters() throws {
    let change = Change.addParticipant(name: "Zoë", role: .participant, organisation: nil)
    for changes in [[change], [.propose(title: "T", text: "")]] {
      let (desk, line) = try desk(changes, isOfAnImport: false)
      #expect(
        desk.problem(line)?.message
          == "The exercise wanted to bring in people or a proposition, which importers alone may "
          + "do.")
      let (other, importing) = try self.desk(changes, isOfAnImport: true)
      #expect(other.problem(importing) == nil)
    }
  }

  @Test("Each answer counts its cards anew: a number names a card of its own list")
  func drafts() throws {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in
      .changes([.addCard(CardDraft("one")), .addCard(CardDraft("two", parent: .draft(0)))])
    }
    let desk = try TestDesk.scripted(exercises)
    for _ in 0..<2 { try desk.perform("/go") }
    #expect(desk.session.board.values.map(\.parent) == [nil, nil, "c2", nil, "c4"])
  }

  @Test("What is typed is limited as well, and told with the line's own words kept by nobody")
  func typed() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("One")
    let events = desk.events.count
    for line in [
      "/outcome decision \(Self.text(AnswerLimits.text + 1))",
      "/edit c1 \(Self.text(AnswerLimits.text + 1))",
      "/tag c1 \(Self.text(AnswerLimits.name + 1))",
      "/people add \(Self.text(AnswerLimits.name + 1))",
      "/agenda add discussion \(Self.text(AnswerLimits.line + 1))",
      "/agenda change 1 focus=\(Self.text(AnswerLimits.text + 1))",
      "@Ruth \(Self.text(AnswerLimits.text + 1))",
    ] {
      #expect(desk.problem(line)?.message.contains("is longer than") == true, "\(line.prefix(20))")
    }
    #expect(desk.events.count == events)
  }

  @Test("A view that is larger than a screen is cut, with a word on the rest")
  func view() throws {
    let desk = try TestDesk.inDiscussion()
    let regions = (0..<500_000).map { View.Region("\($0)", items: []) }
    desk.exercises.shown = { _ in View([.grid(regions), .text("after")]) }
    let view = try desk.perform("/show").view
    #expect(
      Array(view.blocks.suffix(2)) == [
        .note("… and 499,000 more regions", .warning), .text("after"),
      ])
  }
}
