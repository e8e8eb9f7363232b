import VotingMethods

/// The single transferable vote: quota, exclusions, transfers.
extension Account {
  var reasonsByTransfers: [String] {
    guard let quota = outcome.stages.first?.quota else {
      return outcome.stages.isEmpty ? [] : [Wording.noContest(noun(2))]
    }
    let last = outcome.stages.last?.quota ?? quota
    let amount = amount(telling: [quota, last])
    let opening =
      last == quota
      ? Wording.quota(amount.text(quota))
      : Wording.fallingQuota(amount.text(quota), amount.text(last))
    return [opening] + outcome.winners.compactMap(election) + excludedInOrder + lastContest
  }

  func stageOfElection(_ candidate: Int) -> Int? {
    outcome.stages.firstIndex { $0.elected.contains(candidate) }
  }

  /// At which stage a candidate was elected, with how much, and who put them over the quota.
  private func election(_ candidate: Int) -> String? {
    guard let place = stageOfElection(candidate) else { return nil }
    let stage = outcome.stages[place]
    let total = stage.totals[candidate]
    let quota = stage.quota ?? .zero
    let amount = amount(telling: [total, quota])
    guard total >= quota else {
      let gone = Set(outcome.stages[...place].flatMap(\.excluded) + outcome.winners)
      let othersLeft = everybody.contains { !gone.contains($0) }
      return Wording.withoutQuota(
        name(candidate), place + 1, amount.text(total), othersLeft: othersLeft)
    }
    let helped = stage.transfers.first { $0.to == candidate && total - $0.votes < quota }
    return Wording.reached(
      name(candidate), place + 1, amount.text(total),
      from: helped.map { (name($0.from), Wording.Unit(.irv).count($0.votes, amount)) })
  }

  /// With how many votes somebody was taken out of the count.
  private func votesAtExclusion(_ candidate: Int, _ place: Int) -> Rational {
    // By Meek's rule the exclusion closes a stage, by the others it opens one.
    let stage = outcome.method == .meekSTV ? place : max(0, place - 1)
    return outcome.stages[stage].totals[candidate]
  }

  private var excludedInOrder: [String] {
    let all = outcome.stages.enumerated().flatMap { place, stage in
      stage.excluded.map { candidate in
        Wording.out(
          name(candidate), place + 1, text(votesAtExclusion(candidate, place)))
      }
    }
    return all.isEmpty ? [] : [Wording.excluded(all)]
  }

  /// Who was left without a place at the end, or was the last to be taken out, if the last place
  /// was open until then.
  private var lastContest: [String] {
    let isOut = Set(outcome.stages.flatMap(\.excluded) + outcome.winners)
    let left = everybody.filter { !isOut.contains($0) }
    if let winner = outcome.winners.last, let place = stageOfElection(winner) {
      let totals = outcome.stages[place].totals
      if let next = left.max(by: { (totals[$0], $1) < (totals[$1], $0) }) {
        let amount = amount(telling: [totals[winner], totals[next]])
        return [
          Wording.lastContest(
            name(next), amount.text(totals[next]), name(winner), amount.text(totals[winner]))
        ]
      }
    }
    guard let place = outcome.stages.lastIndex(where: { !$0.excluded.isEmpty }),
      let loser = outcome.stages[place].excluded.last, let winner = outcome.winners.last,
      let elected = stageOfElection(winner), elected >= place
    else { return [] }
    let stage = outcome.method == .meekSTV ? place : max(0, place - 1)
    let totals = outcome.stages[stage].totals
    let amount = amount(telling: [totals[winner], totals[loser]])
    guard totals[winner] > totals[loser] else { return [] }
    return [
      Wording.lastContest(
        name(loser), amount.text(totals[loser]), name(winner), amount.text(totals[winner]))
    ]
  }
}
