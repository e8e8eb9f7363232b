import ExerciseKit

/// The rows of a table that is kept as text: CSV of any dialect, or columns with tabs between.
///
/// Unlike a reader of ballots (`CSVRows` of VotingMethods, which refuses what is not RFC 4180 to
/// the letter, and which this plugin does not link) this one takes what spreadsheets and
/// whiteboards write, and tells what it had to mend: a quote inside a field, one that does not end.
/// Line ends and the separator may stand in quotes. Takes time in proportion to the bytes.
struct TableText {
  struct Row {
    /// Where it begins, from 1.
    var line: Int
    var cells: [String]
    /// Whether a blank stands before each: `tea, with milk`.
    var gaps: [Bool] = []

    /// Nothing for a cell that the row does not have.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
  }

  /// Past these a table is no board, and reading it would only fill the memory.
  static let rowLimit = 20_000
  static let columnLimit = 200
  /// As much of a cell as a card takes, and a little more, so that it is told that it was cut.
  private static let cellLimit = AnswerLimits.text + 16

  private(set) var rows: [Row] = []
  /// How many rows there are, also those past the limit, which are counted by their lines.
  private(set) var count = 0
  private(set) var leftOut = LeftOut()
  let separator: UInt8

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  /// Once a quote was found not to end, no other is looked for: that would cost the square.
  private var quotesCount = true

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: [UInt8]) {
    let (start, named) = TableText.named(in: bytes)
    self.bytes = bytes
    separator = named ?? TableText.separator(of: bytes)
    place = start
    if start > 0 { line = 2 }
    read()
  }

  /// What Excel writes in a first line of its own: `sep=;`.
  private static func named(in bytes: [UInt8]) -> (start: Int, separator: UInt8?) {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), bytes[5] == 0x0A || bytes[5] == 0x0D
    else { return (0, nil) }
    let isPair = bytes.count > 6 && bytes[5] == 0x0D && bytes[6] == 0x0A
    return (isPair ? 7 : 6, bytes[4])
  }

  /// The one that gives the first rows the most columns of which all have as many.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    var best = (separator: UInt8(ascii: ","), score: 0)
    for candidate in ",;\t|".utf8 {
      let counts = fieldCounts(bytes, candidate)
      guard let first = counts.first, first > 1 else { continue }
      let alike = counts.count { $0 == first }
      let score = alike * 1000 / counts.count * 100 + min(first, 99)
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }

  /// Of each of the first rows, how many fields it has.
  private static func fieldCounts(_ bytes: [UInt8], _ separator: UInt8) -> [Int] {
    var counts: [Int] = []
    var (fields, isQuoted, isBlank) = (1, false, true)
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == separator { fields += 1 }
      if !isQuoted, byte == 0x0A || byte == 0x0D {
        if !isBlank { counts.append(fields) }
        (fields, isBlank) = (1, true)
        if counts.count == 20 { return counts }
      } else if !ByteClass.isSpace(byte) {
        isBlank = false
      }
    }
    return isBlank ? counts : counts + [fields]
  }

  private mutating func read() {
    while place < bytes.count {
      let start = line
      var (cells, gaps) = ([field()], [false])
      while place < bytes.count, bytes[place] == separator {
        place += 1
        let isApart = place < bytes.count && bytes[place] == 0x20
        let next = field()
        guard cells.count < TableText.columnLimit else { continue }
        cells.append(next)
        gaps.append(isApart)
      }
      breakLine()
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      count += 1
      rows.append(Row(line: start, cells: cells, gaps: gaps))
      guard count > TableText.rowLimit + 1 else { continue }
      // Too many: how many does not need their words.
      count += bytes[place...].count { $0 == 0x0A }
      return
    }
  }

  /// Goes past one end of line, if one is here.
  private mutating func breakLine() {
    guard place < bytes.count else { return }
    if bytes[place] == 0x0D {
      place += 1
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    } else {
      place += 1
    }
    line += 1
  }

  private func isEnd(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    return bytes[place] == separator || bytes[place] == 0x0A || bytes[place] == 0x0D
  }

  private mutating func field() -> String {
    while !isEnd(place), bytes[place] == 0x20 || bytes[place] == 9 { place += 1 }
    if quotesCount, place < bytes.count, bytes[place] == TableText.quote,
      let text = quotedField()
    {
      return text
    }
    let start = place
    place = endOfPlainField(from: place)
    return String(decoding: bytes[start..<place].prefix(Self.cellLimit), as: UTF8.self).trimmed
  }

  /// On the bytes themselves, because a cell may have millions.
  private func endOfPlainField(from start: Int) -> Int {
    let separator = separator
    return bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        let byte = bytes[place]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        place += 1
      }
      return place
    }
  }

  /// Nil where its quote does not end: then it is a character like others.
  private mutating func quotedField() -> String? {
    var text: [UInt8] = []
    var position = place + 1
    var lines = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == TableText.quote {
        if position < bytes.count, bytes[position] == TableText.quote {
          position += 1
        } else if isEndOfField(position) {
          place = position
          line += lines
          // What stands between the quote and the separator is blank.
          while !isEnd(place) { place += 1 }
          return TableText.withoutPairs(text)
        }
      }
      if byte == 0x0A { lines += 1 }
      if text.count < Self.cellLimit { text.append(byte) }
    }
    leftOut.add(.quote, line: line)
    quotesCount = false
    return nil
  }

  /// Whether only blanks come before the next separator: else the quote is one of the text's.
  private func isEndOfField(_ place: Int) -> Bool {
    var place = place
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 9 && separator != 9 {
      place += 1
    }
    return isEnd(place)
  }

  /// A line end is one `\n`.
  private static func withoutPairs(_ bytes: [UInt8]) -> String {
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self).trimmed }
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      guard byte == 0x0D else {
        output.append(byte)
        continue
      }
      if index + 1 == bytes.count || bytes[index + 1] != 0x0A { output.append(0x0A) }
    }
    return String(decoding: output, as: UTF8.self).trimmed
  }
}
