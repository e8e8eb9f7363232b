/// An election in the Aggregated Ballot Information Format.
///
/// ```
/// {"title": "Where to meet"}
/// =Nash:[Nashville, TN]       # what a word in ballots means
/// 27:Nash>Chat=Knox
/// 12:Nash/5>Chat/2            # with scores
/// 3:                          # blank
/// ```
///
/// Source: https://github.com/electorama/abif and https://github.com/electorama/abiftool. Scores
/// count for methods that count scores (or, 0 and 1 alone, approvals) where all have one; for all
/// others the order counts, or that of the scores where commas part the candidates.
struct ABIF {
  private var roll: NameRoll
  private var ballots = NamedBallots()
  private var reading = Reading(.abif)
  private var title = ""
  private var most: Int?

  /// - Parameter usual: what the ballots are read as where both scores and orders are there.
  static func election(
    _ bytes: [UInt8], _ policy: ReadingPolicy, usual: CSVBallots.Shape?
  ) throws(ReadingFault) -> Election {
    var file = ABIF(roll: NameRoll(policy))
    for (number, text) in NumberedLines(bytes) where !text.hasPrefix("#") {
      if text.hasPrefix("{") {
        file.take(fact: text)
      } else if text.hasPrefix("=") {
        try file.take(name: text, number)
      } else {
        var line = ABIFLine(text, number)
        try file.take(&line)
      }
    }
    guard !file.roll.candidates.isEmpty else {
      throw ReadingFault(line: 1, expected: .orders, found: "")
    }
    var election = try file.election(policy, usual)
    (election.title, election.reading) = (file.title, file.reading)
    return election
  }

  /// `{"title": "…"}`, with or without quotation marks.
  private mutating func take(fact text: String) {
    let halves = text.dropFirst().prefix { $0 != "}" }.split(separator: ":", maxSplits: 1)
    guard halves.count == 2 else { return }
    let marks: Set<Character> = [" ", "\"", "'", "\t"]
    let key = halves[0].filter { !marks.contains($0) }.lowercased()
    let value = CSVWords.trimmed(String(halves[1])).split { "\"'".contains($0) }.joined()
    if key == "title" { title = value }
    if key == "max_rating" { most = Int(value).map { min(1_000_000, max(0, $0)) } }
  }

  private mutating func take(name text: String, _ line: Int) throws(ReadingFault) {
    var rest = ABIFLine(String(text.dropFirst()), line)
    guard let key = try rest.name(), rest.skip(":"), let name = try rest.name() else {
      throw ReadingFault(line: line, expected: .abifName, found: String(text.prefix(40)))
    }
    roll.rename(key, to: name)
  }

  private mutating func take(_ line: inout ABIFLine) throws(ReadingFault) {
    guard let weight = line.weight(), line.skip(":") else {
      throw line.fault(.abifBallot)
    }
    var ballot = NamedBallots.Ballot(weight: weight, line: line.number)
    var hasCommas = false
    var isTied = false
    while let name = try line.name() {
      let score = try line.score()
      if let candidate = try roll.number(of: name, line: line.number, &reading) {
        ballot.order.append((candidate, isTied))
        ballot.scores.append(score)
      }
      if line.skip(",") {
        (hasCommas, isTied) = (true, false)
      } else if line.skip("=") {
        isTied = true
      } else if line.skip(">") {
        isTied = false
      } else {
        break
      }
    }
    guard line.isAtEnd else { throw line.fault(.abifBallot) }
    if hasCommas { try orderByScores(&ballot) }
    ballots.ballots.append(ballot)
  }

  private func orderByScores(_ ballot: inout NamedBallots.Ballot) throws(ReadingFault) {
    let decimals = ballot.scores.reduce(0) { max($0, $1?.decimals ?? 0) }
    let given = ballot.scores.compactMap { $0?.scaled(to: decimals) }
    guard given.count == ballot.order.count else {
      throw ReadingFault(line: ballot.line, expected: .abifScores, found: "")
    }
    let places = given.indices.sorted { (given[$1], $0) < (given[$0], $1) }
    ballot.order = places.enumerated().map { at, place in
      let isTied = at > 0 && given[places[at - 1]] == given[place]
      return (ballot.order[place].candidate, isTied)
    }
    ballot.scores = places.map { ballot.scores[$0] }
  }

