/// A method that needs to know of the ballots only how many voters prefer each candidate to each
/// other one, so that it can count an election whose ballots nobody has kept (`PairwiseElection`).
public protocol PairwiseMethod: VotingMethod where Ballots == RankedBallots {
  /// Counts by the rule that the type describes, with its whole working.
  ///
  /// - Precondition: as many candidates as the matrix has rows, in their order.
  func tally(_ matrix: PairwiseMatrix, candidates: [Candidate]) throws(TallyFault) -> Outcome
}

extension PairwiseMethod {
  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try tally(PairwiseMatrix(ballots), candidates: ballots.candidates)
  }
}

extension Outcome {
  /// The start of every count that compares in pairs.
  init(
    pairs method: MethodID, _ matrix: PairwiseMatrix, _ candidates: [Candidate],
    _ parameters: [Parameter]
  ) throws(TallyFault) {
    guard !candidates.isEmpty else { throw .noCandidates }
    precondition(candidates.count == matrix.count, "A row of the matrix for each candidate")
    self.init(method, candidates, parameters)
    pairwise = matrix.rows
  }
}
