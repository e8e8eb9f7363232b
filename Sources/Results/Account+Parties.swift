import VotingMethods

/// Methods that give each seat in turn to the party with the highest quotient.
extension Account {
  var reasonsByParties: [String] {
    guard let last = outcome.stages.last, let winner = last.elected.last else {
      return [Wording.noVotes]
    }
    let held = outcome.stages.dropLast().flatMap(\.elected)
    func divisor(_ party: Int) -> Int {
      let seats = held.count { $0 == party }
      return outcome.method == .dhondt ? seats + 1 : 2 * seats + 1
    }
    let meaning = Wording.partyMeaning(outcome.method)
    let others = everybody.filter { !last.elected.contains($0) && last.totals[$0] > .zero }
    let next = others.max { (last.totals[$0], $1) < (last.totals[$1], $0) }
    let amount = Amount(telling: [last.totals[winner]] + (next.map { [last.totals[$0]] } ?? []))
    let seat = Wording.lastSeat(
      name(winner), divisor: divisor(winner), amount.text(last.totals[winner]),
      next: next.map { (name($0), divisor($0), amount.text(last.totals[$0])) })
    let below = parameter("below-the-hurdle").map { [Wording.below($0)] } ?? []
    return below + [meaning, seat]
  }
}
