/// How many votes each party or list has.
public struct PartyVotes: Hashable, Sendable {
  /// Who can have seats.
  public let parties: [Candidate]
  /// Each party's votes, in the same order.
  public let votes: [Int]

  /// - Precondition: as many numbers as parties, none below zero.
  public init(_ parties: [Candidate], votes: [Int]) {
    (self.parties, self.votes) = (parties, votes)
  }
}
