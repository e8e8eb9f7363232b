import ExerciseProtocol
import Foundation
import SessionStore
import Testing
import Workshop

/// The written grammars, held against what is written.
@Suite("The schemas of the records")
struct SchemaTests {
  @Test("Every member of every event is named in event.schema.json, every required one is there")
  func events() throws {
    let schemas = try Schemas()
    let restored = Event.restored(RichSession.timeline.session)
    for event in RichSession.events + [restored] {
      let json = EventRecord(event).json
      #expect(schemas.faults(of: json, in: "event.schema.json") == [], "\(json.text())")
    }
  }

  @Test("The schema knows no type of event that is never written")
  func types() throws {
    let written = Set(
      (RichSession.events + [.restored(Session())]).map { EventRecord($0).json["type"] })
    guard case .array(let kinds)? = try Schemas()["event.schema.json"]?["oneOf"] else {
      Issue.record("no oneOf")
      return
    }
    #expect(Set(kinds.map { $0["properties"]?["type"]?["const"] }) == written)
    #expect(kinds.count == written.count)
  }

  @Test("Every member of a snapshot is named in session.schema.json")
  func snapshot() throws {
    let folder = try Desk()
    let log = try FileSessionLibrary(folder: folder.path, origin: Origin(7)).create("rich")
    guard case .done(let logged) = try log.append(RichSession.events, at: RichSession.at, after: 0)
    else { throw UnexpectedlyBehind() }
    var timeline = Timeline()
    timeline.append(logged)
    try log.writeSnapshot(timeline, states: RichSession.states)
    let document = try JSONValue(parsing: folder.read("rich.json"))
    let schemas = try Schemas()
    #expect(schemas.faults(of: document, in: "session.schema.json") == [])
    #expect(schemas.faults(of: ["charrette": 2, "bord": []], in: "session.schema.json").count > 5)
  }
}

/// As much of JSON Schema 2020-12 as our schemas use, and stricter: a member that no schema names
/// is a fault.
struct Schemas {
  private var files: [String: JSONValue] = [:]

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/SessionStore/Schemas")
    let names = [
      "event.schema.json", "session.schema.json", "../../Polling/Schemas/poll.schema.json",
    ]
    for name in names {
      files[String(name.split(separator: "/").last ?? "")] = try JSONValue(
        parsing: [UInt8](Data(contentsOf: folder.appending(path: name))))
    }
  }

  subscript(name: String) -> JSONValue? { files[name] }

  /// What is wrong with `value`, by its path.
  func faults(of value: JSONValue, in file: String) -> [String] {
    faults(value, [(files[file] ?? .null, file)], "$")
  }

  /// All of `schemas` apply to `value`.
  private func faults(
    _ value: JSONValue, _ schemas: [(schema: JSONValue, file: String)], _ path: String
  ) -> [String] {
    let all = schemas.flatMap { expanded($0.schema, in: $0.file, for: value) }
    var found = all.flatMap { own($0.schema, value, path) }
    switch value {
    case .object(let members):
      for member in members {
        let named = all.compactMap { item in
          (item.schema["properties"]?[member.name] ?? item.schema["additionalProperties"])
            .map { ($0, item.file) }
        }
        let isFree = all.allSatisfy { $0.schema["properties"] == nil }
        if named.isEmpty, !isFree { found.append("\(path).\(member.name) has no name in it") }
        if !named.isEmpty { found += faults(member.value, named, "\(path).\(member.name)") }
      }
    case .array(let elements):
      let items = all.compactMap { item in item.schema["items"].map { ($0, item.file) } }
      for (index, element) in elements.enumerated() where !items.isEmpty {
        found += faults(element, items, "\(path)[\(index)]")
      }
    default: break
    }
    return found
  }

  /// The schema with those that it refers to, and the one of its alternatives that fits the type.
  private func expanded(
    _ schema: JSONValue, in file: String, for value: JSONValue
  ) -> [(schema: JSONValue, file: String)] {
    var all = [(schema: schema, file: file)]
    if case .string(let reference)? = schema["$ref"] {
      let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? file : parts[0]
      let found = parts[1].split(separator: "/").reduce(files[target]) { $0?[String($1)] }
      all += expanded(
        found ?? ["const": .string("nothing there: \(reference)")], in: target, for: value)
    }
    if case .array(let kinds)? = schema["oneOf"] {
      let kind = kinds.first { $0["properties"]?["type"]?["const"] == value["type"] }
      all += expanded(kind ?? ["const": "no such type"], in: file, for: value)
    }
    return all
  }

  private func own(_ schema: JSONValue, _ value: JSONValue, _ path: String) -> [String] {
    var found: [String] = []
    if let type = schema["type"], !value.isA(type) { found.append("\(path) is no \(type.text())") }
    if let constant = schema["const"], constant != value { found.append("\(path) is another") }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      found.append("\(path) is none of them")
    }
    if case .string(let pattern)? = schema["pattern"], case .string(let text) = value,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      found.append("\(path) does not match \(pattern)")
    }
    if case .array(let names)? = schema["required"] {
      for case .string(let name) in names where value[name] == nil {
        found.append("\(path).\(name) is missing")
      }
    }
    return found
  }
}

extension JSONValue {
  fileprivate func isA(_ type: JSONValue) -> Bool {
    switch (self, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.bool, "boolean"),
      (.integer, "integer"), (.integer, "number"), (.number, "number"):
      true
    default: false
    }
  }
}
