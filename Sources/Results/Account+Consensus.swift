import VotingMethods

/// Proposals that are adopted or not: quorum, support, and those who block.
extension Account {
  var reasonsByConsensus: [String] {
    guard outcome.stages.count == 3 else { return [] }
    let opening = Wording.consensusMeaning(
      outcome.method, quorum: parameter("quorum"), from: parameter("support-from"),
      share: percent(parameter("support-share")), blocks: parameter("blocking") != "none")
    return [opening] + everybody.flatMap { [verdict($0)] + spread($0) }
  }

  /// A share as it stands in the parameters ("0.75", "2/3") in hundredths.
  private func percent(_ share: String?) -> String? {
    guard let share else { return nil }
    let parts = share.split(separator: "/").compactMap { Double($0) }
    guard let first = parts.first else { return nil }
    let value = parts.count > 1 && parts[1] != 0 ? first / parts[1] : first
    let tenths = (value * 1_000).rounded()
    guard abs(tenths) < 1e9 else { return nil }
    return Amount(places: 1).text(Rational(Int(tenths), over: 10))
  }

  private func verdict(_ proposal: Int) -> String {
    let stages = outcome.stages
    let voters = Amount.text(Int(stages[0].totals[proposal].description) ?? 0)
    let share = Amount(places: 1).text(stages[1].totals[proposal] * 100)
    let supporters = Amount(places: 0).text(
      stages[1].totals[proposal] * stages[0].totals[proposal])
    let blocks = Amount(places: 0).text(stages[2].totals[proposal])
    let failed = stages.firstIndex { $0.excluded.contains(proposal) }
    return Wording.verdict(
      outcome.method, name(proposal), failed: failed, voices: voters, supporters: supporters,
      share: share, blocks: blocks)
  }

  /// How the grades spread, without telling who.
  private func spread(_ proposal: Int) -> [String] {
    guard let spread = particulars.grades, spread.counts.indices.contains(proposal) else {
      return []
    }
    let counts = spread.counts[proposal]
    let given = counts.indices.filter { counts[$0] > 0 }
    guard let lowest = given.first else { return [] }
    let parts = given.reversed().map {
      Wording.gave(Amount.text(counts[$0]), gradeName($0 + spread.lowest), counts[$0])
    }
    let silent = spread.voters - counts.reduce(0, +)
    return [
      Wording.spread(
        parts, lowest: gradeName(lowest + spread.lowest), by: counts[lowest], silent: silent)
    ]
  }
}
