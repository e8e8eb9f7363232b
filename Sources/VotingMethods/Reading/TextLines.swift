extension BallotFile {
  /// Whole lines in UTF-8: each that is so already as it is, each other one read as Windows-1252,
  /// which older counting programs write.
  ///
  /// Line by line, so that a file that comes in pieces is read as it would be as a whole.
  static func utf8(_ lines: [UInt8]) -> [UInt8] {
    if isUTF8(lines.span) { return lines }
    var text: [UInt8] = []
    var rest = lines[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      if String(validating: line, as: UTF8.self) != nil {
        text += line
      } else {
        text += TextPieces.windows1252(line).utf8
      }
    }
    return text
  }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }
}
