import VotingMethods

/// Majority judgment: the grade in the middle, and what tells equal ones apart.
extension Account {
  var reasonsByGrades: [String] {
    if let unsupported { return unsupported }
    guard let medians = outcome.stages.first?.totals, let winner = outcome.winners.first,
      let best = medians.max(), let grade = Int(best.description)
    else { return [] }
    if let spread = particulars.grades, spread.voters == 0 { return [Wording.noGrades] }
    let equals = everybody.filter { medians[$0] == best }
    if outcome.ranking.count == 1, everybody.count > 1 {
      return [Wording.sameGrades(gradeName(grade), noun(2))]
    }
    let opening = Wording.median(list(equals), gradeName(grade), equals.count)
    guard equals.count == 1 else { return [opening] + among(equals, winner, grade) }
    let others = everybody.filter { $0 != winner }
    let next = others.compactMap { Int(medians[$0].description) }.max()
    return [opening] + (next.map { [Wording.noOtherMedian(noun(1), gradeName($0))] } ?? [])
  }

  func gradeName(_ grade: Int) -> String {
    guard let spread = particulars.grades, spread.names.indices.contains(grade - spread.lowest)
    else { return Wording.grade(grade, by: outcome.method) }
    return Wording.grade(grade, spread.names[grade - spread.lowest])
  }

  /// What told apart those with the same median.
  private func among(_ equals: [Int], _ winner: Int, _ grade: Int) -> [String] {
    let best = outcome.ranking.first ?? []
    let others = equals.filter { !best.contains($0) }
    let meaning =
      outcome.method == .majorityJudgment ? Wording.removalMeaning : Wording.gaugeMeaning
    guard !others.isEmpty else { return [meaning, Wording.stillEqual(list(best))] }
    let next = outcome.ranking.dropFirst().first?.first ?? others[0]
    guard let spread = particulars.grades, spread.counts.count == everybody.count else {
      return [meaning, Wording.toldApart(list(best), best.count)]
    }
    return outcome.method == .majorityJudgment
      ? [meaning, removal(winner, next, spread)]
      : [meaning, gauge(winner, grade, spread), gauge(next, grade, spread)]
  }

  /// A candidate's grades with blanks as the worst one.
  private func complete(_ candidate: Int, _ spread: Particulars.GradeSpread) -> [Int] {
    var counts = spread.counts[candidate]
    if !counts.isEmpty { counts[0] += spread.voters - counts.reduce(0, +) }
    return counts
  }

  private func removal(_ one: Int, _ other: Int, _ spread: Particulars.GradeSpread) -> String {
    var (first, second) = (complete(one, spread), complete(other, spread))
    var removed = 0
    while first.contains(where: { $0 > 0 }) {
      let (a, b) = (Account.middle(first), Account.middle(second))
      if a != b {
        return Wording.removed(
          removed, name(one), gradeName(a + spread.lowest), name(other),
          gradeName(b + spread.lowest))
      }
      first[a] -= 1
      second[b] -= 1
      removed += 1
    }
    return Wording.stillEqual(list([one, other]))
  }

  /// The grade in the middle, the lower of two.
  private static func middle(_ counts: [Int]) -> Int {
    var left = (counts.reduce(0, +) + 1) / 2
    for (grade, count) in counts.enumerated() {
      left -= count
      if left <= 0 { return grade }
    }
    return 0
  }

  private func gauge(
    _ candidate: Int, _ grade: Int, _ spread: Particulars.GradeSpread
  ) -> String {
    let counts = complete(candidate, spread)
    let place = max(0, min(counts.count - 1, grade - spread.lowest))
    return Wording.gauge(
      name(candidate), above: counts[(place + 1)...].reduce(0, +),
      below: counts[..<place].reduce(0, +))
  }
}
