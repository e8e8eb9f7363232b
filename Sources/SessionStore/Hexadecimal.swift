extension UnsafeRawBufferPointer {
  /// The value of the 16 lower-case hexadecimal digits that begin at `offset`, which must all lie
  /// inside; nil where one of them is anything else.
  func hexWord(at offset: Int) -> UInt64? {
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
  mutating func appendHex(_ value: UInt64, digits: Int = 16) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(place)) & 0xF
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  mutating func appendHex(_ digest: Digest) {
    for index in 0..<4 { appendHex(digest.words[index]) }
  }
}
