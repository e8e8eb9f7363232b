/// The Kemeny-Young method: of all orders of the candidates the one that contradicts the fewest
/// preferences of voters between two; whoever is first in it wins.
///
/// Source: J. G. Kemeny, “Mathematics without numbers”, Daedalus 88 (1959); H. P. Young and A.
/// Levenglick, “A consistent extension of Condorcet's election principle”, SIAM Journal on Applied
/// Mathematics 35 (1978). A voter who prefers neither of two contradicts no order.
///
/// It is exact. Whoever beats one to one everybody of another group stands before them in every
/// best order (M. Truchon, “An extension of the Condorcet criterion and Kemeny orders”, 1998), so
/// that the Smith set is ordered, then the Smith set of the rest, and so on; each by dynamic
/// programming over its subsets, which is possible up to ``most`` candidates.
public struct Kemeny: PairwiseMethod {
  public static let id = MethodID.kemeny
  /// How many candidates can be ordered who beat one another in circles.
  public static let most = 14
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `tooManyInCircles` where a Smith set is too large.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates, [.init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: matrix.count)
    var left = Array(0..<matrix.count)
    var isUnique = true
    while !left.isEmpty {
      let group = SmithSet.smallest(of: left, in: matrix)
      guard group.count <= Self.most else {
        throw .tooManyInCircles(group.count, most: Self.most)
      }
      let orders = BestOrders(of: group, in: matrix)
      if outcome.ranking.isEmpty {
        outcome.elect(1, from: [orders.firsts(after: 0)], breaker: &breaker)
      }
      isUnique = isUnique && orders.isUnique
      outcome.ranking += orders.order(favour: breaker.seededLot?.favour).map { [$0] }
      left.removeAll(where: group.contains)
    }
    // Without a lot, one best order of several is not the ranking.
    if !isUnique, breaker.seededLot == nil { outcome.ranking = [] }
    return outcome
  }
}

/// The orders of a few candidates that contradict the fewest preferences.
private struct BestOrders {
  private let group: [Int]
  /// For each set of the group, as bits: how few preferences can be contradicted in ordering it.
  private var least: [Int]
  /// How many voters prefer the column to the row, within the group.
  private let against: [[Int]]

  init(of group: [Int], in matrix: PairwiseMatrix) {
    self.group = group
    against = group.map { one in group.map { $0 == one ? 0 : matrix[$0, one] } }
    least = Array(repeating: 0, count: 1 << group.count)
    for set in least.indices.dropFirst() {
      least[set] = members(of: set).reduce(Int.max) { min($0, cost(of: $1, before: set)) }
    }
  }

  private func members(of set: Int) -> some Sequence<Int> {
    group.indices.lazy.filter { set & (1 << $0) != 0 }
  }

  /// How many preferences are contradicted where one stands first of a set, the rest in its best
  /// order.
  private func cost(of first: Int, before set: Int) -> Int {
    let rest = set & ~(1 << first)
    return members(of: rest).reduce(least[rest]) { $0 + against[first][$1] }
  }

  /// Who can stand next in a best order, when those of a set stand already.
  private func next(after set: Int) -> [Int] {
    let rest = least.count - 1 - set
    return members(of: rest).filter { cost(of: $0, before: rest) == least[rest] }
  }

  /// The same as candidates.
  func firsts(after set: Int) -> [Int] { next(after: set).map { group[$0] } }

  var isUnique: Bool {
    var set = 0
    while set < least.count - 1 {
      let next = next(after: set)
      guard next.count == 1 else { return false }
      set |= 1 << next[0]
    }
    return true
  }

  /// The best order in which the most favoured stand first wherever that is possible; without a
  /// favour the first of the list.
  func order(favour: [Int]?) -> [Int] {
    var (set, order) = (0, [Int]())
    while set < least.count - 1 {
      let possible = next(after: set)
      guard
        let one = possible.min(by: { (favour?[group[$0]] ?? $0) < (favour?[group[$1]] ?? $1) })
      else { break }
      order.append(group[one])
      set |= 1 << one
    }
    return order
  }
}
