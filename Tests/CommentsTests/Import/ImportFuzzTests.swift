import Comments
import Testing

/// Whatever becomes of a file, reading it returns or throws; it never traps.
@Suite struct ImportFuzzTests {
  /// SplitMix64: small, seeded, the same on every machine.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let pieces: [[UInt8]] = [
    "<", ">", "</", "]]>", "<![CDATA[", "<!--", "&#x110000;", "&", "\"", "{", "}", "[", "]", "\\u",
    "\n", "\r", "\t", "    • ", "  9. ", " says:", " on 1 May 2011 said:", "\u{FEFF}", "\u{0}",
    "<wp:comment>", "<item>", "</item>", "-9223372036854775808", "1e999", "Leave a Reply", "12",
    "0 Responses to", "\u{1F469}\u{200D}\u{1F469}", "\u{301}",
  ].map { Array($0.utf8) }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Generator) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
      let other = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: other)
      case 2 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 3 where start < bytes.count: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 4: bytes.removeSubrange(start...)
      case 5...7:
        // Another digit keeps the file well-formed, and sends replies elsewhere.
        guard let digit = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else {
          continue
        }
        bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
      default:
        let piece = ImportFuzzTests.pieces.randomElement(using: &random) ?? []
        bytes.insert(contentsOf: piece, at: start)
      }
    }
  }

  @Test(arguments: zip(ImportFixture.allCases, [6000, 5000, 9000]))
  func `a damaged file is read or refused`(fixture: ImportFixture, rounds: Int) throws {
    var random = Generator(state: 2011)
    let original = try fixture.bytes
    var read = 0
    for round in 0..<rounds {
      var bytes = original
      mutate(&bytes, &random)
      do {
        let discussion = try importDiscussion(bytes, named: "damaged")
        read += 1
        let holds = discussion.comments.indices.allSatisfy { index in
          discussion.comments[index].parent.map { (0..<index).contains($0) } ?? true
        }
        guard holds else {
          Issue.record("round \(round): a reply stands before what it answers")
          return
        }
      } catch {
        guard error.description.contains("\nHint: ") else {
          Issue.record("round \(round): a refusal without a hint")
          return
        }
      }
    }
    // Both ways were gone.
    #expect(read > 0 && read < rounds)
  }
}
