/// Reweighted range voting: whoever has most points is elected, and a ballot weighs less the more
/// points it gave to those who are elected.
///
/// Source: W. D. Smith, “Reweighted range voting, a method of proportional representation” (2005),
/// https://www.rangevoting.org/RRV.html. A ballot that gave the elected S of a highest score of C
/// weighs C/(C + S). Points count from the lowest of the scale; a blank is the lowest.
public struct ReweightedRange: VotingMethod {
  public static let id = MethodID.rrv
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
    var given = Array(repeating: 0, count: ballots.counts.count)
    var history: [[Rational]] = []
    while outcome.winners.count < seats {
      let totals = totals(ballots, given, elected: outcome.winners)
      let next = try outcome.elect(most: totals, &breaker, history)
      for ballot in given.indices { given[ballot] += ballots.points(ballot, next) }
      history.append(totals)
    }
    outcome.keep(breaker)
    return outcome
  }

  /// The points of everybody who isn't elected yet. Ballots that weigh the same are added up first,
  /// so that fractions are added only once for each weight.
  private func totals(
    _ ballots: ScoreBallots, _ given: [Int], elected: [Int]
  ) -> [Rational] {
    let highest = ballots.range.upperBound - ballots.range.lowerBound
    var points: [Int: [Int]] = [:]
    let nothing = Array(repeating: 0, count: ballots.candidates.count)
    for (ballot, voters) in ballots.counts.enumerated() where voters > 0 {
      var sums = points[given[ballot]] ?? nothing
      for candidate in sums.indices {
        sums[candidate] += ballots.points(ballot, candidate) * voters
      }
      points[given[ballot]] = sums
    }
    return ballots.candidates.indices.map { candidate in
      guard !elected.contains(candidate), highest > 0 else { return .zero }
      return points.reduce(Rational.zero) {
        $0 + Rational($1.value[candidate] * highest, over: highest + $1.key)
      }
    }
  }
}

extension ScoreBallots {
  /// How far above the lowest score a ballot puts a candidate.
  func points(_ ballot: Int, _ candidate: Int) -> Int {
    (self[ballot, candidate] ?? range.lowerBound) - range.lowerBound
  }
}

extension Outcome {
  /// Elects whoever has most of those not yet elected, and adds the stage.
  mutating func elect(
    most totals: [Rational], _ breaker: inout TieBreaker, _ history: [[Rational]]
  ) throws(TallyFault) -> Int {
    let left = totals.indices.filter { !winners.contains($0) }
    let most = left.reduce(totals[left[0]]) { max($0, totals[$1]) }
    let next = try breaker.one(
      .most, of: left.filter { totals[$0] == most }, for: .election, stage: history.count,
      history: history)
    var stage = Stage(totals: totals)
    stage.elected = [next]
    stages.append(stage)
    winners.append(next)
    return next
  }
}
