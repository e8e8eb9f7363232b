/// Reading rankings: ranks under the candidates' names, or names under the ranks.
extension CSVBallots {
  func rankings(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    let isRank = { (text: String) in CSVWords.rank(text) != nil || CSVWords.isOvervote(text) }
    if let column = try table.columns.singleAnswer(isRank) {
      try table.columns.askAboutRowsOfABallot(column)
      return try answers(&table, column)
    }
    let most = table.columns.possible.count
    let (columns, candidates) = try table.columns.takeCandidates { text in
      CSVWords.isOvervote(text) || CSVWords.rank(text).map { $0 <= most } ?? false
    }
    try table.columns.askAboutNumbers(columns, most: columns.count)
    try table.columns.askAboutSharedRanks(columns)
    table.open(columns, as: .rankings, holdsWords: true)
    var ballots = DistinctBallots<UInt16>()
    while let ballot = try table.next() {
      guard let ranks = try ranks(ballot, &table) else { continue }
      var places: [UInt16] = []
      for (place, entry) in ranks.enumerated() {
        let isTied = place > 0 && ranks[place - 1].rank == entry.rank
        places.append(UInt16(entry.candidate) | (isTied ? RankedBallots.tied : 0))
      }
      if places.isEmpty { table.countBlank(ballot) }
      ballots.take(places, weight: ballot.weight, line: ballot.line)
    }
    return Election(rankings: ballots, candidates)
  }

  /// The candidates with their ranks, from the first on; nil if the ballot is set aside.
  private func ranks(
    _ ballot: CSVTable.Ballot, _ table: inout CSVTable
  ) throws(ReadingFault) -> [(rank: Int, candidate: Int)]? {
    var ranks: [(rank: Int, candidate: Int)] = []
    for (place, cell) in ballot.cells.enumerated() {
      // Most cells are plain numbers, and no word is looked for in them.
      if let rank = CSVWords.plainRank(cell.text) {
        if rank > ballot.cells.count { table.note(.highRank, cell.text, at: cell) }
        ranks.append((rank, place))
        continue
      }
      if table.isNothing(cell) { continue }
      if CSVWords.isOvervote(cell.text) {
        table.note(.overvote, cell.text, became: ReadingPolicy.Doubt.skip.rawValue, at: cell)
        continue
      }
      guard let rank = CSVWords.rank(cell.text) else {
        throw table.fault(ballot.holdsNames ? .rankNotName : .rank, cell)
      }
      if rank > ballot.cells.count { table.note(.highRank, cell.text, at: cell) }
      ranks.append((rank, place))
    }
    ranks.sort { ($0.rank, $0.candidate) < ($1.rank, $1.candidate) }
    if table.columns.hasJoined, try !join(&ranks, ballot, &table) { return nil }
    let policy = table.columns.policy.overvotes
    guard let policy,
      let place = ranks.indices.dropFirst().first(where: { ranks[$0 - 1].rank == ranks[$0].rank })
    else { return ranks }
    let cell = ballot.cells[table.columns.firstColumn(of: ranks[place].candidate)]
    if policy == .refuse { throw table.question(.overvotes, cell) }
    table.note(.overvote, became: policy.rawValue, at: cell)
    let shared = ranks[place].rank
    switch policy {
    case .exhaust: return ranks.filter { $0.rank < shared }
    case .invalid:
      table.countInvalid(ballot)
      return nil
    case .skip, .refuse:
      let counts = Dictionary(ranks.map { ($0.rank, 1) }, uniquingKeysWith: +)
      return ranks.filter { counts[$0.rank] == 1 }
    }
  }

  /// Makes candidates of columns, where several are about one.
  ///
  /// - Returns: false if the ballot is set aside.
  private func join(
    _ ranks: inout [(rank: Int, candidate: Int)], _ ballot: CSVTable.Ballot,
    _ table: inout CSVTable
  ) throws(ReadingFault) -> Bool {
    var joined: [(rank: Int, candidate: Int)] = []
    for (rank, place) in ranks {
      let candidate = table.columns.owners[place]
      guard joined.contains(where: { $0.candidate == candidate }) else {
        joined.append((rank, candidate))
        continue
      }
      switch try table.doubtAboutRepeat(ballot.cells[place]) {
      case .invalid:
        table.countInvalid(ballot)
        return false
      case .exhaust:
        ranks = joined.filter { $0.rank < rank }
        return true
      case .skip, .refuse: continue
      }
    }
    ranks = joined
    return true
  }

  func preferences(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    let columns = try table.columns.takePreferences(&table.reading)
    table.open(columns, as: .preferences)
    var roll = CSVRoll(table.columns.policy)
    var ballots = DistinctBallots<UInt16>()
    while let ballot = try table.next() {
      guard let order = try order(ballot, ballot.cells, &roll, &table) else { continue }
      if order.isEmpty { table.countBlank(ballot) }
      ballots.take(order, weight: ballot.weight, line: ballot.line)
    }
    return Election(rankings: ballots, roll.candidates)
  }

