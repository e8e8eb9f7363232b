import ExerciseProtocol
import Foundation
import TestSupport
import Testing

/// The example under Sessions/Examples is what its script produces: played again, it is the same
/// but for what must differ from run to run.
@Suite("The example session")
struct ExampleTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let examples = root.appending(path: "Sessions/Examples")

  @Test("played again gives the same journal, snapshot and report")
  func replay() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "charrette-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.play(into: folder)

    let journal = try Self.journal(in: folder)
    #expect(journal == (try Self.journal(in: Self.examples)))
    #expect(journal.count > 60)
    #expect(try Self.snapshot(in: folder) == Self.snapshot(in: Self.examples))
    #expect(
      try Self.text("proposition-4.md", folder) == Self.text("proposition-4.md", Self.examples))
  }

  private static func play(into folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(BuildProducts.program("charrette")))
    process.arguments = [
      "run", "Sessions/Examples/proposition-4.charrette", "--sessions", folder.path,
      "--clock", "2011-10-12T09:30:00Z",
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
  private static func journal(in folder: URL) throws -> [JSONValue] {
    try text("proposition-4.journal.jsonl", folder).split(separator: "\n").map { line in
      let value = try JSONValue(parsing: String(line))
      return ["seq", "at", "step", "left", "event"].reduce(JSONValue.object([])) {
        $0.adding($1, value[$1])
      }.withoutSessionID
    }
  }

  private static func snapshot(in folder: URL) throws -> JSONValue {
    let value = try JSONValue(parsing: try text("proposition-4.json", folder))
    guard case .object(let members) = value else { return value }
    return .object(members.filter { $0.name != "journal" && $0.name != "id" })
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
