extension Dots: VotingMethod {
  public static let id = MethodID.dots

  /// Counts dots given as scores, a blank being none; the options with the most dots win.
  ///
  /// - Throws: `tooManyVotes` for a ballot beyond the caps.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    for ballot in ballots.counts.indices {
      let dots = (0..<count).map { ($0, ballots[ballot, $0] ?? 0) }
      do {
        try check(Dictionary(uniqueKeysWithValues: dots), options: count)
      } catch {
        throw .tooManyVotes(ballot: ballot)
      }
    }
    var outcome = Outcome(
      Self.id, ballots.candidates,
      [
        .init("dots", perVoter), .init("cap", perOption), .init("seats", seats),
        .init("tie-break", tieBreak),
      ])
    let totals = ballots.sums().points
    outcome.stages = [Stage(totals: totals.map { Rational($0) })]
    outcome.rank(by: totals, seats: seats, tieBreak: tieBreak)
    return outcome
  }
}
