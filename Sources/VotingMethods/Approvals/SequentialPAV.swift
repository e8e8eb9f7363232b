/// Sequential proportional approval voting: a voter of whom k have been elected counts for
/// 1/(k + 1) of a vote at the next seat.
///
/// Source: T. N. Thiele, “Om Flerfoldsvalg” (Royal Danish Academy 1895); M. Lackner and P. Skowron,
/// “Multi-Winner Voting with Approval Preferences” (Springer 2023), chapter 2, example 2.5.
public struct SequentialPAV: VotingMethod {
  public static let id = MethodID.seqPAV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ApprovalBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    var satisfied = Array(repeating: 0, count: ballots.counts.count)
    var history: [[Rational]] = []
    while outcome.winners.count < seats {
      let totals = SequentialPAV.totals(ballots, satisfied, elected: outcome.winners)
      let next = try outcome.elect(most: totals, &breaker, history)
      for ballot in ballots.counts.indices where ballots.approves(ballot, of: next) {
        satisfied[ballot] += 1
      }
      history.append(totals)
    }
    outcome.keep(breaker)
    return outcome
  }

  /// What each candidate not yet elected would add. Voters are counted by how many of theirs are
  /// elected, so that fractions are added up only once for each such number.
  private static func totals(
    _ ballots: ApprovalBallots, _ satisfied: [Int], elected: [Int]
  ) -> [Rational] {
    let levels = elected.count + 1
    var voters = Array(repeating: 0, count: ballots.candidates.count * levels)
    for ballot in ballots.counts.indices {
      for place in ballots.bounds[ballot]..<ballots.bounds[ballot + 1] {
        voters[Int(ballots.approved[place]) * levels + satisfied[ballot]] += ballots.counts[ballot]
      }
    }
    return ballots.candidates.indices.map { candidate in
      guard !elected.contains(candidate) else { return .zero }
      return (0..<levels).reduce(Rational.zero) { sum, level in
        let count = voters[candidate * levels + level]
        return count == 0 ? sum : sum + Rational(count, over: level + 1)
      }
    }
  }
}
