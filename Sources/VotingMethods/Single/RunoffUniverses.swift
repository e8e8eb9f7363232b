/// All the ways in which an instant runoff can go where ties for the last place fall this way or
/// that, each set of candidates left looked at once: what follows depends on nothing else.
struct RunoffUniverses {
  private let ballots: RankedBallots
  private let most: Int
  /// The lots drawn by hand, which leave no choice between those whom they name.
  private let lots: TieBreaker
  private var known: [[Bool]: Set<Int>] = [:]

  /// - Parameter most: how many sets of candidates left are looked at before it gives up.
  init(_ ballots: RankedBallots, most: Int, lots: TieBreak = .none) {
    (self.ballots, self.most) = (ballots, most)
    self.lots = TieBreaker(lots, candidates: ballots.candidates.count)
  }

  /// What happens where these are left.
  private enum Step {
    case elected(Int)
    /// Each of these groups may be the next to be excluded; several at once only where they have no
    /// votes, so that their order changes nothing.
    case out([[Int]])
  }

  private func step(_ isIn: [Bool]) -> Step {
    let totals = ballots.firstPreferences(of: isIn)
    let left = isIn.indices.filter { isIn[$0] }
    let half = totals.reduce(0, +)
    if left.count == 1 { return .elected(left[0]) }
    if let winner = left.first(where: { 2 * totals[$0] > half }) { return .elected(winner) }
    let least = left.reduce(totals[left[0]]) { min($0, totals[$1]) }
    let tied = left.filter { totals[$0] == least }
    if tied.count > 1, let lot = lots.lot(of: tied) {
      return .out([[tied.reduce(tied[0]) { lot.favour[$1] > lot.favour[$0] ? $1 : $0 }]])
    }
    return .out(least == 0 && tied.count < left.count ? [tied] : tied.map { [$0] })
  }

  /// Whoever wins in one of the ways that go on from here.
  ///
  /// - Throws: `tooManyUniverses`.
  mutating func winners(from isIn: [Bool]) throws(TallyFault) -> Set<Int> {
    if let found = known[isIn] { return found }
    guard known.count < most else { throw .tooManyUniverses(most) }
    // So that the sets that wait for others count too.
    known[isIn] = []
    var winners: Set<Int> = []
    switch step(isIn) {
    case .elected(let winner): winners = [winner]
    case .out(let groups):
      for group in groups { try winners.formUnion(self.winners(from: isIn.without(group))) }
    }
    known[isIn] = winners
    return winners
  }

  /// The first tie on which it depends who wins: its exclusions lead to others than one another.
  /// Ties before it, which decide nothing, fall on the first of the tied.
  mutating func decisiveTie() throws(TallyFault) -> Tie? {
    var isIn = Array(repeating: true, count: ballots.candidates.count)
    var stage = 0
    while case .out(let groups) = step(isIn) {
      let ends = try groups.map { group throws(TallyFault) in
        try winners(from: isIn.without(group))
      }
      if ends.contains(where: { $0 != ends[0] }) {
        return Tie(
          question: .exclusion, stage: stage, candidates: groups.flatMap(\.self), chosen: [],
          resolution: .unbroken)
      }
      isIn = isIn.without(groups[0])
      stage += groups[0].count
    }
    return nil
  }
}

extension [Bool] {
  fileprivate func without(_ candidates: [Int]) -> [Bool] {
    var rest = self
    for candidate in candidates { rest[candidate] = false }
    return rest
  }
}
