public import ExerciseProtocol

/// A poll's id in the session: the activity and a number, `a3-1`.
public typealias PollID = Identifier<PollTerms>

/// Everything about a poll that is settled and published before it opens. Nothing in it changes
/// while people vote, and the bundle of the result repeats it word for word.
///
/// The session makes it (`/vote open`), shows it, keeps it in the poll's box, and refuses to open
/// where ``faults`` is not empty.
public struct PollTerms: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens, at most 40: it becomes part of file names.
  public var poll: PollID
  public var activity: ActivityID
  public var title: String
  /// The question that the activity is about.
  public var focus: String?
  public var paper: Paper
  public var identification: Identification
  /// Who may vote. With codes it is only told, since a code knows no name.
  public var roll: [RollEntry]
  public var receipts: ReceiptKind
  public var quorum: Quorum?
  /// ``TieSeed/commitment`` of a secret that was drawn before this was published.
  public var tieCommitment: Fingerprint
  /// Whether the booth shows no choices, because its screen is mirrored.
  public var isBlind: Bool
  /// Whether ballots on paper and counts of hands may be entered as well.
  public var allowsHandEntry: Bool
  /// Whether the facilitator may enter ballots for voters, counted apart.
  public var allowsEnteredBallots: Bool

  /// How the booth knows who may vote.
  public enum Identification: Hashable, Sendable {
    /// By a name on the roll.
    case names
    /// By a single-use code: how many were made, and ``BallotCode/digest(of:)`` of their hashes.
    case codes(count: Int, digest: Fingerprint)
  }

  public init(
    _ poll: PollID, activity: ActivityID, title: String, focus: String? = nil, paper: Paper,
    identification: Identification, roll: [RollEntry], receipts: ReceiptKind = .none,
    quorum: Quorum? = nil, tieCommitment: Fingerprint, isBlind: Bool = false,
    allowsHandEntry: Bool = false, allowsEnteredBallots: Bool = false
  ) {
    (self.poll, self.activity, self.title, self.focus) = (poll, activity, title, focus)
    (self.paper, self.identification, self.roll) = (paper, identification, roll)
    (self.receipts, self.quorum, self.tieCommitment) = (receipts, quorum, tieCommitment)
    (self.isBlind, self.allowsHandEntry) = (isBlind, allowsHandEntry)
    self.allowsEnteredBallots = allowsEnteredBallots
  }
}

/// One person on the roll.
public struct RollEntry: Hashable, Sendable {
  public var id: ParticipantID
  /// As the roll shows them.
  public var name: String
  /// How many votes their ballot stands for, 1 or more; everybody can see it.
  public var weight: Int
  /// Who gave them a proxy: they cast those ballots too, each with the giver's own weight.
  public var holdsProxiesOf: [ParticipantID]

  public init(
    _ id: ParticipantID, _ name: String, weight: Int = 1, holdsProxiesOf: [ParticipantID] = []
  ) {
    (self.id, self.name) = (id, name)
    (self.weight, self.holdsProxiesOf) = (weight, holdsProxiesOf)
  }
}

/// What a voter is given to check with, and so what the poll promises; see ``Promises``.
public enum ReceiptKind: String, CaseIterable, Hashable, Sendable {
  case none, inclusion, full
}

/// How much must be cast for the poll to count for anything. Blank ballots count for it, spoilt
/// ones don't; a ballot counts by its weight.
public enum Quorum: Hashable, Sendable {
  /// So many votes, 1 or more.
  case votes(Int)
  /// So many hundredths of all votes on the roll (or of all codes), 1 to 100.
  case percentage(Int)
}

extension PollTerms {
  /// The entry of a person; nil where they are not on the roll.
  public func entry(of person: ParticipantID) -> RollEntry? { roll.first { $0.id == person } }

  /// Who casts the ballot of a person who gave a proxy.
  public func proxyHolder(of person: ParticipantID) -> RollEntry? {
    roll.first { $0.holdsProxiesOf.contains(person) }
  }

  /// Whose ballots a person casts when they come to the booth: their own first, unless they gave a
  /// proxy, then those whose proxies they hold, in the order of the roll. Each is a ballot of its
  /// own, cast with ``Voter/person(_:)`` of whom it belongs to.
  public func ballots(castBy person: ParticipantID) -> [RollEntry] {
    guard let entry = entry(of: person) else { return [] }
    let own = proxyHolder(of: person) == nil ? [entry] : []
    return own + roll.filter { entry.holdsProxiesOf.contains($0.id) }
  }

  /// All votes that could be cast: the weights on the roll, each of them within its bounds, or the
  /// number of codes.
  public var votesPossible: Int {
    switch identification {
    case .names: roll.reduce(0) { $0 + min(max($1.weight, 1), Self.largestWeight) }
    case .codes(let count, _): count
    }
  }

  /// How many could vote: people on the roll, or codes.
  public var votersPossible: Int {
    switch identification {
    case .names: roll.count
    case .codes(let count, _): count
    }
  }
}
