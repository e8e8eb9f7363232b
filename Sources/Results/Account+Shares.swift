import VotingMethods

/// Proportional methods on approvals: who takes each seat, at which price.
extension Account {
  var reasonsByShares: [String] {
    guard !outcome.stages.isEmpty else { return [Wording.noVotes] }
    let steps = outcome.stages.indices.compactMap { place in
      outcome.method == .seqPAV ? weighted(place) : shared(place)
    }
    let short = outcome.winners.count < seats ? [Wording.emptySeats] : []
    return [Wording.shareMeaning(outcome.method)] + steps + short
  }

  /// PAV: the most, in votes that weigh less for those who have somebody already.
  private func weighted(_ place: Int) -> String? {
    let stage = outcome.stages[place]
    guard let winner = stage.elected.first else { return nil }
    let others = rivals(place)
    let next = others.max { (stage.totals[$0], $1) < (stage.totals[$1], $0) }
    let amount = Amount(telling: [stage.totals[winner]] + (next.map { [stage.totals[$0]] } ?? []))
    return Wording.weighted(
      place + 1, name(winner), amount.text(stage.totals[winner]),
      next: next.map { (name($0), amount.text(stage.totals[$0])) })
  }

  /// Phragmén and equal shares: the least, in parts of a seat.
  private func shared(_ place: Int) -> String? {
    let stage = outcome.stages[place]
    guard let winner = stage.elected.first else { return nil }
    let others = rivals(place).filter { stage.totals[$0] > .zero }
    let next = others.min { (stage.totals[$0], $0) < (stage.totals[$1], $1) }
    let amount = Amount(telling: [stage.totals[winner]] + (next.map { [stage.totals[$0]] } ?? []))
    let count = particulars.approvals.map { supporters(of: winner, $0) }
    return Wording.shared(
      place + 1, name(winner), amount.text(stage.totals[winner]), supporters: count,
      step(place), next: next.map { (name($0), amount.text(stage.totals[$0])) })
  }

  private func rivals(_ place: Int) -> [Int] {
    let before = outcome.stages[...place].flatMap(\.elected)
    return everybody.filter { !before.contains($0) }
  }

  func supporters(of candidate: Int, _ ballots: ApprovalBallots) -> Int {
    ballots.counts.indices.reduce(0) { sum, ballot in
      ballots.approvals(ballot).contains(candidate) ? sum + ballots.counts[ballot] : sum
    }
  }

  /// What a stage's total is: a price as long as the supporters could pay it, then a burden.
  /// Without the ballots it isn't known where the one ends and the other begins.
  private func step(_ place: Int) -> Wording.ShareStep {
    guard outcome.method == .equalShares else { return .burden }
    if parameter("completion") == "none" { return .price }
    guard let ballots = particulars.approvals else { return .either }
    let voters = ballots.counts.reduce(0, +)
    guard voters > 0 else { return .either }
    var money = ballots.counts.map { _ in Rational(seats, over: voters) }
    for stage in outcome.stages[...place] {
      guard let winner = stage.elected.first else { continue }
      let payers = money.indices.filter { ballots.approvals($0).contains(winner) }
      let all = payers.reduce(Rational.zero) { $0 + money[$1] * Rational(ballots.counts[$1]) }
      guard all >= 1 else { return .burden }
      for payer in payers { money[payer] -= min(money[payer], stage.totals[winner]) }
    }
    return .price
  }
}
