public import ExerciseProtocol

/// The way by which a ballot comes into the box. The terms say which ways there are. A box keeps
/// how many ballots came by each, and never by which of them one ballot came.
public enum BallotChannel: String, CaseIterable, Hashable, Sendable {
  /// Cast by its voter, in the booth; every poll takes these.
  case booth
  /// Read from paper by two people: ``PollTerms/allowsHandEntry``.
  case paper
  /// Typed by the facilitator for its voter: ``PollTerms/allowsEnteredBallots``.
  case entered
}

/// How many ballots came by each way.
public struct ChannelCounts: Hashable, Sendable {
  public var booth: Int
  public var paper: Int
  public var entered: Int

  public init(booth: Int = 0, paper: Int = 0, entered: Int = 0) {
    (self.booth, self.paper, self.entered) = (booth, paper, entered)
  }

  /// So many ballots in all, of which these came by other ways than the booth.
  public init(of ballots: Int, paper: Int, entered: Int) {
    self.init(booth: ballots - paper - entered, paper: paper, entered: entered)
  }

  public var all: Int { booth + paper + entered }

  mutating func add(_ count: Int, by channel: BallotChannel) {
    switch channel {
    case .booth: booth += count
    case .paper: paper += count
    case .entered: entered += count
    }
  }
}

extension PollTerms {
  /// Whether ballots may come this way.
  public func allows(_ channel: BallotChannel) -> Bool {
    switch channel {
    case .booth: true
    case .paper: allowsHandEntry
    case .entered: allowsEnteredBallots
    }
  }
}

extension ChannelCounts: JSONRepresentable {
  public var json: JSONValue {
    ["booth": .integer(booth), "paper": .integer(paper), "entered": .integer(entered)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      booth: try reader.integer("booth"), paper: try reader.integer("paper"),
      entered: try reader.integer("entered"))
  }
}
