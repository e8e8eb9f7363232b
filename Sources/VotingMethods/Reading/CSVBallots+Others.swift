/// Reading totals of parties, opinions and duels.
extension CSVBallots {
  func parties(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    guard let party = table.columns.partyColumn else { throw table.missing("party") }
    let weight = table.columns.taken.firstIndex(of: .weight)
    guard let votes = weight ?? table.columns.votesColumn else { throw table.missing("votes") }
    (table.columns.taken[party], table.columns.taken[votes]) = (.party, .votes)
    try table.columns.leaveOutTheRest(isAboutCandidates: false, asksAboutNumbers: false)
    table.open([party, votes], as: .parties)
    var roll = CSVRoll(table.columns.policy)
    var totals: [Int] = []
    var blank = 0
    var invalid = 0
    while let row = try table.next() {
      let total = try total(row.cells[1], table)
      let sum = totals.reduce(blank + invalid, +)
      switch try meaning(row.cells[0], total, sum, totals.count, &roll, &table) {
      case .party(let number):
        if number == totals.count {
          totals.append(total)
          continue
        }
        let policy = table.columns.policy
        guard policy.addsRows || policy.aliases.means(row.cells[0].text, roll.candidates[number])
        else { throw table.question(.partyAgain, row.cells[0]) }
        totals[number] += total
      case .blank: blank += total
      case .invalid: invalid += total
      case .sum: table.note(.sums, row.cells[0].text, at: row.cells[0])
      }
    }
    table.countPeople(totals.reduce(blank + invalid, +), blank: blank, invalid: invalid)
    return Election(ballots: .parties(PartyVotes(roll.candidates, votes: totals)))
  }

  /// What a row of totals is about.
  private enum Row {
    case party(Int)
    case blank, invalid, sum
  }

  /// - Parameters:
  ///   - sum: the votes of the rows before, which were `parties` parties and perhaps others.
  private func meaning(
    _ name: CSVTable.Cell, _ total: Int, _ sum: Int, _ parties: Int, _ roll: inout CSVRoll,
    _ table: inout CSVTable
  ) throws(ReadingFault) -> Row {
    if !roll.knows(name.text), CSVWords.isInvalid(name.text) {
      table.note(.invalidWord, name.text, at: name)
      return .invalid
    }
    // What adds up exactly is a sum whatever it is called; one that does not is perhaps a party
    // after all: somebody has to say.
    let addsUp = parties > 1 && total == sum && sum > 0 && table.isAtEnd()
    if !roll.knows(name.text), addsUp || CSVWords.isSum(name.text) {
      guard addsUp || total == sum && sum > 0, CSVWords.isSum(name.text) else {
        throw table.question(.isCandidate(.statistics), name)
      }
      return .sum
    }
    switch try roll.meaning(of: name, in: &table) {
    case .candidate(let number), .alias(let number, _): return .party(number)
    case .nothing:
      if name.text.isEmpty { throw table.fault(.name, name) }
      return .blank
    case .overvote:
      table.note(.blankWord, name.text, at: name)
      return .blank
    case .invalid: return .invalid
    }
  }

  private func total(_ cell: CSVTable.Cell, _ table: CSVTable) throws(ReadingFault) -> Int {
    guard let total = table.number(cell.text), total.decimals == 0, total.value >= 0 else {
      throw table.fault(cell.text.utf8.count > 12 ? .smallerNumber : .number, cell)
    }
    return total.value
  }

  func opinions(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    if table.columns.isLongOpinions { return try longOpinions(&table) }
    let (columns, candidates) = try table.columns.takeCandidates { text in
      CSVBallots.opinion(text) != nil
    }
    table.open(columns, as: .opinions, holdsWords: true)
    var ballots = DistinctBallots<OpinionBallots.Opinion?>()
    while let row = try table.next() {
      var answers: [OpinionBallots.Opinion?] = []
      for cell in row.cells {
        if table.isNothing(cell) {
          answers.append(nil)
        } else if let opinion = CSVBallots.opinion(cell.text) {
          answers.append(opinion)
        } else {
          throw table.fault(.opinion, cell)
        }
      }
      guard let answers = try table.joined(answers, row) else { continue }
      if answers.allSatisfy({ $0 == nil }) { table.countBlank(row) }
      ballots.take(answers, weight: row.weight, line: row.line)
    }
    return Election(opinions: ballots, candidates)
  }

