/// The single transferable vote by the Electoral Reform Society's rules of 1997, which many unions,
/// societies and churches of Britain prescribe.
///
/// Source: R. A. Newland and F. S. Britton, “How to Conduct an Election by the Single Transferable
/// Vote”, 3rd edition (Electoral Reform Society 1997), sections 5 and 6. The quota is the valid
/// vote divided by one more than the places, rounded up to two decimals (5.1.6); until somebody is
/// elected it falls with what becomes non-transferable (5.4.8). Elected is also who has the active
/// vote divided by one more than the places that are left (5.3.13). Surpluses wait while they could
/// save nobody from exclusion (5.2.2); the largest is passed on by the papers that brought it, at
/// the surplus divided by those that can be transferred, to two decimals, but at no more than their
/// value (5.3). As many as possible are excluded together (5.2.5; those with equal votes are not
/// parted), their papers going on by value, the highest first (5.4). Ties go by the earliest point
/// with unequal votes (5.2.3, 5.2.5), then by lot: declare `[.lot(seed:)]`.
public struct ERS97STV: VotingMethod {
  public static let id = MethodID.ers97STV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = LastParcelCount(
      .ers97,
      try TransferCount(Self.id, ballots, seats: seats, tieBreak: tieBreak, unit: 100))
    return try count.outcome()
  }
}
