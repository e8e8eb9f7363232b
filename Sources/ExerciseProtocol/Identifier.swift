/// A name that is unique among the `Owner`s of one session, such as the card label `c12`.
///
/// Typed by its owner so that a card's id can never be passed where a person's is asked.
public struct Identifier<Owner>: RawRepresentable, Hashable, Sendable {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A card's label: `c1`, `c2`… for ever; after a merge perhaps `c12b`.
public typealias CardID = Identifier<Card>
/// A participant's id in the session: `p1`, `p2`…
public typealias ParticipantID = Identifier<Participant>
/// An activity's id in the session: `a1`, `a2`…
public typealias ActivityID = Identifier<ActivityBrief>

extension Identifier: CustomStringConvertible {
  public var description: String { rawValue }
}

extension Identifier: Comparable {
  /// `c9` before `c10`: the number decides, then the text.
  public static func < (left: Self, right: Self) -> Bool {
    let (first, second) = (left.number, right.number)
    return first == second ? left.rawValue < right.rawValue : first < second
  }

  /// The number in the label, or `Int.max` where there is none.
  private var number: Int {
    Int(rawValue.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
      ?? .max
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Identifier: CodingKeyRepresentable {
  public var codingKey: any CodingKey { rawValue.codingKey }

  public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

extension Identifier: JSONRepresentable {
  public var json: JSONValue { .string(rawValue) }

  public init(_ reader: JSONReader) throws(JSONShapeError) { self.init(try reader.string()) }
}
