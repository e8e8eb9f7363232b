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
    guard bytes.indices.contains(where: { length(at: $0, of: bytes) > 0 }) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var (index, line) = (0, 1)
    while index < bytes.count {
      let byte = bytes[index]
      let length = length(at: index, of: bytes)
      if length > 0 {
        leftOut.add(.character, line: line, name(byte, last: bytes[index + length - 1]))
        index += length
        continue
      }
      if byte == 0x0A { line += 1 }
      output.append(byte)
      index += 1
    }
    return output
  }

  /// How many bytes such a character has that begins here; 0 where none does.
  private static func length(at index: Int, of bytes: [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return [0x09, 0x0A, 0x0D].contains(byte) ? 0 : 1 }
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
