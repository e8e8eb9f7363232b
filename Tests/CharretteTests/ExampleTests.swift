import ExerciseProtocol
import Foundation
import TestSupport
import Testing

/// The examples under Sessions/Examples are what their scripts produce: played again, as the line
/// in the script's head says, they are the same but for what must differ from run to run.
@Suite("The example sessions")
struct ExampleTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let examples = root.appending(path: "Sessions/Examples")

  /// Those with a report. The polls beside them are held by tests of their own.
  static let names = [
    "five-principles-review", "lightning-decision-jam", "proposition-4",
    "public-service-co-design-day",
  ]

  @Test("played again gives the same journal, snapshot and report", arguments: names)
  func replay(name: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "charrette-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.play(name, into: folder)

    let journal = try Self.journal(name, in: folder)
    #expect(journal == (try Self.journal(name, in: Self.examples)))
    #expect(journal.count > 60)
    #expect(try Self.snapshot(name, in: folder) == Self.snapshot(name, in: Self.examples))
    #expect(try Self.text("\(name).md", folder) == Self.text("\(name).md", Self.examples))
  }

  /// Every script with a report is held by these tests.
  @Test func allAreHeld() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.examples.path)
    let scripts = files.filter { $0.hasSuffix(".charrette") }.map { $0.dropLast(10) }
    #expect(scripts.map(String.init).filter { $0 != "polls" }.sorted() == Self.names)
  }

  /// Plays the script from the moment that its head names.
  private static func play(_ name: String, into folder: URL) throws {
    let script = try text("\(name).charrette", examples)
    let clock = try #require(script.firstMatch(of: /--clock (\S+)/))
    let process = Process()
    process.executableURL = URL(filePath: try #require(BuildProducts.program("charrette")))
    process.arguments = [
      "run", "Sessions/Examples/\(name).charrette", "--sessions", folder.path,
      "--clock", String(clock.1),
    ]
    process.currentDirectoryURL = root
    process.environment = [
      "HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ]
    let output = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = output
    try process.run()
    let errors = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: errors, as: UTF8.self))")
  }

  private static func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The journal's lines without what is random: ids, origins, salts and the digests over them.
  private static func journal(_ name: String, in folder: URL) throws -> [JSONValue] {
    try text("\(name).journal.jsonl", folder).split(separator: "\n").map { line in
      let value = try JSONValue(parsing: String(line))
      return ["seq", "at", "step", "left", "event"].reduce(JSONValue.object([])) {
        $0.adding($1, value[$1])
      }.withoutSessionID
    }
  }

  private static func snapshot(_ name: String, in folder: URL) throws -> JSONValue {
    let value = try JSONValue(parsing: try text("\(name).json", folder))
    guard case .object(let members) = value else { return value }
    return .object(members.filter { !["journal", "id", "digest"].contains($0.name) })
  }
}

extension JSONValue {
  fileprivate func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(let members) = self, let value else { return self }
    return .object(members + [Member(name, value)])
  }

  /// Of the first event, the id of the session.
  fileprivate var withoutSessionID: JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map { member in
        guard member.name == "event", case .object(let event) = member.value,
          event.contains(.init("type", "session.created"))
        else { return member }
        return Member("event", .object(event.filter { $0.name != "id" }))
      })
  }
}
