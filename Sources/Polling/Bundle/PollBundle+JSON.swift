public import ExerciseProtocol
internal import Platform

extension PollBundle {
  /// The version of the format that is written. From the second on the result says what is chosen.
  public static let version = 2
  /// The versions that are read: each is written again as it was.
  static let versions = 1...2

  /// All members but the digest.
  var json: JSONValue {
    let people = used.compactMap { if case .person(let id) = $0 { id } else { nil } }
    let spent = used.compactMap { if case .code(let hash) = $0 { hash } else { nil } }
    let isByName = terms.identification == .names
    return [
      "charrette-poll": .integer(version), "terms": terms.json,
      "voted": isByName ? .array(people.map(\.json)) : nil,
      "codes": isByName
        ? nil
        : ["issued": .array(codeHashes.map(\.json)), "spent": .array(spent.map(\.json))],
      "papers": papers == 0 ? nil : .integer(papers),
      // Told where it could have been, so that none is an answer too.
      "entered": entered == 0 && !terms.allowsEnteredBallots ? nil : .integer(entered),
      "reopened": .list(reopenings),
      "commitments": .array(commitments.map(\.json)), "root": root.json,
      "ballots": .array(ballots.map(\.json)), "by-hand": handCount?.json,
      "tie": [
        "secret": .string(tie.secret.hexadecimal), "words": .string(words),
        "seed": .integer(seed),
      ],
      "result": result,
    ]
  }

  init(_ reader: JSONReader) throws(JSONShapeError) {
    let version = try reader.required("charrette-poll")
    guard Self.versions.contains(try version.integer()) else {
      throw version.mismatch("a version that this program reads, 1 or 2")
    }
    self.version = try version.integer()
    terms = try PollTerms(reader.required("terms"))
    used = try reader.list("voted") { item throws(JSONShapeError) in
      .person(try ParticipantID(item))
    }
    codeHashes = []
    if let codes = reader.optional("codes") {
      codeHashes = try codes.list("issued", Fingerprint.init)
      used += try codes.list("spent") { item throws(JSONShapeError) in
        .code(try Fingerprint(item))
      }
    }
    papers = try reader.optional("papers")?.integer() ?? 0
    entered = try reader.optional("entered")?.integer() ?? 0
    reopenings = try reader.strings("reopened")
    commitments = try reader.list("commitments", Fingerprint.init)
    root = try Fingerprint(reader.required("root"))
    ballots = try reader.list("ballots", Opened.init)
    handCount = try reader.optional("by-hand").map(HandCount.init)
    let tie = try reader.required("tie")
    let secret = try tie.required("secret")
    guard let seed = [UInt8](hexadecimal: try secret.string()).flatMap(TieSeed.init(secret:)) else {
      throw secret.mismatch("64 lower-case hexadecimal digits")
    }
    self.tie = seed
    words = try tie.string("words")
    self.seed = try tie.integer("seed")
    result = try reader.required("result").value
  }
}

extension PollBundle.Opened: JSONRepresentable {
  public var json: JSONValue {
    ["nonce": nonce.map { .string($0.hexadecimal) }, "ballot": ballot.json]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    ballot = try Ballot(reader.required("ballot"))
    if let text = reader.optional("nonce") {
      guard let bytes = [UInt8](hexadecimal: try text.string()), bytes.count == 32 else {
        throw text.mismatch("64 lower-case hexadecimal digits")
      }
      nonce = bytes
    }
  }
}
