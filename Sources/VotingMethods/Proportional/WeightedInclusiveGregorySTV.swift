/// The single transferable vote with weighted inclusive Gregory transfers, in exact fractions.
///
/// Source: J. G. Farrell and I. McAllister, “The 1983 change in surplus vote transfer procedures
/// for the Australian Senate and its consequences for the Single Transferable Vote”, Australian
/// Journal of Political Science 38 (2003), which proposed the weighting. The course of the count is
/// that of the Scottish rules (see `ScottishSTV`), but no value is ever rounded.
public struct WeightedInclusiveGregorySTV: VotingMethod {
  public static let id = MethodID.wigSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = try InclusiveGregory<Rational>(Self.id, ballots, seats: seats, tieBreak: tieBreak)
    return try count.count()
  }
}
