/// Copeland: one point for every candidate beaten, half a point for a draw.
///
/// Source: A. H. Copeland, “A ‘reasonable’ social welfare function”, seminar notes, University of
/// Michigan (1951); the half points as in D. G. Saari and V. R. Merlin, “The Copeland method I:
/// Relationships and the dictionary”, Economic Theory 8 (1996).
public struct Copeland: PairwiseMethod {
  public static let id = MethodID.copeland
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(pairs: Self.id, matrix, candidates, [.init("tie-break", tieBreak)])
    let totals = (0..<matrix.count).map { one in
      (0..<matrix.count).reduce(Rational.zero) { sum, other in
        if one == other || matrix.beats(other, one) { return sum }
        return sum + (matrix.beats(one, other) ? 1 : Rational(1, over: 2))
      }
    }
    outcome.stages = [Stage(totals: totals)]
    outcome.rank(by: totals, tieBreak: tieBreak)
    return outcome
  }
}
