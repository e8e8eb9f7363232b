/// Ties that nobody broke, and counts that end at one.
extension Outcome {
  /// How many were to be elected; one where the method knows no number.
  public var seats: Int {
    parameters.first { $0.name == "seats" }.flatMap { Int($0.value) } ?? 1
  }

  /// The tie that is still to be broken: the one at which the count stops, or that for the last
  /// place. Nil where a result stands.
  public var openTie: Tie? {
    guard let tie = ties.last else { return nil }
    if isUnfinished { return tie }
    let isOpen = tie.resolution == .unbroken || tie.resolution == .parallelUniverses
    return isOpen && winners.count > seats ? tie : nil
  }

  /// Whoever is elected whichever way the open tie is broken.
  public var certain: [Int] {
    guard let tie = openTie, !isUnfinished else { return winners }
    return winners.filter { !tie.candidates.contains($0) }
  }

  /// How many places the open tie is about; nil where it is not about who is elected.
  public var placesLeft: Int? {
    guard let tie = openTie, tie.question == .election else { return nil }
    let left = seats - certain.count
    return parameters.contains { $0.name == "budget" } || left < 1 ? nil : left
  }

  /// The outcome of a count that came to its end.
  func finished() throws(CountFault) -> Outcome {
    guard isUnfinished, let tie = ties.last else { return self }
    throw .tally(method, .unbrokenTie(tie), candidates)
  }

  /// As much of this count as there is before a tie: this is the way in which it fell on the first
  /// of the tied.
  ///
  /// - Parameter shared: the stages of all ways, where they are known.
  func stopped(at tie: Tie, certain: [Int], shared: [Stage]) -> Outcome {
    var outcome = self
    let place = ties.firstIndex {
      ($0.question, $0.stage) == (tie.question, tie.stage)
        && $0.candidates == tie.candidates.sorted()
    }
    let chosen = place.map { ties[$0].chosen } ?? []
    var open = tie
    (open.candidates, open.chosen, open.resolution) = (tie.candidates.sorted(), [], .unbroken)
    outcome.ties = ties.prefix(place ?? 0) + [open]
    // A tie of a round with more money says nothing about which stages the last round has.
    outcome.stages =
      method == .equalSharesBudget ? shared : stagesBefore(open, falling: chosen)
    let elected = outcome.stages.flatMap(\.elected)
    outcome.winners = certain.isEmpty ? elected : inOrderOfElection(certain)
    (outcome.ranking, outcome.choices) = ([], [])
    outcome.isUnfinished = true
    return outcome
  }

  private func inOrderOfElection(_ certain: [Int]) -> [Int] {
    var left = certain
    return winners.filter { winner in
      guard let place = left.firstIndex(of: winner) else { return false }
      left.remove(at: place)
      return true
    }
  }

  /// The stages up to a tie, without what was decided by it. Some methods tell a decision in the
  /// stage whose totals it is made on, some in the next one, with the votes that move by it.
  private func stagesBefore(_ tie: Tie, falling chosen: [Int]) -> [Stage] {
    guard let last = tie.stage, stages.indices.contains(last) else { return stages }
    let moves = stages[last].transfers.contains { chosen.contains($0.from) }
    if moves { return Array(stages.prefix(last)) }
    var before = Array(stages.prefix(last + 1))
    before[last].elected = []
    let takesOut =
      tie.question == .exclusion && stages[last].excluded.contains(where: chosen.contains)
    if takesOut || tie.question == .order { before[last].excluded = [] }
    return before
  }
}
