public import ExerciseProtocol

extension Discrepancy {
  /// What kind it is, in one word for programs; for ever.
  public var kind: String {
    switch self {
    case .unreadable: "unreadable"
    case .notAsWritten: "not-as-written"
    case .digest: "digest"
    case .otherFile: "other-file"
    case .terms: "terms"
    case .tieSecret: "tie-secret"
    case .seed: "seed"
    case .stranger: "stranger"
    case .votedTwice: "voted-twice"
    case .order: "order"
    case .codeCount: "code-count"
    case .codeDigest: "code-digest"
    case .ballotCount: "ballot-count"
    case .channels: "channels"
    case .commitmentCount: "commitment-count"
    case .commitmentTwice: "commitment-twice"
    case .root: "root"
    case .invalidAnswer: "invalid-answer"
    case .notCanonical: "not-canonical"
    case .weights: "weights"
    case .nonceMissing: "nonce-missing"
    case .nonceLeft: "nonce-left"
    case .ballotWithoutCommitment: "ballot-without-commitment"
    case .commitmentWithoutBallot: "commitment-without-ballot"
    case .handEntry: "hand-entry"
    case .entered: "entered"
    case .handCount: "hand-count"
    case .result: "result"
    }
  }

  /// The kind and the sentence, and where a result differs, both values.
  public var json: JSONValue {
    var json: [JSONValue.Member] = [
      .init("kind", .string(kind)), .init("message", .string(message)),
    ]
    if case .result(let path, let stated, let computed) = self {
      json.append(.init("path", .string(path)))
      if let stated { json.append(.init("stated", stated)) }
      if let computed { json.append(.init("computed", computed)) }
    }
    return .object(json)
  }
}

extension Audit {
  /// What `charrette audit --format json` says of one file.
  public var json: JSONValue {
    [
      "agrees": .bool(agrees), "poll": bundle?.terms.poll.json, "digest": digest?.json,
      "discrepancies": .array(discrepancies.map(\.json)),
      "remarks": .list(remarks.map(\.message)),
    ]
  }
}

extension Audit.Remark {
  /// What is to be known, in a sentence.
  public var message: String {
    switch self {
    case .noWords:
      "The room mixed no words into the lot, so that the host knew from the start how a tie would "
        + "be broken."
    case .papers(let count):
      "\(count) \(count == 1 ? "ballot was" : "ballots were") entered from paper, each by two "
        + "people."
    case .entered(let count):
      "\(count) \(count == 1 ? "ballot was" : "ballots were") entered by the facilitator, as the "
        + "terms allow: "
        + "\(count == 1 ? "its voter" : "their voters") did not cast \(count == 1 ? "it" : "them") "
        + "in the booth."
    case .handCount(let people):
      "\(HandCount.label.capitalisedFirst): votes of \(people) counted by hand."
    case .reopened(let reason): "The poll was closed and opened again: \(reason)"
    }
  }
}

extension ReceiptAnswer {
  /// What the bundle says to the receipt, in a sentence.
  public var message: String {
    switch self {
    case .otherPoll(let poll): "The receipt is another poll's; this is \(poll)."
    case .notInTheBox: "The receipt's ballot is NOT in the box."
    case .inTheBox: "The receipt's ballot is in the box; nothing tells which one it is."
    case .ballot(let number, let ballot, _):
      "The receipt's ballot is in the box: ballot \(number), \(ballot.json.text())"
    case .otherNonce:
      "A ballot with the receipt's mark is in the box, but it is NOT the receipt's: another nonce."
    }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
