/// Benham's method: instant runoff that stops as soon as one of those left beats each of the others
/// one to one.
///
/// Source: J. Green-Armytage, “Four Condorcet-Hare hybrid methods for single-winner elections”,
/// Voting Matters 29 (2011), who names it after C. Benham. Whoever has fewest first preferences
/// goes out, one at a time.
public struct Benham: EliminationMethod {
  public static let id = MethodID.benham
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes out.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome { try run(ballots) }

  func winner(_ left: [Int], firsts: [Int], _ matrix: PairwiseMatrix) -> Int? {
    matrix.condorcetWinner(among: left)
  }
}
