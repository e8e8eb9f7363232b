import VotingMethods

/// Methods that take candidates out until somebody has won, and Bucklin's, which adds the next
/// preferences until somebody has.
extension Account {
  var reasonsByEliminations: [String] {
    guard let last = outcome.stages.last, let winner = outcome.winners.first else { return [] }
    guard everybody.count > 1 else { return [Wording.onlyOne] }
    let gone = outcome.stages.flatMap(\.excluded)
    let groups = outcome.stages.map(\.excluded).filter { !$0.isEmpty }
    let course =
      groups.isEmpty
      ? []
      : [
        Wording.eliminationMeaning(outcome.method),
        Wording.takenOut(groups.map { list($0) }, isOne: gone.count == 1),
      ]
    return course + [ending(winner, last, gone)]
  }

  private func ending(_ winner: Int, _ last: Stage, _ gone: [Int]) -> String {
    if openTie != nil { return Wording.levelInTheEnd(list(outcome.winners)) }
    let rivals = everybody.filter { $0 != winner && !gone.contains($0) }
    if rivals.isEmpty { return Wording.lastLeft(name(winner)) }
    switch outcome.method {
    case .benham: return Wording.beatsTheRest(name(winner), list(rivals), isFirst: gone.isEmpty)
    case .smithIRV, .coombs:
      let all = whole(last.totals.reduce(.zero, +))
      return Wording.moreThanHalf(
        name(winner), whole(last.totals[winner]), of: all, isFirst: gone.isEmpty)
    default: return Wording.levelInTheEnd(list([winner] + rivals))
    }
  }

  var reasonsByPlaces: [String] {
    guard let last = outcome.stages.last, let winner = outcome.winners.first else { return [] }
    let valid = outcome.stages[0].totals.reduce(.zero, +)
    let depth = outcome.stages.count
    let mine = last.totals[winner]
    let next = everybody.filter { $0 != winner }.max {
      (last.totals[$0], $1) < (last.totals[$1], $0)
    }
    return [
      Wording.places(
        name(winner), whole(mine), of: whole(valid), depth: depth, isMore: mine * 2 > valid),
      next.map {
        Wording.each(
          next: name($0), whole(last.totals[$0]), isLevel: last.totals[$0] == mine)
      },
    ].compactMap(\.self)
  }

  /// A whole quota is a seat; the rest go by the remainders.
  var reasonsByRemainders: [String] {
    guard let first = outcome.stages.first, let last = outcome.stages.last,
      let quota = first.quota
    else { return [Wording.noVotes] }
    let amount = Amount(places: 2)
    let meaning = Wording.remainderMeaning(amount.text(quota))
    let below = parameter("below-the-hurdle").map { [Wording.below($0)] } ?? []
    guard let winner = last.elected.last else { return below + [meaning] }
    let others = everybody.filter { !last.elected.contains($0) && last.totals[$0] > .zero }
    let next = others.max { (last.totals[$0], $1) < (last.totals[$1], $0) }
    return below + [
      meaning,
      Wording.lastRemainder(
        name(winner), amount.text(last.totals[winner]),
        next: next.map { (name($0), amount.text(last.totals[$0])) }),
    ]
  }

  /// The place of a winner among methods whose ballots weigh less when they had their way.
  var reasonsByWeights: [String] {
    guard !outcome.stages.isEmpty else { return [Wording.noVotes] }
    return [Wording.weightMeaning(outcome.method)]
      + outcome.stages.indices.compactMap(weightedPlace)
  }

  private func weightedPlace(_ place: Int) -> String? {
    let stage = outcome.stages[place]
    guard let winner = stage.elected.first else { return nil }
    let before = outcome.stages[...place].flatMap(\.elected)
    let others = everybody.filter { !before.contains($0) }
    let next = others.max { (stage.totals[$0], $1) < (stage.totals[$1], $0) }
    let amount = Amount(telling: [stage.totals[winner]] + (next.map { [stage.totals[$0]] } ?? []))
    let unit = Wording.Unit(outcome.method)
    return Wording.placeByPoints(
      place + 1, name(winner), unit.count(stage.totals[winner], amount),
      next: next.map { (name($0), amount.text(stage.totals[$0])) },
      isLevel: next.map { stage.totals[$0] == stage.totals[winner] } ?? false)
  }
}
