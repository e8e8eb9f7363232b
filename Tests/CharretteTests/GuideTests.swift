import ExerciseProtocol
import Glibc
import TerminalTesting
import TestSupport
import Testing

/// What the guide shows is what the reader gets.
@Suite struct GuideTests {
  private static let catalogue = "Sources/charrette/Charrette.docc"
  private static let examples = "Tests/Fixtures/Guide"

  @Test(
    arguments: [
      ("PluginInSwift.md", "swift", "Swift/FistOfFive.swift"),
      ("PluginInSwift.md", "swift", "Package.swift"),
      ("PluginInSwift.md", "text", "fist-of-five.charrette"),
      ("Templates.md", "yaml", "listening-walk.yaml"),
      ("PluginInC.md", "c", "C/energy.c"),
      ("PluginInC.md", "text", "energy.charrette"),
      ("PluginInSwift.md", "swift", "SwiftTests/FistOfFiveTests.swift"),
      ("PluginInSwift.md", "text", "SwiftTests/first-try.transcript"),
    ])
  func anExampleIsShownAsItIs(page: String, language: String, file: String) throws {
    let shown = try GuidePages.code(language, in: "\(Self.catalogue)/\(page)")
    #expect(shown.contains(try GuidePages.text("\(Self.examples)/\(file)")))
  }

  @Test func theCExamplesTranscriptIsShownAsItIs() throws {
    let page = try GuidePages.text("\(Self.catalogue)/PluginInC.md")
    #expect(page.contains(try GuidePages.text("\(Self.examples)/C/energy.transcript")))
  }

  @Test func theMigrationIsShownAsItIs() throws {
    let shown = try GuidePages.code("swift", in: "\(Self.catalogue)/Compatibility.md")
    #expect(
      shown.contains(try GuidePages.text("Tests/ExerciseKitTests/Migration/HandsUp.swift")))
    let tests = try GuidePages.text("Tests/ExerciseKitTests/Migration/MigrationTests.swift")
    let snippet = try #require(shown.last)
    for line in snippet.split(separator: "\n") { #expect(tests.contains(line), "\(line)") }
  }

