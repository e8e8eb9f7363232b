/// Reads a BLT file from its first line to its last.
struct BLTReader {
  private var cursor: ByteCursor
  private var isWithdrawn: [Bool] = []
  /// The ballots' own numbers of the candidates who did not withdraw.
  private var numbers: [Int] = []
  /// Whether those are the file's numbers, because nobody withdrew.
  private var isWhole = true
  private var draft: BallotDraft
  private let policy: ReadingPolicy
  /// How the file is read.
  private var reading = Reading(.blt)

  init(_ cursor: ByteCursor, policy: ReadingPolicy, keepsLines: Bool) {
    (self.cursor, self.policy) = (cursor, policy)
    draft = BallotDraft(candidates: 0, policy: policy, keepsLines: keepsLines)
  }

  /// Reads the whole file.
  ///
  /// - Parameter makeSink: makes what the ballots go to, given how many candidates there are.
  /// - Returns: the election without its ballots, and what they went to.
  mutating func read<Sink: BallotSink>(
    into makeSink: (_ candidates: Int) -> Sink
  ) throws(ReadingFault) -> (election: BLT, sink: Sink) {
    let (count, seats) = try readHead()
    isWithdrawn = Array(repeating: false, count: count)
    draft = BallotDraft(candidates: count, policy: policy, keepsLines: draft.keepsLines)
    try readWithdrawn()
    var next = 0
    numbers = isWithdrawn.map { isOut in
      defer { if !isOut { next += 1 } }
      return next
    }
    isWhole = next == count
    var sink = makeSink(next)
    while try readBallot(into: &sink) {}
    draft.finish(&reading)
    let (names, title) = try BLTNames(&cursor, count: count).names()
    if title.isEmpty { reading.note(.noTitle, names.last ?? "") }
    let all = Candidate.numbered(names)
    let ballots = RankedBallots(candidates: zip(all, isWithdrawn).filter { !$1 }.map(\.0))
    var election = BLT(
      title: title, seats: seats, ballots: ballots,
      withdrawn: zip(all, isWithdrawn).filter(\.1).map(\.0))
    election.reading = reading
    (election.lines, election.voteDecimals) = (draft.lines, draft.decimals)
    return (election, sink)
  }

  private mutating func readHead() throws(ReadingFault) -> (candidates: Int, seats: Int) {
    cursor.skipRemarks()
    let start = cursor.place
    guard let count = try cursor.number(), (1...32_767).contains(count) else {
      throw cursor.fault(.candidatesAndSeats, from: start)
    }
    cursor.skipRemarks()
    let second = cursor.place
    guard let seats = try cursor.number(), seats > 0 else {
      throw cursor.fault(.candidatesAndSeats, from: second)
    }
    return (count, seats)
  }

  private mutating func readWithdrawn() throws(ReadingFault) {
    cursor.skipRemarks()
    while cursor.skip("-") {
      let number = try candidate()
      isWithdrawn[number] = true
      cursor.skipRemarks()
    }
  }

  /// What OpenSTV writes before the number of voters: the ballot's own id in parentheses.
  private mutating func skipID() throws(ReadingFault) {
    while let byte = cursor.byte, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "\n") {
      cursor.advance()
    }
    guard cursor.skip(")") else { throw cursor.fault(.closingParenthesis) }
  }

  private mutating func candidate() throws(ReadingFault) -> Int {
    let start = cursor.place
    guard let number = try cursor.number(), (1...isWithdrawn.count).contains(number) else {
      throw cursor.fault(.candidateNumber(most: isWithdrawn.count), from: start)
    }
    return number - 1
  }

  /// One ballot; false at the 0 after the last one.
  private mutating func readBallot(into sink: inout some BallotSink) throws(ReadingFault) -> Bool {
    cursor.skipRemarks()
    if cursor.skip("(") { try skipID() }
    let line = cursor.line
    let start = cursor.place
    guard let weight = try cursor.weight() else { throw cursor.fault(.ballotCount, from: start) }
    guard weight.value > 0 else { return false }
    draft.begin(weight)
    var isTied = false
    while true {
      cursor.skipBlanks()
      if isWhole, !isTied { draft.addPlainNumbers(from: &cursor, separator: " ") }
      if cursor.isAtLineEnd { throw cursor.fault(.endOfBallot) }
      let start = cursor.place
      if cursor.skip("-") { continue }
      guard let number = try cursor.number() else { throw cursor.fault(.endOfBallot) }
      if number == 0 { break }
      guard number <= isWithdrawn.count else {
        throw cursor.fault(.candidateNumber(most: isWithdrawn.count), from: start)
      }
      let counted = isWithdrawn[number - 1] ? nil : numbers[number - 1]
      let question = draft.put(number - 1, as: counted, isTied: isTied, line: line, &reading)
      if let question { throw cursor.fault(.decision(question), from: start) }
      isTied = cursor.skip("=")
    }
    try draft.close(line: line, into: &sink)
    return true
  }
}
