import VotingMethods

/// Methods that add up one number for each candidate and elect those with the most.
extension Account {
  var reasonsByTotals: [String] {
    if let unsupported { return unsupported }
    guard let totals = outcome.stages.first?.totals, let most = totals.max() else { return [] }
    let unit = Wording.Unit(outcome.method)
    let meaning = Wording.meaning(of: outcome.method, particulars.noun).map { [$0] } ?? []
    if totals.allSatisfy({ $0 == most }), everybody.count > 1 {
      return meaning + [Wording.allEqual(unit.count(most, Amount(places: 2)), noun(2))]
    }
    return meaning + margin(totals, unit) + majority(totals)
  }

  /// Why nothing is chosen of what got points or grades; nil where something is.
  var unsupported: [String]? {
    switch outcome.method {
    case .score, .star, .majorityJudgment, .majorityJudgmentGauge:
      outcome.winners.isEmpty ? [Wording.unsupported(noun(2))] : nil
    case .scoreMean:
      outcome.winners.isEmpty
        ? [Wording.unsupported(noun(2), quorum: parameter("quorum").flatMap { Int($0) } ?? 1)]
        : nil
    default: nil
    }
  }

  /// The last of the elected and the first of the others, and what is between them.
  private func margin(_ totals: [Rational], _ unit: Wording.Unit) -> [String] {
    let losers = everybody.filter { !outcome.winners.contains($0) }
    if let tied = openTie?.candidates, let one = tied.first {
      let amount = Amount(telling: totals)
      return [Wording.each(list(tied), unit.count(totals[one], amount))]
    }
    guard let last = outcome.winners.last,
      let best = losers.max(by: { (totals[$0], $1) < (totals[$1], $0) })
    else { return [] }
    let amount = Amount(telling: [totals[last], totals[best], totals[last] - totals[best]])
    let rivals = losers.filter { totals[$0] == totals[best] }
    let others = Wording.those(list(rivals), unit.count(totals[best], amount), rivals.count)
    let winner = (name(last), unit.count(totals[last], amount))
    guard totals[last] > totals[best] else { return [Wording.level(winner, others)] }
    let by = unit.more(totals[last] - totals[best], amount)
    return outcome.winners.count == 1
      ? [Wording.ahead(winner, by: by, others)]
      : [Wording.lastPlace(winner, by: by, others, noun(1))]
  }

  /// Of a vote for one only: whether the winner has more than half.
  private func majority(_ totals: [Rational]) -> [String] {
    guard outcome.method == .plurality, let winner = outcome.winners.first,
      outcome.winners.count == 1
    else { return [] }
    let all = totals.reduce(.zero, +)
    // Weights may have decimals.
    let amount = Amount(telling: [totals[winner], all])
    let (part, whole) = (amount.text(totals[winner]), amount.text(all))
    return [Wording.half(name(winner), part, of: whole, isMore: totals[winner] * 2 > all)]
  }
}
