/// A table that is being read: its rows, what its columns are, and what is told of it.
struct CSVTable {
  var columns: CSVColumns
  var reading = Reading(.csv)
  private var rows: CSVRows
  /// Who cast a row, for rows of sums: columns that were left out.
  private var leftOut: [Int] = []
  private var weight: Int?
  /// The columns whose cells are handed over.
  private var read: [Int] = []
  private var sums = Sums()
  /// What words in cells mean, as was said.
  private var words: [String: String] = [:]

  /// Ballots in rows, and in voters as long as the weights are whole.
  private struct Sums {
    var rows = 0
    var blankRows = 0
    var invalidRows = 0
    var voters = 0
    var blank = 0
    var invalid = 0
    var hasParts = false
  }

  /// One row's own cells and how many voters cast it.
  struct Ballot {
    var line: Int
    var weight: DecimalNumber
    var cells: [Cell]
  }

  /// A cell and its column, counted from 0.
  struct Cell {
    var text: String
    var line: Int
    var column: Int
  }

  init(_ rows: CSVRows, _ policy: ReadingPolicy) throws(ReadingFault) {
    self.rows = rows
    guard var header = try self.rows.next() else {
      throw ReadingFault(line: 1, expected: .columnNames, found: "")
    }
    let titles = CSVRows.Row.titles([header] + self.rows.sample(30))
    for _ in 0..<titles {
      reading.note(.title, String(header.fields[0].text.prefix(80)), line: header.line)
      if let next = try self.rows.next() { header = next }
    }
    if let second = self.rows.sample(1).first, header.takeNames(from: second) {
      reading.note(.secondHeader, line: second.line)
      _ = try self.rows.next()
    }
    columns = try CSVColumns(header, self.rows.sample(CSVColumns.sampleSize), policy)
    (reading.encoding, reading.separator) = (rows.encoding, rows.separator)
    for (column, field) in header.fields.enumerated() where field.isDecoded {
      decoded(field, column)
    }
  }

  /// Begins to read the cells of these columns.
  ///
  /// - Parameter holdsWords: whether the cells hold ranks, marks or the like, for which an alias
  ///   may stand; names are looked up by ``CSVRoll``.
  mutating func open(_ columns: [Int], as shape: CSVBallots.Shape, holdsWords: Bool = false) {
    read = columns
    words = holdsWords ? self.columns.policy.aliases.names : [:]
    reading.shape = shape
    reading.columns = self.columns.record
    for (name, other, column) in self.columns.similar {
      reading.note(
        .similar, name, became: other, line: self.columns.line, column: column + 1)
    }
    weight = self.columns.taken.firstIndex(of: .weight)
    leftOut = self.columns.taken.indices.filter {
      if case .leftOut = self.columns.taken[$0] { true } else { false }
    }
  }

  /// Whether the ballot that was handed over last is the last one.
  mutating func isAtEnd() -> Bool { rows.sample(1).isEmpty }

  /// Why the file could not be read on; asked for at the end.
  var failure: (any Error)? { rows.failure }

  func fault(_ expected: ReadingFault.Expectation, _ cell: Cell) -> ReadingFault {
    var expected = expected
    var isOpen = false
    if case .decision = expected { isOpen = true }
    if expected.isNumber, DecimalNumber.needsMark(cell.text) {
      (expected, isOpen) = (.decision(.decimalMark), true)
    }
    if !isOpen, CSVWords.isSum(cell.text) { expected = .decision(.isSum(isName: false)) }
    return ReadingFault(
      line: cell.line, expected: expected, found: String(cell.text.prefix(40)),
      column: columns.place(cell.column))
  }

  func question(_ question: ReadingFault.Question, _ cell: Cell) -> ReadingFault {
    fault(.decision(question), cell)
  }

  mutating func note(
    _ kind: Reading.Kind, _ word: String = "", became: String = "", at cell: Cell
  ) {
    reading.note(kind, word, became: became, line: cell.line, column: cell.column + 1)
  }

  /// Whether a cell says that there is nothing; if it says so in words, that is told.
  mutating func isNothing(_ cell: Cell) -> Bool {
    if cell.text.isEmpty { return true }
    guard CSVWords.isNothing(cell.text) else { return false }
    note(.blankWord, cell.text, at: cell)
    return true
  }

  private mutating func decoded(_ field: CSVRows.Field, _ column: Int) {
    if reading.encoding == .utf8 { reading.encoding = .windows1252 }
    reading.note(.decoded, line: field.line, column: column + 1)
  }

