/// Bucklin voting: first preferences are counted; while nobody has more than half of the ballots,
/// second preferences are added, then third ones. Of those who have more than half, whoever has
/// most wins.
///
/// Source: C. G. Hoag and G. H. Hallett, “Proportional Representation” (Macmillan 1926), the Grand
/// Junction system without its exclusions; where ballots leave candidates out and nobody ever has
/// more than half, whoever has most in the end wins: fallback voting, S. J. Brams and M. R. Sanver,
/// “Voting systems that combine approval and preference” (2009). Half is of the ballots with a
/// preference.
public struct Bucklin: VotingMethod {
  public static let id = MethodID.bucklin
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try ballots.checkFirstPreferences()
    let count = ballots.candidates.count
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    let byPlace = ballots.votesByPlace
    let valid = byPlace[0].reduce(0, +)
    var totals = Array(repeating: 0, count: count)
    var history: [[Int]] = []
    for votes in byPlace {
      // The places after the longest ballot add nothing.
      if !history.isEmpty, votes.allSatisfy({ $0 == 0 }) { break }
      for candidate in 0..<count { totals[candidate] += votes[candidate] }
      history.append(totals)
      outcome.stages.append(Stage(totals: totals.map { Rational($0) }))
      if totals.contains(where: { 2 * $0 > valid }) { break }
    }
    outcome.ranking = tiers(by: totals)
    var breaker = TieBreaker(tieBreak, candidates: count)
    let last = outcome.stages.count - 1
    if let ahead = ahead(of: outcome.ranking[0], history, &breaker) {
      outcome.winners = [ahead]
      outcome.keep(breaker)
    } else {
      outcome.elect(1, from: outcome.ranking, breaker: &breaker, stage: last)
    }
    outcome.stages[last].elected = outcome.winners
    return outcome
  }

  /// Who of those tied in the end was ahead at an earlier place, where that rule comes first.
  private func ahead(
    of tied: [Int], _ history: [[Int]], _ breaker: inout TieBreaker
  ) -> Int? {
    guard tied.count > 1, tieBreak.rules.first == .priorStage else { return nil }
    var left = tied
    for (stage, totals) in history.enumerated().reversed() {
      let most = left.reduce(0) { max($0, totals[$1]) }
      left.removeAll { totals[$0] < most }
      guard left.count == 1 else { continue }
      breaker.record(.election, history.count - 1, tied, left, .priorStage(stage))
      return left[0]
    }
    return nil
  }
}

extension RankedBallots {
  /// How many ballots have each candidate at each place, the first place first.
  fileprivate var votesByPlace: [[Int]] {
    var votes = Array(
      repeating: Array(repeating: 0, count: candidates.count), count: candidates.count)
    for ballot in counts.indices {
      for (place, candidate) in places[bounds[ballot]..<bounds[ballot + 1]].enumerated() {
        votes[place][Int(candidate)] += counts[ballot]
      }
    }
    return votes
  }
}
