extension UnsafeRawBufferPointer {
  /// The value of the 16 lower-case hexadecimal digits that begin at `offset`, which must all lie
  /// inside; nil where one of them is anything else.
  func hexWord(at offset: Int) -> UInt64? {
    let text = loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let fromZero = text &- 0x30
    let fromA = text &- 0x61
    let isDigit = fromZero .< 10
    guard all(isDigit .| (fromA .< 6)) else { return nil }
    let values = (fromA &+ 10).replacing(with: fromZero, where: isDigit)
    let bytes = values.evenHalf &<< 4 | values.oddHalf
    return UInt64(bigEndian: unsafeBitCast(bytes, to: UInt64.self))
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
