/// The bytes of a text in UTF-8, whatever it was coded in.
enum TextPieces {
  /// Whether a text is in UTF-16, and with the high byte first: by its mark, or because every other
  /// byte of its beginning is zero; nil of any other text.
  static func isBigEndianUTF16(_ beginning: some Collection<UInt8>) -> Bool? {
    let first = Array(beginning.prefix(64))
    if first.starts(with: [0xFF, 0xFE]) { return false }
    if first.starts(with: [0xFE, 0xFF]) { return true }
    guard first.count >= 4 else { return nil }
    let pairs = first.count / 2
    let high = (0..<pairs).count { first[2 * $0] == 0 }
    let low = (0..<pairs).count { first[2 * $0 + 1] == 0 }
    if low * 10 > pairs * 8, high == 0 { return false }
    if high * 10 > pairs * 8, low == 0 { return true }
    return nil
  }

  /// The same text in UTF-8; as it is, if it is not in UTF-16.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard let isBig = isBigEndianUTF16(bytes) else { return bytes }
    var decoder = UTF16Decoder(isBigEndian: isBig)
    return decoder.utf8(bytes) + decoder.end()
  }

  /// The same piece by piece. The first piece must have two bytes at least, or be all there is.
  static func utf8(
    _ next: @escaping () throws -> [UInt8]?, isBigEndian: Bool
  ) -> () throws -> [UInt8]? {
    var decoder = UTF16Decoder(isBigEndian: isBigEndian)
    var isAtEnd = false
    return {
      if isAtEnd { return nil }
      if let piece = try next() { return decoder.utf8(piece) }
      isAtEnd = true
      return decoder.end()
    }
  }

  /// A text whose bytes are no UTF-8, read as Windows-1252: every byte means something there.
  static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      let value = 0x80...0x9F ~= byte ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return text
  }

  /// What Windows has where Latin-1 has control characters; five are not given.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}

/// Turns UTF-16 into UTF-8, however it is cut.
private struct UTF16Decoder {
  let isBigEndian: Bool
  /// The first byte of a unit whose second one has not come.
  private var odd: UInt8?
  /// The first half of a character whose second one has not come.
  private var high: UInt16?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var units: [UInt16] = high.map { [$0] } ?? []
    high = nil
    for byte in bytes {
      guard let first = odd else {
        odd = byte
        continue
      }
      odd = nil
      units.append(
        isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { high = units.removeLast() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// What is left at the end: nothing, unless the text was cut off.
  func end() -> [UInt8] { odd == nil && high == nil ? [] : [UInt8]("\u{FFFD}".utf8) }
}
