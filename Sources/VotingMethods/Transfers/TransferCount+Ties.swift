extension TransferCount {
  /// How a rule looks back where candidates have equal votes.
  enum Countback {
    /// To the first point at which they had unequal votes.
    case earliest
    /// To the last such point.
    case latest
    /// To the last point at which no two of them had equal votes.
    case latestAllDifferent
    /// Not at all, unless the declared tie-break does.
    case declared
    /// Not at all: by lot.
    case never
  }

  /// The one of the tied with the most (or least), as the rule looks back; then by the declared
  /// tie-break.
  mutating func one(
    _ end: TieBreaker.End, of tied: [Int], for question: Tie.Question, _ countback: Countback,
    decidesNothing: Bool = false
  ) throws(TallyFault) -> Int {
    let tied = tied.sorted()
    if tied.count == 1 { return tied[0] }
    let narrowed = narrowed(end, tied, countback)
    let stage = max(0, outcome.stages.count - 1)
    if narrowed.left.count == 1 {
      breaker.record(question, stage, tied, narrowed.left, .priorStage(narrowed.stage))
      return narrowed.left[0]
    }
    return try breaker.one(
      end, of: narrowed.left, for: question, stage: stage,
      history: countback == .declared ? history.map(\.totals) : [],
      decidesNothing: decidesNothing)
  }

  /// Who of the tied is left to be decided between, and the stage that decided last.
  private func narrowed(
    _ end: TieBreaker.End, _ tied: [Int], _ countback: Countback
  ) -> (left: [Int], stage: Int) {
    var (left, stage) = (tied, 0)
    for point in countback == .earliest ? history : history.reversed() {
      switch countback {
      case .declared, .never: return (left, stage)
      case .latestAllDifferent where Set(tied.map { point.totals[$0] }).count < tied.count: continue
      default: break
      }
      let votes = left.map { point.totals[$0] }
      guard let extreme = end == .most ? votes.max() : votes.min() else { break }
      let fewer = left.filter { point.totals[$0] == extreme }
      if fewer.count < left.count { (left, stage) = (fewer, point.stage) }
      if left.count == 1 { break }
    }
    return (left, stage)
  }

  /// The parcels of these as the batches in which they go on, the highest value first.
  ///
  /// - Parameter firstApart: whether first preferences go before all others, apart from them.
  func batches(of candidates: [Int], firstApart: Bool = false) -> [Batch] {
    var all: [(isFirst: Bool, batch: Batch)] = []
    for candidate in candidates {
      for parcel in parcels[candidate] {
        let isFirst = firstApart && parcel.isFirst
        let place =
          all.firstIndex { $0.isFirst == isFirst && $0.batch.value == parcel.value } ?? all.count
        if place == all.count { all.append((isFirst, Batch(value: parcel.value))) }
        all[place].batch.sources.append((candidate, parcel.papers))
        all[place].batch.votes.append((candidate, parcel.votes))
      }
    }
    return all.sorted { one, other in
      one.isFirst != other.isFirst ? one.isFirst : one.batch.value > other.batch.value
    }.map(\.batch)
  }

  /// Takes a batch of excluded candidates from them and passes it on.
  ///
  /// - Returns: what went to nobody.
  @discardableResult mutating func passOn(_ batch: Batch) -> Int {
    for one in batch.votes { totals[one.from] -= one.votes }
    let before = batch.votes.reduce(0) { $0 + $1.votes }
    let lost = before - pass(batch)
    if let first = batch.sources.first { record(lost, from: first.from, to: nil) }
    return lost
  }
}
