public import ExerciseProtocol

/// By what somebody may vote once: their name on the roll, or a code.
public enum Voter: Hashable, Sendable {
  case person(ParticipantID)
  /// ``BallotCode/hash(in:)`` of the code.
  case code(Fingerprint)
}

extension Voter: Comparable {
  /// People in the order of their ids, then codes in that of their hashes; nothing of when.
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.person(let one), .person(let other)): one < other
    case (.code(let one), .code(let other)): one < other
    case (.person, .code): true
    case (.code, .person): false
    }
  }
}

extension Voter: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .person(let id): ["person": id.json]
    case .code(let hash): ["code": hash.json]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    if let person = reader.optional("person") {
      self = .person(try ParticipantID(person))
    } else {
      self = .code(try Fingerprint(reader.required("code")))
    }
  }
}
