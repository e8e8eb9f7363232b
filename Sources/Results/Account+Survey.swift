import VotingMethods

/// Pairwise survey: duels won and lost, and the share that follows from them.
extension Account {
  var reasonsBySurvey: [String] {
    guard let duels = outcome.duels else { return [] }
    if duels.decided == 0 { return [Wording.noDuels] }
    let meaning = Wording.surveyMeaning(
      Amount.text(duels.decided), undecided: duels.undecided, noun(1))
    return [meaning] + outcome.winners.prefix(3).map { record($0, duels) } + runnerUp(duels)
  }

  /// A candidate's duels won, lost, and the share.
  private func record(_ one: Int, _ duels: DuelCount) -> String {
    let won = outcome.pairwise[one].reduce(0, +)
    return Wording.record(
      name(one), won: won, of: duels.decidedByCandidate[one], share: percent(one))
  }

  private func runnerUp(_ duels: DuelCount) -> [String] {
    let others = outcome.ranking.joined().filter { !outcome.winners.contains($0) }
    return others.first.map { [Wording.nextBest(record($0, duels))] } ?? []
  }

  /// The first stage's total as hundredths.
  func percent(_ candidate: Int) -> String {
    guard let totals = outcome.stages.first?.totals else { return "" }
    return Amount(places: 1).text(totals[candidate] * 100)
  }
}
