/// Which columns are candidates, and which only look like it.
extension CSVColumns {
  /// Takes the columns that are a candidate each.
  ///
  /// - Parameter fits: whether a word can stand in a candidate's column.
  /// - Returns: their numbers, counted from 0, and the candidates.
  mutating func takeCandidates(
    most: Int = 32_767, fits: (String) -> Bool
  ) throws(ReadingFault) -> (columns: [Int], candidates: [Candidate]) {
    try obeyCandidates()
    try leaveOutTheRest(isAboutCandidates: true, fits: fits)
    let columns = possible
    guard !columns.isEmpty else { throw question(.columns) }
    try askBesideGrid(columns)
    if columns.count == 1, asked == nil, CSVNames.isQuestion(names[columns[0]]) {
      throw question(.isCandidate(.others), columns[0])
    }
    guard columns.count <= most else {
      throw ReadingFault(line: line, expected: .candidates(most: most), found: "\(columns.count)")
    }
    try askAboutKinds(columns)
    let candidates = try candidates(columns)
    for (column, owner) in zip(columns, owners) {
      taken[column] = .candidate(candidates[owner].name)
    }
    return (columns, candidates)
  }

  /// Where a form has one grid, `Rate [Ada]`, `Rate [Bo]`, another question is no candidate of it.
  private func askBesideGrid(_ columns: [Int]) throws(ReadingFault) {
    guard asked == nil else { return }
    // Beside names a question is about something else.
    let texts = columns.filter { names[$0].hasSuffix("?") }
    if texts.count < columns.count, let text = texts.first, columns.count > 2 {
      throw question(.isCandidate(.others), text)
    }
    let questions = columns.map { CSVBracket(names[$0])?.question }
    guard let grid = questions.compactMap(\.self).first, questions.count(where: { $0 == grid }) > 1,
      let beside = questions.firstIndex(of: nil)
    else { return }
    throw question(.isCandidate(.others), columns[beside])
  }

  /// Finds the column with the number of voters, and leaves out what is about no candidate.
  mutating func leaveOutTheRest(
    isAboutCandidates: Bool, asksAboutNumbers: Bool = true,
    fits: (String) -> Bool = { _ in true }
  ) throws(ReadingFault) {
    leaveOutPolis()
    if asksAboutNumbers { try takeWeight(isAboutCandidates: isAboutCandidates, fits: fits) }
    for column in open where asked?.contains(column) != true {
      if asked != nil || !isAboutCandidates {
        if asked == nil, asksAboutNumbers { try askBesideNames(column) }
        taken[column] = .leftOut(asked == nil ? reason(column) ?? .others : .asked)
      } else if let reason = try whatItIs(column, fits) {
        taken[column] = .leftOut(reason)
      }
    }
  }

  /// Beside names, a column of numbers may say how many voters cast a row, whatever it is called:
  /// somebody has to say, unless its name or its numbers tell what it is.
  private func askBesideNames(_ column: Int) throws(ReadingFault) {
    let cells = self.cells(column)
    guard !cells.isEmpty,
      cells.allSatisfy({ DecimalNumber($0) != nil || DecimalNumber.needsMark($0) })
    else { return }
    let isEveryRow = cells.count == sample.count && Set(cells).count == cells.count
    if isEveryRow, isSequence(cells) { return }
    switch CSVNames.kind(names[column]) {
    case nil, .weight, .number, .about(.statistics), .about(.people), .about(.others):
      throw question(.isWeight, column)
    case .id, .about: return
    }
  }

  /// What Polis writes before a participant's votes, known by its names together.
  private mutating func leaveOutPolis() {
    guard asked == nil, names.contains("group-id"), names.contains("n-votes") else { return }
    for column in open {
      switch names[column] {
      case "participant", "xid", "group-id": taken[column] = .leftOut(.ids)
      case "n-comments", "n-votes", "n-agree", "n-disagree":
        taken[column] = .leftOut(.statistics)
      default: break
      }
    }
  }

