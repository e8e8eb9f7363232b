/// Quadratic voting: each voter has a budget of credits, and any number of votes for or against an
/// option costs that number squared. The options with the most votes win.
///
/// Source: S. P. Lalley and E. G. Weyl, “Quadratic voting: how mechanism design can radicalize
/// democracy”, AEA Papers and Proceedings 108 (2018); whole votes and a budget of whole credits as
/// in E. A. Posner and E. G. Weyl, “Radical Markets” (Princeton 2018), chapter 2. A ballot has the
/// votes for each option, below zero for those against; a blank is none.
public struct Quadratic: VotingMethod {
  public static let id = MethodID.quadratic
  /// What each voter may spend.
  public var credits: Int
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(credits: Int, seats: Int = 1, tieBreak: TieBreak = .none) {
    (self.credits, self.seats, self.tieBreak) = (credits, seats, tieBreak)
  }

  /// What so many votes on one option cost.
  public static func cost(of votes: Int) -> Int { votes * votes }

  /// - Throws: `tooManyVotes` for a ballot that spends more than its credits.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    for ballot in ballots.counts.indices {
      let spent = ballots.candidates.indices.reduce(0) {
        $0 + Quadratic.cost(of: ballots[ballot, $1] ?? 0)
      }
      guard spent <= credits else { throw .tooManyVotes(ballot: ballot) }
    }
    var outcome = Outcome(
      Self.id, ballots.candidates,
      [.init("credits", credits), .init("seats", seats), .init("tie-break", tieBreak)])
    let votes = ballots.sums().points
    outcome.stages = [Stage(totals: votes.map { Rational($0) })]
    outcome.rank(by: votes, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