  /// The candidates that cells name, from the first on; nil if the ballot is set aside.
  private func order(
    _ ballot: CSVTable.Ballot, _ cells: [CSVTable.Cell], _ roll: inout CSVRoll,
    _ table: inout CSVTable
  ) throws(ReadingFault) -> [UInt16]? {
    var order: [UInt16] = []
    /// The first place at which several stand, as long as nothing follows it.
    var open: CSVTable.Cell?
    for cell in cells {
      let doubt: ReadingPolicy.Doubt?
      switch try roll.meaning(of: cell, in: &table) {
      case .nothing: continue
      case .invalid: doubt = .invalid
      case .candidate(let number), .alias(let number, _):
        if let open { throw table.question(.overvotes, open) }
        guard order.contains(UInt16(number)) else {
          order.append(UInt16(number))
          continue
        }
        doubt = table.columns.policy.repeats
        guard let doubt, doubt != .refuse else { throw table.question(.repeats, cell) }
        table.note(.repeated, became: doubt.rawValue, at: cell)
      case .overvote:
        doubt = table.columns.policy.overvotes
        if doubt == .refuse { throw table.question(.overvotes, cell) }
        if doubt == nil { open = open ?? cell }
        table.note(
          .overvote, cell.text, became: (doubt ?? .exhaust).rawValue, at: cell)
      }
      if doubt == .exhaust { break }
      if doubt == .invalid {
        table.countInvalid(ballot)
        return nil
      }
    }
    return order
  }

  /// One column with all that a voter chose: one name, or several in order.
  private func answers(_ table: inout CSVTable, _ column: Int) throws(ReadingFault) -> Election {
    let separator = table.columns.partsAnswers(column, among: [";", ">"])
    table.columns.taken[column] = separator == nil ? .preference(1) : .list
    try table.columns.leaveOutTheRest(isAboutCandidates: false)
    if let separator { table.reading.note(.parted, String(separator)) }
    table.open([column], as: .preferences)
    var roll = CSVRoll(table.columns.policy)
    var ballots = DistinctBallots<UInt16>()
    while let ballot = try table.next() {
      let cells = ballot.cells[0].parts(at: separator)
      guard let order = try order(ballot, cells, &roll, &table) else { continue }
      if order.isEmpty { table.countBlank(ballot) }
      ballots.take(order, weight: ballot.weight, line: ballot.line)
    }
    return Election(rankings: ballots, roll.candidates)
  }
}

extension Election {
  /// Rankings that were read, as `RankedBallots` keeps them.
  init(rankings: DistinctBallots<UInt16>, _ candidates: [Candidate]) {
    self.init(ballots: .rankings(RankedBallots(rankings, candidates)))
    take(rankings)
  }

  /// Where the ballots stand in the file, and in what unit they are counted.
  mutating func take<Element>(_ ballots: DistinctBallots<Element>) {
    lines = ballots.lines
    voteDecimals = ballots.decimals
  }
}

extension CSVTable.Ballot {
  /// Whether all that is written in the row are words that can be names, and no ranks.
  var holdsNames: Bool {
    let words = cells.map(\.text).filter { !CSVWords.isNothing($0) }
    return words.count > 1
      && words.allSatisfy { word in
        word.unicodeScalars.count { $0.properties.isAlphabetic } > 1
          && !word.unicodeScalars.contains { $0.properties.numericType != nil }
          && CSVWords.mark(word) == nil
      }
  }
}

extension CSVTable {
  /// What becomes of a candidate who has several columns, and something in a second one of them.
  mutating func doubtAboutRepeat(_ cell: Cell) throws(ReadingFault) -> ReadingPolicy.Doubt {
    guard let doubt = columns.policy.repeats, doubt != .refuse else {
      throw question(.repeats, cell)
    }
    note(.repeated, became: doubt.rawValue, at: cell)
    return doubt
  }

  /// What stands for each candidate, where columns have these values; nil if the ballot is set
  /// aside.
  mutating func joined<Value>(
    _ values: [Value?], _ ballot: Ballot
  ) throws(ReadingFault) -> [Value?]? {
    guard columns.hasJoined else { return values }
    var joined: [Value?] = Array(repeating: nil, count: (columns.owners.max() ?? -1) + 1)
    for (place, value) in values.enumerated() where value != nil {
      let candidate = columns.owners[place]
      if joined[candidate] == nil {
        joined[candidate] = value
      } else if try doubtAboutRepeat(ballot.cells[place]) == .invalid {
        countInvalid(ballot)
        return nil
      }
    }
    return joined
  }
}

extension CSVTable.Cell {
  /// What a separator parts, without empty parts; the whole cell where there is none.
  func parts(at separator: Character?) -> [CSVTable.Cell] {
    guard let separator, text.contains(separator) else { return [self] }
    return text.split(separator: separator).map(String.init).map(CSVWords.trimmed)
      .filter { !$0.isEmpty }.map { CSVTable.Cell(text: $0, line: line, column: column) }
  }
}

extension CSVColumns {
  /// The one column that has answers in words and is not about the voter: nil where there are
  /// several, or where its words fit a candidate's column.
  func singleAnswer(_ fits: (String) -> Bool) throws(ReadingFault) -> Int? {
    let answers = possible.filter { column in
      guard asked == nil else { return true }
      let words = cells(column)
      if CSVNames.kind(names[column]) != nil || words.isEmpty { return false }
      return words.first.flatMap(CSVNames.content) == nil
    }
    guard answers.count == 1 else { return nil }
    let words = cells(answers[0])
    return words.isEmpty || words.contains(where: fits) ? nil : answers[0]
  }

  /// What parts the answers of a column, of these; nil where they stand alone.
  func partsAnswers(_ column: Int, among separators: [Character]) -> Character? {
    let words = cells(column)
    return separators.first { separator in words.contains { $0.contains(separator) } }
  }
}
