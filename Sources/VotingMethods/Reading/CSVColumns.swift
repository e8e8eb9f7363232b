/// What the columns of a table were taken for: from what was asked, from their names, and from the
/// first rows.
struct CSVColumns {
  /// How many rows are looked at before the first is read.
  static let sampleSize = 1000

  let names: [String]
  /// The line of the first row.
  let line: Int
  let policy: ReadingPolicy
  /// The first rows' cells.
  let sample: [[String]]
  /// What each column is; nil where it is not yet known.
  var taken: [Reading.Taken?]
  /// The columns that were asked for, in that order; nil if none were.
  private(set) var asked: [Int]?
  /// Candidates whose names differ from another's in next to nothing, and their columns.
  var similar: [(name: String, other: String, column: Int)] = []
  /// Which candidate each of their columns is about: several where aliases make them one.
  var owners: [Int] = []
  /// Whether some candidate has several columns.
  var hasJoined = false

  init(
    _ header: CSVRows.Row, _ rows: some Sequence<CSVRows.Row>, _ policy: ReadingPolicy
  ) throws(ReadingFault) {
    names = header.fields.map(\.text)
    line = header.line
    self.policy = policy
    let words = policy.aliases.names
    sample = rows.map { row in row.fields.map { words[$0.text] ?? $0.text } }
    taken = Array(repeating: nil, count: header.fields.count)
    try obey()
    for column in open where names[column].isEmpty && cells(column).isEmpty {
      taken[column] = .leftOut(.empty)
    }
  }

  /// The columns that are not yet known.
  var open: [Int] { taken.indices.filter { taken[$0] == nil } }

  /// Those that may be about candidates: the ones asked for, else all that are not yet known.
  var possible: [Int] { asked?.filter { taken[$0] == nil } ?? open }

  /// The words in the first rows that say something.
  func cells(_ column: Int) -> [String] {
    sample.compactMap { row in
      guard column < row.count, !CSVWords.isNothing(row[column]) else { return nil }
      return row[column]
    }
  }

  func place(_ column: Int) -> ReadingFault.Column { .init(column + 1, names[column]) }

  func question(
    _ question: ReadingFault.Question, _ column: Int? = nil, found: String = ""
  ) -> ReadingFault {
    ReadingFault(
      line: line, expected: .decision(question), found: found, column: column.map(place))
  }

  /// What was asked for.
  private mutating func obey() throws(ReadingFault) {
    for word in policy.ignored {
      for column in try columns(word) { taken[column] = .leftOut(.asked) }
    }
    if let word = policy.weightColumn {
      guard let column = try columns(word).first else { return }
      taken[column] = .weight
    }
    guard !policy.columns.isEmpty else { return }
    var chosen: [Int] = []
    for word in policy.columns {
      for column in try columns(word) where !chosen.contains(column) { chosen.append(column) }
    }
    asked = chosen
  }

  /// Where each candidate has a column, those who can be voted for are columns.
  mutating func obeyCandidates() throws(ReadingFault) {
    guard asked == nil, !policy.candidates.isEmpty else { return }
    var chosen: [Int] = []
    for word in policy.candidates { chosen += try columns(word) }
    asked = chosen
  }

  /// The columns that a word means: a name, the common beginning of several, a number, or several
  /// of those with commas between.
  private func columns(_ word: String) throws(ReadingFault) -> [Int] {
    if let found = columns(exactly: word) { return found }
    var all: [Int] = []
    for part in CSVColumns.parts(of: word) {
      guard let found = columns(exactly: part) ?? columns(beginningWith: part) else {
        throw ReadingFault(line: line, expected: .existingColumn(names), found: part)
      }
      all += found
    }
    return all
  }

  private func columns(exactly word: String) -> [Int]? {
    let same = names.indices.filter { names[$0] == word }
    if !same.isEmpty { return same }
    let folded = CSVWords.folded(word)
    let alike = names.indices.filter { CSVWords.folded(names[$0]) == folded }
    if !alike.isEmpty { return alike }
    let inside = names.indices.filter { CSVBracket(names[$0])?.inner == word }
    if inside.count == 1 { return inside }
    if let number = Int(word), names.indices.contains(number - 1) { return [number - 1] }
    return nil
  }

  private func columns(beginningWith word: String) -> [Int]? {
    let found = names.indices.filter { names[$0].hasPrefix(word) }
    return found.isEmpty ? nil : found
  }

  /// What commas part, but not within quotation marks.
  static func parts(of text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(CSVWords.trimmed).filter { !$0.isEmpty }
  }

  /// The record of it.
  var record: [Reading.Column] {
    names.indices.map { Reading.Column($0 + 1, names[$0], taken[$0] ?? .leftOut(.others)) }
  }
}

/// A name as forms write one column of a grid: `Question [Ada]`.
struct CSVBracket {
  var question: String
  var inner: String

  init?(_ name: String) {
    guard name.hasSuffix("]"), let start = name.lastIndex(of: "[") else { return nil }
    inner = CSVWords.trimmed(String(name[name.index(after: start)...].dropLast()))
    question = CSVWords.trimmed(String(name[..<start]))
    if inner.isEmpty { return nil }
  }
}
