/// What lies in a poll's box: ballots in the order of their commitments, and, apart from them, who
/// has voted. Neither order depends on when anybody did, and nothing links the two.
public struct BoxContents: Hashable, Sendable {
  /// In the order of their commitments.
  public private(set) var ballots: [SealedBallot]
  /// In their own order, none twice.
  public private(set) var used: [Voter]
  /// How many of the ballots came by each way; which of them did is kept nowhere.
  public private(set) var channels: ChannelCounts

  /// An empty box, or one that holds these, in whatever order they are given; what came neither
  /// from paper nor by the facilitator's hand came from the booth.
  public init(
    _ ballots: [SealedBallot] = [], used: [Voter] = [], papers: Int = 0, entered: Int = 0
  ) {
    self.ballots = ballots.sorted { $0.commitment < $1.commitment }
    self.used = used.sorted()
    channels = ChannelCounts(of: ballots.count, paper: papers, entered: entered)
  }

  /// Adds ballots and the voters whose they are; who may, and how, is for ``PollBox`` to say.
  mutating func add(
    _ more: [SealedBallot], spending voters: [Voter], by channel: BallotChannel
  ) {
    var counts = channels
    counts.add(more.count, by: channel)
    self = BoxContents(
      ballots + more, used: used + voters, papers: counts.paper, entered: counts.entered)
  }

  /// How many of the ballots came from paper, by double entry.
  public var papers: Int { channels.paper }

  /// The commitments of all ballots, in order.
  public var commitments: [Fingerprint] { ballots.map(\.commitment) }
}
