/// How many votes each party or list has.
public struct PartyVotes: Hashable, Sendable {
  public let parties: [Candidate]
  public let votes: [Int]

  /// - Precondition: as many numbers as parties, none below zero.
  public init(_ parties: [Candidate], votes: [Int]) {
    (self.parties, self.votes) = (parties, votes)
  }
}
