/// How many voters prefer each candidate to each other one.
///
/// A candidate whom a ballot ranks is preferred to all whom it leaves out; those left out, like
/// those ranked alike, are not preferred to each other.
public struct PairwiseMatrix: Hashable, Sendable {
  /// How many candidates there are.
  public let count: Int
  /// Row by row.
  private let cells: [Int]

  /// How many voters there are, with or without a preference.
  public let voters: Int

  public init(_ ballots: RankedBallots) {
    var counter = PairwiseCounter(candidates: ballots.candidates.count)
    let places = ballots.places.span
    for ballot in ballots.counts.indices {
      let bounds = ballots.bounds[ballot]..<ballots.bounds[ballot + 1]
      counter.take(places.extracting(bounds), count: ballots.counts[ballot])
    }
    self = counter.finish()
  }

  init(count: Int, cells: [Int], voters: Int) {
    (self.count, self.cells, self.voters) = (count, cells, voters)
  }

  /// How many prefer the row to the column.
  public subscript(row: Int, column: Int) -> Int { cells[row * count + column] }

  /// By how many voters the row is ahead of the column; below zero if it is behind.
  public func margin(_ row: Int, _ column: Int) -> Int { self[row, column] - self[column, row] }

  /// Whether more voters prefer the row to the column than the other way round.
  public func beats(_ row: Int, _ column: Int) -> Bool { margin(row, column) > 0 }

  /// Who beats everybody else, if anybody does.
  public var condorcetWinner: Int? {
    (0..<count).first { one in (0..<count).allSatisfy { $0 == one || beats(one, $0) } }
  }

  /// As the outcome shows it.
  var rows: [[Int]] {
    (0..<count).map { Array(cells[($0 * count)..<(($0 + 1) * count)]) }
  }
}

/// How strong a victory of one candidate over another is.
public enum VictoryStrength: String, Hashable, Sendable, CustomStringConvertible {
  /// By how many voters are on the winning side.
  case winningVotes = "winning-votes"
  /// By how many more there are on the winning side than on the other.
  case margins

  public var description: String { rawValue }

  /// Zero where the row does not beat the column.
  func of(_ row: Int, over column: Int, in matrix: PairwiseMatrix) -> Int {
    guard matrix.beats(row, column) else { return 0 }
    return self == .margins ? matrix.margin(row, column) : matrix[row, column]
  }
}