  /// What a column's name says that it is, if that is no candidate.
  private func reason(_ column: Int) -> Reading.Reason? {
    switch CSVNames.kind(names[column]) {
    case .about(let reason): reason
    case .id: .ids
    case .number: .persons
    case .weight, nil: nil
    }
  }

  /// Why a column is certainly no candidate; nil if it is one.
  ///
  /// - Throws: if somebody has to say.
  private func whatItIs(
    _ column: Int, _ fits: (String) -> Bool
  ) throws(ReadingFault) -> Reading.Reason? {
    let cells = self.cells(column)
    let couldBe = cells.allSatisfy(fits)
    let kind = CSVNames.kind(names[column])
    if kind == .about(.statistics), isRowSum(column) == true { return .statistics }
    if let reason = reason(column) {
      if !couldBe || cells.isEmpty && !sample.isEmpty { return reason }
      let isEveryRow = cells.count == sample.count && Set(cells).count == cells.count
      if kind == .id, isEveryRow { return reason }
      if reason == .ids, isEveryRow, isSequence(cells) { return reason }
      // As this kit's own examples have it.
      if ["voter", "ballot"].contains(names[column]), column == 0, isEveryRow { return reason }
      throw question(.isCandidate(reason), column)
    }
    if names[column].isEmpty {
      let isEveryRow = cells.count == sample.count && Set(cells).count == cells.count
      if isEveryRow, !couldBe || isSequence(cells) { return .ids }
      throw ReadingFault(line: line, expected: .name, found: "", column: place(column))
    }
    if !couldBe, let content = cells.first.flatMap(CSVNames.content),
      cells.allSatisfy({ CSVNames.content($0) == content })
    {
      return content
    }
    return nil
  }

