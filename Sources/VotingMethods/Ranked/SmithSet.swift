/// The Smith set: the smallest group of candidates each of whom beats everybody outside of it. It
/// holds the Condorcet winner alone where there is one.
///
/// Source: J. H. Smith, “Aggregation of preferences with variable electorate”, Econometrica 41
/// (1973); named and studied by P. C. Fishburn, “Condorcet social choice functions”, SIAM Journal
/// on Applied Mathematics 33 (1977). All of the set are winners, which is no tie. The ranking gives
/// the set, then the set among the rest, and so on.
public struct SmithSet: PairwiseMethod {
  public static let id = MethodID.smith

  public init() {}

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(pairs: Self.id, matrix, candidates, [])
    var left = Array(0..<matrix.count)
    while !left.isEmpty {
      let set = SmithSet.smallest(of: left, in: matrix)
      outcome.ranking.append(set)
      left.removeAll { set.contains($0) }
    }
    outcome.winners = outcome.ranking[0]
    return outcome
  }

  /// Whoever beats most of the rest is in the set, and so is everybody whom a member doesn't beat.
  static func smallest(of group: [Int], in matrix: PairwiseMatrix) -> [Int] {
    let victories = group.map { one in group.count { matrix.beats(one, $0) } }
    guard let most = victories.max() else { return [] }
    var set = zip(group, victories).filter { $1 == most }.map(\.0)
    var place = 0
    while place < set.count {
      for other in group where !set.contains(other) && !matrix.beats(set[place], other) {
        set.append(other)
      }
      place += 1
    }
    return set.sorted()
  }
}
