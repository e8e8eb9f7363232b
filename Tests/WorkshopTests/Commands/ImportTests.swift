import ExerciseKit
import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// A card for each line of a table.
private struct Rows: Importer {
  struct Options: Fields {
    @Field("A tag for each card") var mark: String?
  }

  static let about = ImporterAbout(
    id: "rows", name: "Rows", summary: "a card for each row", extensions: ["csv", "txt", "rows"])

  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map { line in
      .card(CardDraft("\(line)", author: .named("Zoe"), tags: [options.mark].compactMap(\.self)))
    }
  }
}

private struct Sheets: Importer {
  static let about = ImporterAbout(
    id: "sheets", name: "Sheets", summary: "nothing at all", extensions: ["csv"])
  static func read(_ file: FileContents, _ options: NoFields) throws(Refusal) -> [Brought] { [] }
}

private struct Talk: ReportSection {
  static let about = SectionAbout(id: "talk", title: "What was said", summary: "")
  static func view(of report: Report) -> View {
    let rooms = report.rooms(of: Note.self)
    return View(rooms.map { .text("\($0.title): \($0.cards.map(\.text))") })
  }
}

private struct Note: Exercise {
  static let about = ExerciseAbout(id: "note", name: "Note", summary: "note something")
  static let actions: [any Action<Note>.Type] = [Take.self]
  static let lineAction: (any Action<Note>.Type)? = Take.self
  static func view(of room: Room<Note>, for audience: Audience) -> View { View([]) }

  struct Settings: Fields {
    @Field("Keep no names") var anonymous = false
  }

  struct Take: Action {
    static let about = ActionAbout("take", "Take a note", examples: ["take This"])
    @Field("The note") var text: String
    func decide(in room: Room<Note>) throws(Refusal) -> [Effect<Never>] { [.add(CardDraft(text))] }
  }
}

@Suite("What plugins bring besides exercises: importers and sections of the report")
struct ImportTests {
  private func desk(_ importers: [any Importer.Type] = [Rows.self]) throws -> TestDesk {
    let exercises = TestExercises()
    exercises.install(
      Plugin(
        id: "notes", name: "Notes", version: "1.0.0", summary: "", author: "", licence: "MIT",
        exercises: [Note.self], sections: [Talk.self], importers: importers))
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Day", "/agenda add note First takes=nothing",
      "/agenda add discussion Talk takes=nothing",
      "/agenda add dot-voting Vote", "/agenda add note Last takes=nothing", "/start",
    ] { try desk.perform(line) }
    desk.files.contents["a.csv"] = Array("one\ntwo".utf8)
    desk.files.contents["a.rows"] = desk.files.contents["a.csv"]
    desk.files.contents["a.txt"] = Array("three".utf8)
    return desk
  }

  private func texts(_ desk: TestDesk) -> [String] { desk.session.board.values.map(\.text) }

  @Test("The importer for such files is taken, in any activity where something can be said")
  func bySuffix() throws {
    let desk = try desk()
    try desk.perform("/import a.rows")
    #expect(texts(desk) == ["one", "two"])
    #expect(desk.session.roster.values.map(\.name) == ["Zoe"])
    try desk.perform("/next")
    try desk.perform("/import a.rows")
    #expect(desk.session.board.values.suffix(2).map(\.activity) == ["a2", "a2"])
    try desk.perform("/undo")
    #expect(texts(desk) == ["one", "two"])
    try desk.perform("/next")
    #expect(desk.problem("/import a.rows")?.message == "This activity can't import.")
  }

  @Test("The activity's own importer comes before others; as= says which")
  func which() throws {
    let desk = try desk()
    // The Comments plugin reads .txt too.
    try desk.perform("/import a.txt")
    #expect(texts(desk) == ["three"])
    try desk.perform("/next")
    try desk.perform("/import a.txt take=yes")
    #expect(desk.session.board.values.last?.author == nil)
    try desk.perform("/import a.txt as=rows mark=new")
    #expect(desk.session.board.values.last?.tags == ["new"])
    #expect(desk.told("/import a.txt as=nothing").joined().contains("web-discussion"))
    #expect(
      desk.problem("/import a.txt as=rows post=1")?.message
        == "The importer “rows” has no “post”.")
  }

  @Test("Where several can, or none, that is said")
  func severalOrNone() throws {
    let desk = try desk([Rows.self, Sheets.self])
    #expect(
      desk.told("/import a.csv") == [
        "Several importers can read “a.csv”: rows, sheets.", "Hint: Say which: as=rows",
      ])
    desk.files.contents["a.doc"] = []
    #expect(desk.problem("/import a.doc")?.message.hasPrefix("Several importers") == true)
    try desk.perform("/next")
    // A discussion has one importer of its own, which tells by the bytes.
    #expect(desk.problem("/import a.doc")?.message.hasPrefix("a.doc: ") == true)
  }

  @Test("Help tells which importers there are, and what they ask for")
  func help() throws {
    let help = try desk().perform("/help import").view.plainText
    #expect(help.contains("as=rows: a card for each row (.csv, .txt, .rows)"))
    #expect(help.contains("A tag for each card"))
  }

  @Test("In an anonymous activity no name comes in")
  func anonymous() throws {
    let desk = try desk()
    try desk.perform("/agenda add note Secret set=anonymous=yes takes=nothing")
    try desk.perform("/goto 5")
    try desk.perform("/import a.csv")
    #expect(desk.session.board.values.map(\.author) == [nil, nil])
    #expect(desk.session.roster.isEmpty)
  }

  @Test(
    "A plugin that would change what it did not bring changes nothing",
    arguments: [
      Change.editCard("c1", text: "x"), .tagCard("c1", add: ["x"], remove: []),
      .hideCard("c1", reason: "x"), .unhideCard("c1"), .record("x"),
      .addCard(CardDraft("x", parent: .card("c1"))),
    ])
  func tooMuch(change: Change) throws {
    let desk = try desk()
    try desk.perform("Mine")
    desk.exercises.imported = .changes([.addCard(CardDraft("fine")), change])
    #expect(
      desk.problem("/import a.csv")?.message
        == "The importer wanted to change what it did not bring.")
    #expect(texts(desk) == ["Mine"])
  }

  @Test("A section sees the plugin's own activities that were begun, and no others")
  func section() throws {
    let desk = try desk()
    for line in ["Mine", "/next", "Said elsewhere"] { try desk.perform(line) }
    let report = try desk.desk.reportView().plainText
    #expect(report.contains("What was said"))
    #expect(report.contains(#"First: ["Mine"]"#))
    #expect(!report.contains("Last: ["))
    #expect(!report.contains(#"Talk: ["#))
  }

  @Test("A section that fails is named in the report; one with nothing to see is left out")
  func failingSection() throws {
    let exercises = TestExercises()
    let desk = TestDesk(exercises: exercises)
    for line in ["/new Day", "/agenda add discussion", "/start"] { try desk.perform(line) }
    #expect(try !desk.desk.reportView().plainText.contains("What was said"))
  }

  @Test("Where there is no saved state to do without, a stale one is a failure like others")
  func staleState() throws {
    let desk = try desk()
    for line in ["Mine", "More"] { try desk.perform(line) }
    desk.exercises.failure = PluginFailure(plugin: "notes", kind: .staleState("too old"))
    #expect(
      try desk.perform("/show").view.plainText.contains(
        "The plugin “notes” can't go on from a state of another version (too old)."))
    #expect(try desk.result("/show")?["unanswered"] == nil)
  }
}
