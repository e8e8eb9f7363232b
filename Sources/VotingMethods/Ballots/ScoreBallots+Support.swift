extension ScoreBallots {
  /// Whether no ballot says anything for anybody: none gives more than the least (where points can
  /// also be against somebody, more than nothing), and none puts one above another. A blank counts
  /// as the least.
  ///
  /// Every method would find all of them tied then, and break the tie by lot. But a lot settles
  /// between those whom voters want alike, and here they want nobody; whoever counts such ballots
  /// chooses nobody, as with dots and points that nobody gave.
  public var supportNobody: Bool {
    let isBothWays = range.lowerBound < 0 && range.upperBound > 0
    let least = isBothWays ? 0 : range.lowerBound
    return counts.indices.allSatisfy { ballot in
      let row = candidates.indices.map { self[ballot, $0] ?? range.lowerBound }
      return counts[ballot] == 0
        || row.allSatisfy { $0 == row.first && $0 <= max(least, range.lowerBound) }
    }
  }

  /// Who can't be chosen by this outcome, because nobody is supported; by the mean those too whom
  /// fewer than its quorum judged, whom it ranks last and not first.
  public func unsupported(in outcome: Outcome) -> Set<Int> {
    switch outcome.method {
    // These choose nobody of themselves where support is lacking, or know points against.
    case .fistToFive, .gradients, .consent, .dots, .quadratic: return []
    default: break
    }
    if supportNobody { return Set(candidates.indices) }
    guard outcome.method == .scoreMean else { return [] }
    let told = outcome.parameters.first { $0.name == "quorum" }?.value
    let quorum = max(1, told.flatMap { Int($0) } ?? 1)
    let voters = sums().voters
    return Set(candidates.indices.filter { voters[$0] < quorum })
  }
}

extension Outcome {
  /// Without the winners that are not to be chosen. Where none is left no tie decided anything.
  public mutating func choose(noneOf unchosen: Set<Int>) {
    guard !unchosen.isEmpty else { return }
    winners.removeAll(where: unchosen.contains)
    ties.removeAll { winners.isEmpty || $0.candidates.allSatisfy(unchosen.contains) }
    for stage in stages.indices { stages[stage].elected.removeAll(where: unchosen.contains) }
  }
}
