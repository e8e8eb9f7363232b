/// The Borda count: from each ballot, a candidate has a point for every candidate ranked below, and
/// half a point for every one ranked alike. Those whom a ballot leaves out stand together below the
/// others, so that they share the points left evenly.
///
/// Source: J.-C. de Borda, “Mémoire sur les élections au scrutin”, Histoire de l'Académie royale
/// des sciences (1784 for 1781); the averaged points for equal ranks and truncated ballots: D.
/// Baumeister, P. Faliszewski, J. Lang and J. Rothe, “Campaigns for lazy voters: truncated
/// ballots”, AAMAS 2012 (the average-score model), the same ranking as by the symmetric points of
/// Z. Terzopoulou and U. Endriss, “The Borda class”, Journal of Mathematical Economics 92 (2021).
public struct Borda: PairwiseMethod {
  public static let id = MethodID.borda
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(pairs: Self.id, matrix, candidates, [.init("tie-break", tieBreak)])
    let voters = matrix.voters
    // A voter without preference gives either of two half a point, one with a preference a whole
    // one, so that twice the points from one pair are the voters and the margin.
    let doubled = (0..<matrix.count).map { one in
      (0..<matrix.count).reduce(0) { sum, other in
        one == other ? sum : sum + voters + matrix.margin(one, other)
      }
    }
    outcome.stages = [Stage(totals: doubled.map { Rational($0, over: 2) })]
    outcome.rank(by: doubled, tieBreak: tieBreak)
    return outcome
  }
}
