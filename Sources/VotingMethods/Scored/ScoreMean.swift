/// Score voting by the mean: the candidate with the highest mean of the scores given wins; blanks
/// don't count. So that a single enthusiast elects nobody, a candidate must be scored by a quorum
/// of voters; those who aren't come last, with the least score of the range as their total.
///
/// Source: W. D. Smith, “Range voting with ‘no opinion’ option and quorum”,
/// https://rangevoting.org/BetterQuorum.html (the simple quorum rule named there).
public struct ScoreMean: VotingMethod {
  public static let id = MethodID.scoreMean
  /// How many voters must have scored a candidate.
  public var quorum: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(quorum: Int = 1, tieBreak: TieBreak = .none) {
    (self.quorum, self.tieBreak) = (quorum, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    guard !ballots.candidates.isEmpty else { throw .noCandidates }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("quorum", quorum), .init("tie-break", tieBreak)])
    let (points, voters) = ballots.sums()
    let means = zip(points, voters).map { points, voters in
      voters >= max(1, quorum)
        ? Rational(points, over: voters) : Rational(ballots.range.lowerBound)
    }
    outcome.stages = [Stage(totals: means)]
    outcome.rank(by: means, tieBreak: tieBreak)
    return outcome
  }
}