  private mutating func election(
    _ policy: ReadingPolicy, _ usual: CSVBallots.Shape?
  ) throws(ReadingFault) -> Election {
    let all = ballots.ballots.flatMap(\.scores)
    let hasScores = !all.isEmpty && all.allSatisfy { $0 != nil }
    guard hasScores, usual == .scores || usual == .approvals else {
      reading.shape = .rankings
      return try ballots.rankings(roll.candidates, policy, &reading)
    }
    let decimals = all.reduce(0) { max($0, $1?.decimals ?? 0) }
    var scored = DistinctBallots<Int32>()
    var voters = 0
    var greatest = (most ?? 0) * DecimalNumber(1).scaled(to: decimals)
    for ballot in ballots.ballots {
      var row = Array(repeating: ScoreBallots.blank, count: roll.candidates.count)
      for (place, entry) in ballot.order.enumerated() {
        let score = ballot.scores[place]?.scaled(to: decimals) ?? 0
        guard row[entry.candidate] == ScoreBallots.blank else {
          throw ReadingFault(
            line: ballot.line, expected: .candidateOnce,
            found: roll.candidates[entry.candidate].name)
        }
        guard score <= 1_000_000 else {
          throw ReadingFault(line: ballot.line, expected: .score(0...1_000_000), found: "\(score)")
        }
        row[entry.candidate] = Int32(score)
        greatest = max(greatest, score)
      }
      reading.count(ballot.weight, isBlank: ballot.order.isEmpty)
      voters += ballot.weight.value
      guard voters <= 1_000_000_000_000 else {
        throw ReadingFault(line: ballot.line, expected: .fewerVoters, found: "\(voters)")
      }
      scored.take(row, weight: ballot.weight, line: ballot.line)
    }
    reading.shape = usual
    if usual == .approvals { return try approvals(scored, greatest) }
    var election = Election(
      ballots: .scores(ScoreBallots(scored, roll.candidates, 0...max(1, greatest))))
    election.take(scored)
    election.scoreDecimals = decimals
    return election
  }

  /// Scores of 0 and 1 as marks.
  private func approvals(
    _ scored: DistinctBallots<Int32>, _ greatest: Int
  ) throws(ReadingFault) -> Election {
    guard greatest <= 1 else {
      throw ReadingFault(line: 1, expected: .score(0...1), found: "\(greatest)")
    }
    var marks = DistinctBallots<Int32>()
    for ballot in scored.counts.indices {
      let row = scored.elements[scored.bounds[ballot]..<scored.bounds[ballot + 1]]
      let chosen = row.enumerated().filter { $1 == 1 }.map { Int32($0.offset) }
      let weight = DecimalNumber(scored.counts[ballot])
      marks.take(chosen, weight: weight, line: Int(scored.lines[ballot]))
    }
    return Election(approvals: marks, roll.candidates)
  }
}

/// A place in a line of such a file.
struct ABIFLine {
  let number: Int
  private var rest: Substring

  init(_ text: String, _ number: Int) {
    self.number = number
    // A remark at the end has a blank before it.
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    rest = words.prefix { !$0.hasPrefix("#") }.joined(separator: " ")[...]
  }

  var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

  func fault(_ expected: ReadingFault.Expectation) -> ReadingFault {
    ReadingFault(line: number, expected: expected, found: String(rest.prefix(40)))
  }

  private mutating func skipBlanks() { rest = rest.drop { $0.isWhitespace } }

  mutating func skip(_ character: Character) -> Bool {
    skipBlanks()
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func weight() -> DecimalNumber? {
    skipBlanks()
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return DecimalNumber(String(digits)).flatMap { $0.decimals <= 6 ? $0 : nil }
  }

  /// A name: in brackets, in quotation marks, or up to a mark; nil where there is none.
  mutating func name() throws(ReadingFault) -> String? {
    skipBlanks()
    guard let first = rest.first else { return nil }
    if let end: Character = ["[": "]", "\"": "\""][first] {
      let name = rest.dropFirst().prefix { $0 != end }
      rest = rest.dropFirst(1 + name.count)
      guard skip(end), !name.isEmpty else { throw fault(.abifBallot) }
      return CSVWords.trimmed(String(name))
    }
    let name = rest.prefix { !">=,/:".contains($0) }
    rest = rest.dropFirst(name.count)
    let text = CSVWords.trimmed(String(name))
    return text.isEmpty ? nil : text
  }

  mutating func score() throws(ReadingFault) -> DecimalNumber? {
    guard skip("/") else { return nil }
    guard let score = weight() else { throw fault(.abifBallot) }
    return score
  }
}

extension Reading {
  /// Counts ballots of so many voters; as one where they are parts of some.
  mutating func count(_ weight: DecimalNumber, isBlank: Bool) {
    let count = weight.decimals == 0 ? weight.value : 1
    ballots += count
    if isBlank { blank += count }
  }
}
