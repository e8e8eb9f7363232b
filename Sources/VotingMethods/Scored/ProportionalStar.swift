/// Proportional STAR (allocated score): whoever has most stars is elected, and a Hare quota of the
/// ballots that gave them most is used up.
///
/// Source: Equal Vote Coalition, “Technical specifications”, appendix on allocated score voting,
/// https://www.starvoting.org/technical_specifications. The quota is the ballots divided by the
/// seats, exactly. Ballots are used up from the highest score for the elected downwards, a score
/// being weighed like its ballot; of those with the score at which the quota is reached, each keeps
/// the same part of its weight. A ballot that gave the elected nothing is never used up. A blank is
/// the least score.
public struct ProportionalStar: VotingMethod {
  public static let id = MethodID.starPR
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak = .none) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// - Throws: `unbrokenTie` where nothing decides who is elected.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    let quota = Rational(ballots.counts.reduce(0, +), over: seats)
    var weights = Array(repeating: Rational(1), count: ballots.counts.count)
    var history: [[Rational]] = []
    while outcome.winners.count < seats {
      let totals = totals(ballots, weights, elected: outcome.winners)
      let next = try outcome.elect(most: totals, &breaker, history)
      outcome.stages[history.count].quota = quota
      allocate(quota, to: next, ballots, &weights)
      history.append(totals)
    }
    outcome.keep(breaker)
    return outcome
  }

  private func totals(
    _ ballots: ScoreBallots, _ weights: [Rational], elected: [Int]
  ) -> [Rational] {
    var points: [Rational: [Int]] = [:]
    let nothing = Array(repeating: 0, count: ballots.candidates.count)
    for (ballot, voters) in ballots.counts.enumerated() where weights[ballot] > .zero {
      var sums = points[weights[ballot]] ?? nothing
      for candidate in sums.indices {
        sums[candidate] += ballots.points(ballot, candidate) * voters
      }
      points[weights[ballot]] = sums
    }
    return ballots.candidates.indices.map { candidate in
      guard !elected.contains(candidate) else { return .zero }
      return points.reduce(Rational.zero) { $0 + $1.key * Rational($1.value[candidate]) }
    }
  }

  /// Uses up a quota of ballots, the strongest support first.
  private func allocate(
    _ quota: Rational, to elected: Int, _ ballots: ScoreBallots, _ weights: inout [Rational]
  ) {
    var groups: [Rational: [Int]] = [:]
    for ballot in weights.indices where ballots.counts[ballot] > 0 {
      let support = weights[ballot] * Rational(ballots.points(ballot, elected))
      if support > .zero { groups[support, default: []].append(ballot) }
    }
    var left = quota
    for (_, group) in groups.sorted(by: { $0.key > $1.key }) where left > .zero {
      let there = group.reduce(Rational.zero) {
        $0 + weights[$1] * Rational(ballots.counts[$1])
      }
      let kept = there > left ? (there - left) / there : .zero
      for ballot in group { weights[ballot] = weights[ballot] * kept }
      left = left - there
    }
  }
}
