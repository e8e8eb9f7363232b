import ExerciseProtocol
import SessionStore
import SystemPackage
import Testing

@Suite("The written grammar of a journal line")
struct JournalFormatTests {
  @Test("names every member that is written, in the order in which they are written")
  func grammar() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    let line = try JSONValue(parsing: try desk.read())
    let schema = try JSONValue(
      parsing:
        try read(besideThis: "../../Sources/SessionStore/Schemas/journal-line.schema.json"))
    let names = line.memberNames
    #expect(schema["properties"]?.memberNames == names)
    #expect(schema["required"] == .array(names.map(JSONValue.string)))
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
  }

  private func read(besideThis relativePath: FilePath) throws -> [UInt8] {
    var path = FilePath(#filePath).removingLastComponent()
    for component in relativePath.components { path.append(component) }
    let file = try FileDescriptor.open(path, .readOnly)
    defer { try? file.close() }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
    return Array(bytes[..<count])
  }

  @Test("A journal that an earlier version wrote opens for ever")
  func golden() throws {
    let desk = try Desk()
    try desk.write(try read(besideThis: "Golden.journal.jsonl"))
    let (_, entries, report) = try desk.open()
    #expect(report == RecoveryReport())
    #expect(entries.texts == [#"{"n":1}"#, "erased", #"{"n":3,"text":"tŷ"}"#])
    #expect(entries.map(\.left) == [0, 1, 0])
  }
}

extension JSONValue {
  fileprivate var memberNames: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.name)
  }
}
