/// Minimax: the candidate whose worst defeat is the least.
///
/// Source: P. B. Simpson, “On defining areas of voter choice”, The Quarterly Journal of Economics
/// 83 (1969), and G. H. Kramer, “A dynamical model of political equilibrium”, Journal of Economic
/// Theory 16 (1977). Only defeats count, by margins or by the votes on
/// the winning side. A total is the worst defeat with a minus: zero for someone never beaten.
public struct Minimax: PairwiseMethod {
  public static let id = MethodID.minimax
  /// How victories are measured.
  public var strength: VictoryStrength
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(strength: VictoryStrength = .margins, tieBreak: TieBreak = .none) {
    (self.strength, self.tieBreak) = (strength, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates,
      [.init("strength", strength), .init("tie-break", tieBreak)])
    let totals = (0..<matrix.count).map { one in
      (0..<matrix.count).reduce(0) { min($0, -strength.of($1, over: one, in: matrix)) }
    }
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, tieBreak: tieBreak)
    return outcome
  }
}
