package import ExerciseProtocol

/// As much of JSON Schema 2020-12 as our own schemas use: `type`, `const`, `enum`, `pattern`,
/// `minimum`, `required`, `properties`, `items`, `$ref` within the file, and `oneOf` told apart by
/// constants.
///
/// Stricter in one thing: members that no schema names are told too, as ``Fault/isUnknown``, since
/// they are mostly misspelt.
package struct JSONSchema: Sendable {
  private let root: JSONValue

  package init(_ root: JSONValue) { self.root = root }

  /// Reads one of the files beside this one, as the build embeds it.
  init(embedded bytes: [UInt8]) { root = (try? JSONValue(parsing: bytes)) ?? .null }

  /// What is wrong with a value, and where.
  package struct Fault: Hashable, Sendable {
    package var path: String
    package var what: String
    package var isUnknown = false
  }

  /// Everything that is wrong with `value`, which is called `name`.
  package func faults(of value: JSONValue, called name: String) -> [Fault] {
    faults(value, root, name)
  }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [Fault] {
    let schema = resolved(schema)
    var found = own(schema, value, path)
    guard found.isEmpty else { return found }
    switch value {
    case .object(let members):
      for member in members {
        if let named = schema["properties"]?[member.name] {
          found += faults(member.value, named, "\(path).\(member.name)")
        } else if schema["properties"] != nil {
          found.append(
            Fault(path: "\(path).\(member.name)", what: "it has no meaning", isUnknown: true))
        }
      }
      if let kind = alternative(schema, value) { found += missing(kind, value, path) }
    case .array(let elements):
      guard let items = schema["items"] else { break }
      for (index, element) in elements.enumerated() {
        found += faults(element, items, "\(path)[\(index)]")
      }
    default: break
    }
    return found
  }

  private func resolved(_ schema: JSONValue) -> JSONValue {
    guard case .string(let reference)? = schema["$ref"] else { return schema }
    return reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? .null }
  }

  /// The one of several kinds whose constants the value has.
  private func alternative(_ schema: JSONValue, _ value: JSONValue) -> JSONValue? {
    guard case .array(let kinds)? = schema["oneOf"] else { return nil }
    return kinds.first { kind in
      guard case .object(let members)? = kind["properties"] else { return false }
      return members.allSatisfy { member in
        value[member.name].map { own(member.value, $0, "").isEmpty } ?? false
      }
    }
  }

  private func missing(_ schema: JSONValue, _ value: JSONValue, _ path: String) -> [Fault] {
    guard case .array(let names)? = schema["required"] else { return [] }
    return names.compactMap { name in
      guard case .string(let name) = name, value[name] == nil else { return nil }
      return Fault(path: "\(path).\(name)", what: "it is missing")
    }
  }

  private func own(_ schema: JSONValue, _ value: JSONValue, _ path: String) -> [Fault] {
    func fault(_ what: String) -> [Fault] { [Fault(path: path, what: what)] }
    if let type = schema["type"], !value.isA(type) {
      return fault("it is \(value.kind), not of type \(schema.shown("type"))")
    }
    if let constant = schema["const"], constant != value {
      return fault("it is \(value.text()), not \(constant.text())")
    }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      return fault(
        "\(value.text()) is none of \(values.map { $0.text() }.joined(separator: ", "))")
    }
    if case .string(let pattern)? = schema["pattern"], case .string(let text) = value,
      (try? Regex(pattern).wholeMatch(in: text)) == nil
    {
      return fault("“\(text)” does not match \(pattern)")
    }
    if case .integer(let least)? = schema["minimum"], case .integer(let number) = value,
      number < least
    {
      return fault("\(number) is less than \(least)")
    }
    return missing(schema, value, path)
  }
}

extension JSONValue {
  fileprivate func isA(_ type: JSONValue) -> Bool {
    switch (self, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.bool, "boolean"),
      (.integer, "integer"), (.integer, "number"), (.number, "number"), (.null, "null"):
      true
    default: false
    }
  }
}
