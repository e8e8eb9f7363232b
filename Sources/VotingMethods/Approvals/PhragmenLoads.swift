/// The heart of Phragmén's sequential rule: whoever is elected burdens those who approve, who share
/// the burden so that all of them bear the same from then on; next comes whoever leaves the
/// smallest burden on anyone.
///
/// Voters only ever bear one of few loads (the one they began with, or that of the last election
/// that they had part in), so that they are counted by load.
struct PhragmenLoads {
  private let ballots: ApprovalBallots
  /// What each candidate costs.
  private let costs: [Int]
  private var loads: [Rational]
  /// Which of the loads each ballot's voters bear.
  private var levels: [Int]

  /// - Parameter start: each ballot's load at first; nil for none.
  init(_ ballots: ApprovalBallots, costs: [Int], start: [Rational]? = nil) {
    (self.ballots, self.costs) = (ballots, costs)
    loads = [.zero]
    levels = Array(repeating: 0, count: ballots.counts.count)
    guard let start else { return }
    var known: [Rational: Int] = [.zero: 0]
    for (ballot, load) in start.enumerated() {
      if let level = known[load] {
        levels[ballot] = level
      } else {
        (known[load], levels[ballot]) = (loads.count, loads.count)
        loads.append(load)
      }
    }
  }

  /// The load that electing each of these would leave; nil for those without supporters.
  func next(_ candidates: [Int]) -> [Rational?] {
    let width = loads.count
    var voters = Array(repeating: 0, count: costs.count * width)
    for ballot in ballots.counts.indices {
      for place in ballots.bounds[ballot]..<ballots.bounds[ballot + 1] {
        voters[Int(ballots.approved[place]) * width + levels[ballot]] += ballots.counts[ballot]
      }
    }
    return candidates.map { candidate in
      let row = voters[(candidate * width)..<((candidate + 1) * width)]
      let supporters = row.reduce(0, +)
      guard supporters > 0 else { return nil }
      let burden = zip(row, loads).reduce(Rational(costs[candidate])) { sum, pair in
        pair.0 == 0 ? sum : sum + Rational(pair.0) * pair.1
      }
      return burden / Rational(supporters)
    }
  }

  /// Lays the load on all who approve of the elected.
  mutating func elect(_ candidate: Int, load: Rational) {
    loads.append(load)
    for ballot in levels.indices where ballots.approves(ballot, of: candidate) {
      levels[ballot] = loads.count - 1
    }
  }
}
