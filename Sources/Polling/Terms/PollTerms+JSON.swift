public import ExerciseProtocol

extension PollTerms: JSONRepresentable {
  public var json: JSONValue {
    let codes: (count: Int, digest: Fingerprint)? =
      if case .codes(let count, let digest) = identification { (count, digest) } else { nil }
    return [
      "poll": poll.json, "activity": activity.json, "title": .string(title),
      "focus": focus.map(JSONValue.string), "paper": paper.json,
      "codes": codes.map { ["count": .integer($0.count), "digest": $0.digest.json] },
      "roll": .list(roll), "receipts": .string(receipts.rawValue), "quorum": quorum?.json,
      "tie-commitment": tieCommitment.json, "blind": isBlind ? true : nil,
      "hand-entry": allowsHandEntry ? true : nil,
      "entered": allowsEnteredBallots ? true : nil,
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let receipts = try reader.required("receipts")
    guard let kind = ReceiptKind(rawValue: try receipts.string()) else {
      throw receipts.mismatch("none, inclusion or full")
    }
    var identification = Identification.names
    if let codes = reader.optional("codes") {
      identification = .codes(
        count: try codes.integer("count"), digest: try Fingerprint(codes.required("digest")))
    }
    self.init(
      try PollID(reader.required("poll")), activity: try ActivityID(reader.required("activity")),
      title: try reader.string("title"), focus: try reader.optional("focus")?.string(),
      paper: try Paper(reader.required("paper")), identification: identification,
      roll: try reader.list("roll", RollEntry.init), receipts: kind,
      quorum: try reader.optional("quorum").map(Quorum.init),
      tieCommitment: try Fingerprint(reader.required("tie-commitment")),
      isBlind: try reader.bool("blind", default: false),
      allowsHandEntry: try reader.bool("hand-entry", default: false),
      allowsEnteredBallots: try reader.bool("entered", default: false))
  }
}

extension RollEntry: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": id.json, "name": .string(name), "weight": weight == 1 ? nil : .integer(weight),
      "proxies": .list(holdsProxiesOf),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try ParticipantID(reader.required("id")), try reader.string("name"),
      weight: try reader.optional("weight")?.integer() ?? 1,
      holdsProxiesOf: try reader.list("proxies", ParticipantID.init))
  }
}

extension Quorum: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .votes(let count): ["votes": .integer(count)]
    case .percentage(let share): ["percentage": .integer(share)]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    if let votes = reader.optional("votes") {
      self = .votes(try votes.integer())
    } else {
      self = .percentage(try reader.integer("percentage"))
    }
  }
}
