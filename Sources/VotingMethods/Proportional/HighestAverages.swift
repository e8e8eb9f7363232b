/// The methods that give each seat in turn to the party with the highest quotient of its votes by a
/// divisor that grows with its seats.
struct HighestAverages {
  let method: MethodID
  let seats: Int
  let hurdle: Rational
  let tieBreak: TieBreak
  /// The divisor for a party that has so many seats.
  let divisor: (Int) -> Int

  /// Equal quotients are a tie only where the seats don't suffice for all of them.
  func tally(_ ballots: PartyVotes) throws(TallyFault) -> Outcome {
    let count = ballots.parties.count
    guard seats >= 1, count >= 1 else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      method, ballots.parties, [.init("seats", seats), .init("tie-break", tieBreak)])
    let votes = ballots.votes(over: hurdle)
    outcome.note(hurdle: hurdle, ballots, votes)
    var breaker = TieBreaker(tieBreak, candidates: count)
    var held = Array(repeating: 0, count: count)
    while outcome.winners.count < seats {
      let quotients = (0..<count).map { Rational(votes[$0], over: divisor(held[$0])) }
      var stage = Stage(totals: quotients)
      let most = quotients.reduce(quotients[0]) { max($0, $1) }
      guard most > .zero else { break }
      let tied = (0..<count).filter { quotients[$0] == most }
      let left = seats - outcome.winners.count
      guard
        let chosen = breaker.some(
          left, of: tied, for: .election, stage: outcome.stages.count, endsCount: true)
      else { throw .unbrokenTie(breaker.ties[breaker.ties.count - 1]) }
      for party in chosen { held[party] += 1 }
      stage.elected = chosen
      outcome.stages.append(stage)
      outcome.winners += chosen
    }
    outcome.keep(breaker)
    return outcome
  }
}