  @Test(arguments: [("Swift/FistOfFive.swift", 60), ("C/energy.c", 150)])
  func theExamplesAreAsShortAsIsSaid(file: String, limit: Int) throws {
    let text = try GuidePages.text("\(Self.examples)/\(file)")
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 < limit)
  }

  /// Whatever a reader of messages knows, the grammar shows: every call, reply, change, type of
  /// field and block of a view.
  @Test(arguments: [
    ("Message+JSON.swift", #""(?:call|reply)": ""#), ("Change.swift", #""change": ""#),
    ("FieldDescription.swift", #""type": ""#), ("View+JSON.swift", #""block": ""#),
    ("Paper/PaperForm+JSON.swift", #""form": ""#),
  ])
  func theGrammarIsWhole(file: String, member: String) throws {
    let source = try GuidePages.text("Sources/ExerciseProtocol/\(file)")
    let page = try GuidePages.code("json", in: "\(Self.catalogue)/Protocol.md").joined()
    let known = Set(
      source.matches(of: /^ +case ("[a-z-]+"(?:, "[a-z-]+")*):/.anchorsMatchLineEndings()).flatMap {
        $0.output.1.matches(of: /"([a-z-]+)"/).map { String($0.output.1) }
      })
    #expect(known.count > 7)
    let shown = try Regex(member + "([a-z-]+)\"")
    let found = Set(page.matches(of: shown).compactMap { $0.output[1].substring.map(String.init) })
    #expect(found.isSuperset(of: known), "missing: \(known.subtracting(found).sorted())")
  }

  @Test func theReadmeShowsAPartOfTheExample() throws {
    let whole = try GuidePages.text("\(Self.examples)/Swift/FistOfFive.swift")
    let shown = try GuidePages.code("swift", in: "README.md")
    #expect(!shown.isEmpty)
    for part in shown { #expect(whole.contains(part)) }
  }

  /// Each example of the grammar reads as what it is called, and is written as it is shown.
  @Test func theGrammarsExamplesAreMessages() throws {
    let blocks = try GuidePages.code("json", in: "\(Self.catalogue)/Protocol.md")
    #expect(blocks.count > 30)
    for block in blocks {
      let value = try JSONValue(parsing: block)
      #expect(try Self.rewritten(value) == value, "\(block)")
    }
  }

  private static func rewritten(_ value: JSONValue) throws -> JSONValue {
    let reader = JSONReader(value, path: "example")
    if value["call"] != nil { return try Request(reader).json }
    if value["reply"] != nil { return try Reply(reader).json }
    if value["change"] != nil { return try Change(reader).json }
    if value["block"] != nil { return try View.Block(reader).json }
    if value["type"] != nil { return try FieldDescription(reader).json }
    return try Occurrence(reader).json
  }

  /// A new template is one file: it is sound, and a workshop of it goes from the first step to the
  /// last without anything typed twice.
  @Test func theTemplateRuns() throws {
    let house = try House()
    mkdir(house.folder["team"], 0o755)
    let text = try GuidePages.text("\(Self.examples)/listening-walk.yaml")
    try house.write(Array(text.utf8), to: "team/listening-walk.yaml")
    chmod(house.folder["team/listening-walk.yaml"], 0o644)
    let check = try house.run(["template", "check", house.folder["team/listening-walk.yaml"]])
    #expect(check.status == 0 && check.errorText == "", "\(check)")
    #expect(
      try GuidePages.text("\(Self.catalogue)/Templates.md").contains(
        "check listening-walk.yaml\n"
          + check.text))
    // What the page shows of a file with faults is what is told.
    let spoilt = text.replacing("phase: discover", with: "phase: find")
      .replacing("per-round:", with: "per-rond:")
    mkdir(house.folder["bad"], 0o755)
    try house.write(Array(spoilt.utf8), to: "bad/listening-walk.yaml")
    let bad = try house.run(["template", "check", house.folder["bad/listening-walk.yaml"]])
    #expect(bad.status == 1)
    #expect(
      try GuidePages.text("\(Self.catalogue)/Templates.md").contains(
        bad.errorText.replacing(house.folder["bad/"], with: "")))
    let script = """
      /new Day template=listening-walk
      /people add Ruth, Roger
      /start
      /round
      @Ruth The bus never waits.
      @Roger I ask my neighbour.
      /next
      c1 c2 Getting about
      /next
      @Ruth c3
      /reveal
      /show
      /report

      """
    let done = try house.run(["--templates", house.folder["team"]], input: script)
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("✓ c3 Getting about") && done.text.contains("chosen"), "\(done)")
  }

  @Test func theSwiftExampleRuns() throws {
    let run = try GuideRun(plugin: .product("guide-plugin"), script: "fist-of-five.charrette")
    #expect(run.status == 0, "\(run.errors)")
    let blocks = try run.lastView().blocks
    #expect(blocks.contains(.text("Do we start in March?")))
    #expect(blocks.contains(.list(["Hear Roger"], ordered: false)))
  }

  @Test(
    .enabled(
      if: Tool.cCompiler.isUsable, "\(Tool.cCompiler.fault): the guide's plugin in C is untested"))
  func theCExampleCompilesAndRuns() throws {
    let run = try GuideRun(plugin: .source("C/energy.c"), script: "energy.charrette")
    #expect(run.status == 0, "\(run.errors)")
    let counts = ["5": 1, "4": 1, "3": 0, "2": 0, "1": 0]
    let bars = counts.sorted { $0.key > $1.key }.map {
      View.Bar($0.key, value: Double($0.value), caption: "\($0.value)")
    }
    #expect(try run.lastView().blocks == [.bars(bars)])
  }
}
