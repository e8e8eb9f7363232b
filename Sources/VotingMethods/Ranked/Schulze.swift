/// The Schulze method (beatpath): whoever has a stronger path of victories to another one than the
/// other way round is ahead; a path is as strong as its weakest victory.
///
/// Source: M. Schulze, “A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method”, Social Choice and Welfare 36 (2011);
/// victories are measured by winning votes, as he recommends, or by margins. Candidates of whom
/// neither is ahead of the other can stand together in the ranking.
public struct Schulze: PairwiseMethod {
  public static let id = MethodID.schulze
  /// How victories are measured.
  public var strength: VictoryStrength
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(strength: VictoryStrength = .winningVotes, tieBreak: TieBreak = .none) {
    (self.strength, self.tieBreak) = (strength, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates,
      [.init("strength", strength), .init("tie-break", tieBreak)])
    let count = matrix.count
    let paths = strongestPaths(matrix)
    outcome.ranking = tiers(count: count) { paths[$0 * count + $1] > paths[$1 * count + $0] }
    var breaker = TieBreaker(tieBreak, candidates: count)
    outcome.elect(1, from: outcome.ranking, breaker: &breaker)
    return outcome
  }

  /// Floyd and Warshall's algorithm, with the weakest link in place of the length.
  private func strongestPaths(_ matrix: PairwiseMatrix) -> [Int] {
    let count = matrix.count
    var paths = Array(repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count where row != column {
        paths[row * count + column] = strength.of(row, over: column, in: matrix)
      }
    }
    for middle in 0..<count {
      for row in 0..<count where row != middle {
        let first = paths[row * count + middle]
        for column in 0..<count where column != row {
          let through = min(first, paths[middle * count + column])
          if through > paths[row * count + column] { paths[row * count + column] = through }
        }
      }
    }
    return paths
  }
}
