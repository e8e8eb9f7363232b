import ExerciseProtocol

/// Where a value is put while it is encoded. A class, because containers that were handed out go on
/// adding to it.
final class EncodedPlace {
  private enum Content {
    case nothing
    case value(JSONValue)
    case members([(name: String, place: EncodedPlace)])
    case elements([EncodedPlace])
  }

  private var content = Content.nothing

  init(_ value: JSONValue? = nil) { content = value.map { .value($0) } ?? .nothing }

  /// What was put here. A type that puts nothing is an empty object, as elsewhere.
  var value: JSONValue {
    switch content {
    case .nothing: .object([])
    case .value(let value): value
    case .members(let members):
      // What was put twice under one name is what was put last.
      .object(
        Dictionary(members.map { ($0.name, $0.place) }) { _, last in last }
          .sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.value) })
    case .elements(let elements): .array(elements.map(\.value))
    }
  }

  func put(_ value: JSONValue) { content = .value(value) }

  func beginObject() {
    if case .nothing = content { content = .members([]) }
  }

  func beginArray() {
    if case .nothing = content { content = .elements([]) }
  }

  /// Of an object.
  func put(_ place: EncodedPlace, as name: String) {
    guard case .members(var members) = content else { return }
    content = .nothing
    members.append((name, place))
    content = .members(members)
  }

  func append(_ place: EncodedPlace) {
    guard case .elements(var elements) = content else { return }
    content = .nothing
    elements.append(place)
    content = .elements(elements)
  }

  var count: Int { if case .elements(let elements) = content { elements.count } else { 0 } }
}

struct ValueEncoder: Encoder {
  let place: EncodedPlace
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    place.beginObject()
    return KeyedEncodingContainer(MemberEncoder<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.beginArray()
    return ElementEncoder(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// What stands for `value`.
  func scalar<Number: BinaryInteger>(_ number: Number) throws -> JSONValue {
    if let integer = Int(exactly: number) { return .integer(integer) }
    throw fault(number, "it is beyond 64 bits with a sign")
  }

  func scalar(_ number: Double) throws -> JSONValue {
    guard number.isFinite else { throw fault(number, "JSON has no such number") }
    // As it reads back: a text of JSON doesn't tell 3.0 from 3.
    return Int(exactly: number).map { .integer($0) } ?? .number(number)
  }

  func scalar(_ number: Float) throws -> JSONValue {
    // By its shortest decimal form: 0.1 and not 0.10000000149.
    try scalar(Double("\(number)") ?? Double(number))
  }

  /// The place of a value below this one, filled.
  func place(of value: some Encodable, at key: CodedKey) throws -> EncodedPlace {
    let place = EncodedPlace()
    try value.encode(to: ValueEncoder(place: place, codingPath: codingPath + [key]))
    return place
  }

  private func fault(_ value: Any, _ why: String) -> EncodingError {
    .invalidValue(value, EncodingError.Context(codingPath: codingPath, debugDescription: why))
  }
}

extension ValueEncoder: SingleValueEncodingContainer {
  func encodeNil() { place.put(.null) }
  func encode(_ value: Bool) { place.put(.bool(value)) }
  func encode(_ value: String) { place.put(.string(value)) }
  func encode(_ value: Double) throws { place.put(try scalar(value)) }
  func encode(_ value: Float) throws { place.put(try scalar(value)) }
  func encode(_ value: Int) { place.put(.integer(value)) }
  func encode(_ value: Int8) throws { place.put(try scalar(value)) }
  func encode(_ value: Int16) throws { place.put(try scalar(value)) }
  func encode(_ value: Int32) throws { place.put(try scalar(value)) }
  func encode(_ value: Int64) throws { place.put(try scalar(value)) }
  func encode(_ value: UInt) throws { place.put(try scalar(value)) }
  func encode(_ value: UInt8) throws { place.put(try scalar(value)) }
  func encode(_ value: UInt16) throws { place.put(try scalar(value)) }
  func encode(_ value: UInt32) throws { place.put(try scalar(value)) }
  func encode(_ value: UInt64) throws { place.put(try scalar(value)) }
  func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// The members of an object. Numbers of a fixed size go through the one generic function.
private struct MemberEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  private func put(_ value: JSONValue, _ key: Key) {
    encoder.place.put(EncodedPlace(value), as: key.stringValue)
  }

  func encodeNil(forKey key: Key) { put(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { put(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { put(.string(value), key) }
  func encode(_ value: Int, forKey key: Key) { put(.integer(value), key) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    let place = try encoder.place(of: value, at: CodedKey(key.stringValue))
    encoder.place.put(place, as: key.stringValue)
  }

  private func below(_ key: some CodingKey) -> ValueEncoder {
    let place = EncodedPlace()
    encoder.place.put(place, as: key.stringValue)
    return ValueEncoder(place: place, codingPath: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { below(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    below(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { below(CodedKey.parent) }
  func superEncoder(forKey key: Key) -> any Encoder { below(key) }
}

private struct ElementEncoder: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.place.count }

  func encodeNil() { encoder.place.append(EncodedPlace(.null)) }

  func encode(_ value: some Encodable) throws {
    encoder.place.append(try encoder.place(of: value, at: CodedKey(count)))
  }

  private func below() -> ValueEncoder {
    let place = EncodedPlace()
    let key = CodedKey(count)
    encoder.place.append(place)
    return ValueEncoder(place: place, codingPath: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { below().container(keyedBy: type) }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { below().unkeyedContainer() }
  func superEncoder() -> any Encoder { below() }
}
