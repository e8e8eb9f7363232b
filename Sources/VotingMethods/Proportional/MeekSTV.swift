/// Meek's single transferable vote: every candidate keeps only a part of each vote, found by
/// iteration so that the elected keep just the quota, and the rest passes on.
///
/// Source: B. L. Meek, “A new approach to the single transferable vote” (1969, 1970, translated in
/// Voting matters 1, 1994); in the fixed-point form of the Proportional Representation Foundation's
/// “Reference Meek Rule” (https://prfound.org/resources/reference/reference-meek-rule), with nine
/// decimals: what a candidate keeps is rounded up, the quota rounded down plus one in the last
/// place; an iteration ends at a surplus below a millionth or one that no longer shrinks; the
/// candidate with fewest votes is then defeated, and all within the surplus of the fewest are tied.
public struct MeekSTV: VotingMethod {
  public static let id = MethodID.meekSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    try ballots.checkStrict()
    guard ballots.voters < 1 << 30 else { throw .tooLarge }
    var meek = MeekCount(ballots, seats: seats, tieBreak: tieBreak)
    return try meek.count()
  }
}

private struct MeekCount {
  private enum Standing { case hopeful, elected, defeated }

  /// One vote, in units of the ninth decimal.
  private static let one = 1_000_000_000
  private static let enough = 1_000

  private let ballots: RankedBallots
  private let seats: Int
  private var outcome: Outcome
  private var breaker: TieBreaker
  private var standing: [Standing]
  private var keep: [Int]
  private var votes: [Int]
  private var history: [[Int]] = []
  private var quota = 0
  private var surplus = 0

  init(_ ballots: RankedBallots, seats: Int, tieBreak: TieBreak) {
    (self.ballots, self.seats) = (ballots, seats)
    let count = ballots.candidates.count
    outcome = Outcome(
      MeekSTV.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    breaker = TieBreaker(tieBreak, candidates: count)
    standing = Array(repeating: .hopeful, count: count)
    keep = Array(repeating: MeekCount.one, count: count)
    votes = Array(repeating: 0, count: count)
  }

  private func those(_ wanted: Standing) -> [Int] {
    standing.indices.filter { standing[$0] == wanted }
  }

  mutating func count() throws(TallyFault) -> Outcome {
    while outcome.winners.count < seats, those(.hopeful).count > seats - outcome.winners.count {
      let elected = iterate()
      var stage = Stage(
        totals: votes.map { Rational($0, over: MeekCount.one) },
        quota: Rational(quota, over: MeekCount.one))
      stage.elected = elected
      if elected.isEmpty {
        let candidate = try lowest()
        standing[candidate] = .defeated
        keep[candidate] = 0
        stage.excluded = [candidate]
      }
      history.append(votes)
      outcome.stages.append(stage)
    }
    finish()
    outcome.keep(breaker)
    return outcome
  }

  /// Whoever is left fills the seats that are left.
  private mutating func finish() {
    let left = those(.hopeful)
    guard outcome.winners.count < seats, !left.isEmpty else { return }
    distribute()
    var stage = Stage(
      totals: votes.map { Rational($0, over: MeekCount.one) },
      quota: Rational(quota, over: MeekCount.one))
    stage.elected = left.sorted { (votes[$1], $0) < (votes[$0], $1) }
    outcome.winners += stage.elected
    outcome.stages.append(stage)
  }

  /// Distributes until somebody is elected or the surplus is spent; tells who was elected.
  private mutating func iterate() -> [Int] {
    var before = Int.max
    while true {
      distribute()
      let elected = those(.hopeful).filter { votes[$0] >= quota }
        .sorted { (votes[$1], $0) < (votes[$0], $1) }
      for candidate in elected { standing[candidate] = .elected }
      outcome.winners += elected
      surplus = those(.elected).reduce(0) { $0 + max(0, votes[$1] - quota) }
      if !elected.isEmpty || surplus < MeekCount.enough || surplus >= before { return elected }
      before = surplus
      for candidate in those(.elected) {
        let kept = MeekCount.roundedUp(keep[candidate], quota, over: MeekCount.one)
        keep[candidate] = MeekCount.roundedUp(kept, MeekCount.one, over: votes[candidate])
      }
    }
  }

  /// Gives each candidate their part of each vote, and finds the quota.
  private mutating func distribute() {
    votes = Array(repeating: 0, count: votes.count)
    for ballot in ballots.counts.indices {
      var left = MeekCount.one
      for place in ballots.bounds[ballot]..<ballots.bounds[ballot + 1] where left > 0 {
        let candidate = Int(ballots.places[place])
        guard keep[candidate] > 0 else { continue }
        let part = MeekCount.roundedUp(left, keep[candidate], over: MeekCount.one)
        votes[candidate] += part * ballots.counts[ballot]
        left -= part
      }
    }
    quota = votes.reduce(0, +) / (seats + 1) + 1
  }

  private static func roundedUp(_ value: Int, _ factor: Int, over divisor: Int) -> Int {
    let product = Int128(value) * Int128(factor)
    return Int((product + Int128(divisor) - 1) / Int128(divisor))
  }

  private mutating func lowest() throws(TallyFault) -> Int {
    let left = those(.hopeful)
    let least = left.reduce(votes[left[0]]) { min($0, votes[$1]) }
    return try breaker.one(
      .least, of: left.filter { votes[$0] <= least + surplus }, for: .exclusion,
      stage: history.count, history: history)
  }
}
