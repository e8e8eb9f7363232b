import ExerciseKit
import ExerciseTesting
import Testing

private struct Tally: ReportSection {
  static let about = SectionAbout(id: "tally", title: "Tally", summary: "how many")

  static func view(of report: Report) -> View {
    View([.text("\(report.rooms(of: Notes.self).map(\.cards.count))")])
  }
}

private struct Notes: Exercise {
  static let about = ExerciseAbout(id: "notes", name: "Notes", summary: "take notes")
  static let actions: [any Action<Notes>.Type] = [Take.self]

  static func view(of room: Room<Notes>, for audience: Audience) -> View { View([]) }

  struct Take: Action {
    static let about = ActionAbout("take", "Take a note", examples: ["take This"])
    @Field("The note") var text: String

    func decide(in room: Room<Notes>) throws(Refusal) -> [Effect<Never>] { [.add(CardDraft(text))] }
  }
}

private struct Words: Importer {
  struct Options: Fields {
    @Field("At most so many", 1...9) var most = 2
  }

  static let about = ImporterAbout(
    id: "words", name: "Words", summary: "a card for each word", extensions: ["txt"])

  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought] {
    guard !file.bytes.isEmpty else { throw Refusal("\(file.name) is empty.", field: "file") }
    let words = String(decoding: file.bytes, as: UTF8.self).split(separator: " ")
    return [.proposition(title: file.name, text: "Words"), .person(name: "Ruth")]
      + words.prefix(options.most).map { .card(CardDraft("\($0)", author: .named("Ruth"))) }
      + [.notice("\(words.count - options.most) left out.")]
  }
}

@Suite struct ContributionTests {
  private let plugin = Plugin(
    id: "notes", name: "Notes", version: "1.0.0", summary: "Notes", author: "Us",
    licence: "CC0-1.0", exercises: [Notes.self], templates: ["day.yaml"], sections: [Tally.self],
    importers: [Words.self])

  @Test func `the manifest tells it, and survives its JSON`() throws {
    let manifest = plugin.manifest
    #expect(manifest.contributes.sections.map(\.id) == ["tally"])
    #expect(manifest.contributes.importers.first?.fields.map(\.name) == ["most"])
    #expect(manifest.contributes.templates == ["day.yaml"])
    #expect(try Manifest(json: manifest.json, path: "manifest") == manifest)
  }

  @Test func `an importer's finds become true`() throws {
    let harness = try Harness(plugin, exercise: "notes")
    let file = FileContents(name: "a.txt", bytes: Array("one two three".utf8))
    let step = try harness.importing(file, by: "words")
    #expect(step.notice == "1 left out.")
    #expect(harness.cards.map(\.text) == ["one", "two"])
    #expect(harness.participants.map(\.name) == ["Ruth"])
    #expect(harness.proposition?.title == "a.txt")
    #expect(try harness.importing(file, by: "words", ["most": 3]).cards.count == 3)
    #expect(throws: Refusal("a.txt is empty.", field: "file")) {
      try harness.importing(FileContents(name: "a.txt", bytes: []), by: "words")
    }
    #expect(throws: Refusal.self) { try harness.importing(file, by: "words", ["most": 99]) }
  }

  @Test func `a section is written about what happened until now`() throws {
    let harness = try Harness(plugin, exercise: "notes")
    #expect(try harness.section("tally") == View([.text("[0]")]))
    try harness.run("take", ["text": "This"])
    #expect(try harness.section("tally") == View([.text("[1]")]))
    #expect(throws: HarnessFailure.fault("this plugin has no section “x”")) {
      try harness.section("x")
    }
  }

  @Test func `the plugin passes the conformance suite`() {
    #expect(Conformance(plugin).findings() == [])
  }

  /// Old host, new plugin: a hello without extensions is welcomed without any, word for word as
  /// before, and the rest of the manifest is as it was.
  @Test func `a host of before sees nothing new`() throws {
    let server = ExerciseServer(plugin)
    func answer(_ request: String) -> String {
      let bytes = Array(request.utf8).withUnsafeBufferPointer { server.answer($0) }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      answer(#"{"call":"hello","versions":[1],"host":"charrette 0.1.0"}"#)
        == #"{"reply":"welcome","version":1}"#)
    var plain = plugin.manifest
    plain.contributes = Contributions()
    guard case .object(let members) = plugin.manifest.json else { return }
    #expect(.object(members.filter { $0.name != "contributes" }) == plain.json)
    #expect(
      answer(#"{"call":"hello","versions":[1],"host":"x","extensions":["charrette.importer/1"]}"#)
        == #"{"reply":"welcome","version":1,"extensions":["charrette.importer/1"]}"#)
  }

  /// New host, old plugin: a call that it does not know is a fault, and it goes on.
  @Test func `a plugin without it has neither`() {
    let old = Plugin(
      id: "notes", name: "Notes", version: "1.0.0", summary: "Notes", author: "Us",
      licence: "CC0-1.0", exercises: [Notes.self])
    let server = ExerciseServer(old)
    #expect(
      server.answer(.hello(versions: [1], host: "", extensions: ExtensionID.all))
        == .welcome(version: 1))
    #expect(
      server.answer(.importing("words", file: FileForm(name: "a", base64: ""), fields: [:]))
        == .fault("this plugin has no importer “words”"))
    #expect(old.manifest.json["contributes"] == nil)
  }

  @Test func `a file that is no base64 is the host's fault`() {
    #expect(
      ExerciseServer(plugin).answer(
        .importing("words", file: FileForm(name: "a", base64: "%"), fields: [:]))
        == .fault("the file's content is no base64"))
  }
}
