/// What a well-formed JSON value lacks to be the thing it should be: where, and what was expected.
public struct JSONShapeError: Error, Hashable, Sendable {
  /// The way to the value: `manifest.exercises[2].name`.
  public var path: String
  public var expected: String
  public var found: String

  public init(path: String, expected: String, found: String) {
    self.path = path
    self.expected = expected
    self.found = found
  }
}

/// Reads typed values out of a ``JSONValue`` while remembering the way to each, so that a refusal
/// can name it.
///
/// Every record of ours is read through this: `let name = try reader.string("name")`.
public struct JSONReader: Sendable {
  public let value: JSONValue
  private let way: Way

  /// Starts reading `value`; `path` is what errors call it, `card` or `line 7`.
  public init(_ value: JSONValue, path: String) {
    self.init(value, .start(path))
  }

  private init(_ value: JSONValue, _ way: Way) {
    self.value = value
    self.way = way
  }

  /// The way to the value, as errors call it.
  public var path: String { way.text }

  /// Kept as steps, and spelled out only in an error: nearly every value is as it should be.
  private indirect enum Way: Sendable {
    case start(String)
    case member(String, of: Way)
    case element(Int, of: Way)

    var text: String {
      switch self {
      case .start(let name): name
      case .member(let name, let object): "\(object.text).\(name)"
      case .element(let index, let list): "\(list.text)[\(index)]"
      }
    }
  }

  /// A refusal of this value.
  public func mismatch(_ expected: String) -> JSONShapeError {
    JSONShapeError(path: path, expected: expected, found: value.kind)
  }

  /// The member called `name`, or nil where it is absent or null.
  public func optional(_ name: String) -> JSONReader? {
    guard let member = value[name], member != .null else { return nil }
    return JSONReader(member, .member(name, of: way))
  }

  /// The member called `name`, which must be there.
  public func required(_ name: String) throws(JSONShapeError) -> JSONReader {
    guard case .object = value else { throw mismatch("an object") }
    guard let member = value[name] else {
      throw JSONShapeError(path: "\(path).\(name)", expected: "a value", found: "nothing")
    }
    return JSONReader(member, .member(name, of: way))
  }

  /// This value, which must be a string.
  public func string() throws(JSONShapeError) -> String {
    guard case .string(let text) = value else { throw mismatch("a string") }
    return text
  }

  /// This value, which must be a whole number of 64 bits.
  public func integer() throws(JSONShapeError) -> Int {
    guard case .integer(let integer) = value else { throw mismatch("a whole number") }
    return integer
  }

  /// This value, which must be a number; a whole one is taken too.
  public func number() throws(JSONShapeError) -> Double {
    switch value {
    case .integer(let integer): return Double(integer)
    case .number(let number): return number
    default: throw mismatch("a number")
    }
  }

  /// This value, which must be true or false.
  public func bool() throws(JSONShapeError) -> Bool {
    guard case .bool(let flag) = value else { throw mismatch("true or false") }
    return flag
  }

  /// Every element of this list, each with its own path.
  public func elements() throws(JSONShapeError) -> [JSONReader] {
    guard case .array(let elements) = value else { throw mismatch("a list") }
    return elements.enumerated().map { JSONReader($1, .element($0, of: way)) }
  }

  /// Every member of this object, each with its own path.
  public func members() throws(JSONShapeError) -> [(name: String, value: JSONReader)] {
    guard case .object(let members) = value else { throw mismatch("an object") }
    return members.map { ($0.name, JSONReader($0.value, .member($0.name, of: way))) }
  }
}

extension JSONReader {
  /// The string called `name`, which must be there.
  public func string(_ name: String) throws(JSONShapeError) -> String {
    // Without a reader of its own: these are most of all reads. The same below.
    if case .string(let text) = value[name] { return text }
    return try required(name).string()
  }

  /// The whole number called `name`, which must be there.
  public func integer(_ name: String) throws(JSONShapeError) -> Int {
    if case .integer(let integer) = value[name] { return integer }
    return try required(name).integer()
  }

  /// The flag called `name`; `fallback` where it is absent.
  public func bool(_ name: String, default fallback: Bool) throws(JSONShapeError) -> Bool {
    try optional(name)?.bool() ?? fallback
  }

  /// The list called `name`, each element read by `read`; empty where the member is absent.
  public func list<Element>(
    _ name: String, _ read: (JSONReader) throws(JSONShapeError) -> Element
  ) throws(JSONShapeError) -> [Element] {
    guard let list = optional(name) else { return [] }
    var result: [Element] = []
    for element in try list.elements() { result.append(try read(element)) }
    return result
  }

  /// The list of strings called `name`; empty where the member is absent.
  public func strings(_ name: String) throws(JSONShapeError) -> [String] {
    try list(name) { element throws(JSONShapeError) in try element.string() }
  }

  /// The object of strings called `name`; empty where the member is absent.
  public func stringTable(_ name: String) throws(JSONShapeError) -> [String: String] {
    guard let table = optional(name) else { return [:] }
    var result: [String: String] = [:]
    for member in try table.members() { result[member.name] = try member.value.string() }
    return result
  }
}

/// A value with one JSON form, written down beside its type. Not `Codable`: these forms are
/// contracts with other languages and with old files, so each is spelled out rather than
/// synthesised.
public protocol JSONRepresentable: Sendable {
  /// The JSON form.
  var json: JSONValue { get }
  /// Reads the JSON form; unknown members are ignored, so that newer writers can be read by older
  /// readers.
  init(_ reader: JSONReader) throws(JSONShapeError)
}

extension JSONRepresentable {
  /// Reads the JSON form from `value`; `path` is what errors call it.
  public init(json value: JSONValue, path: String) throws(JSONShapeError) {
    try self.init(JSONReader(value, path: path))
  }
}

extension JSONValue {
  /// A list of the JSON forms of `items`, or nil for none: an absent list is an empty one.
  public static func list(_ items: [some JSONRepresentable]) -> JSONValue? {
    items.isEmpty ? nil : .array(items.map(\.json))
  }

  /// A list of strings, or nil for none.
  public static func list(_ items: [String]) -> JSONValue? {
    items.isEmpty ? nil : .array(items.map(JSONValue.string))
  }

  /// An object of strings in the order of their names, or nil for none.
  public static func table(_ items: [String: String]) -> JSONValue? {
    items.isEmpty
      ? nil : .object(items.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
  }
}
