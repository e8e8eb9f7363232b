/// The end of a BLT file: the candidates' names, then the title, perhaps a source and a comment
/// (Wichmann).
///
/// In quotation marks they may stand on any lines. Without them each has a line of its own, and is
/// more than a number: numbers alone are ballots behind a 0 that ended them too early. Where each
/// of the first lines has a quoted name and something more, as Scottish councils write the party,
/// that goes behind the name in parentheses. Within a name a quotation mark may be written `\"` or
/// doubled, or as it is if no blank and other name follow it.
struct BLTNames {
  /// The texts, by the line that they are on.
  private var lines: [(line: Int, texts: [String])] = []
  private let end: ReadingFault

  private let count: Int

  /// - Parameter count: how many candidates there are.
  init(_ cursor: inout ByteCursor, count: Int) throws(ReadingFault) {
    self.count = count
    var found = 0
    var isQuoted = true
    while true {
      cursor.skipRemarks()
      guard let byte = cursor.byte else { break }
      if found > count, isQuoted, byte != UInt8(ascii: "\"") { throw cursor.fault(.endOfFile) }
      if found > count + 2 { throw cursor.fault(.endOfFile) }
      found += 1
      let line = cursor.line
      isQuoted = byte == UInt8(ascii: "\"")
      let text = isQuoted ? try BLTNames.quoted(&cursor) : try BLTNames.plain(&cursor)
      if lines.last?.line == line {
        lines[lines.count - 1].texts.append(text)
      } else {
        lines.append((line, [text]))
      }
    }
    end = cursor.fault(.quotedName)
  }

  /// The names and the title, which is empty if there is none.
  func names() throws(ReadingFault) -> (names: [String], title: String) {
    let width = lines.first?.texts.count ?? 0
    if width > 1, lines.count >= count, lines.count > 1,
      lines[..<count].allSatisfy({ $0.texts.count == width })
    {
      let rest = lines[count...].flatMap(\.texts)
      guard rest.count <= 3 else { throw tooMany(lines[count].line) }
      let names = lines[..<count].map { line in
        line.texts[0] + " (" + line.texts.dropFirst().joined(separator: ", ") + ")"
      }
      return (Array(names), rest.first ?? "")
    }
    let all = lines.flatMap { line in line.texts.map { (line: line.line, text: $0) } }
    guard all.count >= count else { throw end }
    guard all.count <= count + 3 else { throw tooMany(all[count + 1].line) }
    return (all[..<count].map(\.text), all.count > count ? all[count].text : "")
  }

  private func tooMany(_ line: Int) -> ReadingFault {
    ReadingFault(line: line, expected: .endOfFile, found: "\"")
  }

  /// What stands on a line without quotation marks, up to a remark.
  private static func plain(_ cursor: inout ByteCursor) throws(ReadingFault) -> String {
    let start = cursor
    let line = cursor.restOfLine()
    // “Ward #3” has no remark, “Ada # withdrew in May” has.
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let text = CSVWords.trimmed(words.prefix { $0 != "#" }.joined(separator: " "))
    guard text.contains(where: { $0.isLetter || !$0.isASCII && !$0.isNumber }) else {
      throw start.fault(.quotedName)
    }
    for (open, close) in [("“", "”"), ("„", "“"), ("‘", "’"), ("'", "'"), ("«", "»")]
    where text.count > 2 && text.hasPrefix(open) && text.hasSuffix(close) {
      return CSVWords.trimmed(String(text.dropFirst().dropLast()))
    }
    return text
  }

  private static func quoted(_ cursor: inout ByteCursor) throws(ReadingFault) -> String {
    guard cursor.skip("\"") else { throw cursor.fault(.quotedName) }
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    while let byte = cursor.byte, byte != UInt8(ascii: "\n") {
      if byte == quote {
        if closes(cursor) {
          cursor.advance()
          return String(decoding: text, as: UTF8.self)
        }
        cursor.advance()
        // A doubled mark is one, unless the second closes the name.
        if cursor.byte == quote, !closes(cursor) { cursor.advance() }
        text.append(quote)
      } else {
        cursor.advance()
        if byte == UInt8(ascii: "\\"), let escaped = cursor.byte, escaped != UInt8(ascii: "\n") {
          text.append(escaped)
          cursor.advance()
        } else if byte != UInt8(ascii: "\r") {
          text.append(byte)
        }
      }
    }
    throw cursor.fault(.quotedName)
  }

  /// Whether the mark here ends a name: nothing follows on the line, or a remark, or a blank and
  /// another name.
  private static func closes(_ cursor: ByteCursor) -> Bool {
    let rest = cursor.bytes[(cursor.place + 1)...]
    let blanks = rest.prefix { $0 == 0x20 || $0 == 9 || $0 == 13 }
    switch rest.dropFirst(blanks.count).first {
    case nil, UInt8(ascii: "\n"), UInt8(ascii: "#"): return true
    case UInt8(ascii: "\""): return !blanks.isEmpty
    default: return false
    }
  }
}
