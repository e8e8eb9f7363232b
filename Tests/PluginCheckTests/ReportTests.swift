import ExerciseProtocol
import Foundation
import PluginCheck
import Testing

/// How a report looks, and what is written down about it.
@Suite struct ReportTests {
  private static let report = {
    var report = CheckReport(
      path: "energy", library: "/plugins/libenergy.so",
      plugin: .init(id: "energy", version: "1.0.0"),
      results: [
        .init(id: "CP001", verdict: .judged([])),
        .init(
          id: "CP002",
          verdict: .judged([
            Breach("libenergy.so", "it also exports helper", severity: .error),
            Breach("libenergy.so", "and is odd", severity: .warning, repair: .runPath),
          ])),
        .init(id: "CP003", verdict: .judged([Breach("a", "b", severity: .warning)])),
        .init(id: "CP004", verdict: .notJudged("it is too dark: see CP002")),
      ])
    report.mended = ["README.md: written"]
    return report
  }()

  @Test func `for people, a line a rule`() {
    let text = Self.report.text(columns: 80, usesUnicode: true)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "Checking energy 1.0.0, /plugins/libenergy.so")
    #expect(lines[2] == "✓ CP001 passed: A library for this machine that brings all it needs")
    #expect(lines.contains("✗ CP002 failed: It exports its entry, and nothing else"))
    #expect(lines.contains("        - libenergy.so: it also exports helper"))
    #expect(lines.contains("        - Warning: libenergy.so: and is odd"))
    #expect(lines.contains { $0.hasPrefix("        Hint: Give the linker a version script") })
    #expect(lines.contains { $0.hasPrefix("! CP003 warned: ") })
    #expect(lines.contains("        Because it is too dark: see CP002."))
    #expect(lines.contains("  README.md: written"))
    #expect(
      text.contains(
        "4 rules: 1 passed, 1 passed with a warning, 1 failed, 1 not judged."))
    for line in lines { #expect(line.count <= 80, "\(line)") }
    #expect(Self.report.text(columns: 80, usesUnicode: false).contains("x CP002 failed"))
  }

  @Test func `for programs, as its schema says`() {
    let json = Self.report.json
    #expect(ReportSchema.schema.faults(of: json, called: "report") == [])
    #expect(json["passes"] == false)
    #expect(ReportSchema.schema.faults(of: ["plugin-check": 2], called: "report").count > 1)
  }

  @Test func `every rule says why, what to do and how it looks`() {
    #expect(CheckRule.all.map(\.id) == (1...12).map { "CP0\($0 < 10 ? "0" : "")\($0)" })
    for rule in CheckRule.all {
      #expect(rule.reason.hasSuffix(".") && rule.mend.contains("."), "\(rule.id)")
      #expect(!rule.example.isEmpty && !rule.title.hasSuffix("."), "\(rule.id)")
      // With its id and “failed” in front, one line of a terminal.
      #expect(rule.title.count <= 64, "\(rule.id)")
      let text = rule.explanation(columns: 80)
      #expect(text.hasPrefix("\(rule.id): \(rule.title.prefix(20))"))
      #expect(text.contains("Why: ") && text.contains("Mend: "))
    }
    #expect(CheckRule.called("cp006")?.id == "CP006")
    #expect(CheckRule.called("CP013") == nil)
  }

  @Test func `the reference is what the rules say`() throws {
    let page = Compiler.file("Sources/charrette/Charrette.docc/PluginCheck.md")
    let written = try String(contentsOfFile: page, encoding: .utf8)
    if written != RuleReference.page, ProcessInfo.processInfo.environment["RECORD"] != nil {
      try RuleReference.page.write(toFile: page, atomically: true, encoding: .utf8)
    }
    #expect(
      written == RuleReference.page, "RECORD=1 swift test --filter ReportTests writes it anew")
  }
}

/// The grammar of manifests.
@Suite struct ManifestSchemaTests {
  private func faults(_ change: (inout [JSONValue.Member]) -> Void) -> [JSONSchema.Fault] {
    let field: JSONValue = [
      "name": "count", "summary": "How many", "required": true, "type": "integer", "minimum": 0,
      "maximum": 5,
    ]
    let action: JSONValue = [
      "name": "fingers", "summary": "Show", "privacy": "open", "attribution": "required",
      "fields": [field], "examples": ["fingers 4"],
    ]
    let exercise: JSONValue = [
      "id": "fist-of-five", "name": "Fist", "summary": "show", "actions": [action],
      "state-version": 1,
    ]
    guard
      case .object(var members) = [
        "id": "fist", "name": "Fist", "version": "1.0.0", "summary": "s", "author": "a",
        "licence": "MIT", "exercises": [exercise],
      ] as JSONValue
    else { return [] }
    change(&members)
    return ManifestSchema.schema.faults(of: .object(members), called: "manifest")
  }

  @Test func `a manifest as it should be`() { #expect(faults { _ in } == []) }

  @Test func `what is missing, of another kind, or unknown`() {
    #expect(faults { $0.removeFirst() }.map(\.path) == ["manifest.id"])
    #expect(faults { $0[2].value = 1 }.map(\.what) == ["it is a whole number, not of type string"])
    #expect(faults { $0[0].value = "No Such" }.first?.what.contains("does not match") == true)
    #expect(faults { $0.append(.init("nmae", "x")) }.map(\.isUnknown) == [true])
  }

  @Test(arguments: [
    #"{"name": "n", "summary": "s", "type": "integer", "minimum": 0}"#,
    #"{"name": "n", "summary": "s", "type": "choice"}"#,
    #"{"name": "n", "summary": "s", "type": "colour"}"#,
    #"{"name": "N n", "summary": "s", "type": "text"}"#,
    #"{"name": "n", "type": "text"}"#,
  ])
  func `a field that can't be read`(text: String) throws {
    let field = try JSONValue(parsing: text)
    let found = faults { members in
      members[6].value = [
        ["id": "a", "name": "A", "summary": "s", "state-version": 1, "settings": [field]]
      ]
    }
    #expect(found.count == 1)
    #expect(found.first?.path.hasPrefix("manifest.exercises[0].settings[0].") == true)
  }
}
