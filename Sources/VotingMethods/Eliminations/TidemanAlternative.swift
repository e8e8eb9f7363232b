/// Tideman's alternative method: whoever is not in the Smith set of those left goes out, then
/// whoever of the set has fewest first preferences, and so on by turns until one is left.
///
/// Source: T. N. Tideman, “Collective Decisions and Voting” (Ashgate 2006), page 232; J.
/// Green-Armytage, “Four Condorcet-Hare hybrid methods for single-winner elections”, Voting Matters
/// 29 (2011).
public struct TidemanAlternative: EliminationMethod {
  public static let id = MethodID.tidemanAlternative
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes out.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome { try run(ballots) }

  func staying(_ left: [Int], _ matrix: PairwiseMatrix, round: Int) -> [Int] {
    SmithSet.smallest(of: left, in: matrix)
  }

  func winner(_ left: [Int], firsts: [Int], _ matrix: PairwiseMatrix) -> Int? { nil }
}
