/// What lies where in the count of a transferable vote in which papers are kept in parcels, each
/// with its value; and the steps that such counts are made of. Which step is next, each rule says.
///
/// Votes are whole numbers of `unit` to the vote: a rule with two decimals has a unit of 100.
struct TransferCount {
  enum Standing { case continuing, elected, excluded }

  /// Papers of one value that a candidate got together.
  struct Parcel {
    var papers: [Int32]
    var value: PaperValue
    /// What they brought.
    var votes: Int
    /// Whether they are first preferences.
    var isFirst = false
  }

  /// Papers of one value that go on together, from one candidate or several.
  struct Batch {
    var value: PaperValue
    var sources: [(from: Int, papers: [Int32])] = []
    /// What those who had them lose.
    var votes: [(from: Int, votes: Int)] = []
  }

  let ballots: RankedBallots
  let seats: Int
  let unit: Int
  /// How many papers name anybody.
  let valid: Int
  var quota = 0
  var standing: [Standing]
  var totals: [Int]
  var parcels: [[Parcel]]
  private(set) var elected: [Int] = []
  /// The stage at which each was elected.
  private(set) var electedAt: [Int: Int] = [:]
  var outcome: Outcome
  var breaker: TieBreaker
  /// The stage in the making.
  var stage = Stage(totals: [])
  private var moved: [[Int]: Int] = [:]
  /// The totals at each point that a tie can be decided by, and the stage of it.
  private(set) var history: [(stage: Int, totals: [Int])] = []
  private var cursors: [Int]

  init(
    _ method: MethodID, _ ballots: RankedBallots, seats: Int, tieBreak: TieBreak, unit: Int
  ) throws(TallyFault) {
    valid = try ballots.checkTransferable(seats: seats)
    let count = ballots.candidates.count
    (self.ballots, self.seats, self.unit) = (ballots, seats, unit)
    breaker = TieBreaker(tieBreak, candidates: count)
    outcome = Outcome(
      method, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    standing = Array(repeating: .continuing, count: count)
    totals = Array(repeating: 0, count: count)
    parcels = Array(repeating: [], count: count)
    cursors = Array(ballots.bounds.dropLast())
    let all = ballots.counts.indices.map { Int32($0) }
    pass(Batch(value: .one, sources: [(from: -1, papers: all)]))
    for candidate in parcels.indices {
      for place in parcels[candidate].indices { parcels[candidate][place].isFirst = true }
    }
    moved = [:]
  }

  /// Who is neither elected nor excluded.
  var left: [Int] { standing.indices.filter { standing[$0] == .continuing } }
  /// How many are still to be elected.
  var places: Int { seats - elected.count }
  /// The elected who have more than the quota.
  var over: [Int] { elected.filter { totals[$0] > quota } }
  /// What they have more, together.
  var surplus: Int { over.reduce(0) { $0 + totals[$1] - quota } }

  /// The continuing candidate who is next on a ballot.
  mutating func next(_ ballot: Int32) -> Int? {
    let end = ballots.bounds[Int(ballot) + 1]
    while cursors[Int(ballot)] < end {
      let candidate = Int(ballots.places[cursors[Int(ballot)]])
      if standing[candidate] == .continuing { return candidate }
      cursors[Int(ballot)] += 1
    }
    return nil
  }

  /// How many of these papers name a continuing candidate.
  mutating func transferable(_ papers: [Int32]) -> Int {
    papers.reduce(0) { sum, ballot in
      next(ballot) == nil ? sum : sum + ballots.counts[Int(ballot)]
    }
  }

  /// How many papers these are.
  func count(_ papers: [Int32]) -> Int { papers.reduce(0) { $0 + ballots.counts[Int($1)] } }

  /// Lays papers with the next continuing candidate on each and credits them at the batch's value;
  /// papers without one lie nowhere any more.
  ///
  /// - Returns: what was credited.
  @discardableResult mutating func pass(_ batch: Batch) -> Int {
    var papers = Array(repeating: [Int32](), count: totals.count)
    var counted = Array(repeating: 0, count: totals.count)
    var credited = 0
    for source in batch.sources {
      let before = counted
      for ballot in source.papers {
        guard let next = next(ballot) else { continue }
        papers[next].append(ballot)
        counted[next] += ballots.counts[Int(ballot)]
      }
      for candidate in counted.indices where counted[candidate] > before[candidate] {
        let votes =
          batch.value.of(counted[candidate], in: unit)
          - batch.value.of(before[candidate], in: unit)
        record(votes, from: source.from, to: candidate)
      }
    }
    for candidate in counted.indices where counted[candidate] > 0 {
      let votes = batch.value.of(counted[candidate], in: unit)
      parcels[candidate].append(
        Parcel(papers: papers[candidate], value: batch.value, votes: votes))
      totals[candidate] += votes
      credited += votes
    }
    return credited
  }

  /// Keeps what moved, for the table of the stage; `to` is nil for what went to nobody.
  mutating func record(_ votes: Int, from: Int, to: Int?) {
    guard votes > 0 else { return }
    moved[[from, to ?? totals.count], default: 0] += votes
  }

  // MARK: Stages

  mutating func elect(_ candidate: Int) {
    standing[candidate] = .elected
    elected.append(candidate)
    electedAt[candidate] = outcome.stages.count
    stage.elected.append(candidate)
  }

  /// Elects who had enough for it at the end of the last stage.
  mutating func electAfterwards(_ candidate: Int) {
    elect(candidate)
    guard let last = outcome.stages.indices.last else { return }
    outcome.stages[last].elected += stage.elected
    stage.elected = []
  }

  /// Elects these in the order of their votes; equal ones in the order of the list.
  mutating func elect(all candidates: [Int]) {
    for candidate in candidates.sorted(by: { (totals[$1], $0) < (totals[$0], $1) }) {
      elect(candidate)
    }
  }

  mutating func exclude(_ candidates: [Int]) {
    for candidate in candidates { standing[candidate] = .excluded }
    stage.excluded += candidates
  }

  /// Notes the totals as a point that later ties can be decided by.
  mutating func mark() { history.append((outcome.stages.count, totals)) }

  /// Ends a stage.
  mutating func close() {
    stage.totals = totals.map { Rational($0, over: unit) }
    stage.quota = Rational(quota, over: unit)
    stage.transfers = moved.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let to = key[1] == totals.count ? nil : key[1]
      return .init(from: key[0], to: to, votes: Rational(moved[key] ?? 0, over: unit))
    }
    outcome.stages.append(stage)
    stage = Stage(totals: [])
    moved = [:]
  }

  /// The outcome, where all are elected who will be.
  mutating func finish() -> Outcome {
    // Whoever was elected without another stage was so at the end of the last one.
    if let last = outcome.stages.indices.last { outcome.stages[last].elected += stage.elected }
    outcome.winners = elected
    outcome.keep(breaker)
    return outcome
  }
}

extension RankedBallots {
  /// Checks what all counts of a transferable vote ask, and tells how many papers name anybody.
  func checkTransferable(seats: Int) throws(TallyFault) -> Int {
    let count = candidates.count
    guard (1...max(1, count)).contains(seats), count > 0 else {
      throw .seats(seats, candidates: count)
    }
    try checkStrict()
    let valid = counts.indices.reduce(0) { sum, ballot in
      bounds[ballot] < bounds[ballot + 1] ? sum + counts[ballot] : sum
    }
    guard valid < 1 << 40 else { throw .tooLarge }
    return valid
  }
}
