/// Answers to “which of these two?”, each one for itself: nobody need have seen all pairs.
public struct DuelBallots: Hashable, Sendable {
  /// Who can meet.
  public let candidates: [Candidate]
  /// The answers.
  public private(set) var duels: [Duel] = []

  public init(candidates: [Candidate]) { self.candidates = candidates }

  /// Answers that were read and are in order: the winner, the loser, 1 if undecided.
  init(_ ballots: DistinctBallots<Int32>, _ candidates: [Candidate]) {
    self.candidates = candidates
    duels = ballots.counts.indices.map { place in
      let answer = ballots.elements[(3 * place)..<(3 * place + 3)].map(Int.init)
      return Duel(
        winner: answer[0], loser: answer[1], isUndecided: answer[2] == 1,
        count: ballots.counts[place])
    }
  }

  /// One question and its answer.
  public struct Duel: Hashable, Sendable {
    /// Who was preferred, counted from 0. In an undecided duel the order of the two says
    /// nothing.
    public var winner: Int
    /// To whom.
    public var loser: Int
    /// Whether the answer was “I can't decide”.
    public var isUndecided: Bool
    /// How often it was answered so.
    public var count: Int
  }

  /// Adds an answer given `count` times; candidates are counted from 0.
  public mutating func append(
    _ winner: Int, over loser: Int, isUndecided: Bool = false, count: Int = 1
  ) throws(RankedBallots.Fault) {
    guard count >= 0 else { throw .negativeCount(count) }
    for candidate in [winner, loser] where !candidates.indices.contains(candidate) {
      throw .unknownCandidate(candidate)
    }
    guard winner != loser else { throw .rankedTwice(winner) }
    duels.append(
      Duel(winner: winner, loser: loser, isUndecided: isUndecided, count: count))
  }
}

/// How many duels were fought.
public struct DuelCount: Hashable, Sendable {
  /// How many were decided.
  public var decided: Int
  /// How many ended in “I can't decide”.
  public var undecided: Int
  /// In how many decided duels each candidate stood.
  public var decidedByCandidate: [Int]
  /// In how many undecided ones.
  public var undecidedByCandidate: [Int]

  package init(
    decided: Int, undecided: Int, decidedByCandidate: [Int], undecidedByCandidate: [Int]
  ) {
    (self.decided, self.undecided) = (decided, undecided)
    self.decidedByCandidate = decidedByCandidate
    self.undecidedByCandidate = undecidedByCandidate
  }
}
