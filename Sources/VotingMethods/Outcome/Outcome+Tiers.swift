extension Outcome {
  /// Elects from tiers, best first. The tier that holds more than the seats left goes by lot, and
  /// whole if no lot is declared.
  mutating func elect(
    _ seats: Int, from tiers: [[Int]], breaker: inout TieBreaker, stage: Int? = nil
  ) {
    for tier in tiers where winners.count < seats {
      let left = seats - winners.count
      winners += breaker.some(left, of: tier, for: .election, stage: stage) ?? tier
    }
    keep(breaker)
  }

  /// Takes over what became of the ties.
  mutating func keep(_ breaker: TieBreaker) {
    (ties, choices) = (breaker.ties, breaker.choices)
  }

  /// Ranks everybody by one total, the most first, and elects the first of them.
  mutating func rank<Total: Comparable>(
    by totals: [Total], seats: Int = 1, tieBreak: TieBreak
  ) {
    var breaker = TieBreaker(tieBreak, candidates: candidates.count)
    ranking = tiers(by: totals)
    elect(seats, from: ranking, breaker: &breaker, stage: stages.isEmpty ? nil : stages.count - 1)
    if !stages.isEmpty { stages[stages.count - 1].elected = winners }
  }
}

/// Everybody by their totals, the most first, those with equal totals together.
func tiers<Total: Comparable>(by totals: [Total]) -> [[Int]] {
  var tiers: [[Int]] = []
  let order = totals.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
  for candidate in order {
    if let best = tiers.last?.first, totals[best] == totals[candidate] {
      tiers[tiers.count - 1].append(candidate)
    } else {
      tiers.append([candidate])
    }
  }
  return tiers
}

/// Everybody in the order of a relation without cycles: first those whom nobody beats, then those
/// whom nobody of the rest beats, and so on.
func tiers(count: Int, where beats: (Int, Int) -> Bool) -> [[Int]] {
  var left = Array(0..<count)
  var tiers: [[Int]] = []
  while !left.isEmpty {
    let best = left.filter { one in !left.contains { beats($0, one) } }
    guard !best.isEmpty else { return tiers + [left] }
    tiers.append(best)
    left.removeAll { best.contains($0) }
  }
  return tiers
}
