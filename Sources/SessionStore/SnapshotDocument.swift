internal import ExerciseProtocol

/// A snapshot as it was read, and how far it can be believed.
struct SnapshotDocument {
  let bytes: [UInt8]
  let seal: SnapshotSeal.Finding
  /// The position in the journal that it says it stands for; nil where it can't be read or its
  /// digest does not hold.
  let head: JournalHead?
  /// The session's id, and the version of the format.
  let session: String?
  let format: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if let later = SnapshotSeal.laterFormat(of: bytes) {
      // Nothing is concluded from what only a later version can read.
      (seal, head, session, format) = (.missing, nil, nil, later)
      return
    }
    seal = SnapshotSeal.examine(bytes)
    guard seal != .broken else {
      (head, session, format) = (nil, nil, 1)
      return
    }
    // Where the digest holds, it is one whole object and the rest need not be skimmed.
    let isWhole = seal == .holds
    head = JournalHead(inSnapshot: bytes, isWhole: isWhole)
    var (session, format): (String?, Int) = (nil, 1)
    if case .string(let id)? = JSONValue(member: "id", ofSnapshot: bytes, isWhole: isWhole) {
      session = id
    }
    if case .integer(let number)? = JSONValue(
      member: "charrette", ofSnapshot: bytes, isWhole: isWhole)
    {
      format = number
    }
    (self.session, self.format) = (session, format)
  }

  /// Whether a later version wrote it, in a format that this one does not know.
  var isNewer: Bool { format > 1 }

  var finding: RecoveryReport.SnapshotFinding {
    if isNewer { return .newer }
    return head.map { .at($0) } ?? .unreadable
  }
}

/// What the first event of a journal says of the session: the little that the store has to know to
/// tell one session from another, and a format that it does not know yet.
struct SessionIdentity {
  var session: String?
  var format = 1

  /// Nil where `payload` is no event that begins a session.
  init?(_ payload: ArraySlice<UInt8>) {
    guard let event = try? JSONValue(parsing: payload), case .string(let type)? = event["type"]
    else { return nil }
    switch type {
    case "session.created":
      if case .string(let id)? = event["id"] { session = id }
      if case .integer(let number)? = event["format"] { format = number }
    case "session.restored":
      if case .string(let id)? = event["session"]?["id"] { session = id }
    default: return nil
    }
  }
}
