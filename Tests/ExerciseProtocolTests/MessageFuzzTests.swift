import ExerciseProtocol
import Testing

/// Whatever becomes of a message, reading it returns or throws; it never traps. What is read can be
/// written, and reads back the same.
@Suite struct MessageFuzzTests {
  /// As many as a debug build reads in a few seconds.
  private static let rounds = 200_000

  private static let pieces: [[UInt8]] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "0", "1e999",
    "9223372036854775808", "1.5", "\"events\":[", "\"at\":\"2023-02-29T00:00:00Z\"", "\u{0}",
    "\u{FEFF}", "e\u{301}", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":",
  ].map { Array($0.utf8) }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Chance) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      case 2 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 3 where start < bytes.count: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 4: bytes.removeSubrange(start...)
      default:
        bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: start)
      }
    }
  }

  @Test func `a damaged message is read or refused`() throws {
    var random = Chance(seed: 2011)
    let messages = WireForm.all.map { $0.written().serialized() }
    var counts = (wellFormed: 0, read: 0)
    for round in 0..<Self.rounds {
      var bytes = messages[round % messages.count]
      mutate(&bytes, &random)
      guard let json = try? JSONValue(parsing: bytes) else { continue }
      counts.wellFormed += 1
      guard try JSONValue(parsing: json.serialized()) == json else {
        Issue.record("round \(round): \(json.text()) reads back as another")
        return
      }
      let form = WireForm.all[round % messages.count]
      guard let again = try? form.rewritten(json) else { continue }
      counts.read += 1
      guard try form.rewritten(again) == again else {
        Issue.record("round \(round): \(again.text()) is written as another")
        return
      }
      // As any other kind of message, too.
      _ = try? Request(json: json, path: "request")
      _ = try? Reply(json: json, path: "reply")
      _ = try? Manifest(json: json, path: "manifest")
    }
    // All ways were gone.
    #expect(counts.wellFormed < Self.rounds && counts.read < counts.wellFormed)
    #expect(counts.read > 1000)
  }
}
