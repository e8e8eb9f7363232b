import ExerciseProtocol
import Polling
import VotingMethods
import Workshop

/// What was read of one file: the election, or of its ballots only how candidates compare in pairs.
enum TallyBallots {
  case election(Election)
  case pairs(PairwiseElection)
  /// Those of a poll of this kit, with the election that they are.
  case poll(PollCount, Election)

  /// The election to be shown; without the ballots where they were not kept.
  var election: Election {
    switch self {
    case .election(let election), .poll(_, let election): election
    case .pairs(let pairs):
      Election(
        title: pairs.title, ballots: .rankings(RankedBallots(candidates: pairs.candidates)),
        seats: pairs.seats, withdrawn: pairs.withdrawn, reading: pairs.reading)
    }
  }

  /// The poll's; nil of any other file.
  var count: PollCount? { if case .poll(let count, _) = self { count } else { nil } }

  /// The outcome as asked for. Of a poll nobody wins whom its terms do not let win: too few voted,
  /// or no ballot chose them.
  func outcome(_ request: CountRequest) throws(CountFault) -> VotingMethods.Outcome {
    switch self {
    case .election(let election): return try request.tallyUpToTie(election)
    case .pairs(let pairs): return try request.tallyUpToTie(pairs)
    case .poll(let count, let election):
      let outcome = try request.tallyUpToTie(election)
      return outcome.choosing(verdict(count, outcome).chosen)
    }
  }

  /// What a poll comes to by that outcome; nil of any other file.
  func verdict(of outcome: VotingMethods.Outcome) -> PollVerdict? {
    guard case .poll(let count, _) = self else { return nil }
    return verdict(count, outcome)
  }

  private func verdict(_ count: PollCount, _ outcome: VotingMethods.Outcome) -> PollVerdict {
    let own = count.verdict
    if !own.isValid { return own }
    return PollVerdict(
      chosen: count.settled(outcome).winners.map { outcome.candidates[$0].id })
  }
}

extension CountRequest {
  /// For the same ballots: as many places and as much money as the file declares for its own
  /// method, where this one can use them.
  mutating func inherit(_ declared: CountRequest?) {
    guard let declared else { return }
    if method.traits.choice == .seats { seats = seats ?? declared.seats }
    if method.traits.choice == .budget { budget = budget ?? declared.budget }
  }
}
