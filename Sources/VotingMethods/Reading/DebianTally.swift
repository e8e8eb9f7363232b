/// The tally sheet of a vote of Debian, which its program Devotee writes.
///
/// ```
///      Option 1--------->: Ada
///    /  Option 2-------->: Ben
///    |/  Option 3------->: None Of The Above
/// V: 12-   login   Full Name
/// ```
///
/// Source: https://www.debian.org/vote/2021/vote_001_tally.txt. Behind “V:” stands a rank for each
/// option, 1 to 9 and then A to Z; “-” is no rank; equal ranks are equal. All other lines are
/// words.
enum DebianTally {
  static func election(
    _ bytes: [UInt8], _ policy: ReadingPolicy
  ) throws(ReadingFault) -> Election {
    var reading = Reading(.debian)
    var ballots = NamedBallots()
    var names: [String] = []
    for (line, text) in NumberedLines(bytes) {
      if let option = option(text) {
        guard option.number == names.count + 1 else {
          throw ReadingFault(
            line: line, expected: .option(names.count + 1), found: String(text.prefix(40)))
        }
        names.append(option.name)
      } else if text.hasPrefix("V: ") || text.hasPrefix("V:\t") {
        let word = text.dropFirst(2).drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
        if names.isEmpty { names = (1...max(1, word.count)).map { "Option \($0)" } }
        ballots.ballots.append(try ballot(word, names.count, line))
      }
    }
    guard !names.isEmpty else { throw ReadingFault(line: 1, expected: .orders, found: "") }
    var election = try ballots.rankings(Candidate.numbered(names), policy, &reading)
    election.reading = reading
    return election
  }

  /// “|/  Option 3------->: Cleo”, with lines drawn before it.
  private static func option(_ text: String) -> (number: Int, name: String)? {
    let words = text.drop { " |/\t".contains($0) }
    guard words.hasPrefix("Option "), let colon = words.firstIndex(of: ":") else { return nil }
    let digits = words.dropFirst(7).prefix { $0.isNumber }
    guard let number = Int(digits) else { return nil }
    return (number, CSVWords.trimmed(String(words[words.index(after: colon)...])))
  }

  private static func ballot(
    _ word: Substring, _ count: Int, _ line: Int
  ) throws(ReadingFault) -> NamedBallots.Ballot {
    var ranks: [(rank: Int, candidate: Int)] = []
    for (candidate, character) in word.enumerated() where character != "-" {
      guard let rank = character.isASCII ? Int(String(character), radix: 36) : nil, rank > 0 else {
        throw ReadingFault(line: line, expected: .devoteeRanks(count), found: String(word))
      }
      ranks.append((rank, candidate))
    }
    guard word.count == count else {
      throw ReadingFault(line: line, expected: .devoteeRanks(count), found: String(word.prefix(40)))
    }
    ranks.sort { ($0.rank, $0.candidate) < ($1.rank, $1.candidate) }
    let order = ranks.indices.map { place in
      (ranks[place].candidate, place > 0 && ranks[place - 1].rank == ranks[place].rank)
    }
    return NamedBallots.Ballot(weight: DecimalNumber(1), line: line, order: order)
  }
}
