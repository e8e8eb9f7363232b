/// Ballots in a CSV file. The first row names the columns; every other row is a ballot.
///
/// A column called `count` or `weight` says how many voters cast the row (1 if there is none); one
/// called `voter`, `voter_id`, `ballot` or `ballot_id` is not read. What the other columns mean is
/// the file's shape:
///
/// | shape | columns | cells |
/// | --- | --- | --- |
/// | rankings | a candidate each | the rank from 1, equal ranks the same; empty: not ranked |
/// | preferences | `1`, `2`, `3`… (`rank 1`, `choice 1`, `preference 1`) | a candidate's name |
/// | approvals | a candidate each | 1 (x, yes, true) or 0 (no, false, empty) |
/// | scores | a candidate each | a whole number, or a word of the scale; empty: none given |
/// | parties | `party` (list, candidate, option), `votes` (total, count) | a name and a number |
/// | opinions | a statement each | agree, disagree, pass (also 1, -1, 0); empty: not seen |
/// | duels | `winner`, `loser`, perhaps `undecided` | two names; 1 for “I can't decide” |
///
/// A candidate's id is the name. Candidates stand in the order of the columns; where they are in
/// the cells, in the order in which they are first named.
public struct CSVBallots: Hashable, Sendable {
  /// What the cells mean.
  public enum Shape: String, CaseIterable, Hashable, Sendable {
    case rankings, preferences, approvals, scores, parties, opinions, duels
  }

  /// What may be in the cells of scores.
  public enum Scale: Hashable, Sendable {
    /// Whole numbers.
    case numbers(ClosedRange<Int>)
    /// Words from worst to best, which count 0, 1, 2…
    case words([String])
  }

  /// What the cells mean; nil for what the first row tells.
  public var shape: Shape?
  /// What scores there are; nil for whole numbers from the least given, or 0 if that is less, to
  /// the greatest one.
  public var scale: Scale?
  /// What the cells mean where nobody says so and the first row doesn't tell.
  var usual: Shape?

  public init(shape: Shape? = nil, scale: Scale? = nil) {
    (self.shape, self.scale) = (shape, scale)
  }

  /// Reads a file. Nothing but a well-formed whole is taken.
  public func read(_ bytes: [UInt8]) throws(ReadingFault) -> Election.Ballots {
    var rows = try CSVRows(bytes)
    guard let first = try rows.next() else {
      throw ReadingFault(line: 1, expected: .columnNames, found: "")
    }
    let header = CSVHeader(first)
    guard let shape = header.shape(asked: shape, usual: usual) else {
      throw ReadingFault(line: first.line, expected: .shape, found: header.first)
    }
    switch shape {
    case .rankings: return .rankings(try rankings(&rows, header))
    case .preferences: return .rankings(try preferences(&rows, header))
    case .approvals: return .approvals(try approvals(&rows, header))
    case .scores: return .scores(try scores(&rows, header))
    case .parties: return .parties(try parties(&rows, header))
    case .opinions: return .opinions(try opinions(&rows, header))
    case .duels: return .duels(try duels(&rows, header))
    }
  }
}

/// The first row: which columns are about voters, and which about candidates.
struct CSVHeader {
  private let row: CSVRows.Row
  private let lowercased: [String]
  private let count: Int?
  /// The columns that are about candidates.
  private let columns: [Int]

  /// One row's own cells and how many voters cast it.
  struct Ballot {
    var line: Int
    var count: Int
    var cells: [CSVRows.Field]
  }

  private static let notRead: Set<String> = ["voter", "voter_id", "ballot", "ballot_id"]

  init(_ row: CSVRows.Row) {
    self.row = row
    let names = row.fields.map { $0.text.lowercased() }
    lowercased = names
    let count = names.firstIndex { $0 == "count" || $0 == "weight" }
    self.count = count
    columns = names.indices.filter { $0 != count && !CSVHeader.notRead.contains(names[$0]) }
  }

  var first: String { String((row.fields.first?.text ?? "").prefix(40)) }

  /// The shape asked for, which says what a first row can't; else the one that the names show.
  func shape(asked: CSVBallots.Shape?, usual: CSVBallots.Shape?) -> CSVBallots.Shape? {
    if (asked ?? usual ?? .rankings) == .rankings, isPreferences { return .preferences }
    if let asked { return asked }
    if column("winner") != nil, column("loser") != nil { return .duels }
    if row.fields.count == 2, partyColumn != nil, votesColumn != nil || count != nil {
      return .parties
    }
    return usual
  }

  /// Whether the columns are the first, second… preference.
  private var isPreferences: Bool {
    columns.enumerated().allSatisfy { place, column in
      let name = lowercased[column]
      return ["", "rank", "choice", "preference"].contains {
        name == "\($0)\(place + 1)" || name == "\($0) \(place + 1)" || name == "\($0)_\(place + 1)"
      }
    } && !columns.isEmpty
  }

  func column(_ names: String...) -> Int? {
    columns.firstIndex { names.contains(lowercased[$0]) }
  }

  var partyColumn: Int? { column("party", "list", "candidate", "option", "name") }

  var votesColumn: Int? { column("votes", "total") }

  /// Whether a column says how many voters cast a row.
  var hasCount: Bool { count != nil }

  /// The candidates that the columns are about.
  func candidates(most: Int = 32_767) throws(ReadingFault) -> [Candidate] {
    guard columns.count <= most else {
      throw ReadingFault(
        line: row.line, expected: .candidates(most: most), found: "\(columns.count)")
    }
    var names: Set<String> = []
    var all: [Candidate] = []
    for column in columns {
      let field = row.fields[column]
      guard !field.text.isEmpty else {
        throw ReadingFault(line: field.line, expected: .name, found: "")
      }
      guard names.insert(field.text).inserted else {
        throw ReadingFault(
          line: field.line, expected: .nameOnce, found: String(field.text.prefix(40)))
      }
      all.append(Candidate(id: field.text, name: field.text))
    }
    return all
  }

  func missing(_ name: String) -> ReadingFault {
    ReadingFault(line: row.line, expected: .column(name), found: first)
  }

  /// The next ballot; nil at the end.
  func next(_ rows: inout CSVRows) throws(ReadingFault) -> Ballot? {
    guard let next = try rows.next() else { return nil }
    guard next.fields.count == row.fields.count else {
      throw ReadingFault(
        line: next.line, expected: .fields(row.fields.count), found: "\(next.fields.count)")
    }
    var voters = 1
    if let count { voters = try CSVHeader.amount(next.fields[count]) }
    return Ballot(line: next.line, count: voters, cells: columns.map { next.fields[$0] })
  }

  /// A whole number from 0.
  static func amount(_ field: CSVRows.Field) throws(ReadingFault) -> Int {
    guard field.text.utf8.count <= 12, !field.text.isEmpty,
      field.text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(field.text)
    else {
      let isLong = field.text.utf8.count > 12
      throw ReadingFault(
        line: field.line, expected: isLong ? .smallerNumber : .number,
        found: String(field.text.prefix(40)))
    }
    return number
  }
}
