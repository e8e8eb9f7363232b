package import ExerciseProtocol

/// An author's own types are `Codable`; here they become JSON values and come back, without a text
/// between. What Foundation's `JSONEncoder` and `JSONDecoder` make of a type, these do, with one
/// exception: `Data` and `URL` have no form of their own here, and are a list of bytes and an
/// object.
extension JSONValue {
  /// The JSON form of `value`, its members in the order of their names, so that equal values give
  /// equal bytes.
  package init(encoding value: some Encodable) throws(KitFault) {
    do {
      let place = EncodedPlace()
      try value.encode(to: ValueEncoder(place: place, codingPath: []))
      self = place.value
    } catch {
      throw KitFault("a value of this exercise has no JSON form: \(error)")
    }
  }

  /// Reads a `Value`; `what` names it in the fault.
  package func decoded<Value: Decodable>(_ type: Value.Type, what: String) throws(KitFault) -> Value
  {
    do {
      return try Value(from: ValueDecoder(value: self, codingPath: []))
    } catch {
      throw KitFault("this can't be read as \(what): \(error)")
    }
  }
}

/// A member or an element on the way to a value.
struct CodedKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) { (stringValue, intValue) = (name, nil) }
  init(_ index: Int) { (stringValue, intValue) = ("Index \(index)", index) }
  init(stringValue: String) { self.init(stringValue) }
  init(intValue: Int) { self.init(intValue) }

  /// What a superclass's part is called where it has no name of its own.
  static let parent = CodedKey("super")
}
