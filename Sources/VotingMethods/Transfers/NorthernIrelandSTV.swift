/// The single transferable vote of Northern Ireland's local elections and of its Assembly.
///
/// Source: The Local Elections (Northern Ireland) Order 1985 (SI 1985/454), schedule 2, part IV,
/// rules 41 to 52, https://www.legislation.gov.uk/uksi/1985/454. The quota is the valid papers
/// divided by one more than the places, the remainder ignored, plus one (48). A surplus is passed
/// on by the sub-parcel that brought it, at the surplus divided by the papers that can be
/// transferred, to two decimals, the rest ignored, but at no more than their value (49(4) to (7));
/// it waits while it is less than what parts the lowest (49(10)). Whoever is lowest is excluded,
/// and together all of the lowest who with the surpluses have less than the next one (51(12));
/// first preferences go on first, then the rest by value. The last vacancy is filled as soon as
/// somebody has as many votes as all others and the surpluses together (52(2)). Where one is
/// elected, no quota is asked before the first exclusion (48(3)). Ties go by the earliest stage
/// with unequal votes (50(1), 51(13)), then by lot: declare `[.lot(seed:)]`.
public struct NorthernIrelandSTV: VotingMethod {
  public static let id = MethodID.northernIrelandSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = LastParcelCount(
      .northernIreland,
      try TransferCount(Self.id, ballots, seats: seats, tieBreak: tieBreak, unit: 100))
    return try count.outcome()
  }
}
