/// What lies in a poll's box: ballots in the order of their commitments, and, apart from them, who
/// has voted. Neither order depends on when anybody did, and nothing links the two.
public struct BoxContents: Hashable, Sendable {
  /// In the order of their commitments.
  public private(set) var ballots: [SealedBallot]
  /// In their own order, none twice.
  public private(set) var used: [Voter]
  /// How many of the ballots came from paper, by double entry.
  public private(set) var papers: Int

  /// An empty box, or one that holds these, in whatever order they are given.
  public init(_ ballots: [SealedBallot] = [], used: [Voter] = [], papers: Int = 0) {
    self.ballots = ballots.sorted { $0.commitment < $1.commitment }
    self.used = used.sorted()
    self.papers = papers
  }

  /// Adds ballots and the voters whose they are; who may is for ``PollBox`` to say.
  mutating func add(_ more: [SealedBallot], spending voters: [Voter], papers count: Int) {
    self = BoxContents(ballots + more, used: used + voters, papers: papers + count)
  }

  /// The commitments of all ballots, in order.
  public var commitments: [Fingerprint] { ballots.map(\.commitment) }
}
