/// Makes UTF-8 of a file's bytes.
///
/// The order in which an encoding is told: a byte order mark; zeros between the letters (UTF-16
/// without one); what an XML declaration says, unless the bytes show that it is wrong; UTF-8. A
/// byte that is no UTF-8 is replaced. A text in which there are several, and not one letter of
/// UTF-8 beyond ASCII, is taken for Windows-1252, which nearly all such texts are. Of one or two
/// each must then stand as it would there, in a word or beside a number; and a single one is
/// replaced where the file says that it is UTF-8.
struct TextDecoder {
  struct Stop: Error { var problem: ImportFailure.Problem }

  private(set) var leftOut = LeftOut()
  private let source: [UInt8]

  init(_ bytes: [UInt8]) { source = bytes }

  mutating func decoded() throws(Stop) -> [UInt8] {
    // Joined files may have several.
    var rest = source[...]
    while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.startIndex > 0 { return try fromUTF8(rest) }
    if source.starts(with: [0xFF, 0xFE]) {
      return try fromUTF16(source.dropFirst(2), isBig: false)
    }
    if source.starts(with: [0xFE, 0xFF]) { return try fromUTF16(source.dropFirst(2), isBig: true) }
    let start = Array(source.prefix(4))
    if start.count == 4, start[0] != 0, start[2] != 0, start[1] == 0, start[3] == 0 {
      return try fromUTF16(source[...], isBig: false)
    }
    if start.count == 4, start[0] == 0, start[2] == 0, start[1] != 0, start[3] != 0 {
      return try fromUTF16(source[...], isBig: true)
    }
    return try fromDeclared()
  }

  /// Goes by the XML declaration, where there is one.
  private mutating func fromDeclared() throws(Stop) -> [UInt8] {
    guard let name = Self.declared(in: source)?.uppercased(),
      !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name)
    else { return try fromUTF8(source[...]) }
    let isUTF8 = (try? UTF8Span(validating: source.span)) != nil
    if isUTF8 {
      if !source.allSatisfy({ $0 < 0x80 }) {
        leftOut.tell("the file says that it is in \(name), but it is in UTF-8, and was read so")
      }
      return try fromUTF8(source[...])
    }
    switch name {
    case "ISO-8859-1", "ISO_8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "L1", "WINDOWS-1252",
      "CP1252", "CP-1252":
      return withoutNULs(WesternText.decoded(source[...], isLatin9: false))
    case "ISO-8859-15", "ISO_8859-15", "ISO8859-15", "LATIN9", "LATIN-9":
      return withoutNULs(WesternText.decoded(source[...], isLatin9: true))
    case "UTF-16", "UTF16", "UTF-16LE", "UTF-16BE":
      // Letters are single bytes, or it would have been told by its zeros.
      leftOut.tell("the file says that it is in \(name), but it is not; it was read as UTF-8")
      return try fromUTF8(source[...])
    default: throw Stop(problem: .otherEncoding(name))
    }
  }

  private mutating func fromUTF8(_ bytes: ArraySlice<UInt8>) throws(Stop) -> [UInt8] {
    let bytes = Array(bytes)
    let faults = Self.faults(in: bytes)
    // A picture, a spreadsheet, or a text whose letters are nobody's guess.
    guard faults.count + bytes.count(where: { $0 == 0 }) <= max(16, bytes.count / 4) else {
      throw Stop(problem: .noText)
    }
    guard !faults.isEmpty else { return withoutNULs(bytes) }
    var letters = bytes.count { $0 >= 0x80 }
    for fault in faults { letters -= fault.count }
    let isWestern =
      faults.count >= 3
      || (faults.count == 2 || Self.declared(in: bytes) == nil)
        && faults.allSatisfy { WesternText.isLikely($0, of: bytes) }
    if letters == 0, isWestern {
      leftOut.tell(
        "the file is not in UTF-8; it was read as Windows-1252, which such files mostly are in")
      return withoutNULs(WesternText.decoded(bytes[...], isLatin9: false))
    }
    var output: [UInt8] = []
    var (start, line) = (0, 1)
    for fault in faults {
      output += bytes[start..<fault.lowerBound]
      line += bytes[start..<fault.lowerBound].count { $0 == 0x0A }
      for offset in fault {
        leftOut.add(.byte, line: line, "0x" + String(bytes[offset], radix: 16, uppercase: true))
      }
      output += "\u{FFFD}".utf8
      start = fault.upperBound
    }
    output += bytes[start...]
    return withoutNULs(output)
  }

  /// The ranges of `bytes` that are no UTF-8.
  private static func faults(in bytes: [UInt8]) -> [Range<Int>] {
    var faults: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      do {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
        return faults
      } catch {
        let fault = error.byteOffsets
        let end = max(fault.upperBound, fault.lowerBound + 1)
        faults.append((start + fault.lowerBound)..<min(bytes.count, start + end))
        start += end
      }
    }
    return faults
  }

  private mutating func fromUTF16(
    _ bytes: ArraySlice<UInt8>, isBig: Bool
  ) throws(Stop) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      index += 2
    }
    // Half a pair becomes the replacement character, and is told with its line like a byte.
    var output: [UInt8] = []
    output.reserveCapacity(units.count)
    var line = 1
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        output += UTF8.encode(scalar).map(Array.init) ?? []
      case .error:
        leftOut.add(.byte, line: line, "half a pair of UTF-16")
        output += "\u{FFFD}".utf8
      case .emptyInput:
        if index < bytes.endIndex { leftOut.add(.byte, line: line, "half a letter at the end") }
        return withoutNULs(output)
      }
    }
  }

  private mutating func withoutNULs(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    var line = 1
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if byte == 0 { leftOut.add(.nul, line: line) }
    }
    return bytes.filter { $0 != 0 }
  }

  /// The encoding that an XML declaration near the start names.
  private static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(4096)
    let open = Array("<?xml".utf8)
    guard
      let index = start.indices.first(where: { start[$0...].starts(with: open) }),
      let end = start[index...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let text = String(decoding: start[index..<end], as: UTF8.self)
    let parts = text.split(whereSeparator: { "=\"' \t\r\n?".contains($0) })
    guard let name = parts.firstIndex(of: "encoding"), name + 1 < parts.count else { return nil }
    return String(parts[name + 1])
  }
}
