/// Cuts bytes into rows and rows into cells.
struct CSVParser {
  let source: CSVSource
  /// What was read and is not yet a row.
  private var bytes: [UInt8] = []
  private var place = 0
  private var line = 1
  private var isAtEnd = false
  /// Whether no row was read yet.
  private var isFirst = true
  private var separator = UInt8(ascii: ",")

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// The longest row that is read; what is longer is a quotation mark that nobody closed.
  private static let longestRow = 16_000_000

  init(_ source: CSVSource) {
    self.source = source
    while bytes.count < 3, refill() {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  private mutating func refill() -> Bool {
    guard !isAtEnd, let piece = source.piece() else {
      isAtEnd = true
      return false
    }
    if place > 0 {
      bytes.removeSubrange(..<place)
      place = 0
    }
    bytes += piece
    return true
  }

  /// The next row; nil at the end.
  mutating func row() throws(ReadingFault) -> CSVRows.Row? {
    while try holdRow() {
      let isQuoted = bytes[place] == CSVParser.quote
      var row = CSVRows.Row(line: line, fields: [try field()])
      while place < bytes.count, bytes[place] == separator {
        place += 1
        row.fields.append(try field())
      }
      breakLine()
      isFirst = false
      if isQuoted || row.fields.count > 1 || !row.fields[0].text.isEmpty { return row }
    }
    return nil
  }

  /// Reads on until a whole row is there, with what ends it; false at the end of the file.
  private mutating func holdRow() throws(ReadingFault) -> Bool {
    var (scanned, isQuoted) = (place, false)
    while true {
      let quote = CSVParser.quote
      let end = bytes.withUnsafeBufferPointer { bytes in
        var at = scanned
        while at < bytes.count {
          let byte = bytes[at]
          if byte == quote {
            isQuoted.toggle()
          } else if !isQuoted, byte == CSVParser.lineFeed || byte == CSVParser.carriageReturn {
            break
          }
          at += 1
        }
        return at
      }
      // After CR it takes one more to know whether LF belongs to it.
      if end + 1 < bytes.count || end < bytes.count && bytes[end] == CSVParser.lineFeed {
        return true
      }
      scanned = end - place
      guard refill() else { return place < bytes.count }
      scanned += place
      if bytes.count - place > CSVParser.longestRow, scanned - place > CSVParser.longestRow / 2 {
        let expected: ReadingFault.Expectation = isQuoted ? .closingQuote : .shortRow
        throw ReadingFault(line: line, expected: expected, found: "")
      }
    }
  }

  /// Goes past one end of line, if one is here.
  private mutating func breakLine() {
    guard place < bytes.count else { return }
    if bytes[place] == CSVParser.carriageReturn { place += 1 }
    if place < bytes.count, bytes[place] == CSVParser.lineFeed {
      place += 1
      line += 1
    } else if place > 0, bytes[place - 1] == CSVParser.carriageReturn {
      line += 1
    }
  }

  private func isEnd(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    return byte == separator || byte == CSVParser.lineFeed || byte == CSVParser.carriageReturn
  }

  private mutating func skipBlanks() {
    while place < bytes.count, !isEnd(place), bytes[place] == 0x20 || bytes[place] == 9 {
      place += 1
    }
  }

  private mutating func field() throws(ReadingFault) -> CSVRows.Field {
    skipBlanks()
    guard place < bytes.count, bytes[place] == CSVParser.quote else { return try plainField() }
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == CSVParser.quote {
        guard place < bytes.count, bytes[place] == CSVParser.quote else {
          skipBlanks()
          guard isEnd(place) else { throw fault(.separator, bytes[place...]) }
          return CSVParser.field(text[...], start)
        }
        place += 1
      } else if byte == CSVParser.lineFeed
        || byte == CSVParser.carriageReturn
          && !(place < bytes.count && bytes[place] == CSVParser.lineFeed)
      {
        line += 1
      }
      text.append(byte)
    }
    throw ReadingFault(line: start, expected: .closingQuote, found: "")
  }

  private mutating func plainField() throws(ReadingFault) -> CSVRows.Field {
    let start = place
    while !isEnd(place) {
      if bytes[place] == CSVParser.quote, !isTitle(start) {
        throw fault(.unquoted, bytes[start...])
      }
      place += 1
    }
    return CSVParser.field(bytes[start..<place], line)
  }

  /// Whether the first row, which begins here, has no second cell: in a title nothing is parted,
  /// and quotation marks stand as they are.
  private func isTitle(_ start: Int) -> Bool {
    isFirst
      && !bytes[start...].prefix { $0 != CSVParser.lineFeed && $0 != CSVParser.carriageReturn }
        .contains(separator)
  }

  private static func field(_ bytes: ArraySlice<UInt8>, _ line: Int) -> CSVRows.Field {
    var bytes = bytes
    while let last = bytes.last, last == 0x20 || last == 9 { bytes.removeLast() }
    while let first = bytes.first, first == 0x20 || first == 9 { bytes.removeFirst() }
    if let text = String(validating: bytes, as: UTF8.self) {
      return CSVRows.Field(text: CSVWords.trimmed(text), line: line)
    }
    let text = TextPieces.windows1252(bytes)
    return CSVRows.Field(text: CSVWords.trimmed(text), line: line, isDecoded: true)
  }

  private func fault(
    _ expected: ReadingFault.Expectation, _ rest: ArraySlice<UInt8>
  ) -> ReadingFault {
    let word = rest.prefix { $0 > 0x20 }.prefix(40)
    return ReadingFault(
      line: line, expected: expected, found: String(decoding: word, as: UTF8.self))
  }
}

/// What parts the cells.
extension CSVParser {
  private static let separators: [(byte: UInt8, separator: Reading.Separator)] = [
    (UInt8(ascii: ","), .comma), (UInt8(ascii: ";"), .semicolon), (9, .tab),
    (UInt8(ascii: "|"), .pipe),
  ]

