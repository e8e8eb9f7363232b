import VotingMethods

/// The Method of Equal Shares as it is defined, step by step and in exact fractions, with no
/// thought of speed: what the quick counts are held against.
struct EqualSharesByTheBook {
  let costs: [Int]
  let budget: Int
  /// Each voter's projects.
  let votes: [[Int]]
  let satisfaction: EqualSharesBudget.Satisfaction
  /// Each project's place in the lot.
  let favour: [Int]

  struct Round: Equatable {
    var funded: [Int] = []
    var prices: [Rational] = []
  }

  func round(share: Rational) -> Round {
    var money = votes.map { _ in share }
    var round = Round()
    if satisfaction == .cardinality {
      for project in costs.indices where costs[project] == 0 {
        guard votes.contains(where: { $0.contains(project) }) else { continue }
        round.funded.append(project)
        round.prices.append(.zero)
      }
    }
    while true {
      var best: (project: Int, price: Rational, rate: Rational)?
      for project in costs.indices where !round.funded.contains(project) {
        let purses = votes.indices.filter { votes[$0].contains(project) }.map { money[$0] }
        guard let price = price(costs[project], purses) else { continue }
        let rate = satisfaction == .cost ? price / Rational(costs[project]) : price
        if let other = best,
          (other.rate, favour[other.project]) < (rate, favour[project])
        {
          continue
        }
        best = (project, price, rate)
      }
      guard let best else { return round }
      round.funded.append(best.project)
      round.prices.append(best.price)
      for voter in votes.indices where votes[voter].contains(best.project) {
        money[voter] -= min(money[voter], best.price)
      }
    }
  }

  /// The least price with which the purses, each giving so much or all that it has, pay the cost.
  private func price(_ cost: Int, _ purses: [Rational]) -> Rational? {
    guard cost > 0, purses.reduce(.zero, +) >= Rational(cost) else { return nil }
    var missing = Rational(cost)
    for (place, purse) in purses.sorted().enumerated() {
      let left = Rational(purses.count - place)
      if purse * left >= missing { return missing / left }
      missing -= purse
    }
    return nil
  }

  /// With units added for everybody until the next one would cost too much.
  func addingUnits() -> Round {
    var share = Rational(budget, over: votes.count)
    var last = round(share: share)
    while costs.indices.contains(where: { project in
      costs[project] > 0 && votes.contains { $0.contains(project) }
        && !last.funded.contains(project)
        && costs[project] <= budget - last.funded.reduce(0) { $0 + costs[$1] }
    }) {
      share += 1
      let next = round(share: share)
      if next.funded.reduce(0, { $0 + costs[$1] }) > budget { break }
      last = next
    }
    return last
  }
}