  /// The next ballot; nil at the end.
  mutating func next() throws(ReadingFault) -> Ballot? {
    while var row = try rows.next() {
      try fit(&row)
      if isSums(row) { continue }
      var weight = DecimalNumber(1)
      if let column = self.weight { weight = try number(row.fields[column], column) }
      var cells = read.map { column in
        let field = row.fields[column]
        if field.isDecoded { decoded(field, column) }
        return Cell(text: field.text, line: field.line, column: column)
      }
      if !words.isEmpty { translate(&cells) }
      sums.rows += 1
      if weight.decimals > 0 { sums.hasParts = true }
      sums.voters += Int(weight.double)
      guard sums.voters <= 1_000_000_000_000 else {
        throw ReadingFault(line: row.line, expected: .fewerVoters, found: "\(weight.value)")
      }
      return Ballot(line: row.line, weight: weight, cells: cells)
    }
    return nil
  }

  private mutating func translate(_ cells: inout [Cell]) {
    for place in cells.indices {
      guard let meaning = words[cells[place].text] else { continue }
      note(.alias, cells[place].text, became: meaning, at: cells[place])
      cells[place].text = meaning
    }
  }

  /// A number of the table, whose decimals stand behind the mark that was said.
  func number(_ text: String) -> DecimalNumber? {
    DecimalNumber(text, columns.policy.decimalMark)
  }

  private mutating func fit(_ row: inout CSVRows.Row) throws(ReadingFault) {
    let width = columns.names.count
    if row.fields.count > width, row.fields[width...].allSatisfy(\.text.isEmpty) {
      row.fields.removeSubrange(width...)
      reading.note(.emptyCells, line: row.line, column: width + 1)
    }
    guard row.fields.count == width else {
      throw ReadingFault(
        line: row.line, expected: .fields(width), found: "\(row.fields.count)")
    }
    for column in leftOut where columns.taken[column] == .leftOut(.empty) {
      let field = row.fields[column]
      guard field.text.isEmpty else {
        throw ReadingFault(
          line: field.line, expected: .name, found: "", column: columns.place(column))
      }
    }
  }

  /// Whether a row is the last one and has sums of the others.
  private mutating func isSums(_ row: CSVRows.Row) -> Bool {
    // The first that says anything: a remark of the last voter may be “all”.
    guard let column = leftOut.first(where: { !row.fields[$0].text.isEmpty }),
      CSVWords.isSum(row.fields[column].text), sums.rows > 0, rows.sample(1).isEmpty
    else { return false }
    reading.note(.sums, row.fields[column].text, line: row.line, column: column + 1)
    return true
  }

  private func number(_ field: CSVRows.Field, _ column: Int) throws(ReadingFault) -> DecimalNumber {
    let policy = columns.policy
    let text = policy.aliases.names[field.text] ?? field.text
    let isOpen = policy.decimalMark == nil && DecimalNumber.needsMark(text)
    guard !isOpen, let number = number(text), number.value >= 0, number.decimals <= 6,
      number.value < 1_000_000_000_000
    else {
      throw ReadingFault(
        line: field.line, expected: isOpen ? .decision(.decimalMark) : .weight,
        found: String(field.text.prefix(40)), column: columns.place(column))
    }
    return number
  }

  /// Counts a ballot that names nobody.
  mutating func countBlank(_ ballot: Ballot) {
    sums.blankRows += 1
    sums.blank += ballot.weight.value
  }

  /// Counts a ballot that is set aside.
  mutating func countInvalid(_ ballot: Ballot) {
    sums.invalidRows += 1
    sums.invalid += ballot.weight.value
  }

  /// Counts people instead of rows, where somebody's answers stand in several, or the votes of
  /// many in one.
  mutating func countPeople(_ count: Int, blank: Int = 0, invalid: Int = 0) {
    sums = Sums(rows: count, voters: count, blank: blank, invalid: invalid)
  }

  func missing(_ name: String) -> ReadingFault {
    let found = String((columns.names.first ?? "").prefix(40))
    return ReadingFault(line: columns.line, expected: .column(name), found: found)
  }

  /// What is told at the end: ballots as voters, or as rows where weights have decimals.
  mutating func finish() {
    reading.ballots = sums.hasParts ? sums.rows : sums.voters
    reading.blank = sums.hasParts ? sums.blankRows : sums.blank
    reading.invalid = sums.hasParts ? sums.invalidRows : sums.invalid
    reading.columns = columns.record
  }
}
