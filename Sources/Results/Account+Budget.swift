import VotingMethods

/// Projects that share a budget: what it cost, what is left, what just missed.
extension Account {
  var reasonsByBudget: [String] {
    [Wording.budgetMeaning(outcome.method, parameter("threshold"), noun(2))] + prices
      + leftover + missed
  }

  private var costs: [Int]? {
    particulars.costs.count == everybody.count ? particulars.costs : nil
  }

  private var isGreedy: Bool {
    switch outcome.method {
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold: true
    default: false
    }
  }

  /// What the supporters of each funded project pay or bear.
  private var prices: [String] {
    guard !isGreedy else { return [] }
    let fundedByPoints = completion
    return outcome.stages.enumerated().compactMap { place, stage in
      guard let project = stage.elected.first else { return nil }
      if place == fundedByPoints { return Wording.completed(list(stage.elected)) }
      // With one stage only, a price and the points of a completion look the same.
      if outcome.stages.count == 1, mayComplete { return nil }
      let amount = Amount(telling: [stage.totals[project]])
      return Wording.price(
        outcome.method, name(project), particulars.currency + amount.text(stage.totals[project]),
        cost: costs.map { money($0[project]) })
    }
  }

  private var mayComplete: Bool { parameter("completion")?.contains("greedy") == true }

  /// The stage at which what was left went by points, if there is one: it has everybody's points.
  private var completion: Int? {
    guard mayComplete, let last = outcome.stages.last,
      last.totals.count(where: { $0 > .zero }) > 1
    else { return nil }
    return outcome.stages.count - 1
  }

  private func spent(_ projects: [Int], _ costs: [Int]) -> Int {
    projects.reduce(0) { $0 + costs[$1] }
  }

  private var leftover: [String] {
    guard let budget, let costs else { return [] }
    let left = budget - spent(outcome.winners, costs)
    return [left >= 0 ? Wording.left(money(left)) : Wording.toppedUp(money(-left))]
  }

  private var missed: [String] {
    guard let budget, let costs else { return [] }
    return isGreedy ? missedByPoints(budget, costs) : missedByPrice(budget, costs)
  }

  /// The first that was not funded, from the most points.
  private func missedByPoints(_ budget: Int, _ costs: [Int]) -> [String] {
    guard let points = outcome.stages.first?.totals,
      let project = outcome.ranking.joined().first(where: { !outcome.winners.contains($0) })
    else { return [] }
    let before = outcome.winners.filter { points[$0] >= points[project] }
    let left = budget - spent(before, costs)
    let said = Wording.Unit(.score).count(points[project], Amount(places: 2))
    if let threshold = parameter("threshold").flatMap(Int.init),
      points[project] < Rational(threshold)
    {
      return [Wording.belowThreshold(name(project), said, threshold)]
    }
    return costs[project] > left
      ? [Wording.tooDear(name(project), said, money(costs[project]), left: money(max(0, left)))]
      : [Wording.stopped(name(project), said)]
  }

  /// The cheapest that was not funded.
  private func missedByPrice(_ budget: Int, _ costs: [Int]) -> [String] {
    let left = budget - spent(outcome.winners, costs)
    let others = everybody.filter { !outcome.winners.contains($0) }
    guard let cheapest = others.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else { return [] }
    return [
      Wording.cheapest(
        outcome.method, name(cheapest), money(costs[cheapest]), noun(1),
        isTooDear: costs[cheapest] > left)
    ]
  }
}
