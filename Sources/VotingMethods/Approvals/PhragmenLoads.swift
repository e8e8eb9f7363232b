/// The heart of Phragmén's sequential rule: whoever is elected burdens those who approve, who share
/// the burden so that all of them bear the same from then on; next comes whoever leaves the
/// smallest burden on anyone.
///
/// Voters only ever bear one of few loads (the one they began with, or that of the last election
/// that they had part in), so that they are counted by load; and what all who approve of a
/// candidate bear together changes only by those of them who had part in an election.
struct PhragmenLoads {
  private let ballots: ApprovalBallots
  /// What each candidate costs.
  private let costs: [Int]
  /// The loads, over one common denominator, so that adding them up takes whole numbers alone.
  private var loads: [BigInteger]
  private var denominator = BigInteger(1)
  /// Which of the loads each ballot's voters bear.
  private var levels: [Int]
  /// What all who approve of a candidate bear together, in the same parts.
  private var carried: [BigInteger]
  /// How many approve of each candidate.
  private let supporters: [Int]

  /// - Parameter start: each ballot's load at first; nil for none.
  init(_ ballots: ApprovalBallots, costs: [Int], start: [Rational]? = nil) {
    (self.ballots, self.costs) = (ballots, costs)
    loads = [BigInteger(0)]
    levels = Array(repeating: 0, count: ballots.counts.count)
    carried = Array(repeating: BigInteger(0), count: costs.count)
    supporters = ballots.totals
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
    for ballot in levels.indices {
      let load = BigInteger(ballots.counts[ballot]) * loads[levels[ballot]]
      for candidate in ballots.approvals(ballot) { carried[candidate] = carried[candidate] + load }
    }
  }

  /// Makes the common denominator a multiple of a load's own.
  private mutating func refine(for load: Rational) {
    let bottom = load.big.bottom
    let shared = BigInteger.greatestCommonDivisor(denominator, bottom)
    let factor = bottom.divided(by: shared).quotient
    guard factor != BigInteger(1) else { return }
    denominator = denominator * factor
    loads = loads.map { $0 * factor }
    carried = carried.map { $0 * factor }
  }

  /// A load as a number of parts, of which the common denominator makes one.
  private func inParts(_ load: Rational) -> BigInteger {
    load.big.top * denominator.divided(by: load.big.bottom).quotient
  }

  /// The load that electing each of these would leave; nil for those without supporters.
  func next(_ candidates: [Int]) -> [Rational?] {
    candidates.map { candidate in
      guard supporters[candidate] > 0 else { return nil }
      let burden = BigInteger(costs[candidate]) * denominator + carried[candidate]
      return Rational(burden, over: denominator * BigInteger(supporters[candidate]))
    }
  }

  /// Lays the load on all who approve of the elected.
  mutating func elect(_ candidate: Int, load: Rational) {
    refine(for: load)
    let parts = inParts(load)
    let moving = levels.indices.filter { ballots.approves($0, of: candidate) }
    // How many approve of each candidate and leave each load behind.
    var voters = Array(repeating: 0, count: costs.count * loads.count)
    for ballot in moving {
      for place in ballots.bounds[ballot]..<ballots.bounds[ballot + 1] {
        let other = Int(ballots.approved[place])
        voters[other * loads.count + levels[ballot]] += ballots.counts[ballot]
      }
      levels[ballot] = loads.count
    }
    let added = loads.map { parts - $0 }
    for place in voters.indices where voters[place] > 0 {
      let (other, level) = place.quotientAndRemainder(dividingBy: loads.count)
      carried[other] = carried[other] + BigInteger(voters[place]) * added[level]
    }
    loads.append(parts)
  }
}
