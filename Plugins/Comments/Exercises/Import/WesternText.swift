/// The encodings of western Europe with one byte a letter. What calls itself ISO-8859-1 is read as
/// Windows-1252, as every browser does: they differ only where the former has control characters.
enum WesternText {
  private static let upper: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// - Parameter isLatin9: whether it is ISO-8859-15, in which eight signs gave way to the euro and
  ///   letters.
  static func decoded(_ bytes: ArraySlice<UInt8>, isLatin9: Bool) -> [UInt8] {
    let latin9: [UInt8: Unicode.Scalar] = [
      0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
        continue
      }
      var scalar = Unicode.Scalar(byte)
      if isLatin9 { scalar = latin9[byte] ?? scalar }
      if !isLatin9, byte < 0xA0 { scalar = upper[Int(byte) - 0x80] }
      output += UTF8.encode(scalar).map(Array.init) ?? []
    }
    return output
  }

  /// Whether bytes that are no UTF-8 stand as they would in Windows-1252: a letter beside another
  /// one (“Müller”, “José”), an apostrophe or a quotation mark at one, a dash between blanks, a
  /// currency, a degree or a fraction beside a number.
  static func isLikely(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard range.count == 1 else { return false }
    let byte = bytes[range.lowerBound]
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    let isByLetter = ByteClass.isLetter(before) || ByteClass.isLetter(after)
    switch byte {
    case 0xD7, 0xF7, 0xFE, 0xFF: return false
    case 0xC0...0xFF, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: return isByLetter
    case 0x85, 0x91...0x94, 0xAB, 0xBB: return isByLetter
    case 0x96, 0x97: return before == 0x20 && after == 0x20
    case 0x80, 0xA3:
      let near =
        [before, after] + (before == 0x20 ? bytes[..<range.lowerBound].suffix(2) : [])
        + (after == 0x20 ? bytes[range.upperBound...].prefix(2) : [])
      return near.contains { ByteClass.isDigit($0) }
    case 0xA7, 0xB0, 0xB2, 0xB3, 0xBC...0xBE:
      return [before, after].contains { ByteClass.isDigit($0) }
        || before == 0x20 && [0xA7, 0xBC, 0xBD, 0xBE].contains(byte) && after == 0x20
    default: return false
    }
  }
}