  /// Finds out and remembers it; goes past a first line that says it.
  mutating func findSeparator() -> Reading.Separator {
    while bytes.count - place < 65_536, refill() {}
    let found = declared() ?? seen()
    separator = found.byte
    return found.separator
  }

  /// What a first line `sep=;` says, as spreadsheets read and write it.
  private mutating func declared() -> (byte: UInt8, separator: Reading.Separator)? {
    let line = bytes[place...].prefix { $0 != CSVParser.lineFeed && $0 != CSVParser.carriageReturn }
    let text = line.filter { $0 != CSVParser.quote }
    guard text.count == 5, text.prefix(4).elementsEqual("sep=".utf8) else { return nil }
    guard let found = Self.separators.first(where: { $0.byte == text[4] }) else { return nil }
    place += line.count
    breakLine()
    return found
  }

  /// The one that stands equally often in all of the first rows, most often; else the first row's.
  private func seen() -> (byte: UInt8, separator: Reading.Separator) {
    var counts: [[Int]] = [[0, 0, 0, 0]]
    var (isQuoted, isEmpty) = (false, true)
    for byte in bytes[place...].prefix(65_536) {
      if byte == CSVParser.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == CSVParser.lineFeed || byte == CSVParser.carriageReturn {
        if counts.count > 20 { break }
        if !isEmpty { counts.append([0, 0, 0, 0]) }
        isEmpty = true
      } else if byte > 0x20 || byte == 9 {
        isEmpty = false
        if let place = Self.separators.firstIndex(where: { $0.byte == byte }) {
          counts[counts.count - 1][place] += 1
        }
      }
    }
    // The last one may have been cut off.
    if counts.count > 1 { counts.removeLast() }
    // A title above the names has no separator; nor has the name of a table's only column.
    let isBelow = counts.count > 1 && counts[0] == [0, 0, 0, 0]
    if isBelow, let names = separatorBelowTitle() { return Self.separators[names] }
    let first = counts[0]
    let even = Self.separators.indices.filter { place in
      first[place] > 0 && counts.allSatisfy { $0[place] == first[place] }
    }
    let best = even.max { (first[$0], $1) < (first[$1], $0) }
    let any = [0, 1, 2, 3].first { first[$0] > 0 }
    return Self.separators[best ?? any ?? 0]
  }

  /// The separator with which the names below a title begin, or that follows “Name” there: nil
  /// where neither is so.
  private func separatorBelowTitle() -> Int? {
    let lines = bytes[place...].prefix(4096).split {
      $0 == CSVParser.lineFeed || $0 == CSVParser.carriageReturn
    }
    for line in lines.dropFirst().prefix(5) {
      let start = line.prefix { !CSVParser.isSeparator($0) }
      guard let mark = line.dropFirst(start.count).first else { continue }
      let first = CSVParser.field(start, 0).text
      guard first.isEmpty || CSVNames.kind(first) == .about(.people) else { return nil }
      return Self.separators.firstIndex { $0.byte == mark }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    separators.contains { $0.byte == byte }
  }
}
