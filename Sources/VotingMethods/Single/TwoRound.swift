/// Two rounds on ranked ballots: who has more than half of the first preferences wins; else the two
/// with the most go on, and whoever of them more voters prefer wins (the contingent vote).
///
/// Source: W. S. Zwicker, “Introduction to the theory of voting”, in F. Brandt and others
/// (editors), “Handbook of Computational Social Choice” (Cambridge 2016), section 2.4 (plurality
/// with runoff); the one ballot for both rounds as in Queensland from 1892 (D. M. Farrell and I.
/// McAllister, “The Australian Electoral System”, UNSW Press 2006). The majority is of the ballots
/// with a preference.
public struct TwoRound: VotingMethod {
  public static let id = MethodID.twoRound
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes on to the second round.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try ballots.checkFirstPreferences()
    let count = ballots.candidates.count
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    let first = ballots.firstPreferences(of: Array(repeating: true, count: count))
    outcome.stages = [Stage(totals: first.map { Rational($0) })]
    let order = tiers(by: first)
    if count == 1 || 2 * first[order[0][0]] > first.reduce(0, +) {
      outcome.winners = [order[0][0]]
      outcome.stages[0].elected = outcome.winners
      return outcome
    }
    var finalists: [Int] = []
    for tier in order where finalists.count < 2 {
      let left = 2 - finalists.count
      guard let chosen = breaker.some(left, of: tier, for: .order, stage: 0) else {
        throw .unbrokenTie(breaker.ties[breaker.ties.count - 1])
      }
      finalists += chosen
    }
    let isIn = (0..<count).map { finalists.contains($0) }
    let second = ballots.firstPreferences(of: isIn)
    outcome.stages[0].excluded = (0..<count).filter { !isIn[$0] }
    outcome.stages.append(Stage(totals: second.map { Rational($0) }))
    let final = tiers(by: second).map { $0.filter { isIn[$0] } }.filter { !$0.isEmpty }
    if final[0].count > 1, tieBreak.rules.first == .priorStage,
      first[final[0][0]] != first[final[0][1]]
    {
      let ahead = first[final[0][0]] > first[final[0][1]] ? final[0][0] : final[0][1]
      breaker.record(.election, 1, final[0], [ahead], .priorStage(0))
      outcome.winners = [ahead]
      outcome.keep(breaker)
    } else {
      outcome.elect(1, from: final, breaker: &breaker, stage: 1)
    }
    outcome.stages[1].elected = outcome.winners
    return outcome
  }
}
