/// Candidates in the order in which cells first name them, and all that a cell may say instead.
struct CSVRoll {
  private(set) var candidates: [Candidate] = []
  private let policy: ReadingPolicy
  /// What each text that was met means.
  private var known: [String: Meaning] = [:]
  /// By the name in small letters, how it was written first.
  private var spellings: [String: String] = [:]

  /// What a cell says.
  enum Meaning: Hashable {
    case candidate(Int)
    /// A candidate under another name.
    case alias(Int, String)
    case nothing
    case overvote
    /// That the ballot is not valid.
    case invalid
  }

  init(_ policy: ReadingPolicy) {
    self.policy = policy
    for name in policy.candidates.flatMap(CSVColumns.parts) where known[name] == nil {
      known[name] = .candidate(candidates.count)
      spellings[CSVWords.folded(name)] = name
      candidates.append(Candidate(id: name, name: name))
    }
  }

  /// Whether a name is one of those that were named beforehand or met already.
  func knows(_ name: String) -> Bool { known[name] != nil }

  /// What a cell says, told if that is something else than it seems.
  mutating func meaning(
    of cell: CSVTable.Cell, in table: inout CSVTable
  ) throws(ReadingFault) -> Meaning {
    let meaning: Meaning
    if let found = known[cell.text] {
      meaning = found
    } else {
      meaning = try learn(cell, &table)
      known[cell.text] = meaning
    }
    switch meaning {
    case .alias(_, let name): table.note(.alias, cell.text, became: name, at: cell)
    case .nothing where !cell.text.isEmpty: table.note(.blankWord, cell.text, at: cell)
    case .invalid: table.note(.invalidWord, cell.text, at: cell)
    case .candidate, .nothing, .overvote: break
    }
    return meaning
  }

  /// A candidate's number, where nothing but a name will do.
  mutating func number(
    of cell: CSVTable.Cell, in table: inout CSVTable
  ) throws(ReadingFault) -> Int {
    switch try meaning(of: cell, in: &table) {
    case .candidate(let number), .alias(let number, _): return number
    case .nothing, .overvote, .invalid: throw table.fault(.name, cell)
    }
  }

  private mutating func learn(
    _ cell: CSVTable.Cell, _ table: inout CSVTable
  ) throws(ReadingFault) -> Meaning {
    let text = cell.text
    if let name = policy.aliases.names[text] { return .alias(try enter(name, cell, table), name) }
    if CSVWords.isNothing(text) { return .nothing }
    if CSVWords.isInvalid(text) { return .invalid }
    if CSVWords.isOvervote(text) { return .overvote }
    if policy.candidates.isEmpty, CSVWords.isSum(text), table.isAtEnd() {
      throw table.question(.isSum(isName: true), cell)
    }
    let folded = CSVWords.folded(text)
    guard let first = spellings[folded], first != text else {
      return .candidate(try enter(text, cell, table))
    }
    switch policy.aliases.spelling {
    case .anyCase:
      return .alias(try enter(first, cell, table), first)
    case .exact:
      table.note(.similar, text, became: first, at: cell)
      return .candidate(try enter(text, cell, table))
    case nil: throw table.question(.isSame(first, text), cell)
    }
  }

  private mutating func enter(
    _ name: String, _ cell: CSVTable.Cell, _ table: CSVTable
  ) throws(ReadingFault) -> Int {
    if case .candidate(let number) = known[name] { return number }
    guard policy.candidates.isEmpty else { throw table.fault(.knownCandidate, cell) }
    guard candidates.count < 32_767 else { throw table.fault(.candidates(most: 32_767), cell) }
    known[name] = .candidate(candidates.count)
    spellings[CSVWords.folded(name)] = spellings[CSVWords.folded(name)] ?? name
    candidates.append(Candidate(id: name, name: name))
    return candidates.count - 1
  }
}
