import VotingMethods

/// STAR: the two with the most stars, and the preference between them.
extension Account {
  var reasonsByStars: [String] {
    if let unsupported { return unsupported }
    guard outcome.stages.count == 2, let winner = outcome.winners.first else {
      return everybody.count == 1 ? [Wording.onlyOne] : []
    }
    let stars = outcome.stages[0].totals
    let finalists = everybody.filter { !outcome.stages[0].excluded.contains($0) }
      .sorted { (stars[$1], $0) < (stars[$0], $1) }
    guard finalists.count == 2, let other = finalists.first(where: { $0 != winner }) else {
      return []
    }
    let amount = Amount(places: 2)
    let unit = Wording.Unit(.star)
    let (mine, theirs) = (outcome.stages[1].totals[winner], outcome.stages[1].totals[other])
    return [
      Wording.finalists(finalists.map { (name($0), unit.count(stars[$0], amount)) }),
      mine == theirs
        ? Wording.evenRunoff(name(winner), name(other), amount.text(mine))
        : Wording.starRunoff(
          name(winner), amount.text(mine), name(other), amount.text(theirs),
          hadFewerStars: stars[winner] < stars[other]),
    ]
  }
}
