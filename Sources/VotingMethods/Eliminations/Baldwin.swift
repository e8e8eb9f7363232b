/// Baldwin's method: by the Borda count, whoever has fewest points goes out, and the points are
/// counted anew among the rest, until one is left.
///
/// Source: J. M. Baldwin, “The technique of the Nanson preferential majority system of election”,
/// Proceedings of the Royal Society of Victoria 39 (1926). The points are those of ``Borda``;
/// whoever beats everybody one to one never has the fewest and wins.
public struct Baldwin: PairwiseMethod {
  public static let id = MethodID.baldwin
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes out.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates, [.init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: matrix.count)
    var left = Array(0..<matrix.count)
    var history: [[Rational]] = []
    outcome.stages = [matrix.bordaStage(among: left)]
    while left.count > 1 {
      let points = outcome.stages[outcome.stages.count - 1].totals
      let least = left.reduce(points[left[0]]) { min($0, points[$1]) }
      let out = try breaker.one(
        .least, of: left.filter { points[$0] == least }, for: .exclusion, stage: history.count,
        history: history)
      history.append(points)
      left.removeAll { $0 == out }
      outcome.ranking.insert([out], at: 0)
      outcome.stages.append(matrix.bordaStage(among: left, excluded: [out]))
    }
    outcome.ranking.insert(left, at: 0)
    outcome.winners = left
    outcome.stages[outcome.stages.count - 1].elected = left
    outcome.keep(breaker)
    return outcome
  }
}
