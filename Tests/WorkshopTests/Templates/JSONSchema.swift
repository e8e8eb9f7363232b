import ExerciseProtocol
import Testing

/// As much of JSON Schema 2020-12 as our schema of a template uses; a word of it that is not known
/// here is an issue, so that nothing in it goes unchecked.
struct JSONSchema {
  let root: JSONValue

  func admits(_ value: JSONValue) -> Bool { admits(value, root) }

  private func admits(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    guard case .object(let members) = schema else { return schema == true }
    return members.allSatisfy { check(value, $0.name, $0.value, schema) }
  }

  private func check(
    _ value: JSONValue, _ word: String, _ given: JSONValue, _ schema: JSONValue
  ) -> Bool {
    switch (word, given) {
    case ("$schema", _), ("$id", _), ("$defs", _), ("title", .string), ("description", .string):
      return true
    case ("$ref", .string(let reference)):
      let found = reference.split(separator: "/").dropFirst().reduce(Optional(root)) {
        $0?[String($1)]
      }
      return found.map { admits(value, $0) } ?? false
    case ("type", .array(let types)): return types.contains { value.isA($0) }
    case ("type", _): return value.isA(given)
    case ("const", _): return value == given
    case ("enum", .array(let values)): return values.contains(value)
    case ("not", _): return !admits(value, given)
    case ("oneOf", .array(let schemas)): return schemas.count { admits(value, $0) } == 1
    case ("anyOf", .array(let schemas)): return schemas.contains { admits(value, $0) }
    case ("allOf", .array(let schemas)): return schemas.allSatisfy { admits(value, $0) }
    default: break
    }
    switch value {
    case .string(let text): return checkText(text, word, given)
    case .integer(let number): return checkNumber(number, word, given)
    case .array(let elements): return checkList(elements, word, given)
    case .object(let members): return checkObject(members, word, given, schema)
    default: return isKnown(word)
    }
  }

  private func checkText(_ text: String, _ word: String, _ given: JSONValue) -> Bool {
    switch (word, given) {
    case ("maxLength", .integer(let most)): return text.unicodeScalars.count <= most
    case ("pattern", .string(let pattern)):
      guard let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
      return text.firstMatch(of: regex) != nil
    default: return isKnown(word)
    }
  }

  private func checkNumber(_ number: Int, _ word: String, _ given: JSONValue) -> Bool {
    switch (word, given) {
    case ("minimum", .integer(let least)): number >= least
    case ("maximum", .integer(let most)): number <= most
    default: isKnown(word)
    }
  }

  private func checkList(_ elements: [JSONValue], _ word: String, _ given: JSONValue) -> Bool {
    switch (word, given) {
    case ("minItems", .integer(let least)): elements.count >= least
    case ("maxItems", .integer(let most)): elements.count <= most
    case ("items", _): elements.allSatisfy { admits($0, given) }
    case ("prefixItems", .array(let schemas)): zip(elements, schemas).allSatisfy(admits)
    default: isKnown(word)
    }
  }

  private func checkObject(
    _ members: [JSONValue.Member], _ word: String, _ given: JSONValue, _ schema: JSONValue
  ) -> Bool {
    switch (word, given) {
    case ("minProperties", .integer(let least)): members.count >= least
    case ("maxProperties", .integer(let most)): members.count <= most
    case ("required", .array(let names)):
      names.allSatisfy { name in members.contains { .string($0.name) == name } }
    case ("properties", _):
      members.allSatisfy { member in given[member.name].map { admits(member.value, $0) } ?? true }
    case ("additionalProperties", _):
      members.allSatisfy {
        schema["properties"]?[$0.name] != nil || given != false && admits($0.value, given)
      }
    default: isKnown(word)
    }
  }

  private func isKnown(_ word: String) -> Bool {
    let known = Self.words.contains(word)
    if !known { Issue.record("the schema says “\(word)”, and nobody checks it") }
    return known
  }

  private static let words: Set<String> = [
    "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "items", "prefixItems",
    "minProperties", "maxProperties", "required", "properties", "additionalProperties",
  ]
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
