import VotingMethods

/// Methods that compare every two candidates.
extension Account {
  var reasonsByPairs: [String] {
    guard let duels = Duels(outcome) else { return [] }
    if let winner = duels.winner, outcome.winners == [winner] {
      return [beatsAll(winner, duels)]
    }
    if outcome.method == .smith { return [Wording.smithMeaning(noun(2))] + circles(duels) }
    return [nobodyBeatsAll(duels)] + circles(duels)
      + outcome.winners.prefix(3).flatMap { settled($0, duels) }
  }

  private func score(_ one: Int, _ other: Int, _ duels: Duels) -> String {
    Wording.score(Amount.text(duels.cells[one][other]), Amount.text(duels.cells[other][one]))
  }

  /// "B beats every other idea one to one; closest is C, 14 to 12."
  private func beatsAll(_ winner: Int, _ duels: Duels) -> String {
    let closest = duels.closest(to: winner)
    let rivals = closest.map { Wording.rival(name($0), score(winner, $0, duels)) }
    return duels.count == 2
      ? Wording.beats(name(winner), name(closest[0]), score(winner, closest[0], duels))
      : Wording.beatsAll(name(winner), noun(1), closest: rivals)
  }

  private func nobodyBeatsAll(_ duels: Duels) -> String {
    let unbeaten = everybody.filter { duels.victors(over: $0).isEmpty }
    return Wording.nobodyBeatsAll(noun(1), unbeaten: unbeaten.map(name))
  }

  /// A circle through the first winner who is in one.
  private func circles(_ duels: Duels) -> [String] {
    let circles = outcome.winners.lazy.compactMap { duels.circle(through: $0) }
    guard let circle = circles.first else { return [] }
    let steps = circle.indices.map { place in
      let (one, other) = (circle[place], circle[(place + 1) % circle.count])
      return Wording.step(name(one), name(other), score(one, other, duels))
    }
    return [Wording.circle(steps)]
  }

  /// How the method came to this winner although not everybody is beaten by it.
  private func settled(_ winner: Int, _ duels: Duels) -> [String] {
    let draws = duels.equals(of: winner)
    let undecided =
      draws.isEmpty
      ? [] : [Wording.draws(name(winner), draws.map { (name($0), duels.cells[winner][$0]) })]
    switch outcome.method {
    case .minimax: return undecided + [worstDefeat(winner, duels)]
    case .copeland: return undecided + [points(winner)].compactMap(\.self)
    case .schulze: return undecided + chains(winner, duels)
    case .rankedPairs: return undecided + leftOut(winner, duels)
    case .kemeny:
      return undecided + [
        openTie == nil ? Wording.bestOrder(name(winner)) : Wording.couldWin(name(winner))
      ]
    default: return undecided
    }
  }

  private var byMargins: Bool { parameter("strength") == VictoryStrength.margins.rawValue }

  private func worstDefeat(_ winner: Int, _ duels: Duels) -> String {
    func worst(_ one: Int) -> Int {
      everybody.map { $0 == one ? 0 : duels.strength($0, one, byMargins: byMargins) }.max() ?? 0
    }
    let others = everybody.filter { !outcome.winners.contains($0) }
    let next = others.min { (worst($0), $0) < (worst($1), $1) }
    let defeat = duels.victors(over: winner).max {
      strength($0, winner, duels) < strength($1, winner, duels)
    }
    return Wording.worstDefeat(
      name(winner), defeat.map { (name($0), score($0, winner, duels)) },
      measure: Wording.measure(byMargins, Amount.text(worst(winner))),
      next: next.map { (name($0), Wording.measure(byMargins, Amount.text(worst($0)))) })
  }

  private func strength(_ one: Int, _ other: Int, _ duels: Duels) -> Int {
    duels.strength(one, other, byMargins: byMargins)
  }

  private func points(_ winner: Int) -> String? {
    guard let totals = outcome.stages.first?.totals else { return nil }
    let others = everybody.filter { !outcome.winners.contains($0) }
    let most = others.map { totals[$0] }.max()
    let next = others.filter { totals[$0] == most }
    let amount = Amount(places: 1)
    return Wording.copeland(
      name(winner), amount.text(totals[winner]), of: everybody.count - 1,
      next: most.map { (list(next), amount.text($0)) }, isEqual: most == totals[winner])
  }

  /// Each candidate who beats the winner, and the two chains between them.
  private func chains(_ winner: Int, _ duels: Duels) -> [String] {
    let paths = duels.chains(byMargins: byMargins)
    let victors = duels.victors(over: winner)
    guard !victors.isEmpty else { return [] }
    return [Wording.chainMeaning(byMargins: byMargins)]
      + victors.map { victor in
        Wording.chains(
          name(winner), name(victor), there: paths[winner][victor], back: paths[victor][winner])
      }
  }

  /// Each candidate who beats the winner, but whose victory came too late.
  private func leftOut(_ winner: Int, _ duels: Duels) -> [String] {
    if openTie != nil { return [Wording.couldWin(name(winner))] }
    let victors = duels.victors(over: winner)
    guard !victors.isEmpty else { return [] }
    return [Wording.lockMeaning(byMargins: byMargins)]
      + victors.map { Wording.leftOut(name($0), name(winner), score($0, winner, duels)) }
  }
}
