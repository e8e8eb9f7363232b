/// Score voting by the sum: the candidate with the most points wins. A candidate left blank gets
/// the least score of the range.
///
/// Source: W. D. Smith, “Range voting”, NEC Research Institute technical report (2000),
/// https://rangevoting.org; with an axiomatic basis in M. Pivato, “Formal utilitarianism and range
/// voting”, Mathematical Social Sciences 67 (2014).
public struct Score: VotingMethod {
  public static let id = MethodID.score
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    guard !ballots.candidates.isEmpty else { throw .noCandidates }
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    let points = ballots.sums(blank: ballots.range.lowerBound).points
    outcome.stages = [Stage(totals: points.map { Rational($0) })]
    outcome.rank(by: points, tieBreak: tieBreak)
    return outcome
  }
}
