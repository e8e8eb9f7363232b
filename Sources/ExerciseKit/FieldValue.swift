public import ExerciseProtocol

/// A type that a field can have. The kit brings all of them; an author adds choices by writing
/// `enum Order: String, FieldChoice`.
public protocol FieldValue: Sendable {
  /// What is asked for.
  static var fieldType: FieldType { get }
  /// The JSON form, or nil for "nothing".
  var json: JSONValue? { get }
  /// Reads the JSON form; nil where it is not one.
  init?(fieldJSON: JSONValue)
}

/// A field type that is kept within bounds.
public protocol BoundedFieldValue: FieldValue {
  static func fieldType(within range: ClosedRange<Int>) -> FieldType
}

/// One of a few words: an enumeration of strings.
public protocol FieldChoice: FieldValue, RawRepresentable, CaseIterable
where RawValue == String {}

extension FieldChoice {
  public static var fieldType: FieldType { .choice(allCases.map(\.rawValue)) }
  public var json: JSONValue? { .string(rawValue) }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let name) = fieldJSON else { return nil }
    self.init(rawValue: name)
  }
}

/// What becomes of who said it: as a setting called `privacy` it is the host that enforces it.
extension Privacy: FieldChoice {}

extension String: FieldValue {
  public static var fieldType: FieldType { .text }
  public var json: JSONValue? { .string(self) }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let text) = fieldJSON else { return nil }
    self = text
  }
}

extension Int: BoundedFieldValue {
  public static var fieldType: FieldType { .integer(.min ... .max) }
  /// A whole number within `range`.
  public static func fieldType(within range: ClosedRange<Int>) -> FieldType { .integer(range) }
  public var json: JSONValue? { .integer(self) }

  public init?(fieldJSON: JSONValue) {
    guard case .integer(let integer) = fieldJSON else { return nil }
    self = integer
  }
}

extension Bool: FieldValue {
  public static var fieldType: FieldType { .flag }
  public var json: JSONValue? { .bool(self) }

  public init?(fieldJSON: JSONValue) {
    guard case .bool(let flag) = fieldJSON else { return nil }
    self = flag
  }
}

/// A card's label or a participant's id.
extension Identifier: FieldValue {
  public static var fieldType: FieldType { Owner.self == Participant.self ? .person : .card }
  public var json: JSONValue? { .string(rawValue) }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let id) = fieldJSON else { return nil }
    self.init(id)
  }
}

/// `[CardID]`: cards. `[ParticipantID]`: one person or several. `[String]`: tags.
extension Array: FieldValue where Element: FieldValue {
  public static var fieldType: FieldType {
    Element.self == CardID.self ? .cards : Element.self == ParticipantID.self ? .person : .tags
  }
  public var json: JSONValue? { .array(compactMap { $0.json }) }

  public init?(fieldJSON: JSONValue) {
    guard case .array(let elements) = fieldJSON else {
      // A host of before gives one person.
      guard Element.self == ParticipantID.self, let one = Element(fieldJSON: fieldJSON) else {
        return nil
      }
      self = [one]
      return
    }
    let values = elements.compactMap(Element.init(fieldJSON:))
    guard values.count == elements.count else { return nil }
    self = values
  }
}

/// `[CardID: Int]`: so many points on each card.
extension Dictionary: FieldValue, BoundedFieldValue where Key == CardID, Value == Int {
  public static var fieldType: FieldType { .points(0 ... .max) }
  /// Points of which each is within `range`.
  public static func fieldType(within range: ClosedRange<Int>) -> FieldType { .points(range) }

  public var json: JSONValue? {
    .object(sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .integer($0.value)) })
  }

  public init?(fieldJSON: JSONValue) {
    guard case .object(let members) = fieldJSON else { return nil }
    self = [:]
    for member in members {
      guard case .integer(let points) = member.value else { return nil }
      self[CardID(member.name)] = points
    }
  }
}

extension CivilDate: FieldValue {
  public static var fieldType: FieldType { .date }
  public var json: JSONValue? { .string(description) }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let text) = fieldJSON else { return nil }
    self.init(text)
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static var fieldType: FieldType { Wrapped.fieldType }
  public var json: JSONValue? { flatMap { $0.json } }

  public init?(fieldJSON: JSONValue) {
    guard let value = Wrapped(fieldJSON: fieldJSON) else { return nil }
    self = .some(value)
  }
}

extension Optional: BoundedFieldValue where Wrapped: BoundedFieldValue {
  /// That of what is in it.
  public static func fieldType(within range: ClosedRange<Int>) -> FieldType {
    Wrapped.fieldType(within: range)
  }
}
