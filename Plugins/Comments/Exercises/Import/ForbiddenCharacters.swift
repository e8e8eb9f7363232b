/// The characters that no XML holds: control characters but tab and line ends, U+FFFE and U+FFFF.
///
/// They are taken out of a file of markup before anything is read of it, so that one in the name of
/// an element, or between it and its bracket, costs no more than one in somebody's words.
enum ForbiddenCharacters {
  /// Whether a text is, or holds, markup of a kind that we read.
  static func concern(_ bytes: [UInt8]) -> Bool {
    bytes.first { !ByteClass.isSpace($0) && $0 >= 0x20 } == UInt8(ascii: "<")
      || bytes.firstIndex(of: "<wp:", from: 0) != nil
  }

  /// The bytes without them; each is told with its line.
  static func removed(from bytes: [UInt8], _ leftOut: inout LeftOut) -> [UInt8] {
    bytes.withUnsafeBytes { whole in
      guard var next = offset(in: whole, from: 0) else { return bytes }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var (start, line) = (0, 1)
      while next < whole.count {
        let sound = UnsafeRawBufferPointer(rebasing: whole[start..<next])
        output += sound
        line += sound.count { $0 == 0x0A }
        start = next + length(at: next, of: whole)
        leftOut.add(.character, line: line, name(whole[next], last: whole[start - 1]))
        next = offset(in: whole, from: start) ?? whole.count
      }
      return output + UnsafeRawBufferPointer(rebasing: whole[min(start, whole.count)...])
    }
  }

  /// Where the next one begins. Eight bytes are looked at together: nearly no file has any.
  private static func offset(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if index + 8 <= bytes.count,
        areSound(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      } else if length(at: index, of: bytes) > 0 {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether none of the eight is below 0x20, or 0xEF.
  private static func areSound(_ bytes: UInt64) -> Bool {
    let topBits: UInt64 = 0x8080_8080_8080_8080
    let low = (bytes &- 0x2020_2020_2020_2020) & ~bytes & topBits
    let other = bytes ^ 0xEFEF_EFEF_EFEF_EFEF
    return low | ((other &- 0x0101_0101_0101_0101) & ~other & topBits) == 0
  }

  /// How many bytes such a character has that begins here; 0 where none does.
  private static func length(at index: Int, of bytes: UnsafeRawBufferPointer) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF,
      bytes[index + 2] >= 0xBE
    else { return 0 }
    return 3
  }

  private static func name(_ first: UInt8, last: UInt8) -> String {
    guard first < 0x20 else { return last == 0xBE ? "U+FFFE" : "U+FFFF" }
    return "U+00" + (first < 0x10 ? "0" : "") + String(first, radix: 16, uppercase: true)
  }
}
