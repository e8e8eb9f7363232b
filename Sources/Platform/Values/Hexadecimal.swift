extension UnsafeRawBufferPointer {
  /// The value of the 16 lower-case hexadecimal digits that begin at `offset`, which must all lie
  /// inside; nil where one of them is anything else.
  package func hexWord(at offset: Int) -> UInt64? {
    guard let high = eightHexDigits(at: offset), let low = eightHexDigits(at: offset + 8) else {
      return nil
    }
    return high << 32 | low
  }

  /// Eight digits at once, one in each byte of a word: a journal is mostly such digits, and one by
  /// one they would take more time than all of its SHA-256.
  private func eightHexDigits(at offset: Int) -> UInt64? {
    let text = UInt64(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let topBits: UInt64 = 0x8080_8080_8080_8080
    // With its top bit clear, a byte plus (0x80 - low) has it set from `low` on, and plus
    // (0x7F - high) only above `high`.
    let isDigit = (text &+ 0x5050_5050_5050_5050) & ~(text &+ 0x4646_4646_4646_4646)
    let isLetter = (text &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(text &+ 0x1919_1919_1919_1919)
    guard text & topBits == 0, (isDigit | isLetter) & topBits == topBits else { return nil }
    var value = (text & 0x0F0F_0F0F_0F0F_0F0F) &+ ((isLetter & topBits) >> 7) &* 9
    value = (value | value >> 4) & 0x00FF_00FF_00FF_00FF
    value = (value | value >> 8) & 0x0000_FFFF_0000_FFFF
    return (value | value >> 16) & 0xFFFF_FFFF
  }
}

extension [UInt8] {
  /// Appends the lowest `digits` hexadecimal digits of `value`, lower case.
  package mutating func appendHex(_ value: UInt64, digits: Int = 16) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(place)) & 0xF
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// Two lower-case digits a byte.
  package var hexadecimal: String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * count)
    for byte in self { text.appendHex(UInt64(byte), digits: 2) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads two lower-case digits a byte; nil for anything else, capitals and blanks too.
  ///
  /// - Parameter count: how many bytes there must be; nil: any number.
  package init?(hexadecimal text: some StringProtocol, count: Int? = nil) {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2), count ?? digits.count / 2 == digits.count / 2 else {
      return nil
    }
    var bytes: [UInt8] = []
    for offset in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[offset]), let low = Self.value(digits[offset + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self = bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
