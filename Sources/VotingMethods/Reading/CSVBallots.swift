/// Ballots in a CSV file. The first row names the columns; every other row is a ballot.
///
/// What the columns mean is the file's shape:
///
/// | shape | columns | cells |
/// | --- | --- | --- |
/// | rankings | a candidate each | the rank from 1, equal ranks the same; empty: not ranked |
/// | preferences | `1`, `2`, `3`… (`rank 1`, `1st choice`, `Preference 1`) | a candidate's name |
/// | approvals | a candidate each | 1 (x, ✓, yes, true) or 0 (no, false, empty) |
/// | scores | a candidate each | a number, or a word of the scale; empty: none given |
/// | parties | `party` (list, candidate, option), `votes` (total, count) | a name and a number |
/// | opinions | a statement each | agree, disagree, pass (also 1, -1, 0); empty: not seen |
/// | duels | `winner`, `loser`, perhaps `undecided` | two names; 1 for “I can't decide” |
///
/// Two more that forms and Polis write: one column with all that a voter chose in one cell, and
/// Polis's `voter-id`, `comment-id`, `vote`, an answer each row.
///
/// A column `count` or `weight` says how many voters cast the row (1 if there is none). Columns
/// about ballots and voters (ids, times, names, precincts…) are left out where that is certain;
/// where such a column could be a candidate, the file is refused until somebody says what it is.
/// What was taken for what is in the election's ``Reading``.
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
    /// Numbers.
    case numbers(ClosedRange<Int>)
    /// Words from worst to best, which count 0, 1, 2…
    case words([String])
  }

  /// What the cells mean; nil for what the first row tells.
  public var shape: Shape?
  /// What scores there are; nil for numbers from the least given, or 0 if that is less, to the
  /// greatest one.
  public var scale: Scale?
  /// What the cells mean where nobody says so and the first row doesn't tell.
  var usual: Shape?

  public init(shape: Shape? = nil, scale: Scale? = nil) {
    (self.shape, self.scale) = (shape, scale)
  }

  /// Reads a file. Nothing but a well-formed whole is taken.
  public func read(
    _ bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) -> Election.Ballots {
    try election(bytes, policy: policy).ballots
  }

  /// The same with how it was read.
  func election(_ bytes: [UInt8], policy: ReadingPolicy) throws(ReadingFault) -> Election {
    var bytes: [UInt8]? = bytes
    var table = try CSVTable(
      CSVRows {
        defer { bytes = nil }
        return bytes
      }, policy)
    return try election(&table)
  }

  /// The same piece by piece: memory follows how many different ballots there are, not how long the
  /// file is.
  ///
  /// - Parameter next: the file's next bytes, of any number; nil at its end.
  /// - Throws: `ReadingFault`, or what `next` throws.
  public func election(
    reading next: @escaping () throws -> [UInt8]?, policy: ReadingPolicy = ReadingPolicy()
  ) throws -> Election {
    let rows = try CSVRows(next)
    // Whatever becomes of it, a file that could not be read on comes first.
    let result = Result { () throws(ReadingFault) in
      var table = try CSVTable(rows, policy)
      return try election(&table)
    }
    if let failure = rows.failure { throw failure }
    return try result.get()
  }

  private func election(_ table: inout CSVTable) throws(ReadingFault) -> Election {
    guard let shape = try table.columns.shape(asked: shape, usual: usual) else {
      let first = String((table.columns.names.first ?? "").prefix(40))
      throw ReadingFault(line: table.columns.line, expected: .shape, found: first)
    }
    var election =
      switch shape {
      case .rankings: try rankings(&table)
      case .preferences: try preferences(&table)
      case .approvals: try approvals(&table)
      case .scores: try scores(&table)
      case .parties: try parties(&table)
      case .opinions: try opinions(&table)
      case .duels: try duels(&table)
      }
    table.finish()
    election.reading = table.reading
    return election
  }
}
