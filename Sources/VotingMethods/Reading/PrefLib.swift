/// Ordinal preferences in PrefLib's format: soc, soi, toc and toi files.
///
/// ```
/// # DATA TYPE: toi
/// # NUMBER ALTERNATIVES: 3
/// # NUMBER VOTERS: 15
/// # ALTERNATIVE NAME 1: Ada
/// …
/// 9: 1,2,3
/// 6: {2,3},1
/// ```
///
/// Source: https://preflib.github.io/PrefLib-Jekyll/format. A strict (s) type has nobody ranked
/// alike; a complete (c) type has everybody ranked on each ballot. The numbers are the ids.
public struct PrefLib: Hashable, Sendable {
  /// What the file says its orders are.
  public enum Order: String, Hashable, Sendable {
    case soc, soi, toc, toi

    var isStrict: Bool { self == .soc || self == .soi }
    var isComplete: Bool { self == .soc || self == .toc }
  }

  /// The name of the data; empty if it has none.
  public var title: String
  /// What the file says its orders are.
  public var order: Order
  /// The ballots.
  public var ballots: RankedBallots

  /// Reads a file. Nothing but a well-formed whole is taken.
  public init(reading bytes: [UInt8]) throws(ReadingFault) {
    var reader = try PrefLibReader(ByteCursor(bytes))
    var ballots = RankedBallots(candidates: reader.candidates)
    try reader.read(into: &ballots)
    (title, order, self.ballots) = (reader.title, reader.order, ballots)
  }
}

/// The head of a file when it is made, then its ballots.
struct PrefLibReader {
  let title: String
  let order: PrefLib.Order
  let candidates: [Candidate]
  private let header: PrefLibHeader
  private var cursor: ByteCursor
  private var draft: BallotDraft

  init(_ start: ByteCursor) throws(ReadingFault) {
    var cursor = start
    header = PrefLibHeader(&cursor)
    order = try header.order(cursor)
    title = header.values["TITLE"] ?? ""
    let count = try header.number("NUMBER ALTERNATIVES", cursor)
    guard (1...32_767).contains(count) else {
      throw cursor.fault(.header("NUMBER ALTERNATIVES"))
    }
    var names: [String] = []
    for number in 1...count {
      guard let name = header.values["ALTERNATIVE NAME \(number)"] else {
        throw cursor.fault(.alternativeName(number))
      }
      names.append(name)
    }
    candidates = Candidate.numbered(names)
    draft = BallotDraft(candidates: count)
    self.cursor = cursor
  }

  mutating func read(into sink: inout some BallotSink) throws(ReadingFault) {
    var voters = 0
    while skipToBallot() { voters += try readBallot(into: &sink) }
    let declared = try header.number("NUMBER VOTERS", cursor)
    guard voters == declared else { throw cursor.fault(.votersInAll(declared)) }
  }

  private mutating func skipToBallot() -> Bool {
    while let byte = cursor.byte {
      guard byte <= 0x20 else { return true }
      cursor.advance()
    }
    return false
  }

  /// - Returns: how many voters cast the ballot.
  private mutating func readBallot(into sink: inout some BallotSink) throws(ReadingFault) -> Int {
    guard let count = try cursor.number() else { throw cursor.fault(.ballotCount) }
    guard cursor.skip(":") else { throw cursor.fault(.colon) }
    var (isInBraces, isTied) = (false, false)
    repeat {
      if !isInBraces { draft.addPlainNumbers(from: &cursor) }
      if !isInBraces, cursor.skip("{") {
        guard !order.isStrict else { throw cursor.fault(.noEqualRanks) }
        isInBraces = true
        isTied = false
      }
      cursor.skipBlanks()
      let start = cursor.place
      guard let number = try cursor.number(), (1...candidates.count).contains(number) else {
        throw cursor.fault(.candidateNumber(most: candidates.count), from: start)
      }
      guard draft.meet(number - 1) else { throw cursor.fault(.candidateOnce, from: start) }
      draft.add(number - 1, isTied: isTied)
      if isInBraces, cursor.skip("}") { isInBraces = false }
      isTied = isInBraces
    } while cursor.skip(",")
    if isInBraces { throw cursor.fault(.closingBrace) }
    cursor.skipBlanks()
    guard cursor.byte == nil || cursor.byte == UInt8(ascii: "\n") else {
      throw cursor.fault(.candidateNumber(most: candidates.count))
    }
    guard !order.isComplete || draft.ranked == candidates.count else {
      throw cursor.fault(.completeRanking)
    }
    draft.close(count: count, into: &sink)
    return count
  }
}

/// The lines “# KEY: value” before the ballots.
struct PrefLibHeader {
  private(set) var values: [String: String] = [:]

  init(_ cursor: inout ByteCursor) {
    while cursor.skip("#") {
      let line = cursor.restOfLine()
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      values[line[..<colon].uppercased()] = String(value)
    }
  }

  func number(_ key: String, _ cursor: ByteCursor) throws(ReadingFault) -> Int {
    guard let number = values[key].flatMap({ Int($0) }), number >= 0 else {
      throw cursor.fault(.header(key))
    }
    return number
  }

  /// The declared type, or that of the file's name, which older files have instead.
  func order(_ cursor: ByteCursor) throws(ReadingFault) -> PrefLib.Order {
    let ending = values["FILE NAME"].map { String($0.suffix(3)) }
    guard let order = (values["DATA TYPE"] ?? ending).flatMap(PrefLib.Order.init) else {
      throw cursor.fault(.header("DATA TYPE"))
    }
    return order
  }
}