  private static func opinion(_ text: String) -> OpinionBallots.Opinion? {
    switch text.lowercased() {
    case "agree", "1", "+1", "1.0": .agree
    case "disagree", "-1", "−1", "-1.0": .disagree
    case "pass", "0", "0.0", "-0.0": .pass
    default: nil
    }
  }

  /// Polis's list of votes: who, to what, and the answer; a later one replaces an earlier one.
  private func longOpinions(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    guard let voter = table.columns.column("voter-id"),
      let comment = table.columns.column("comment-id"), let vote = table.columns.column("vote")
    else { throw table.missing("vote") }
    table.columns.taken[voter] = .person
    table.columns.taken[comment] = .statement
    table.columns.taken[vote] = .answer
    try table.columns.leaveOutTheRest(isAboutCandidates: false)
    table.open([voter, comment, vote], as: .opinions)
    var roll = CSVRoll(table.columns.policy)
    var voters: [String: Int] = [:]
    var answers: [[Int: OpinionBallots.Opinion]] = []
    while let row = try table.next() {
      let statement = try roll.number(of: row.cells[1], in: &table)
      guard let opinion = CSVBallots.opinion(row.cells[2].text) else {
        throw table.fault(.opinion, row.cells[2])
      }
      let person = voters[row.cells[0].text] ?? answers.count
      if person == answers.count {
        voters[row.cells[0].text] = person
        answers.append([:])
      }
      if answers[person].updateValue(opinion, forKey: statement) != nil {
        table.note(.replaced, at: row.cells[2])
      }
    }
    var ballots = DistinctBallots<OpinionBallots.Opinion?>()
    for person in answers {
      ballots.take(
        roll.candidates.indices.map { person[$0] }, weight: DecimalNumber(1), line: 0)
    }
    table.countPeople(answers.count)
    return Election(opinions: ballots, roll.candidates)
  }

  func duels(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    guard let winner = table.columns.column("winner") else { throw table.missing("winner") }
    guard let loser = table.columns.column("loser") else { throw table.missing("loser") }
    (table.columns.taken[winner], table.columns.taken[loser]) = (.winner, .loser)
    var columns = [winner, loser]
    if let undecided = table.columns.column("undecided") {
      table.columns.taken[undecided] = .undecided
      columns.append(undecided)
    }
    try table.columns.leaveOutTheRest(isAboutCandidates: false)
    table.open(columns, as: .duels)
    var roll = CSVRoll(table.columns.policy)
    var ballots = DistinctBallots<Int32>()
    while let row = try table.next() {
      let (first, second) = (
        try roll.number(of: row.cells[0], in: &table), try roll.number(of: row.cells[1], in: &table)
      )
      guard first != second else { throw table.fault(.candidateOnce, row.cells[1]) }
      let isUndecided = row.cells.count > 2 ? try isMarked(row.cells[2], &table) : false
      ballots.take(
        [Int32(first), Int32(second), isUndecided ? 1 : 0], weight: row.weight, line: row.line)
    }
    var election = Election(ballots: .duels(DuelBallots(ballots, roll.candidates)))
    election.take(ballots)
    return election
  }
}

extension Election {
  init(opinions: DistinctBallots<OpinionBallots.Opinion?>, _ candidates: [Candidate]) {
    self.init(ballots: .opinions(OpinionBallots(opinions, candidates)))
    take(opinions)
  }
}

extension ReadingPolicy.Aliases {
  /// Whether a name is somebody's only because it was said to be.
  fileprivate func means(_ written: String, _ candidate: Candidate) -> Bool {
    written != candidate.name && (names[written] == candidate.name || spelling == .anyCase)
  }
}
