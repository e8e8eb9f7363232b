package import ExerciseProtocol
import Polling

/// The form in the journal; its grammar is in SessionStore's `Schemas/event.schema.json`.
extension PollEvent: JSONRepresentable {
  package var json: JSONValue {
    switch self {
    case .opened(let terms, let reason):
      ["poll": "opened", "terms": terms.json, "because": reason.map(JSONValue.string)]
    case .closed(let id, let cast):
      ["poll": "closed", "id": id.json, "cast": cast.map(\.json)]
    case .reopened(let id, let reason):
      ["poll": "reopened", "id": id.json, "because": .string(reason)]
    case .counted(let id, let result):
      ["poll": "counted", "id": id.json, "result": result.json]
    case .calledOff(let id, let reason):
      ["poll": "called-off", "id": id.json, "because": .string(reason)]
    case .mixed(let id, let words):
      ["poll": "mixed", "id": id.json, "words": .string(words)]
    case .codesDrawn(let id, let hashes):
      ["poll": "codes-drawn", "id": id.json, "hashes": .list(hashes)]
    case .handCounted(let count):
      ["poll": "hand-counted", "count": count.json]
    case .entitled(let rights): ["poll": "entitled", "rights": rights.json]
    }
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    let kind = try reader.required("poll")
    switch try kind.string() {
    case "opened":
      self = .opened(
        try PollTerms(reader.required("terms")),
        because: try reader.optional("because")?.string())
    case "closed":
      self = .closed(
        try PollID(reader.required("id")),
        cast: try reader.optional("cast").map(ChannelCounts.init))
    case "reopened":
      self = .reopened(
        try PollID(reader.required("id")), because: try reader.string("because"))
    case "counted":
      self = .counted(
        try PollID(reader.required("id")), try PollResult(reader.required("result")))
    case "called-off":
      self = .calledOff(
        try PollID(reader.required("id")), because: try reader.string("because"))
    case "mixed":
      self = .mixed(try PollID(reader.required("id")), words: try reader.string("words"))
    case "codes-drawn":
      self = .codesDrawn(
        try PollID(reader.required("id")), try reader.list("hashes", Fingerprint.init))
    case "hand-counted":
      self = .handCounted(try ShowOfHands(reader.required("count")))
    case "entitled": self = .entitled(try VotingRights(reader.required("rights")))
    default: throw kind.mismatch("what this version knows of polls")
    }
  }
}

extension PollResult: JSONRepresentable {
  package var json: JSONValue {
    [
      "bundle": .string(bundle), "digest": digest.json, "ballots": .integer(ballots),
      "blank": .integer(blank), "spoilt": .integer(spoilt), "papers": .integer(papers),
      "entered": entered.map(JSONValue.integer), "seed": .integer(seed), "words": .string(words),
      "quorum-met": quorumMet.map(JSONValue.bool), "count": count, "details": details?.json,
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      bundle: try reader.string("bundle"), digest: try Fingerprint(reader.required("digest")),
      ballots: try reader.integer("ballots"), blank: try reader.integer("blank"),
      spoilt: try reader.integer("spoilt"), papers: try reader.integer("papers"),
      entered: try reader.optional("entered")?.integer(), seed: try reader.integer("seed"),
      words: try reader.string("words"),
      quorumMet: try reader.optional("quorum-met")?.bool(), count: reader.optional("count")?.value,
      details: try reader.optional("details").map(PollDetails.init))
  }
}

extension ShowOfHands: JSONRepresentable {
  package var json: JSONValue {
    [
      "activity": activity.json, "people": .integer(people), "totals": .numbers(totals),
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      activity: try ActivityID(reader.required("activity")),
      people: try reader.integer("people"), totals: try reader.numbers("totals"))
  }
}

extension VotingRights: JSONRepresentable {
  package var json: JSONValue {
    [
      "weights": .numbers(weights),
      "organisations": organisations.isEmpty
        ? nil
        : .object(
          organisations.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
      "proxies": .table(
        Dictionary(uniqueKeysWithValues: proxies.map { ($0.key.rawValue, $0.value.rawValue) })),
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init()
    weights = try reader.numbers("weights")
    for (name, weight) in try reader.optional("organisations")?.members() ?? [] {
      organisations[name] = try weight.integer()
    }
    for (giver, holder) in try reader.stringTable("proxies") {
      proxies[ParticipantID(giver)] = ParticipantID(holder)
    }
  }
}

extension Poll: JSONRepresentable {
  package var json: JSONValue {
    let base: [JSONValue.Member] =
      [
        .init("terms", terms.json), .init("reasons", .array(reasons.map(JSONValue.string))),
      ]
      + (words.map { [.init("words", .string($0))] } ?? [])
      + (settings.map { [.init("settings", $0)] } ?? [])
    switch phase {
    case .open: return .object(base + [.init("phase", "open")])
    case .closed: return .object(base + [.init("phase", "closed")])
    case .counted(let result):
      return .object(base + [.init("phase", "counted"), .init("result", result.json)])
    case .calledOff(let reason):
      return .object(base + [.init("phase", "called-off"), .init("because", .string(reason))])
    case .replaced: return .object(base + [.init("phase", "replaced")])
    }
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try PollTerms(reader.required("terms")), reasons: try reader.strings("reasons"),
      words: try reader.optional("words")?.string(),
      settings: reader.optional("settings")?.value)
    let phase = try reader.required("phase")
    switch try phase.string() {
    case "open": self.phase = .open
    case "closed": self.phase = .closed
    case "counted": self.phase = .counted(try PollResult(reader.required("result")))
    case "called-off": self.phase = .calledOff(because: try reader.string("because"))
    case "replaced": self.phase = .replaced
    default: throw phase.mismatch("a phase that this version knows")
    }
  }
}

extension JSONValue {
  /// Numbers by id, in the ids' order; nil where there are none.
  fileprivate static func numbers<Owner>(_ numbers: [Identifier<Owner>: Int]) -> JSONValue? {
    numbers.isEmpty
      ? nil
      : .object(
        numbers.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .integer($0.value)) })
  }
}

extension JSONReader {
  fileprivate func numbers<Owner>(
    _ name: String
  ) throws(JSONShapeError) -> [Identifier<Owner>: Int] {
    var numbers: [Identifier<Owner>: Int] = [:]
    for (id, number) in try optional(name)?.members() ?? [] {
      numbers[Identifier<Owner>(id)] = try number.integer()
    }
    return numbers
  }
}
