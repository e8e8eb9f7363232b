/// The single non-transferable vote: each voter has one vote, and the candidates with the most
/// first preferences take the seats.
///
/// Source: B. Grofman and others (editors), “Elections in Japan, Korea, and Taiwan under the Single
/// Non-Transferable Vote” (University of Michigan Press 1999).
public struct SingleNonTransferable: VotingMethod {
  public static let id = MethodID.sntv
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak = .none) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    try ballots.checkStrict()
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    let totals = ballots.firstPreferences(of: Array(repeating: true, count: count))
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
