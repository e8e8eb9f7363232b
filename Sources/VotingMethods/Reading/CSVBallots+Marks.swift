/// Reading approvals and scores.
extension CSVBallots {
  func approvals(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    let isMark = { (text: String) in CSVWords.mark(text) != nil }
    if let column = try table.columns.singleAnswer(isMark) { return try choices(&table, column) }
    let (columns, candidates) = try table.columns.takeCandidates(fits: isMark)
    table.open(columns, as: .approvals, holdsWords: true)
    var ballots = DistinctBallots<Int32>()
    while let ballot = try table.next() {
      var approved: [Int32] = []
      for (place, cell) in ballot.cells.enumerated() {
        let candidate = Int32(table.columns.owners[place])
        if try isMarked(cell, &table), approved.last != candidate { approved.append(candidate) }
      }
      if table.columns.hasJoined { approved = Set(approved).sorted() }
      if approved.isEmpty { table.countBlank(ballot) }
      ballots.take(approved, weight: ballot.weight, line: ballot.line)
    }
    return Election(approvals: ballots, candidates)
  }

  /// One column with all whom a voter approves of, as check boxes of forms are written.
  private func choices(_ table: inout CSVTable, _ column: Int) throws(ReadingFault) -> Election {
    let separator = table.columns.partsAnswers(column, among: [";", ","])
    table.columns.taken[column] = .list
    try table.columns.leaveOutTheRest(isAboutCandidates: false)
    if let separator { table.reading.note(.parted, String(separator)) }
    table.open([column], as: .approvals)
    var roll = CSVRoll(table.columns.policy)
    var ballots = DistinctBallots<Int32>()
    while let ballot = try table.next() {
      var approved: [Int32] = []
      var isValid = true
      for cell in ballot.cells[0].choices(at: separator, roll) {
        switch try roll.meaning(of: cell, in: &table) {
        case .candidate(let number), .alias(let number, _):
          if approved.contains(Int32(number)) {
            table.note(.repeated, became: ReadingPolicy.Doubt.skip.rawValue, at: cell)
          } else {
            approved.append(Int32(number))
          }
        case .nothing, .overvote: continue
        case .invalid: isValid = false
        }
      }
      guard isValid else {
        table.countInvalid(ballot)
        continue
      }
      if approved.isEmpty { table.countBlank(ballot) }
      ballots.take(approved.sorted(), weight: ballot.weight, line: ballot.line)
    }
    return Election(approvals: ballots, roll.candidates)
  }

  func isMarked(
    _ cell: CSVTable.Cell, _ table: inout CSVTable
  ) throws(ReadingFault) -> Bool {
    if cell.text.isEmpty { return false }
    switch CSVWords.mark(cell.text) {
    case .yes: return true
    case .no: return false
    case .ratherYes:
      table.note(.mark, cell.text, at: cell)
      return true
    case .blank:
      table.note(.blankWord, cell.text, at: cell)
      return false
    case nil: throw table.fault(.mark, cell)
    }
  }

