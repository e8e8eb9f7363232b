/// A pairwise wiki survey: many answers to “which of these two?”, each about two of the ideas.
///
/// The estimate of an idea's worth is (w + 1) / (w + l + 2), with w duels won and l lost: the mean
/// of its chance to win a duel, after these duels, for someone who held all chances to be equally
/// likely before (Laplace's rule of succession). So an idea that met nobody has one half, and one
/// lucky duel does not put an idea above another that won ninety of a hundred. “I can't decide”
/// counts neither as won nor as lost.
///
/// Source: the score that All Our Ideas shows, the chance in a hundred of beating an idea drawn at
/// random: M. J. Salganik and K. E. C. Levy, “Wiki surveys: open and quantifiable social data
/// collection”, PLOS ONE 10 (2015). The paper itself estimates it by a hierarchical model of all
/// voters, which has no exact answer; this simpler one is exact, can be checked by hand, and does
/// not correct for whom an idea happened to meet.
public struct PairwiseSurvey: VotingMethod {
  public static let id = MethodID.pairwiseSurvey
  /// How many ideas win.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int = 1, tieBreak: TieBreak = .none) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// Counts the duels; `pairwise` has how often the row was preferred to the column, `duels` how
  /// many there were.
  public func tally(_ ballots: DuelBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates,
      [
        .init("estimator", "(won + 1) / (won + lost + 2)"), .init("seats", seats),
        .init("tie-break", tieBreak),
      ])
    let none = Array(repeating: 0, count: count)
    var won = none
    var duels = DuelCount(
      decided: 0, undecided: 0, decidedByCandidate: none, undecidedByCandidate: none)
    outcome.pairwise = Array(repeating: none, count: count)
    for duel in ballots.duels {
      if duel.isUndecided {
        duels.undecided += duel.count
        for one in [duel.winner, duel.loser] { duels.undecidedByCandidate[one] += duel.count }
      } else {
        duels.decided += duel.count
        won[duel.winner] += duel.count
        outcome.pairwise[duel.winner][duel.loser] += duel.count
        for one in [duel.winner, duel.loser] { duels.decidedByCandidate[one] += duel.count }
      }
    }
    let shares = zip(won, duels.decidedByCandidate).map { Rational($0 + 1, over: $1 + 2) }
    outcome.duels = duels
    outcome.stages = [Stage(totals: shares)]
    outcome.rank(by: shares, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
