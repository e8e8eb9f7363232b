import ExerciseProtocol
import Glibc
import Platform
import SessionStore
import SystemPackage

/// A folder of sessions that lasts as long as one test.
final class Desk {
  let path: FilePath

  init() throws {
    var template = Array("/tmp/session-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = FilePath(
      String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  deinit {
    for file in files { unlink(path.appending(file).string) }
    rmdir(path.string)
  }

  /// The names of all files, hidden ones too, in order.
  var files: [String] {
    guard let stream = opendir(path.string) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let item = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &item.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  func create(
    _ name: String = "workshop", calls: any FileSystemCalls = SystemCalls()
  ) throws -> SessionFiles {
    try SessionFiles.create(name, in: path, origin: Origin(7), calls: calls)
  }

  func open(
    _ name: String = "workshop", calls: any FileSystemCalls = SystemCalls()
  ) throws -> SessionFiles.Opened {
    try SessionFiles.open(name, in: path, origin: Origin(8), calls: calls)
  }

  func read(_ file: String = "workshop.journal.jsonl") throws -> [UInt8] {
    let descriptor = try FileDescriptor.open(path.appending(file), .readOnly)
    defer { try? descriptor.close() }
    let size = Int(try descriptor.seek(offset: 0, from: .end))
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = try descriptor.read(
        fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Writes over whatever was there: what a disk or an editor may do, never the store.
  func write(_ bytes: some Sequence<UInt8>, to file: String = "workshop.journal.jsonl") throws {
    let descriptor = try FileDescriptor.open(
      path.appending(file), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    defer { try? descriptor.close() }
    _ = try descriptor.writeAll(bytes)
  }

  func remove(_ file: String) { unlink(path.appending(file).string) }
}

/// Event number `number` as the tests write it.
func draft(_ number: Int, text: String = "Mwy o goed, mwy o fainc – “yes”") -> EventDraft {
  EventDraft(
    payload: Array(#"{"n":\#(number),"text":"\#(text)"}"#.utf8),
    at: Timestamp(milliseconds: 1_795_422_238_123 + number))
}

extension SessionFiles {
  /// Appends one step after whatever this handle has seen; the tests that use it expect no others.
  @discardableResult
  func add(_ drafts: EventDraft...) throws -> [JournalEntry] {
    guard case .appended(let entries) = try append(drafts, after: head) else {
      throw UnexpectedlyBehind()
    }
    return entries
  }
}

struct UnexpectedlyBehind: Error {}

extension [JournalEntry] {
  /// The events' texts, `erased` where there is none.
  var texts: [String] {
    map { entry in entry.payload.map { String(decoding: $0, as: UTF8.self) } ?? "erased" }
  }
}

extension [EventDraft] {
  var texts: [String] { map { String(decoding: $0.payload, as: UTF8.self) } }
}

/// A snapshot that stands for `head`.
func snapshot(at head: JournalHead) -> [UInt8] {
  let value: JSONValue = [
    "format": 1, "title": "a \"quoted\" {name}\\",
    "board": [["journal": ["seq": 99]], ["text": "]}"]],
    "journal": ["seq": .integer(head.seq), "hash": .string("\(head.hash)")],
    "end": [],
  ]
  return value.serialized(.indented)
}
