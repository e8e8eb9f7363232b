/// An election in the Condorcet Election Format (`.cvotes`).
///
/// ```
/// #/Candidates: Ada ; Ben ; Cleo
/// #/Number of Seats: 2
/// #/Weight Allowed: true
/// tag || Ada > Ben = Cleo ^3 * 12     # three for each of twelve voters
/// /EMPTY_RANKING/ * 2
/// ```
///
/// Source: J. Boudry, “Condorcet Election Format”, version 1,
/// https://github.com/CondorcetVote/CondorcetElectionFormat. Who is none of the listed candidates
/// is passed over, as the format says, and told. Weights count where the file allows them.
struct CondorcetFile {
  private var roll: NameRoll
  private var ballots = NamedBallots()
  private var reading = Reading(.condorcet)
  private var seats: Int?
  private var countsWeights = false

  static func election(
    _ bytes: [UInt8], _ policy: ReadingPolicy
  ) throws(ReadingFault) -> Election {
    var file = CondorcetFile(roll: NameRoll(policy))
    for (number, text) in NumberedLines(bytes) {
      if text.hasPrefix("#/") {
        try file.take(parameter: text.dropFirst(2), number)
      } else if !text.hasPrefix("#") {
        try file.take(vote: text, number)
      }
    }
    guard !file.roll.candidates.isEmpty else {
      throw ReadingFault(line: 1, expected: .orders, found: "")
    }
    var election = try file.ballots.rankings(file.roll.candidates, policy, &file.reading)
    (election.seats, election.reading) = (file.seats, file.reading)
    return election
  }

  private mutating func take(parameter: Substring, _ line: Int) throws(ReadingFault) {
    guard let colon = parameter.firstIndex(of: ":") else { return }
    let value = CSVWords.trimmed(String(parameter[parameter.index(after: colon)...]))
    switch CSVWords.folded(String(parameter[..<colon])) {
    case "candidates":
      for name in value.split(separator: ";").map({ CSVWords.trimmed(String($0)) })
      where !name.isEmpty { roll.add(name) }
      roll.isClosed = true
    case "number of seats", "number of seat":
      guard let number = Int(value), number > 0 else {
        throw ReadingFault(line: line, expected: .number, found: value)
      }
      seats = number
    case "weight allowed": countsWeights = value.lowercased() == "true"
    case "implicit ranking" where value.lowercased() == "false":
      throw ReadingFault(line: line, expected: .implicitRanking, found: value)
    default: return
    }
  }

  private mutating func take(vote: String, _ line: Int) throws(ReadingFault) {
    var text = vote.prefix { $0 != "#" }[...]
    if let tags = text.range(of: "||") { text = text[tags.upperBound...] }
    let times = try CondorcetFile.number("*", &text, line)
    let weight = try CondorcetFile.number("^", &text, line)
    if weight > 1, !countsWeights { reading.note(.ignoredWeight, "^\(weight)", line: line) }
    let (count, isTooMuch) = times.multipliedReportingOverflow(by: countsWeights ? weight : 1)
    guard !isTooMuch, count <= 1_000_000_000_000 else {
      throw ReadingFault(line: line, expected: .fewerVoters, found: "\(times)")
    }
    var ballot = NamedBallots.Ballot(weight: DecimalNumber(count), line: line)
    let order = CSVWords.trimmed(String(text))
    if order != "/EMPTY_RANKING/" {
      for rank in order.split(separator: ">", omittingEmptySubsequences: false) {
        var isTied = false
        for name in rank.split(separator: "=", omittingEmptySubsequences: false) {
          let name = CSVWords.trimmed(String(name))
          guard !name.isEmpty else { throw ReadingFault(line: line, expected: .name, found: "") }
          guard let candidate = try roll.number(of: name, line: line, &reading) else { continue }
          ballot.order.append((candidate, isTied))
          isTied = true
        }
      }
    }
    ballots.ballots.append(ballot)
  }

  /// The number behind a mark at the end, which is taken off; 1 where there is none.
  private static func number(
    _ mark: Character, _ text: inout Substring, _ line: Int
  ) throws(ReadingFault) -> Int {
    guard let place = text.lastIndex(of: mark) else { return 1 }
    let digits = CSVWords.trimmed(String(text[text.index(after: place)...]))
    guard let number = Int(digits), (1...1_000_000_000_000).contains(number) else {
      throw ReadingFault(line: line, expected: .number, found: String(digits.prefix(40)))
    }
    text = text[..<place]
    return number
  }
}

extension Substring {
  /// Where a text stands in it first; without Foundation.
  fileprivate func range(of part: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(part) ? start..<self.index(start, offsetBy: part.count) : nil
    }.first
  }
}
