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
  /// How it was read.
  public var reading: Reading
  /// On which line each ballot stands.
  var lines: [Int32] = []

  /// Reads a file. Nothing but a well-formed whole is taken.
  ///
  /// - Parameter name: the file's name, whose ending says what older files don't say of themselves.
  public init(
    reading bytes: [UInt8], name: String = "", policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) {
    var reader = try PrefLibReader(
      ByteCursor(bytes), name: name, policy: policy, keepsLines: true)
    var ballots = RankedBallots(candidates: reader.head.candidates)
    try reader.read(into: &ballots)
    (title, order, self.ballots) = (reader.head.title, reader.head.order, ballots)
    (reading, lines) = (reader.reading, reader.lines)
  }

  /// The election of a file with categories; nil of one with orders.
  static func categories(
    _ bytes: [UInt8], _ policy: ReadingPolicy, usual: CSVBallots.Shape?
  ) throws(ReadingFault) -> Election? {
    var cursor = ByteCursor(bytes)
    let header = PrefLibHeader(&cursor)
    guard header.isCategories else { return nil }
    return try PrefLibCategories.election(cursor, header, policy, usual: usual)
  }
}

/// What stands before the ballots, in older files or in newer ones.
struct PrefLibHead {
  var title = ""
  var order: PrefLib.Order
  var candidates: [Candidate]
  /// How many voters the file says it has; nil if it doesn't say.
  var voters: Int?
  /// What parts the number of voters from their preferences.
  var colon: Unicode.Scalar = ":"
}

/// The head of a file when it is made, then its ballots.
struct PrefLibReader {
  let head: PrefLibHead
  /// How the file is read.
  private(set) var reading = Reading(.preflib)
  private var cursor: ByteCursor
  private var draft: BallotDraft

  /// On which line each ballot stands, if that is kept.
  var lines: [Int32] { draft.lines }

  init(
    _ start: ByteCursor, name: String, policy: ReadingPolicy, keepsLines: Bool
  ) throws(ReadingFault) {
    var cursor = start
    if let older = try OlderPrefLib.head(&cursor, ending: String(name.suffix(3))) {
      head = older
    } else {
      head = try PrefLibHeader(&cursor).head(cursor)
    }
    draft = BallotDraft(
      candidates: head.candidates.count, policy: policy, keepsLines: keepsLines)
    self.cursor = cursor
  }

  mutating func read(into sink: inout some BallotSink) throws(ReadingFault) {
    while cursor.skipToWord() { try readBallot(into: &sink) }
    draft.finish(&reading)
    guard let declared = head.voters else { throw cursor.fault(.header("NUMBER VOTERS")) }
    guard draft.voters == declared else { throw cursor.fault(.votersInAll(declared)) }
  }

  /// One ballot: the number of voters, a colon, the preferences.
  private mutating func readBallot(into sink: inout some BallotSink) throws(ReadingFault) {
    let (most, line) = (head.candidates.count, cursor.line)
    guard let count = try cursor.number() else { throw cursor.fault(.ballotCount) }
    guard cursor.skip(head.colon) else { throw cursor.fault(.colon) }
    draft.begin(DecimalNumber(count))
    // “5:” and “5: {}” are of voters who ranked nobody.
    var (isInBraces, isTied, isBlank) = (false, false, cursor.isAtLineEnd)
    if head.colon == ":", !isBlank {
      var empty = cursor
      isBlank = empty.skip("{") && empty.skip("}") && empty.isAtLineEnd
      if isBlank { cursor = empty }
    }
    while !isBlank {
      if !isInBraces { draft.addPlainNumbers(from: &cursor, separator: ",") }
      if !isInBraces, cursor.skip("{") {
        guard !head.order.isStrict else { throw cursor.fault(.noEqualRanks) }
        isInBraces = true
        isTied = false
      }
      cursor.skipBlanks()
      let start = cursor.place
      guard let number = try cursor.number(), (1...most).contains(number) else {
        throw cursor.fault(.candidateNumber(most: most), from: start)
      }
      let question = draft.put(number - 1, as: number - 1, isTied: isTied, line: line, &reading)
      if let question { throw cursor.fault(.decision(question), from: start) }
      if isInBraces, cursor.skip("}") { isInBraces = false }
      isTied = isInBraces
      guard cursor.skip(",") else { break }
    }
    if isInBraces { throw cursor.fault(.closingBrace) }
    cursor.skipBlanks()
    guard cursor.byte == nil || cursor.byte == UInt8(ascii: "\n") else {
      throw cursor.fault(.candidateNumber(most: most))
    }
    guard !head.order.isComplete || draft.ranked == most || draft.isChanged else {
      throw cursor.fault(.completeRanking)
    }
    try draft.close(line: line, into: &sink)
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

  func head(_ cursor: ByteCursor) throws(ReadingFault) -> PrefLibHead {
    let order = try order(cursor)
    return PrefLibHead(
      title: values["TITLE"] ?? "", order: order, candidates: Candidate.numbered(try names(cursor)),
      voters: number("NUMBER VOTERS"))
  }

  /// Whether the file has categories instead of orders.
  var isCategories: Bool {
    (values["DATA TYPE"] ?? values["FILE NAME"].map { String($0.suffix(3)) })?.lowercased() == "cat"
  }

  func names(_ cursor: ByteCursor) throws(ReadingFault) -> [String] {
    guard let count = number("NUMBER ALTERNATIVES"), (1...32_767).contains(count) else {
      throw cursor.fault(.header("NUMBER ALTERNATIVES"))
    }
    var names: [String] = []
    for number in 1...count {
      guard let name = values["ALTERNATIVE NAME \(number)"] else {
        throw cursor.fault(.alternativeName(number))
      }
      names.append(name)
    }
    return names
  }

  func number(_ key: String) -> Int? {
    values[key].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The declared type, or that of the file's name, which older files have instead.
  private func order(_ cursor: ByteCursor) throws(ReadingFault) -> PrefLib.Order {
    let ending = values["FILE NAME"].map { String($0.suffix(3)) }
    guard let order = (values["DATA TYPE"] ?? ending).flatMap(PrefLib.Order.init) else {
      throw cursor.fault(.header("DATA TYPE"))
    }
    return order
  }
}
