/// Reading each shape of a CSV file.
extension CSVBallots {
  private func fault(
    _ expected: ReadingFault.Expectation, _ field: CSVRows.Field
  ) -> ReadingFault {
    ReadingFault(line: field.line, expected: expected, found: String(field.text.prefix(40)))
  }

  func rankings(
    _ rows: inout CSVRows, _ header: CSVHeader
  ) throws(ReadingFault) -> RankedBallots {
    var ballots = RankedBallots(candidates: try header.candidates())
    while let ballot = try header.next(&rows) {
      var ranks: [(rank: Int, candidate: Int)] = []
      for (candidate, cell) in ballot.cells.enumerated() where !cell.text.isEmpty {
        guard let rank = try? CSVHeader.amount(cell), rank > 0 else { throw fault(.rank, cell) }
        ranks.append((rank, candidate))
      }
      ranks.sort { ($0.rank, $0.candidate) < ($1.rank, $1.candidate) }
      var tiers: [[Int]] = []
      for (place, entry) in ranks.enumerated() {
        if place > 0, ranks[place - 1].rank == entry.rank {
          tiers[tiers.count - 1].append(entry.candidate)
        } else {
          tiers.append([entry.candidate])
        }
      }
      ballots.take(tiers: tiers, count: ballot.count)
    }
    return ballots
  }

  func preferences(
    _ rows: inout CSVRows, _ header: CSVHeader
  ) throws(ReadingFault) -> RankedBallots {
    var roll = Roll()
    var rankings: [(ballot: [Int], count: Int)] = []
    while let ballot = try header.next(&rows) {
      var ranking: [Int] = []
      var ranked: Set<Int> = []
      for cell in ballot.cells where !cell.text.isEmpty {
        let candidate = try roll.number(of: cell)
        guard ranked.insert(candidate).inserted else { throw fault(.candidateOnce, cell) }
        ranking.append(candidate)
      }
      rankings.append((ranking, ballot.count))
    }
    var ballots = RankedBallots(candidates: roll.candidates)
    for (ranking, count) in rankings {
      ballots.take(ranking, count: count)
    }
    return ballots
  }

  func approvals(
    _ rows: inout CSVRows, _ header: CSVHeader
  ) throws(ReadingFault) -> ApprovalBallots {
    var ballots = ApprovalBallots(candidates: try header.candidates())
    while let ballot = try header.next(&rows) {
      var approved: [Int] = []
      for (candidate, cell) in ballot.cells.enumerated() {
        if try isMarked(cell) { approved.append(candidate) }
      }
      try append(line: ballot.line) { () throws(RankedBallots.Fault) in
        try ballots.append(approved, count: ballot.count)
      }
    }
    return ballots
  }

  func scores(_ rows: inout CSVRows, _ header: CSVHeader) throws(ReadingFault) -> ScoreBallots {
    let candidates = try header.candidates()
    var all: [(scores: [Int?], count: Int)] = []
    var (least, most) = (0, 0)
    while let ballot = try header.next(&rows) {
      var scores: [Int?] = []
      for cell in ballot.cells {
        let score = try score(cell)
        (least, most) = (min(least, score ?? 0), max(most, score ?? 0))
        scores.append(score)
      }
      all.append((scores, ballot.count))
    }
    let range =
      switch scale {
      case .numbers(let range): range
      case .words(let words): 0...max(0, words.count - 1)
      case nil: least...most
      }
    var ballots = ScoreBallots(candidates: candidates, range: range)
    for (scores, count) in all {
      do {
        try ballots.append(scores, count: count)
      } catch {
        throw ReadingFault(line: 1, expected: .score(range), found: "")
      }
    }
    return ballots
  }

  private func score(_ cell: CSVRows.Field) throws(ReadingFault) -> Int? {
    if cell.text.isEmpty { return nil }
    if case .words(let words) = scale {
      let wanted = cell.text.lowercased()
      guard let place = words.firstIndex(where: { $0.lowercased() == wanted }) else {
        throw fault(.grade(words), cell)
      }
      return place
    }
    var range = -1_000_000...1_000_000
    if case .numbers(let asked) = scale { range = asked }
    let isBelow = cell.text.hasPrefix("-")
    let digits = CSVRows.Field(
      text: String(cell.text.drop { $0 == "-" || $0 == "+" }), line: cell.line)
    guard cell.text.utf8.count - digits.text.utf8.count <= 1,
      let size = try? CSVHeader.amount(digits), range.contains(isBelow ? -size : size)
    else { throw fault(.score(range), cell) }
    return isBelow ? -size : size
  }

