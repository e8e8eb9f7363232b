/// Nanson's method: by the Borda count, all go out who have no more than the average, again and
/// again, until one is left.
///
/// Source: E. J. Nanson, “Methods of election”, Transactions and Proceedings of the Royal Society
/// of Victoria 19 (1882). Where all who are left have the average, they are tied. The points are
/// those of ``Borda``, among those left alone; whoever beats everybody one to one is always above
/// the average and wins.
public struct Nanson: PairwiseMethod {
  public static let id = MethodID.nanson
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates, [.init("tie-break", tieBreak)])
    var left = Array(0..<matrix.count)
    outcome.stages = [matrix.bordaStage(among: left)]
    while true {
      let points = outcome.stages[outcome.stages.count - 1].totals
      let average = Rational((left.count - 1) * matrix.voters, over: 2)
      let above = left.filter { points[$0] > average }
      guard !above.isEmpty else { break }
      let going = left.filter { points[$0] <= average }
      let ranks = tiers(by: points).map { $0.filter(going.contains) }.filter { !$0.isEmpty }
      outcome.ranking.insert(contentsOf: ranks, at: 0)
      left = above
      outcome.stages.append(matrix.bordaStage(among: left, excluded: going))
    }
    outcome.ranking.insert(left, at: 0)
    var breaker = TieBreaker(tieBreak, candidates: matrix.count)
    let last = outcome.stages.count - 1
    outcome.elect(1, from: [left], breaker: &breaker, stage: last)
    outcome.stages[last].elected = outcome.winners
    return outcome
  }
}

extension PairwiseMatrix {
  /// The points of the Borda count among these alone, nothing for anybody else.
  func bordaStage(among left: [Int], excluded: [Int] = []) -> Stage {
    var totals = Array(repeating: Rational.zero, count: count)
    for one in left {
      // Twice the points from one pair are the voters and the margin; see ``Borda``.
      let doubled = left.reduce(0) { $1 == one ? $0 : $0 + voters + margin(one, $1) }
      totals[one] = Rational(doubled, over: 2)
    }
    var stage = Stage(totals: totals)
    stage.excluded = excluded
    return stage
  }

  /// Who of these beats all the others of them, if anybody does.
  func condorcetWinner(among left: [Int]) -> Int? {
    left.first { one in left.allSatisfy { $0 == one || beats(one, $0) } }
  }
}
