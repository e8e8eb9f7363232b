/// The count of a single transferable vote by the weighted inclusive Gregory method: when a surplus
/// is transferred, all papers of the candidate go on, each cut down in the same proportion.
///
/// The arithmetic is the caller's; everything else is SSI 2007/42, rules 45 to 52.
struct InclusiveGregory<Value: VoteValue> {
  private enum Standing { case continuing, elected, excluded }

  private let ballots: RankedBallots
  private let seats: Int
  private let quota: Value
  private var breaker: TieBreaker
  private var outcome: Outcome
  private var standing: [Standing]
  private var totals: [Value]
  private var history: [[Value]] = []
  /// Which ballots lie with each candidate.
  private var piles: [[Int32]]
  /// What each paper of a ballot is worth now.
  private var values: [Value]
  /// Where each ballot is to be read on.
  private var cursors: [Int]
  private var pending: [Int] = []
  private var elected: [Int] = []

  init(
    _ method: MethodID, _ ballots: RankedBallots, seats: Int, tieBreak: TieBreak
  ) throws(TallyFault) {
    let count = ballots.candidates.count
    guard (1...max(1, count)).contains(seats), count > 0 else {
      throw .seats(seats, candidates: count)
    }
    try ballots.checkStrict()
    (self.ballots, self.seats) = (ballots, seats)
    let valid = ballots.counts.indices.reduce(0) { sum, ballot in
      ballots.bounds[ballot] < ballots.bounds[ballot + 1] ? sum + ballots.counts[ballot] : sum
    }
    guard valid < 1 << 40 else { throw .tooLarge }
    quota = Value(votes: valid / (seats + 1) + 1)
    breaker = TieBreaker(tieBreak, candidates: count)
    outcome = Outcome(
      method, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    standing = Array(repeating: .continuing, count: count)
    totals = Array(repeating: .zero, count: count)
    piles = Array(repeating: [], count: count)
    values = Array(repeating: Value(votes: 1), count: ballots.counts.count)
    cursors = Array(ballots.bounds.dropLast())
  }

  mutating func count() throws(TallyFault) -> Outcome {
    for ballot in ballots.counts.indices { deal(Int32(ballot)) }
    close(Stage(totals: []))
    while elected.count < seats {
      if let next = try nextSurplus() {
        transferSurplus(of: next)
      } else {
        exclude(try lowest())
      }
    }
    outcome.winners = elected
    outcome.keep(breaker)
    return outcome
  }

  /// Lays a ballot with its next continuing candidate, if there is one.
  private mutating func deal(_ ballot: Int32) {
    let end = ballots.bounds[Int(ballot) + 1]
    while cursors[Int(ballot)] < end {
      let candidate = Int(ballots.places[cursors[Int(ballot)]])
      cursors[Int(ballot)] += 1
      guard standing[candidate] == .continuing else { continue }
      piles[candidate].append(ballot)
      totals[candidate] += values[Int(ballot)].times(ballots.counts[Int(ballot)])
      return
    }
  }

  private func continuing() -> [Int] { standing.indices.filter { standing[$0] == .continuing } }

  /// Moves the ballots of one candidate on, and tells what went where.
  private mutating func move(
    from candidate: Int, giving amount: Value, worth: (Value) -> Value
  ) -> [Stage.Transfer] {
    let before = totals
    let pile = piles[candidate]
    piles[candidate] = []
    for ballot in pile {
      values[Int(ballot)] = worth(values[Int(ballot)])
      deal(ballot)
    }
    totals[candidate] -= amount
    var lost = amount
    var transfers: [Stage.Transfer] = []
    for other in totals.indices where other != candidate && totals[other] > before[other] {
      let votes = totals[other] - before[other]
      lost -= votes
      transfers.append(.init(from: candidate, to: other, votes: votes.exact))
    }
    if lost > .zero { transfers.append(.init(from: candidate, to: nil, votes: lost.exact)) }
    return transfers
  }

  /// Rule 49: the largest surplus first.
  private mutating func nextSurplus() throws(TallyFault) -> Int? {
    pending = pending.filter { totals[$0] > quota }
    guard let most = pending.map({ totals[$0] }).max() else { return nil }
    let tied = pending.filter { totals[$0] == most }.sorted()
    let next = try breaker.one(
      .most, of: tied, for: .surplus, stage: history.count, history: history)
    pending.removeAll { $0 == next }
    return next
  }

  /// Rule 48.
  private mutating func transferSurplus(of candidate: Int) {
    let total = totals[candidate]
    let surplus = total - quota
    var stage = Stage(totals: [])
    stage.transfers = move(from: candidate, giving: surplus) {
      $0.share(of: surplus, in: total)
    }
    close(stage)
  }

  /// Rule 50: who has the fewest votes. Those without any are excluded one after the other before
  /// anything changes, if there are enough others for the seats.
  private mutating func lowest() throws(TallyFault) -> Int {
    let left = continuing()
    let least = left.reduce(totals[left[0]]) { min($0, totals[$1]) }
    let others = left.count { totals[$0] > least }
    return try breaker.one(
      .least, of: left.filter { totals[$0] == least }, for: .exclusion, stage: history.count,
      history: history, decidesNothing: least == .zero && others >= seats - elected.count)
  }

  private mutating func exclude(_ candidate: Int) {
    standing[candidate] = .excluded
    var stage = Stage(totals: [])
    stage.excluded = [candidate]
    stage.transfers = move(from: candidate, giving: totals[candidate]) { $0 }
    close(stage)
  }

  /// Ends a stage: elects whoever has the quota, and everybody left where there are no more of them
  /// than seats (rule 52).
  private mutating func close(_ stage: Stage) {
    var stage = stage
    stage.totals = totals.map(\.exact)
    stage.quota = quota.exact
    stage.elected = elect(continuing().filter { totals[$0] >= quota })
    let left = continuing()
    if elected.count < seats, left.count <= seats - elected.count {
      stage.elected += elect(left)
    }
    history.append(totals)
    outcome.stages.append(stage)
  }

  /// Elects in the order of their totals; those with equal totals in the order of the list.
  private mutating func elect(_ candidates: [Int]) -> [Int] {
    var left = candidates
    var order: [Int] = []
    while let most = left.map({ totals[$0] }).max() {
      // Everybody here is elected whatever the order, so that a tie between them decides nothing.
      order += left.filter { totals[$0] == most }
      left = left.filter { totals[$0] != most }
    }
    for candidate in order { standing[candidate] = .elected }
    pending += order
    elected += order
    return order
  }
}
