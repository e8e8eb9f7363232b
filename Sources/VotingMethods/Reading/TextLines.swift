/// Whole lines in UTF-8: each that is so already as it is, each other one read as Windows-1252,
/// which older counting programs write.
///
/// Line by line, so that a file that comes in pieces is read as it would be as a whole. It counts
/// the lines that were decoded.
final class DecodedLines {
  private var line = 0
  private var count = 0
  private var first: Int?

  /// What follows on what was handed over before.
  func utf8(_ lines: [UInt8]) -> [UInt8] {
    if Self.isUTF8(lines.span) {
      line += lines.count { $0 == UInt8(ascii: "\n") }
      return lines
    }
    var text: [UInt8] = []
    var rest = lines[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      let part = rest[..<end]
      rest = rest[end...]
      line += 1
      if String(validating: part, as: UTF8.self) != nil {
        text += part
      } else {
        text += TextPieces.windows1252(part).utf8
        count += 1
        first = first ?? self.line
      }
    }
    return text
  }

  /// Tells what was decoded.
  func tell(_ reading: inout Reading) {
    guard count > 0 else { return }
    if reading.encoding == .utf8 { reading.encoding = .windows1252 }
    reading.note(.decoded, count: count, line: first)
  }

  /// A whole file, with lines that end with LF.
  func text(_ bytes: [UInt8]) -> [UInt8] {
    let hasCR = bytes.contains(13) && !bytes.contains(10)
    return utf8(hasCR ? bytes.map { $0 == 13 ? 10 : $0 } : bytes)
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
