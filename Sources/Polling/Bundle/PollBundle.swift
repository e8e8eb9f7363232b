public import ExerciseProtocol

/// All that is left of a poll when it has been counted, in one file that anybody can check without
/// the session: `<session>.<poll>.poll.json`. The grammar is `Schemas/poll.schema.json`.
///
/// The session makes it from the closed box, ``bytes`` go on disk, and only then is the box
/// emptied. What it states twice (the result, the seed, the root) is there to be checked: by an
/// ``Audit``.
public struct PollBundle: Hashable, Sendable {
  /// Of the format.
  public var version = Self.version
  public var terms: PollTerms
  /// Who voted: people in the order of the roll, or the hashes of spent codes in theirs.
  public var used: [Voter]
  /// The hashes of all codes, in order; none where people voted by name.
  public var codeHashes: [Fingerprint]
  /// How many of the ballots came from paper, by double entry.
  public var papers: Int
  /// How many of the ballots the facilitator entered.
  public var entered: Int
  /// Why the poll was opened again after it had been closed, each time.
  public var reopenings: [String]
  /// The commitments of all ballots, in order.
  public var commitments: [Fingerprint]
  /// ``MerkleTree/root`` over them.
  public var root: Fingerprint
  /// In the order of their canonical bytes, which has nothing to do with that of the commitments.
  public var ballots: [Opened]
  /// What was counted outside the box.
  public var handCount: HandCount?
  public var tie: TieSeed
  /// What the room said after closing, as it was typed.
  public var words: String
  /// What the secret and the words give.
  public var seed: Int
  /// ``PollCount/json`` of all this.
  public var result: JSONValue

  /// A ballot that anybody may read, and with full receipts the nonce that links it to its
  /// commitment.
  public struct Opened: Hashable, Sendable {
    public var ballot: Ballot
    public var nonce: [UInt8]?

    public init(_ ballot: Ballot, nonce: [UInt8]?) { (self.ballot, self.nonce) = (ballot, nonce) }

    /// The ballot's bytes, then the nonce's: what the bundle is sorted by.
    var sortKey: [UInt8] { ballot.canonicalBytes + (nonce ?? []) }
  }
}

extension PollBundle {
  /// Counts what a closed box holds.
  ///
  /// - Parameters:
  ///   - words: what the room says after closing.
  ///   - handCount: only where the terms allow it.
  public init(
    of box: PollBox, words: String, hands handCount: HandCount? = nil
  ) throws(BoxRefusal) {
    let contents = try box.opened()
    guard let secrets = box.secrets else { throw .emptied }
    if handCount != nil, !box.terms.allowsHandEntry { throw .noHandEntry }
    let keepsNonces = box.terms.receipts == .full
    let seed = secrets.tie.seed(mixedWith: words)
    let count = PollCount(
      box.terms, contents.ballots.map(\.ballot), hands: handCount, seed: seed)
    self.init(
      terms: box.terms, used: box.terms.ordered(contents.used),
      codeHashes: secrets.codeHashes, papers: contents.papers,
      entered: contents.channels.entered, reopenings: box.reopenings,
      commitments: contents.commitments, root: MerkleTree(contents.commitments).root,
      ballots: contents.ballots
        .map { Opened($0.ballot, nonce: keepsNonces ? $0.nonce : nil) }
        .sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) },
      handCount: handCount, tie: secrets.tie, words: words, seed: Int(seed),
      result: count.json)
  }

  /// What the bundle's ballots come to, counted now.
  public var recount: PollCount {
    var count = PollCount(
      terms, ballots.map(\.ballot), hands: handCount, seed: tie.seed(mixedWith: words))
    let stated = result["verdict"].flatMap { try? PollVerdict(json: $0, path: "verdict") }
    count.choosesWithoutSupport = stated?.chosen.isEmpty != true
    return count
  }

  /// What the file is called, beside the session's others.
  public static func fileName(session: String, poll: PollID) -> String {
    "\(session).\(poll)\(fileSuffix)"
  }

  /// How the name of a bundle's file ends.
  public static let fileSuffix = ".poll.json"
}

extension PollTerms {
  /// Voters in the one order in which a bundle has them.
  func ordered(_ voters: [Voter]) -> [Voter] {
    let places = Dictionary(
      roll.enumerated().map { (Voter.person($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    return voters.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
  }
}
