/// An election in the BLT format of Hill, Wichmann and Woodall's STV program, which OpenSTV,
/// OpaVote and the Scottish councils use.
///
/// ```
/// 4 2            # candidates and seats
/// -3             # withdrawn candidates, if any
/// 12 1 4 2 0     # voters, their preferences from the first on, 0
/// 3 2=4 0        # candidates ranked alike
/// 0              # after the last ballot
/// "Ada" "Ben" "Cleo" "Dan" "The title"
/// ```
///
/// A ballot may have an id in parentheses before it. After the title may stand its source and a
/// comment, and after each name, on the same line, the party: see `BLTNames`.
///
/// Source: B. A. Wichmann, “A conventional format for election data”, and OpaVote's description,
/// https://www.opavote.com/help/overview. Numbers may stand on any lines; “#” begins a comment; “-”
/// is a preference left out. Withdrawn candidates are taken out of all ballots; the others keep
/// their numbers as ids.
public struct BLT: Hashable, Sendable {
  /// The name of the election; empty if it has none.
  public var title: String
  /// How many are to be elected.
  public var seats: Int
  /// The ballots, without the withdrawn.
  public var ballots: RankedBallots
  /// Those who may not be elected.
  public var withdrawn: [Candidate]
  /// How it was read.
  public var reading = Reading(.blt)

  /// Reads a file. Nothing but a well-formed whole is taken.
  public init(
    reading bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) {
    var reader = BLTReader(ByteCursor(bytes), policy: policy)
    let (election, ballots) = try reader.read { count in
      RankedBallots(candidates: Array(repeating: Candidate(id: "", name: ""), count: count))
    }
    let candidates = election.ballots.candidates
    self = election
    self.ballots = ballots
    self.ballots.candidates = candidates
  }

  init(title: String, seats: Int, ballots: RankedBallots, withdrawn: [Candidate]) {
    (self.title, self.seats, self.ballots, self.withdrawn) = (title, seats, ballots, withdrawn)
  }
}

struct BLTReader {
  private var cursor: ByteCursor
  private var isWithdrawn: [Bool] = []
  /// The ballots' own numbers of the candidates who did not withdraw.
  private var numbers: [Int] = []
  /// Whether those are the file's numbers, because nobody withdrew.
  private var isWhole = true
  private var draft = BallotDraft(candidates: 0)
  private let policy: ReadingPolicy
  /// How the file is read.
  private var reading = Reading(.blt)

  init(_ cursor: ByteCursor, policy: ReadingPolicy) {
    (self.cursor, self.policy) = (cursor, policy)
  }

  /// Reads the whole file.
  ///
  /// - Parameter makeSink: makes what the ballots go to, given how many candidates there are.
  /// - Returns: the election without its ballots, and what they went to.
  mutating func read<Sink: BallotSink>(
    into makeSink: (_ candidates: Int) -> Sink
  ) throws(ReadingFault) -> (election: BLT, sink: Sink) {
    skip()
    guard let count = try cursor.number(), (1...32_767).contains(count) else {
      throw cursor.fault(.candidatesAndSeats)
    }
    skip()
    guard let seats = try cursor.number(), seats > 0 else {
      throw cursor.fault(.candidatesAndSeats)
    }
    isWithdrawn = Array(repeating: false, count: count)
    draft = BallotDraft(candidates: count)
    try readWithdrawn()
    var next = 0
    numbers = isWithdrawn.map { isOut in
      defer { if !isOut { next += 1 } }
      return next
    }
    isWhole = next == count
    var sink = makeSink(next)
    while try readBallot(into: &sink) {}
    let (names, title) = try BLTNames(&cursor, count: count).names()
    let all = Candidate.numbered(names)
    let ballots = RankedBallots(candidates: zip(all, isWithdrawn).filter { !$1 }.map(\.0))
    var election = BLT(
      title: title, seats: seats, ballots: ballots,
      withdrawn: zip(all, isWithdrawn).filter(\.1).map(\.0))
    election.reading = reading
    return (election, sink)
  }

  /// Blanks, ends of lines and comments.
  private mutating func skip() {
    while let byte = cursor.byte {
      if byte == UInt8(ascii: "#") {
        _ = cursor.restOfLine()
      } else if byte <= 0x20 {
        cursor.advance()
      } else {
        return
      }
    }
  }

  private mutating func readWithdrawn() throws(ReadingFault) {
    skip()
    while cursor.skip("-") {
      let number = try candidate()
      isWithdrawn[number] = true
      skip()
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
    skip()
    if cursor.skip("(") { try skipID() }
    let line = cursor.line
    guard let count = try cursor.number() else { throw cursor.fault(.ballotCount) }
    guard count > 0 else { return false }
    var isTied = false
    while true {
      skip()
      if isWhole, !isTied { draft.addPlainNumbers(from: &cursor, separator: " ") }
      let start = cursor.place
      if cursor.skip("-") { continue }
      guard let number = try cursor.number() else { throw cursor.fault(.endOfBallot) }
      if number == 0 { break }
      guard number <= isWithdrawn.count else {
        throw cursor.fault(.candidateNumber(most: isWithdrawn.count), from: start)
      }
      guard draft.meet(number - 1) else { throw cursor.fault(.candidateOnce, from: start) }
      let isFirstOfRank = !isTied
      let goesOn = cursor.skip("=")
      if !isWithdrawn[number - 1] {
        draft.add(numbers[number - 1], isTied: !isFirstOfRank)
        isTied = goesOn
      } else if !goesOn {
        isTied = false
      }
    }
    try draft.close(count: count, line: line, into: &sink, &reading)
    return true
  }
}
