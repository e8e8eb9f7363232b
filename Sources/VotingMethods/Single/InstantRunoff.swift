/// Instant runoff (the alternative vote): whoever has fewest votes is excluded and their ballots
/// pass to the next preference, until somebody has more than half of the votes left.
///
/// Source: J. J. Bartholdi and J. B. Orlin, “Single transferable vote resists strategic voting”,
/// Social Choice and Welfare 8 (1991); parallel universes: V. Conitzer, M. Rognlie and L. Xia,
/// “Preference functions that score rankings and maximum likelihood estimation”, IJCAI 2009.
public struct InstantRunoff: VotingMethod {
  public static let id = MethodID.irv

  /// What is done where several have fewest votes.
  public enum Ties: Hashable, Sendable {
    case broken(TieBreak)
    /// Every way to break every tie is followed, up to so many different sets of candidates left;
    /// whoever wins in one of them is a winner. There is then no ranking, and no stage but the
    /// first.
    case parallelUniverses(most: Int)
  }

  /// What is done where several have fewest votes.
  public var ties: Ties

  public init(tieBreak: TieBreak) { ties = .broken(tieBreak) }
  public init(ties: Ties) { self.ties = ties }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try ballots.checkFirstPreferences()
    switch ties {
    case .broken(let tieBreak): return try count(ballots, tieBreak)
    case .parallelUniverses(let most): return try follow(ballots, most)
    }
  }

  private func count(
    _ ballots: RankedBallots, _ tieBreak: TieBreak
  ) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    var isIn = Array(repeating: true, count: count)
    var history: [[Int]] = []
    var (excluded, last): ([Int], Int?) = ([], nil)
    while true {
      let totals = ballots.firstPreferences(of: isIn)
      var stage = Stage(totals: totals.map { Rational($0) })
      if let last { stage.excluded = [last] }
      if let last, let before = history.last {
        stage.transfers = InstantRunoff.transfers(from: last, before, totals)
      }
      let left = (0..<count).filter { isIn[$0] }
      let most = left.reduce(left[0]) { totals[$1] > totals[$0] ? $1 : $0 }
      if left.count == 1 || 2 * totals[most] > totals.reduce(0, +) {
        stage.elected = [most]
        outcome.stages.append(stage)
        outcome.winners = [most]
        let rest = tiers(by: totals).map { $0.filter { isIn[$0] } }.filter { !$0.isEmpty }
        outcome.ranking = rest + excluded.reversed().map { [$0] }
        outcome.keep(breaker)
        return outcome
      }
      outcome.stages.append(stage)
      let least = left.reduce(totals[left[0]]) { min($0, totals[$1]) }
      let tied = left.filter { totals[$0] == least }
      // Those without votes go one after the other, and nothing changes by it.
      let out = try breaker.one(
        .least, of: tied, for: .exclusion, stage: history.count, history: history,
        decidesNothing: least == 0 && tied.count < left.count)
      history.append(totals)
      isIn[out] = false
      excluded.append(out)
      last = out
    }
  }

  private static func transfers(
    from candidate: Int, _ before: [Int], _ after: [Int]
  ) -> [Stage.Transfer] {
    var lost = before[candidate]
    var transfers: [Stage.Transfer] = []
    for other in after.indices where other != candidate && after[other] > before[other] {
      lost -= after[other] - before[other]
      transfers.append(
        .init(from: candidate, to: other, votes: Rational(after[other] - before[other])))
    }
    if lost > 0 { transfers.append(.init(from: candidate, to: nil, votes: Rational(lost))) }
    return transfers
  }

  private func follow(_ ballots: RankedBallots, _ most: Int) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("tie-break", "parallel-universes:\(most)")])
    let everybody = Array(repeating: true, count: count)
    outcome.stages = [
      Stage(totals: ballots.firstPreferences(of: everybody).map { Rational($0) })
    ]
    var universes = RunoffUniverses(ballots, most: most)
    let winners = try universes.winners(from: everybody)
    outcome.winners = winners.sorted()
    if winners.count > 1 {
      outcome.ties = [
        Tie(
          question: .exclusion, stage: nil, candidates: outcome.winners,
          chosen: outcome.winners, resolution: .parallelUniverses)
      ]
    }
    return outcome
  }
}
