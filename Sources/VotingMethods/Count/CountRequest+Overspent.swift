/// Ballots that have more votes than the method allows, where a policy sets them aside.
extension CountRequest {
  /// Sets aside as invalid the ballots that spend more than they may, if the policy says so: each
  /// is told in the election's reading. Only `--overvotes invalid` does; of what has no order
  /// nobody can say which of the votes would count.
  public func setAsideOverspent(
    in election: inout Election, _ policy: ReadingPolicy
  ) throws(CountFault) {
    guard policy.overvotes == .invalid, let fits = try limit(election) else { return }
    switch election.ballots {
    case .approvals(let ballots):
      var kept = ApprovalBallots(candidates: ballots.candidates)
      let fates = ballots.counts.indices.map { ballot in
        let votes = ballots.approvals(ballot)
        guard fits(votes.map { _ in 1 }) else { return false }
        try? kept.append(votes, count: ballots.counts[ballot])
        return true
      }
      election.tell(ballots.counts, fates)
      election.ballots = .approvals(kept)
    case .scores(let ballots):
      var kept = ScoreBallots(candidates: ballots.candidates, range: ballots.range)
      let fates = ballots.counts.indices.map { ballot in
        let row = ballots.candidates.indices.map { ballots[ballot, $0] }
        guard fits(row.compactMap(\.self)) else { return false }
        try? kept.append(row, count: ballots.counts[ballot])
        return true
      }
      election.tell(ballots.counts, fates)
      election.ballots = .scores(kept)
    default: return
    }
  }

  /// Whether a ballot may have these votes; nil where the method has no such limit.
  private func limit(_ election: Election) throws(CountFault) -> (([Int]) -> Bool)? {
    guard method.traits.ballots.contains(election.ballots.kind) else { return nil }
    switch method {
    case .block:
      let most = seats ?? election.seats ?? 1
      return { $0.count <= most }
    case .sntv, .plurality: return { $0.count <= 1 }
    case .dots:
      guard let dots = try number(.dots) else { return nil }
      let cap = try number(.cap) ?? dots
      return { row in
        row.allSatisfy { (0...cap).contains($0) } && row.reduce(0, +) <= dots
      }
    case .quadratic:
      guard let credits = try number(.credits) else { return nil }
      return { row in row.reduce(0) { $0 + Quadratic.cost(of: $1) } <= credits }
    default: return nil
    }
  }
}

extension Election {
  /// Tells of the ballots that are not kept, and forgets their lines.
  fileprivate mutating func tell(_ counts: [Int], _ areKept: [Bool]) {
    var kept: [Int32] = []
    for ballot in counts.indices {
      if areKept[ballot] {
        if lines.indices.contains(ballot) { kept.append(lines[ballot]) }
        continue
      }
      let (count, line) = (voteDecimals == 0 ? counts[ballot] : 1, line(of: ballot))
      reading?.note(
        .overspent, became: ReadingPolicy.Doubt.invalid.rawValue, count: count,
        line: line)
      reading?.invalid += count
    }
    lines = kept
  }
}
