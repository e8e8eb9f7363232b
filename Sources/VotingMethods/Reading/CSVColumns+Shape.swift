/// What the cells mean, by the names of the columns.
extension CSVColumns {
  /// The shape asked for, which says what a first row can't; else the one that the names show; nil
  /// where neither does.
  mutating func shape(
    asked shape: CSVBallots.Shape?, usual: CSVBallots.Shape?
  ) throws(ReadingFault) -> CSVBallots.Shape? {
    if shape == nil, isDuels { return .duels }
    if shape == nil, isLongOpinions { return .opinions }
    if shape == nil, isParties { return .parties }
    if shape == .preferences { return .preferences }
    guard (shape ?? usual ?? .rankings) == .rankings, let ranks = preferences else {
      return shape ?? usual
    }
    let words = ranks.flatMap { cells($0.column) }
    let isNumbers = !words.isEmpty && words.allSatisfy { CSVWords.rank($0) != nil }
    if isNumbers {
      if shape == .rankings { return .rankings }
      throw question(.candidatesOrPreferences, ranks.allSatisfy(\.isBare) ? nil : ranks[0].column)
    }
    return .preferences
  }

  func column(_ words: String...) -> Int? {
    possible.first { words.contains(CSVWords.folded(names[$0])) }
  }

  private var isDuels: Bool { column("winner") != nil && column("loser") != nil }

  /// Polis's list of votes: who, to what, and the answer, a row each.
  var isLongOpinions: Bool {
    column("voter-id") != nil && column("comment-id") != nil && column("vote") != nil
  }

  var partyColumn: Int? {
    column(
      "party", "list", "candidate", "option", "name", "partei", "liste", "wahlvorschlag",
      "kandidat", "parti", "candidat", "partido", "lista", "candidato", "partito", "partij",
      "partia", "puolue")
  }
  var votesColumn: Int? {
    column(
      "votes", "total", "stimmen", "zweitstimmen", "erststimmen", "voix", "suffrages", "votos",
      "voti", "stemmen", "röster", "stemmer", "głosy", "äänet")
      ?? column("count", "weight", "anzahl")
  }

  private var isParties: Bool {
    let rest = possible + taken.indices.filter { taken[$0] == .weight }
    return rest.count == 2 && partyColumn != nil && (votesColumn != nil || possible.count == 1)
  }

  /// A column that is a preference of this number, in this contest.
  struct Preference {
    var number: Int
    var column: Int
    var isBare: Bool
    var contest: String
  }

  /// The columns that are the first, second… preference, in that order; nil if they are not.
  var preferences: [Preference]? {
    let found = possible.compactMap { column -> Preference? in
      let bracket = CSVBracket(names[column])
      return CSVOrdinal(bracket?.inner ?? names[column]).map {
        let contest = (bracket?.question ?? "") + $0.rest
        return Preference(number: $0.number, column: column, isBare: $0.isBare, contest: contest)
      }
    }
    let firsts = found.filter { $0.number == 1 }.map(\.contest)
    let ranks = found.filter { entry in
      // One column alone must say what it is in so many words, or be all there is.
      firsts.contains(entry.contest)
        && (found.count { $0.contest == entry.contest } > 1
          || CSVOrdinal(names[entry.column])?.rest == "" && !entry.isBare || possible.count == 1)
    }
    return ranks.isEmpty ? nil : ranks.sorted { ($0.number, $0.column) < ($1.number, $1.column) }
  }

  /// Whether rows that share a ballot's id have the ranks of one ballot below each other: then one
  /// answer in a row is no ballot.
  func askAboutRowsOfABallot(_ answer: Int) throws(ReadingFault) {
    guard asked == nil else { return }
    let hasRank = names.indices.contains { column in
      let words = cells(column)
      return column != answer && CSVColumns.rankNames.contains(CSVWords.folded(names[column]))
        && !words.isEmpty && words.allSatisfy { CSVWords.rank($0) != nil }
    }
    guard hasRank else { return }
    for column in names.indices where column != answer && taken[column] != .leftOut(.asked) {
      let words = cells(column)
      guard CSVNames.kind(names[column]).map({ $0 == .id || $0 == .about(.ids) }) == true,
        Set(words).count < words.count,
        let found = words.first(where: { word in
          words.count { $0 == word } > 1
        })
      else { continue }
      throw question(.rowsOfABallot(names[answer]), column, found: found)
    }
  }

  private static let rankNames: Set<String> = [
    "rank", "ranking", "preference", "position", "place", "choice", "rang", "platz", "präferenz",
    "rango", "posición", "safle", "order", "reihenfolge", "priority", "priorität",
  ]

  /// Takes the preferences for what they are, and all else for what it says.
  ///
  /// - Returns: the preferences' columns from the first on.
  mutating func takePreferences(_ reading: inout Reading) throws(ReadingFault) -> [Int] {
    guard let found = preferences else { return try takeNamedPreferences() }
    try askAboutContests(found)
    for (place, entry) in found.enumerated() {
      taken[entry.column] = .preference(entry.number)
      let expected = place == 0 ? 1 : found[place - 1].number + 1
      if entry.number != expected { reading.note(.missingRank, "\(expected)", line: line) }
    }
    try leaveOutTheRest(isAboutCandidates: false)
    return found.map(\.column)
  }

  private func askAboutContests(_ found: [Preference]) throws(ReadingFault) {
    var contests: [String] = []
    for entry in found where !contests.contains(entry.contest) { contests.append(entry.contest) }
    if contests.count > 1 {
      // In words that --columns takes.
      let words = contests.map { contest in
        let columns = found.filter { $0.contest == contest }.map { names[$0.column] }
        return columns.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
      }
      throw question(.contest(words))
    }
    for (before, entry) in zip(found, found.dropFirst()) where before.number == entry.number {
      throw ReadingFault(
        line: line, expected: .nameOnce, found: names[entry.column], column: place(entry.column))
    }
  }

  /// Columns that hold names but are called otherwise, in the order in which they stand.
  private mutating func takeNamedPreferences() throws(ReadingFault) -> [Int] {
    if asked == nil { try leaveOutTheRest(isAboutCandidates: true, fits: { _ in false }) }
    let columns = possible
    guard !columns.isEmpty else { throw question(.columns) }
    for (place, column) in columns.enumerated() { taken[column] = .preference(place + 1) }
    try leaveOutTheRest(isAboutCandidates: false)
    return columns
  }
}
