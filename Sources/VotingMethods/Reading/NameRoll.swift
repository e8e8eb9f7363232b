/// Candidates whom a file calls by their names, in the order in which they come up.
struct NameRoll {
  private(set) var candidates: [Candidate] = []
  private let aliases: ReadingPolicy.Aliases
  private var numbers: [String: Int] = [:]
  /// By the name in small letters, how it was written first.
  private var spellings: [String: String] = [:]
  /// Whether nobody else is a candidate.
  var isClosed = false

  init(_ policy: ReadingPolicy) { aliases = policy.aliases }

  /// Adds somebody who is called so in ballots.
  mutating func add(_ key: String, name: String? = nil) {
    guard numbers[key] == nil else { return }
    numbers[key] = candidates.count
    spellings[CSVWords.folded(key)] = key
    candidates.append(Candidate(id: key, name: name ?? key))
  }

  /// Calls somebody otherwise where results are shown.
  mutating func rename(_ key: String, to name: String) {
    if let number = numbers[key] { candidates[number].name = name } else { add(key, name: name) }
  }

  /// Whom a ballot means; nil for nobody on a list that is closed, which is told.
  mutating func number(
    of written: String, line: Int, _ reading: inout Reading
  ) throws(ReadingFault) -> Int? {
    let name = aliases.names[written] ?? written
    if name != written { reading.note(.alias, written, became: name, line: line) }
    if let number = numbers[name] { return number }
    if let first = spellings[CSVWords.folded(name)] {
      switch aliases.spelling {
      case .anyCase:
        reading.note(.alias, name, became: first, line: line)
        return numbers[first]
      case .exact: reading.note(.similar, name, became: first, line: line)
      case nil:
        throw ReadingFault(
          line: line, expected: .decision(.isSame(first, name)),
          found: String(name.prefix(40)))
      }
    }
    guard !isClosed else {
      reading.note(.unlisted, name, line: line)
      return nil
    }
    guard candidates.count < 32_767 else {
      throw ReadingFault(line: line, expected: .candidates(most: 32_767), found: "")
    }
    add(name)
    return candidates.count - 1
  }
}

/// Ballots of a file of lines, as they stand there, until it is known who all the candidates are.
struct NamedBallots {
  /// One line's.
  struct Ballot {
    var weight: DecimalNumber
    var line: Int
    /// From first to last, each with whether they share the rank of the one before.
    var order: [(candidate: Int, isTied: Bool)] = []
    /// What each was given, where the format has such numbers; as long as `order`.
    var scores: [DecimalNumber?] = []
  }

  var ballots: [Ballot] = []

  /// The rankings, under the policies.
  func rankings(
    _ candidates: [Candidate], _ policy: ReadingPolicy, _ reading: inout Reading
  ) throws(ReadingFault) -> Election {
    var draft = BallotDraft(candidates: candidates.count, policy: policy, keepsLines: true)
    var ranked = RankedBallots(candidates: candidates)
    for ballot in ballots {
      draft.begin(ballot.weight)
      for (candidate, isTied) in ballot.order {
        let question = draft.put(
          candidate, as: candidate, isTied: isTied, line: ballot.line, &reading)
        if let question {
          throw ReadingFault(
            line: ballot.line, expected: .decision(question), found: candidates[candidate].name)
        }
      }
      try draft.close(line: ballot.line, into: &ranked)
    }
    draft.finish(&reading)
    var election = Election(ballots: .rankings(ranked))
    (election.lines, election.voteDecimals) = (draft.lines, draft.decimals)
    return election
  }
}

/// A file's lines with their numbers, without blanks around them.
struct NumberedLines: Sequence {
  let all: [(number: Int, text: String)]

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    all = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .map { ($0 + 1, CSVWords.trimmed(String(decoding: $1, as: UTF8.self))) }
      .filter { !$0.text.isEmpty }
  }

  func makeIterator() -> IndexingIterator<[(number: Int, text: String)]> { all.makeIterator() }
}
