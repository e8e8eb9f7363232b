/// First past the post: the candidate with the most first preferences wins.
///
/// Source: W. S. Zwicker, “Introduction to the theory of voting”, in F. Brandt and others
/// (editors), “Handbook of Computational Social Choice” (Cambridge 2016), section 2.2; first
/// studied by J.-C. de Borda (see `Borda`).
public struct Plurality: VotingMethod {
  public static let id = MethodID.plurality
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try ballots.checkFirstPreferences()
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    let everybody = Array(repeating: true, count: ballots.candidates.count)
    let totals = ballots.firstPreferences(of: everybody)
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, tieBreak: tieBreak)
    return outcome
  }
}
