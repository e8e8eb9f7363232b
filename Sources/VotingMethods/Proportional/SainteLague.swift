/// Sainte-Laguë's method (Webster's): the divisors are 1, 3, 5… A party is among the winners once
/// for each of its seats.
///
/// Source: A. Sainte-Laguë, “La représentation proportionnelle et la méthode des moindres carrés”
/// (1910); F. Pukelsheim, “Proportional Representation” (Springer 2014), chapter 4.
public struct SainteLague: VotingMethod {
  public static let id = MethodID.sainteLague
  /// How many are elected.
  public var seats: Int
  /// Which part of all votes a party needs to have seats at all.
  public var hurdle: Rational
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, hurdle: Rational = .zero, tieBreak: TieBreak = .none) {
    (self.seats, self.hurdle, self.tieBreak) = (seats, hurdle, tieBreak)
  }

  /// - Throws: `unbrokenTie` where the last seats are tied and no lot is declared.
  public func tally(_ ballots: PartyVotes) throws(TallyFault) -> Outcome {
    try HighestAverages(
      method: Self.id, seats: seats, hurdle: hurdle, tieBreak: tieBreak, divisor: { 2 * $0 + 1 }
    ).tally(ballots)
  }
}
