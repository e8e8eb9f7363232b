/// Bytes as people copy them: two lower-case digits each.
struct Hexadecimal: Hashable, Sendable {
  var bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Exactly `count` bytes; nil for anything else, capitals and blanks too.
  init?(_ text: some StringProtocol, count: Int) {
    let digits = text.utf8.compactMap(Hexadecimal.value)
    guard text.utf8.count == 2 * count, digits.count == 2 * count else { return nil }
    bytes = (0..<count).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
  }

  var text: String {
    let digits = Array("0123456789abcdef".utf8)
    let written = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: written, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
