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
  /// The loads, over one common denominator, so that adding them up takes whole numbers alone.
  private var loads: [BigInteger]
  private var denominator = BigInteger(1)
  /// Which of the loads each ballot's voters bear.
  private var levels: [Int]

  /// - Parameter start: each ballot's load at first; nil for none.
  init(_ ballots: ApprovalBallots, costs: [Int], start: [Rational]? = nil) {
    (self.ballots, self.costs) = (ballots, costs)
    loads = [BigInteger(0)]
    levels = Array(repeating: 0, count: ballots.counts.count)
    guard let start else { return }
    var known: [Rational: Int] = [.zero: 0]
    var different = [Rational.zero]
    for (ballot, load) in start.enumerated() {
      if let level = known[load] {
        levels[ballot] = level
      } else {
        (known[load], levels[ballot]) = (different.count, different.count)
        different.append(load)
      }
    }
    for load in different { refine(for: load) }
    loads = different.map(inParts)
  }

  /// Makes the common denominator a multiple of a load's own.
  private mutating func refine(for load: Rational) {
    let bottom = load.big.bottom
    let shared = BigInteger.greatestCommonDivisor(denominator, bottom)
    let factor = bottom.divided(by: shared).quotient
    guard factor != BigInteger(1) else { return }
    denominator = denominator * factor
    loads = loads.map { $0 * factor }
  }

  /// A load as a number of parts, of which the common denominator makes one.
  private func inParts(_ load: Rational) -> BigInteger {
    load.big.top * denominator.divided(by: load.big.bottom).quotient
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
      let cost = BigInteger(costs[candidate]) * denominator
      let burden = zip(row, loads).reduce(cost) { sum, pair in
        pair.0 == 0 ? sum : sum + BigInteger(pair.0) * pair.1
      }
      return Rational(burden, over: denominator * BigInteger(supporters))
    }
  }

  /// Lays the load on all who approve of the elected.
  mutating func elect(_ candidate: Int, load: Rational) {
    refine(for: load)
    loads.append(inParts(load))
    for ballot in levels.indices where ballots.approves(ballot, of: candidate) {
      levels[ballot] = loads.count - 1
    }
  }
}