  /// Whether the cells count on by one.
  private func isSequence(_ cells: [String]) -> Bool {
    let numbers = cells.compactMap { Int($0) }
    return numbers.count == cells.count && cells.count > 2
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The column that says how many voters cast a row, if there is one.
  private mutating func takeWeight(
    isAboutCandidates: Bool, fits: (String) -> Bool
  ) throws(ReadingFault) {
    if taken.contains(.weight) { return }
    var found: Int?
    for column in open where asked?.contains(column) != true {
      let kind = CSVNames.kind(names[column])
      let cells = self.cells(column)
      if kind == .number, asked == nil, cells.allSatisfy({ DecimalNumber($0) != nil }) {
        throw question(.isWeight, column)
      }
      guard case .weight(let isPlain) = kind else { continue }
      if let isSure = isRowSum(column) {
        if isSure {
          taken[column] = .leftOut(.statistics)
          continue
        }
        throw question(.isWeight, column)
      }
      let isAtEdge = column == open.first || column == open.last
      let isOurs = names[column] == "count" && isAtEdge
      let couldBe = isAboutCandidates && asked == nil && cells.allSatisfy(fits)
      if couldBe, !isPlain, !isOurs || found != nil { throw question(.isWeight, column) }
      if found != nil { throw question(.isWeight, column) }
      let areNumbers = cells.allSatisfy { number in
        DecimalNumber(number, policy.decimalMark) != nil || DecimalNumber.needsMark(number)
      }
      if !areNumbers, !isOurs, asked == nil, isAboutCandidates || cells.count > 1,
        cells.contains(where: { DecimalNumber($0) != nil || DecimalNumber.needsMark($0) })
      {
        throw question(.isWeight, column)
      }
      guard areNumbers || isOurs else { continue }
      found = column
    }
    if let found { taken[found] = .weight }
  }

  /// Asks about columns whose numbers are unlike the others'.
  ///
  /// - Parameter most: the greatest number that makes sense; nil if there is none.
  func askAboutNumbers(_ columns: [Int], most: Int?) throws(ReadingFault) {
    guard asked == nil, columns.count > 1 else { return }
    let numbers = columns.map { column in
      cells(column).compactMap { DecimalNumber($0)?.double ?? CSVWords.rank($0).map(Double.init) }
    }
    for (place, own) in numbers.enumerated() {
      guard let least = own.min(), let largest = own.max() else { continue }
      // The middle one of the others' greatest: there may be several such columns, as of places.
      let greatest = numbers.indices.filter { $0 != place }.compactMap { numbers[$0].max() }
      let others = greatest.sorted().dropFirst(max(0, greatest.count - 1) / 2).first ?? 0
      let isOut: Bool
      if let most {
        isOut = largest > Double(most) && others <= Double(most)
      } else {
        // Ids, seconds or years of birth: far beyond all others, though not in every row.
        let isDistinct = own.count > 2 && Set(own).count == own.count
        let isNumbering = isDistinct && own.count > 3 && isSequence(cells(columns[place]))
        let middle = own.sorted()[own.count / 2]
        // Numbers beside marks: all others are 0 or 1 throughout.
        let isBesideMarks =
          greatest.count > 1 && own.count > 1 && least > 1
          && isMarks(numbers.enumerated().filter { $0.offset != place }.flatMap(\.element))
        isOut =
          isBesideMarks || isNumbering && least > (greatest.max() ?? 0)
          || own.count > 1 && others >= 1 && largest > 10 * others && middle > others
      }
      if isOut {
        let far = zip(own, cells(columns[place])).max { $0.0 < $1.0 }?.1
        throw question(.isInScale, columns[place], found: far ?? "")
      }
    }
  }

  /// Whether numbers are nothing but 0 and 1, and both.
  private func isMarks(_ numbers: [Double]) -> Bool { Set(numbers) == [0, 1] }

  /// The candidates' names: what is in brackets, where all have the same question before it.
  private mutating func candidates(_ columns: [Int]) throws(ReadingFault) -> [Candidate] {
    let brackets = columns.map { CSVBracket(names[$0]) }
    var questions: [String] = []
    for bracket in brackets {
      if let question = bracket?.question, !questions.contains(question) {
        questions.append(question)
      }
    }
    let isGrid = brackets.allSatisfy { $0 != nil }
    if isGrid, questions.count > 1,
      questions.allSatisfy({ one in brackets.count { $0?.question == one } > 1 })
    {
      throw question(.contest(questions))
    }
    let written = zip(columns, brackets).map { column, bracket in
      isGrid && questions.count == 1 ? bracket?.inner ?? "" : names[column]
    }
    return try joined(columns, written)
  }

  /// The candidates of columns that are called so; names that aliases make one are one.
  private mutating func joined(
    _ columns: [Int], _ written: [String]
  ) throws(ReadingFault) -> [Candidate] {
    var candidates: [Candidate] = []
    var numbers: [String: Int] = [:]
    var spellings: [String: String] = [:]
    var renamed: Set<String> = []
    owners = []
    for (column, own) in zip(columns, written) {
      var name = policy.aliases.names[own] ?? own
      guard !name.isEmpty else {
        throw ReadingFault(line: line, expected: .name, found: "", column: place(column))
      }
      var isRenamed = name != own
      if numbers[name] == nil, let other = spellings[CSVWords.folded(name)] {
        switch policy.aliases.spelling {
        case .anyCase: (name, isRenamed) = (other, true)
        case .exact: similar.append((name, other, column))
        case nil: throw question(.isSame(other, name), column)
        }
      }
      if let number = numbers[name] {
        guard isRenamed || renamed.contains(name) else {
          throw ReadingFault(
            line: line, expected: .nameOnce, found: String(name.prefix(40)), column: place(column))
        }
        owners.append(number)
      } else {
        numbers[name] = candidates.count
        spellings[CSVWords.folded(name)] = name
        owners.append(candidates.count)
        candidates.append(Candidate(id: name, name: name))
      }
      if isRenamed { renamed.insert(name) }
    }
    hasJoined = candidates.count < columns.count
    return candidates
  }

  /// The place among the candidates' columns of a candidate's first one.
  func firstColumn(of candidate: Int) -> Int { owners.firstIndex(of: candidate) ?? candidate }
}