  func scores(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    let mark = table.columns.policy.decimalMark
    let (columns, candidates) = try table.columns.takeCandidates { text in
      switch scale {
      case .words(let words): words.contains { CSVWords.folded($0) == CSVWords.folded(text) }
      case .numbers(let range):
        DecimalNumber(text, mark).map { $0.isIn(range) } ?? false
      case nil: DecimalNumber(text, mark) != nil
      }
    }
    if scale == nil { try table.columns.askAboutNumbers(columns, most: nil) }
    table.open(columns, as: .scores, holdsWords: true)
    var ballots = DistinctBallots<Int32>()
    var (decimals, least, most) = (0, 0, 0)
    while let ballot = try table.next() {
      let all = try ballot.cells.map { cell throws(ReadingFault) in try score(cell, &table) }
      guard let given = try table.joined(all, ballot) else { continue }
      let finest = given.reduce(decimals) { max($0, $1?.decimals ?? 0) }
      if finest > decimals {
        let factor = DecimalNumber(1).scaled(to: finest - decimals)
        ballots.change { $0 == ScoreBallots.blank ? $0 : $0 * Int32(factor) }
        (least, most, decimals) = (least * factor, most * factor, finest)
      }
      let scores = given.map { $0?.scaled(to: decimals) }
      for score in scores { (least, most) = (min(least, score ?? 0), max(most, score ?? 0)) }
      if scores.allSatisfy({ $0 == nil }) { table.countBlank(ballot) }
      ballots.take(
        scores.map { $0.map(Int32.init) ?? ScoreBallots.blank }, weight: ballot.weight,
        line: ballot.line)
    }
    let unit = DecimalNumber(1).scaled(to: decimals)
    let range =
      switch scale {
      case .numbers(let range): range.lowerBound * unit...range.upperBound * unit
      case .words(let words): 0...max(0, words.count - 1)
      case nil: least...most
      }
    var election = Election(ballots: .scores(ScoreBallots(ballots, candidates, range)))
    election.take(ballots)
    election.scoreDecimals = decimals
    table.reading.scale = scaleWords(least: least, most: most, decimals)
    return election
  }

  /// The scale as it was said, else as it was found.
  private func scaleWords(least: Int, most: Int, _ decimals: Int) -> String {
    switch scale {
    case .words(let words): words.joined(separator: ", ")
    case .numbers(let range): "\(range.lowerBound)..\(range.upperBound)"
    case nil:
      "\(DecimalNumber(least, decimals: decimals))..\(DecimalNumber(most, decimals: decimals))"
        + ", as found"
    }
  }

  private func score(
    _ cell: CSVTable.Cell, _ table: inout CSVTable
  ) throws(ReadingFault) -> DecimalNumber? {
    if cell.text.isEmpty { return nil }
    if case .words(let words) = scale {
      let wanted = CSVWords.folded(cell.text)
      if let place = words.firstIndex(where: { CSVWords.folded($0) == wanted }) {
        return DecimalNumber(place)
      }
      if table.isNothing(cell) { return nil }
      throw table.fault(.grade(words), cell)
    }
    if CSVWords.plainRank(cell.text) == nil, table.isNothing(cell) { return nil }
    var range = -1_000_000...1_000_000
    if case .numbers(let asked) = scale { range = asked }
    guard let score = table.number(cell.text), score.decimals <= 3, score.isIn(range) else {
      throw table.fault(.score(range), cell)
    }
    return score
  }
}

extension DecimalNumber {
  func isIn(_ range: ClosedRange<Int>) -> Bool {
    value >= range.lowerBound * DecimalNumber(1).scaled(to: decimals)
      && value <= range.upperBound * DecimalNumber(1).scaled(to: decimals)
  }
}

extension Election {
  init(approvals: DistinctBallots<Int32>, _ candidates: [Candidate]) {
    self.init(ballots: .approvals(ApprovalBallots(approvals, candidates)))
    take(approvals)
  }
}

extension CSVTable.Cell {
  /// The parts of a cell; where commas part them, those that are within a candidate's known name
  /// part nothing.
  func choices(at separator: Character?, _ roll: CSVRoll) -> [CSVTable.Cell] {
    guard separator == "," else { return parts(at: separator) }
    var cells: [CSVTable.Cell] = []
    let words = text.split(separator: ",").map(String.init).map(CSVWords.trimmed)
      .filter { !$0.isEmpty }
    var first = 0
    while first < words.count {
      // The longest run of parts that is somebody's name, else the one part.
      let last =
        (first..<words.count).last { roll.knows(words[first...$0].joined(separator: ", ")) }
        ?? first
      let name = words[first...last].joined(separator: ", ")
      cells.append(CSVTable.Cell(text: name, line: line, column: column))
      first = last + 1
    }
    return cells
  }
}
