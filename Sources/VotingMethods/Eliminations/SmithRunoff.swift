/// Smith//IRV: whoever is not in the Smith set goes out, and of the set an instant runoff elects
/// one.
///
/// Source: J. Green-Armytage, “Four Condorcet-Hare hybrid methods for single-winner elections”,
/// Voting Matters 29 (2011), there Smith-Hare. The set is found once; see ``SmithSet``.
public struct SmithRunoff: EliminationMethod {
  public static let id = MethodID.smithIRV
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes out.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome { try run(ballots) }

  func staying(_ left: [Int], _ matrix: PairwiseMatrix, round: Int) -> [Int] {
    round == 0 ? SmithSet.smallest(of: left, in: matrix) : left
  }

  func winner(_ left: [Int], firsts: [Int], _ matrix: PairwiseMatrix) -> Int? {
    majority(left, firsts)
  }

  var passesOverVoteless: Bool { true }
}
