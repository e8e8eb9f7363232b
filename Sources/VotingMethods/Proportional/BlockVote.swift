/// The block vote: each voter votes for as many candidates as there are seats, or fewer, and those
/// with the most votes take the seats.
///
/// Source: D. M. Farrell, “Electoral Systems: A Comparative Introduction” (second edition, Palgrave
/// 2011), chapter 2.
public struct BlockVote: VotingMethod {
  public static let id = MethodID.block
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak = .none) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// - Throws: `tooManyVotes` for a ballot with more votes than seats.
  public func tally(_ ballots: ApprovalBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    for ballot in ballots.counts.indices
    where ballots.bounds[ballot + 1] - ballots.bounds[ballot] > seats {
      throw .tooManyVotes(ballot: ballot)
    }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    let totals = ballots.totals
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
