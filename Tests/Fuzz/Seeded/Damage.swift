import ExerciseProtocol

/// Takes honest messages and damages them: bytes, pieces, and one message grown into another.
struct Damage {
  let messages: [[UInt8]]

  private static let pieces: [[UInt8]] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "0", "1e999",
    "9223372036854775808", "-0", "1.5", "{\"reply\":\"view\",\"view\":", "\u{0}", "\u{FEFF}",
    "e\u{301}", "\u{202E}", "\u{1B}[2J", String(repeating: "[", count: 40),
    String(repeating: "{\"a\":", count: 40),
  ].map { Array($0.utf8) }

  func next(_ random: inout Chance) -> [UInt8] {
    var bytes = messages.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0...4, using: &random) { damage(&bytes, &random) }
    return bytes
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout Chance) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
    case 2 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 3 where start < bytes.count: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 4: bytes.removeSubrange(start...)
    case 5:
      let other = messages.randomElement(using: &random) ?? []
      bytes.replaceSubrange(start..., with: other.suffix(max(0, other.count - start)))
    default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: start)
    }
  }

  /// As a stream for ``HostReading/readStream(_:)``: the size of a piece, a header that is often
  /// true, and the bytes.
  func framed(_ bytes: [UInt8], _ random: inout Chance) -> [UInt8] {
    var length = UInt32(bytes.count)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: length = .random(in: 0...(.max), using: &random)
    case 1: length &+= UInt32.random(in: 0...3, using: &random) &- 1
    default: break
    }
    let header = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return [UInt8.random(in: 0...255, using: &random)] + header + bytes
  }
}
