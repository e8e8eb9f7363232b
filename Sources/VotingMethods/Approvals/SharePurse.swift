/// The heart of the Method of Equal Shares: every voter has the same money, and candidates are
/// bought by those who approve of them, who pay alike as far as their money goes.
struct SharePurse {
  private let ballots: ApprovalBallots
  private let costs: [Int]
  /// The ballots that approve of each candidate.
  private let supporters: [[Int]]
  /// What each voter of a ballot has left.
  private(set) var money: [Rational]

  init(_ ballots: ApprovalBallots, costs: [Int], each share: Rational) {
    (self.ballots, self.costs) = (ballots, costs)
    var supporters: [[Int]] = Array(repeating: [], count: costs.count)
    for ballot in ballots.counts.indices {
      for candidate in ballots.approvals(ballot) { supporters[candidate].append(ballot) }
    }
    self.supporters = supporters
    money = Array(repeating: share, count: ballots.counts.count)
  }

  /// The most that anyone would have to pay for the candidate, all others paying as much or all
  /// that they have; nil if those who approve can't afford it.
  func price(of candidate: Int) -> Rational? {
    var purses: [Rational: Int] = [:]
    for ballot in supporters[candidate] {
      purses[money[ballot], default: 0] += ballots.counts[ballot]
    }
    var missing = Rational(costs[candidate])
    var payers = purses.values.reduce(0, +)
    for (purse, voters) in purses.sorted(by: { $0.key < $1.key }) where voters > 0 {
      if purse * Rational(payers) >= missing { return missing / Rational(payers) }
      missing -= purse * Rational(voters)
      payers -= voters
    }
    return nil
  }

  mutating func buy(_ candidate: Int, at price: Rational) {
    for ballot in supporters[candidate] {
      money[ballot] = money[ballot] > price ? money[ballot] - price : .zero
    }
  }
}
