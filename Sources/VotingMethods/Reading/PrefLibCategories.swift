/// PrefLib's categorical preferences (`.cat`): each voter puts candidates in categories, the first
/// of which is the best.
///
/// ```
/// # DATA TYPE: cat
/// # NUMBER CATEGORIES: 2
/// # CATEGORY NAME 1: Yes
/// 13: 6,{1,2,3}
/// 4: {},{1,2,3,6}
/// ```
///
/// Source: https://preflib.github.io/PrefLib-Jekyll/format. Two categories are approvals; of more
/// each is a score, one more than that of the next, and the last one 0. Who is in none has no
/// score.
enum PrefLibCategories {
  /// - Parameter usual: what two categories are read as, if scores are wanted.
  static func election(
    _ cursor: ByteCursor, _ header: PrefLibHeader, _ policy: ReadingPolicy,
    usual: CSVBallots.Shape?
  ) throws(ReadingFault) -> Election {
    var cursor = cursor
    guard let categories = header.number("NUMBER CATEGORIES"), (1...1000).contains(categories)
    else { throw cursor.fault(.header("NUMBER CATEGORIES")) }
    let names = try header.names(cursor)
    var reading = Reading(.preflib)
    var ballots = DistinctBallots<Int32>()
    let isApproval = categories <= 2 && usual != .scores
    reading.shape = isApproval ? .approvals : .scores
    if isApproval {
      let first = header.values["CATEGORY NAME 1"] ?? "1"
      reading.note(.firstCategory, first)
    }
    var voters = 0
    while cursor.skipToWord() {
      let line = cursor.line
      guard let count = try cursor.number() else { throw cursor.fault(.ballotCount) }
      guard cursor.skip(":") else { throw cursor.fault(.colon) }
      voters += count
      guard voters <= 1_000_000_000_000 else { throw cursor.fault(.fewerVoters) }
      var row = Row(candidates: names.count, categories: categories)
      let isKept = try row.read(&cursor, policy, count, line, &reading)
      reading.ballots += count
      guard isKept else {
        reading.invalid += count
        continue
      }
      let chosen = row.places.indices.filter { row.places[$0] == 0 }.map { Int32($0) }
      let isBlank = isApproval ? chosen.isEmpty : row.places.allSatisfy { $0 == nil }
      if isBlank { reading.blank += count }
      let scores = row.places.map { $0.map { Int32(categories - 1 - $0) } ?? ScoreBallots.blank }
      ballots.take(isApproval ? chosen : scores, weight: DecimalNumber(count), line: line)
    }
    guard header.number("NUMBER VOTERS") ?? voters == voters else {
      throw cursor.fault(.votersInAll(header.number("NUMBER VOTERS") ?? 0))
    }
    let all = Candidate.numbered(names)
    var election = Election(
      ballots: isApproval
        ? .approvals(ApprovalBallots(ballots, all))
        : .scores(ScoreBallots(ballots, all, 0...max(1, categories - 1))))
    election.take(ballots)
    (election.title, election.reading) = (header.values["TITLE"] ?? "", reading)
    return election
  }

  /// Which category each candidate is in, on one ballot.
  private struct Row {
    var places: [Int?]
    let categories: Int

    init(candidates: Int, categories: Int) {
      places = Array(repeating: nil, count: candidates)
      self.categories = categories
    }

    /// Reads the rest of the line; false if the ballot is set aside.
    mutating func read(
      _ cursor: inout ByteCursor, _ policy: ReadingPolicy, _ count: Int, _ line: Int,
      _ reading: inout Reading
    ) throws(ReadingFault) -> Bool {
      var isKept = true
      for category in 0..<categories {
        if cursor.isAtLineEnd { break }
        if category > 0, !cursor.skip(",") { throw cursor.fault(.category(categories)) }
        let isList = cursor.skip("{")
        if isList, cursor.skip("}") { continue }
        repeat {
          cursor.skipBlanks()
          let start = cursor.place
          guard let number = try cursor.number(), (1...places.count).contains(number) else {
            throw cursor.fault(.candidateNumber(most: places.count), from: start)
          }
          guard places[number - 1] != nil else {
            places[number - 1] = category
            continue
          }
          guard let doubt = policy.repeats, doubt != .refuse else {
            throw cursor.fault(.decision(.repeats), from: start)
          }
          // Categories have no order in which anything could end.
          let became = doubt == .exhaust ? ReadingPolicy.Doubt.skip : doubt
          reading.note(.repeated, became: became.rawValue, count: count, line: line)
          if doubt == .invalid { isKept = false }
        } while isList && cursor.skip(",")
        if isList, !cursor.skip("}") { throw cursor.fault(.closingBrace) }
      }
      guard cursor.isAtLineEnd else { throw cursor.fault(.category(categories)) }
      return isKept
    }
  }
}