  func parties(_ rows: inout CSVRows, _ header: CSVHeader) throws(ReadingFault) -> PartyVotes {
    guard let party = header.partyColumn else { throw header.missing("party") }
    let votes = header.votesColumn
    guard votes != nil || header.hasCount else { throw header.missing("votes") }
    var roll = Roll()
    var totals: [Int] = []
    while let row = try header.next(&rows) {
      guard try roll.number(of: row.cells[party]) == totals.count else {
        throw fault(.nameOnce, row.cells[party])
      }
      if let votes {
        totals.append(try CSVHeader.amount(row.cells[votes]))
      } else {
        totals.append(row.count)
      }
    }
    return PartyVotes(roll.candidates, votes: totals)
  }

  func opinions(
    _ rows: inout CSVRows, _ header: CSVHeader
  ) throws(ReadingFault) -> OpinionBallots {
    var ballots = OpinionBallots(candidates: try header.candidates())
    while let row = try header.next(&rows) {
      var answers: [OpinionBallots.Opinion?] = []
      for cell in row.cells {
        switch cell.text.lowercased() {
        case "": answers.append(nil)
        case "agree", "1", "+1": answers.append(.agree)
        case "disagree", "-1": answers.append(.disagree)
        case "pass", "0": answers.append(.pass)
        default: throw fault(.opinion, cell)
        }
      }
      do {
        try ballots.append(answers, count: row.count)
      } catch {
        throw ReadingFault(line: row.line, expected: .opinion, found: "")
      }
    }
    return ballots
  }

  func duels(_ rows: inout CSVRows, _ header: CSVHeader) throws(ReadingFault) -> DuelBallots {
    guard let winner = header.column("winner") else { throw header.missing("winner") }
    guard let loser = header.column("loser") else { throw header.missing("loser") }
    let undecided = header.column("undecided")
    var roll = Roll()
    var all: [DuelBallots.Duel] = []
    while let row = try header.next(&rows) {
      let duel = DuelBallots.Duel(
        winner: try roll.number(of: row.cells[winner]),
        loser: try roll.number(of: row.cells[loser]),
        isUndecided: try undecided.map { column throws(ReadingFault) in
          try isMarked(row.cells[column])
        } ?? false, count: row.count)
      guard duel.winner != duel.loser else { throw fault(.candidateOnce, row.cells[loser]) }
      all.append(duel)
    }
    var ballots = DuelBallots(candidates: roll.candidates)
    for duel in all {
      try append(line: 1) { () throws(RankedBallots.Fault) in
        try ballots.append(
          duel.winner, over: duel.loser, isUndecided: duel.isUndecided, count: duel.count)
      }
    }
    return ballots
  }

  private func isMarked(_ cell: CSVRows.Field) throws(ReadingFault) -> Bool {
    switch cell.text {
    case "1": return true
    case "", "0": return false
    default: break
    }
    switch cell.text.lowercased() {
    case "x", "yes", "true": return true
    case "no", "false": return false
    default: throw fault(.mark, cell)
    }
  }

  /// What the reader has checked the ballots can't refuse; if they did, the line is told.
  private func append(
    line: Int, _ body: () throws(RankedBallots.Fault) -> Void
  ) throws(ReadingFault) {
    do {
      try body()
    } catch {
      throw ReadingFault(line: line, expected: .candidateOnce, found: "")
    }
  }
}

/// Candidates in the order in which they are first named.
private struct Roll {
  private(set) var candidates: [Candidate] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of cell: CSVRows.Field) throws(ReadingFault) -> Int {
    guard !cell.text.isEmpty else {
      throw ReadingFault(line: cell.line, expected: .name, found: "")
    }
    if let number = numbers[cell.text] { return number }
    guard candidates.count < 32_767 else {
      throw ReadingFault(line: cell.line, expected: .candidates(most: 32_767), found: cell.text)
    }
    numbers[cell.text] = candidates.count
    candidates.append(Candidate(id: cell.text, name: cell.text))
    return candidates.count - 1
  }
}
