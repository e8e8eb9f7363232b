/// The rows of a CSV file (RFC 4180), each with its line, and nothing guessed.
///
/// The separator is the first row's: a comma, or where it has none a semicolon or tab, which
/// spreadsheets write in countries with decimal commas. Lines end with CR LF, LF or CR; empty lines
/// between rows are skipped; a byte order mark is skipped. Blanks around an unquoted field are not
/// part of it.
///
/// Why not a library: SwiftCSV keeps no line numbers, mends invalid text, fills up rows that are
/// too short and needs Foundation; a returning officer needs to be told the line.
struct CSVRows {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private let separator: UInt8

  struct Row {
    /// Where it begins, counted from 1.
    var line: Int
    var fields: [Field]
  }

  struct Field {
    var text: String
    /// Where it begins, counted from 1; a quoted field may hold line breaks.
    var line: Int
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8]) throws(ReadingFault) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    separator = CSVRows.separator(of: bytes)
    if String(validating: bytes, as: UTF8.self) == nil { throw CSVRows.invalid(bytes) }
  }

  /// The first line that is not UTF-8.
  private static func invalid(_ bytes: [UInt8]) -> ReadingFault {
    var number = 1
    for line in bytes.split(separator: lineFeed, omittingEmptySubsequences: false) {
      if String(validating: line, as: UTF8.self) == nil {
        let text = String(decoding: line.prefix(40), as: UTF8.self)
        return ReadingFault(line: number, expected: .utf8, found: text)
      }
      number += 1
    }
    return ReadingFault(line: number, expected: .utf8, found: "")
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    var found: UInt8?
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ",") { return byte }
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t") { found = found ?? byte }
      if byte == lineFeed || byte == carriageReturn { break }
    }
    return found ?? UInt8(ascii: ",")
  }

  /// The next row; nil at the end.
  mutating func next() throws(ReadingFault) -> Row? {
    skipEmptyLines()
    guard place < bytes.count else { return nil }
    var row = Row(line: line, fields: [try field()])
    while place < bytes.count, bytes[place] == separator {
      place += 1
      row.fields.append(try field())
    }
    breakLine()
    return row
  }

  private mutating func skipEmptyLines() {
    var ahead = place
    while ahead < bytes.count {
      let byte = bytes[ahead]
      if byte == CSVRows.lineFeed || byte == CSVRows.carriageReturn {
        place = ahead
        breakLine()
        ahead = place
      } else if byte == 0x20 || byte == 9 && separator != 9 {
        ahead += 1
      } else {
        return
      }
    }
    place = ahead
  }

  /// Goes past one end of line, if one is here.
  private mutating func breakLine() {
    guard place < bytes.count else { return }
    if bytes[place] == CSVRows.carriageReturn { place += 1 }
    if place < bytes.count, bytes[place] == CSVRows.lineFeed {
      place += 1
      line += 1
    } else if bytes[place - 1] == CSVRows.carriageReturn {
      line += 1
    }
  }

  private func isEnd(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    return byte == separator || byte == CSVRows.lineFeed || byte == CSVRows.carriageReturn
  }

  private mutating func skipBlanks() {
    while place < bytes.count, !isEnd(place), bytes[place] == 0x20 || bytes[place] == 9 {
      place += 1
    }
  }

  private mutating func field() throws(ReadingFault) -> Field {
    skipBlanks()
    guard place < bytes.count, bytes[place] == CSVRows.quote else { return try plainField() }
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == CSVRows.quote {
        guard place < bytes.count, bytes[place] == CSVRows.quote else {
          skipBlanks()
          guard isEnd(place) else { throw fault(.separator, bytes[place...]) }
          return Field(text: String(decoding: text, as: UTF8.self), line: start)
        }
        place += 1
      } else if byte == CSVRows.lineFeed {
        line += 1
      }
      text.append(byte)
    }
    throw ReadingFault(line: start, expected: .closingQuote, found: "")
  }

  private mutating func plainField() throws(ReadingFault) -> Field {
    let start = place
    while !isEnd(place) {
      if bytes[place] == CSVRows.quote { throw fault(.unquoted, bytes[start...]) }
      place += 1
    }
    var end = place
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 9 { end -= 1 }
    return Field(text: String(decoding: bytes[start..<end], as: UTF8.self), line: line)
  }

  private func fault(
    _ expected: ReadingFault.Expectation, _ rest: ArraySlice<UInt8>
  ) -> ReadingFault {
    let word = rest.prefix { $0 > 0x20 }.prefix(40)
    return ReadingFault(
      line: line, expected: expected, found: String(decoding: word, as: UTF8.self))
  }
}
