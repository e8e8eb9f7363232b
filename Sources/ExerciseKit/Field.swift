public import ExerciseProtocol

/// A struct whose `@Field` properties are what an action or the settings ask for.
///
/// It needs an initialiser without arguments, which Swift writes by itself.
public protocol Fields: Sendable {
  init()
}

/// Settings of an exercise that has none.
public struct NoFields: Fields {
  public init() {}
}

/// One value that is asked for. Its name is that of the property in kebab case (`maxPerCard`:
/// `max-per-card`); its type decides how it is typed, completed, asked for and checked.
///
/// A property with a value has that default; one of an optional type may be left out; any other
/// must be given, and reading it before it was is a mistake in the exercise.
@propertyWrapper
public struct Field<Value: FieldValue>: Sendable {
  let summary: String
  let type: FieldType
  let isNumbered: Bool
  let beforeName: [String]
  let value: FilledOnce<Value>

  public var wrappedValue: Value {
    guard let value = value.content else {
      preconditionFailure("a field is read before the host has filled it")
    }
    return value
  }

  init(
    _ value: Value?, _ summary: String, _ type: FieldType, isNumbered: Bool = false,
    beforeName: [String] = []
  ) {
    self.summary = summary
    self.type = type
    self.isNumbered = isNumbered
    self.beforeName = beforeName
    self.value = FilledOnce(value)
  }

  /// A field with a default.
  public init(wrappedValue: Value, _ summary: String) {
    self.init(wrappedValue, summary, Value.fieldType)
  }

  /// A field that must be given.
  public init(_ summary: String) {
    self.init(nil, summary, Value.fieldType)
  }

  /// A bounded field with a default.
  public init(wrappedValue: Value, _ summary: String, _ range: ClosedRange<Int>)
  where Value: BoundedFieldValue {
    self.init(wrappedValue, summary, Value.fieldType(within: range))
  }

  /// A bounded field that must be given.
  public init(_ summary: String, _ range: ClosedRange<Int>) where Value: BoundedFieldValue {
    self.init(nil, summary, Value.fieldType(within: range))
  }
}

extension Field where Value == [CardID: Int] {
  /// Cards, each with a number that must be typed, such as a grade: `c3=4`. Without `numbered`,
  /// a card by itself counts one, as a dot does.
  public init(_ summary: String, _ range: ClosedRange<Int>, numbered: Bool) {
    self.init(nil, summary, Value.fieldType(within: range), isNumbered: numbered)
  }
}

extension Field where Value == [CardID: Int]? {
  /// The same, where it may be left out.
  public init(_ summary: String, _ range: ClosedRange<Int>, numbered: Bool) {
    self.init(.some(nil), summary, Value.fieldType(within: range), isNumbered: numbered)
  }
}

extension Field where Value == String {
  /// A text in which `@Name` may come after something else than at the start of the line; see
  /// ``ExerciseProtocol/FieldDescription/beforeName``.
  public init(_ summary: String, beforeName: [String]) {
    self.init(nil, summary, Value.fieldType, beforeName: beforeName)
  }
}

extension Field where Value == String? {
  /// The same, where it may be left out.
  public init(_ summary: String, beforeName: [String]) {
    self.init(.some(nil), summary, Value.fieldType, beforeName: beforeName)
  }
}

extension Field where Value: ExpressibleByNilLiteral {
  /// A field that may be left out.
  public init(_ summary: String) { self.init(.some(nil), summary, Value.fieldType) }
}

extension Field where Value: ExpressibleByNilLiteral & BoundedFieldValue {
  /// A bounded field that may be left out.
  public init(_ summary: String, _ range: ClosedRange<Int>) {
    self.init(.some(nil), summary, Value.fieldType(within: range))
  }
}

/// Where a property wrapper keeps its value, so that the kit can fill a struct whose type it does
/// not know. Unchecked: it is written by ``Fields/init(filledFrom:)`` alone, before the struct is
/// shared.
final class FilledOnce<Value: Sendable>: @unchecked Sendable {
  fileprivate(set) var content: Value?
  init(_ content: Value?) { self.content = content }
}

/// A `Field` of any type, as reflection finds it.
private protocol DeclaredField {
  func described(as name: String) -> FieldDescription
  func fill(from json: JSONValue, name: String) throws(Refusal)
}

extension Field: DeclaredField {
  fileprivate func described(as name: String) -> FieldDescription {
    FieldDescription(
      name, type, summary, isRequired: value.content == nil,
      defaultValue: value.content.flatMap { $0.json }, isNumbered: isNumbered,
      beforeName: beforeName,
      isSeveral: Value.self == [ParticipantID].self || Value.self == [ParticipantID]?.self)
  }

  fileprivate func fill(from json: JSONValue, name: String) throws(Refusal) {
    guard type.allows(json), let content = Value(fieldJSON: json) else {
      throw Refusal("“\(name)” must be \(type.expectation).", field: name)
    }
    value.content = content
  }
}

extension Fields {
  /// What is asked for, in the order in which it is declared.
  public static var declaration: [FieldDescription] {
    declaredFields(of: Self()).map { $0.field.described(as: $0.name) }
  }

  /// Fills the fields from an object of their JSON forms; what is absent keeps its default.
  ///
  /// - Throws: a refusal that names the field, where a value is of the wrong kind, out of bounds or
  ///   missing. The host has checked that; an exercise can rely on it whoever asks.
  public init(filledFrom json: JSONValue) throws(Refusal) {
    self.init()
    for (name, field) in Self.declaredFields(of: self) {
      if let value = json[name] {
        try field.fill(from: value, name: name)
      } else if field.described(as: name).isRequired {
        throw Refusal("“\(name)” is missing.", field: name)
      }
    }
  }

  /// The values as they stand, by name, for an exercise that records under which settings something
  /// was decided; ``init(filledFrom:)`` reads them.
  public var filled: JSONValue {
    .object(
      Self.declaredFields(of: self).compactMap { name, field in
        field.described(as: name).defaultValue.map { JSONValue.Member(name, $0) }
      })
  }

  private static func declaredFields(
    of fields: Self
  ) -> [(name: String, field: any DeclaredField)] {
    Mirror(reflecting: fields).children.compactMap { child in
      guard let field = child.value as? any DeclaredField, let label = child.label else {
        return nil
      }
      return (kebabCase(label), field)
    }
  }
}

/// `_maxPerCard`, as a wrapper's storage is labelled, is `max-per-card`.
private func kebabCase(_ label: String) -> String {
  label.drop { $0 == "_" }.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
}
