import VotingMethods

/// What was read of one file: the election, or of its ballots only how candidates compare in pairs.
enum TallyBallots {
  case election(Election)
  case pairs(PairwiseElection)

  /// The election to be shown; without the ballots where they were not kept.
  var election: Election {
    switch self {
    case .election(let election): election
    case .pairs(let pairs):
      Election(
        title: pairs.title, ballots: .rankings(RankedBallots(candidates: pairs.candidates)))
    }
  }

  /// The outcome as asked for.
  func outcome(_ request: CountRequest) throws(CountFault) -> Outcome {
    switch self {
    case .election(let election): try request.tally(election)
    case .pairs(let pairs): try request.tally(pairs)
    }
  }
}
