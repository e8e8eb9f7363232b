/// Ballots of one kind read as ballots of another, where they say the same thing.
extension CountRequest {
  func rankings(of ballots: Election.Ballots) throws(CountFault) -> RankedBallots {
    guard ballots.candidates.count <= 32_767 else {
      throw .tally(method, .tooLarge, ballots.candidates)
    }
    switch ballots {
    case .rankings(let rankings): return rankings
    case .approvals(let approvals):
      var rankings = RankedBallots(candidates: approvals.candidates)
      for (ballot, count) in approvals.counts.enumerated() {
        let chosen = approvals.approvals(ballot)
        guard chosen.count <= 1 else { throw .oneVote(method, ballot: ballot) }
        rankings.take(chosen, count: count)
      }
      return rankings
    case .parties(let votes):
      var rankings = RankedBallots(candidates: votes.parties)
      for (party, count) in votes.votes.enumerated() {
        rankings.take([party], count: count)
      }
      return rankings
    case .scores(let scores): return scores.rankings
    case .projects, .duels, .opinions: throw .ballots(method, have: ballots.kind)
    }
  }

  func approvals(of ballots: Election.Ballots) throws(CountFault) -> ApprovalBallots {
    switch ballots {
    case .approvals(let approvals): return approvals
    case .projects(let projects):
      guard let ballot = projects.firstWithOtherPoints else { return projects.approvals }
      throw .onePoint(method, ballot: ballot)
    default: throw .ballots(method, have: ballots.kind)
    }
  }
}

extension Election.Ballots {
  var scores: ScoreBallots? { if case .scores(let ballots) = self { ballots } else { nil } }
  var projects: BudgetBallots? { if case .projects(let ballots) = self { ballots } else { nil } }
}

extension ScoreBallots {
  /// Whoever has more is preferred; a blank is the least score.
  var rankings: RankedBallots {
    var rankings = RankedBallots(candidates: candidates)
    for (ballot, count) in counts.enumerated() {
      let given = candidates.indices.map { self[ballot, $0] ?? range.lowerBound }
      rankings.take(tiers: tiers(by: given), count: count)
    }
    return rankings
  }
}

extension BudgetBallots {
  /// The first ballot, counted from 0, that gives a project other than one point.
  var firstWithOtherPoints: Int? {
    guard let place = points.firstIndex(where: { $0 != 1 }) else { return nil }
    return (approvals.bounds.firstIndex { $0 > place } ?? 1) - 1
  }
}
