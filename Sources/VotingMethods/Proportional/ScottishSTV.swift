/// The single transferable vote of Scotland's local elections.
///
/// Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, part III,
/// rules 45 to 52, https://www.legislation.gov.uk/ssi/2007/42. The quota is the valid papers
/// divided by one more than the seats, the remainder ignored, plus one. Surpluses are transferred
/// one at a time, the largest first; each paper's new value is its value times the surplus, divided
/// by the candidate's total, to five decimal places, the rest ignored. Then whoever has the fewest
/// votes is excluded. Ties go by the most recent earlier stage with unequal totals, which the Order
/// itself declares (rules 49 to 51), then by lot: declare `[.lot(seed:)]`.
public struct ScottishSTV: VotingMethod {
  public static let id = MethodID.scottishSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = try InclusiveGregory<FiveDecimals>(
      Self.id, ballots, seats: seats, tieBreak: tieBreak.afterPriorStage)
    return try count.count()
  }
}
