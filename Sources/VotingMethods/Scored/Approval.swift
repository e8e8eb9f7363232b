/// Approval voting: the candidates whom most voters approve of win.
///
/// Source: S. J. Brams and P. C. Fishburn, “Approval voting”, American Political Science Review 72
/// (1978).
public struct Approval: VotingMethod {
  public static let id = MethodID.approval
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int = 1, tieBreak: TieBreak = .none) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ApprovalBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    let totals = ballots.totals
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
