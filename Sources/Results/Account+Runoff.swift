import VotingMethods

/// Instant runoff and two rounds: one winner out of a last comparison.
extension Account {
  var reasonsByRunoff: [String] {
    guard let first = outcome.stages.first, let last = outcome.stages.last else { return [] }
    if outcome.winners.isEmpty { return [] }
    if parameter("tie-break")?.hasPrefix("parallel-universes") == true {
      return [Wording.universes(list(outcome.winners), outcome.winners.count)]
    }
    let winner = outcome.winners[0]
    if outcome.stages.count == 1 {
      let (part, whole) = (whole(first.totals[winner]), whole(first.totals.reduce(.zero, +)))
      let isMore = first.totals[winner] * 2 > first.totals.reduce(.zero, +)
      return [isMore ? Wording.half(name(winner), part, of: whole, isMore: true) : Wording.onlyOne]
    }
    let course = outcome.method == .twoRound ? secondRound : exclusions
    return lead(winner, first.totals) + course + final(winner, last)
  }

  func whole(_ value: Rational) -> String { Amount(places: 2).text(value) }

  /// Who was ahead at first, if it wasn't the winner.
  private func lead(_ winner: Int, _ totals: [Rational]) -> [String] {
    guard let most = totals.max(), totals[winner] < most else { return [] }
    let leaders = everybody.filter { totals[$0] == most }
    return [
      Wording.lead(
        list(leaders), Wording.Unit(.plurality).count(most, Amount(places: 2)), leaders.count,
        winner: name(winner), whole(totals[winner]))
    ]
  }

  private var secondRound: [String] {
    let first = outcome.stages[0]
    let finalists = everybody.filter { !first.excluded.contains($0) }
      .sorted { (first.totals[$1], $0) < (first.totals[$0], $1) }
    let all = Wording.Unit(.plurality).count(first.totals.reduce(.zero, +), Amount(places: 2))
    return [Wording.secondRound(finalists.map { (name($0), whole(first.totals[$0])) }, of: all)]
  }

  /// Who was taken out one after the other, and whose votes went where last.
  private var exclusions: [String] {
    let order = outcome.stages.flatMap(\.excluded)
    let said = order.isEmpty ? [] : [Wording.excluded(order.map(name))]
    guard let last = order.last, let moved = outcome.stages.last?.transfers, !moved.isEmpty else {
      return said
    }
    let to = moved.compactMap { transfer in
      transfer.to.map { (name($0), whole(transfer.votes)) }
    }
    let lost = moved.filter { $0.to == nil }.reduce(Rational.zero) { $0 + $1.votes }
    let all = moved.reduce(Rational.zero) { $0 + $1.votes }
    return said + [
      Wording.passedOn(
        name(last), Wording.Unit(.irv).count(all, Amount(places: 2)), to: to,
        lost: lost > .zero ? whole(lost) : nil)
    ]
  }

  private func final(_ winner: Int, _ stage: Stage) -> [String] {
    let all = stage.totals.reduce(.zero, +)
    let isOut = Set(outcome.stages.flatMap(\.excluded))
    let rivals = everybody.filter { $0 != winner && !isOut.contains($0) }
    guard let best = rivals.max(by: { (stage.totals[$0], $1) < (stage.totals[$1], $0) }) else {
      return [Wording.onlyOne]
    }
    let (mine, other) = (stage.totals[winner], stage.totals[best])
    if mine == other { return [Wording.drawn(name(winner), name(best), whole(mine))] }
    return [
      Wording.final(
        name(winner), whole(mine), of: whole(all), isMore: mine * 2 > all,
        rival: name(best), whole(other))
    ]
  }
}
