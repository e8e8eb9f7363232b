import ExerciseProtocol
import Foundation
import Testing
import Workshop
import WorkshopTesting
import YAML

/// The written grammar of a template, held against what the reader accepts.
@Suite("The schema of a template")
struct TemplateSchemaTests {
  private static func schema() throws -> JSONSchema {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Workshop/Schemas/template.schema.json")
    return JSONSchema(root: try JSONValue(parsing: [UInt8](Data(contentsOf: file))))
  }

  @Test("It has the reader's keys, no more and no fewer")
  func keys() throws {
    let root = try Self.schema().root
    let definitions = try #require(root["$defs"])
    // The reader tells its keys where it is given one that is like none of them.
    for (place, schema) in [
      ("phase: define", root), ("    minutes: 10", definitions["step"]),
      ("      - tip: Wait.", definitions["guide"]?["items"]),
    ] {
      let indent = place.prefix { $0 == " " || $0 == "-" }
      let yaml = TemplateSamples.good.replacing(place, with: "\(indent)zzzzzzzzzzzz: x")
      #expect(Self.told(yaml, "short") == Self.names(of: schema), "\(place)")
    }
    let reference = TemplateSamples.template("t", ["{template: t, zzzzzzzzzzzz: x}"])
    #expect(Self.told(reference, "t") == Self.names(of: definitions["reference"]))
  }

  private static func told(_ yaml: String, _ name: String) -> Set<String> {
    let faults = TemplateShelf([name: yaml]).faults
    let hint = faults.compactMap(\.hint).first { $0.hasPrefix("There are: ") } ?? ""
    return Set(hint.dropFirst(11).dropLast().split(separator: ", ").map(String.init))
  }

  private static func names(of schema: JSONValue?) -> Set<String> {
    guard case .object(let members)? = schema?["properties"] else { return [] }
    return Set(members.map(\.name))
  }

  @Test("Both accept everything that is shipped")
  func shipped() throws {
    let schema = try Self.schema()
    for name in try TemplateSamples.shippedNames {
      let yaml = try TemplateSamples.shipped(name)
      #expect(schema.admits(try Self.json(yaml)), "\(name)")
      #expect(TemplateReaderProbe.accepts(yaml, file: "\(name).yaml"), "\(name)")
    }
  }

  @Test("Both accept and refuse the same, however a file is spoilt", arguments: 0..<40)
  func spoilt(_ seed: Int) throws {
    let schema = try Self.schema()
    var generator = Chance(seed: seed)
    for _ in 0..<25 {
      var lines = TemplateSamples.good.split(separator: "\n").map(String.init)
      for _ in 0...Int.random(in: 0...1, using: &generator) {
        let index = Int.random(in: lines.indices, using: &generator)
        Self.spoil(&lines[index], using: &generator)
      }
      let yaml = lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
      // What is no YAML, or says a thing twice, is none of a schema's business.
      guard let json = try? Self.json(yaml) else { continue }
      #expect(
        schema.admits(json) == TemplateReaderProbe.accepts(yaml, file: "short.yaml"), "\(yaml)")
    }
  }

  private static func spoil(
    _ line: inout String, using generator: inout Chance
  ) {
    let values = [
      "", "5", "0", "-1", "1441", "20", "\"20\"", "yes", "true", "1.5", "previous", "all",
      "nothing",
      "\"#x\"", "#x", "whole", "define", "3-4", "03-4", "3-", "-", "10000", "\"  \"", "{a: b}",
      "{}",
      "[a]", "[]", "\"a\\nb\"", "a-b", "A-b", "a--b", "|\n          words\n", "ё", "~",
      String(repeating: "x", count: 61), String(repeating: "é", count: 121),
      String(repeating: "x", count: 1001),
    ]
    let keys = ["title", "focus", "do", "say", "template", "zz", "gives", "phase", "minutes"]
    switch Int.random(in: 0...3, using: &generator) {
    case 0: line = ""
    case 1:
      guard let colon = line.firstIndex(of: ":") else { return }
      let indent = line.prefix { $0 == " " || $0 == "-" }
      line = indent + (keys.randomElement(using: &generator) ?? "") + String(line[colon...])
    default:
      guard let colon = line.firstIndex(of: ":") else { return }
      line = line[...colon] + " " + (values.randomElement(using: &generator) ?? "")
    }
  }

  /// The YAML as the JSON that a program would hold against the schema.
  private static func json(_ yaml: String) throws -> JSONValue {
    try YAMLNode(parsing: yaml).json
  }
}

/// What the reader alone thinks of a file, without what no schema can know: other templates, and
/// whether the name is the file's.
enum TemplateReaderProbe {
  static func accepts(_ yaml: String, file: String) -> Bool {
    let inspection = TemplateInspection(
      [.init(path: file, text: yaml, origin: .own)], beside: [], exercises: [])
    return inspection.faults.allSatisfy { fault in
      beyond.contains { fault.message.contains($0) }
    }
  }

  private static let beyond = [
    "no installed plugin provides", "there is no template “", "is not the file's",
    "has faults of its own", "can't bring in itself", "takes from “",
  ]
}

extension YAMLNode {
  fileprivate var json: JSONValue {
    switch content {
    case .mapping(let members):
      .object(members.map { .init($0.key.text ?? "", $0.value.json) })
    case .sequence(let elements): .array(elements.map(\.json))
    case .scalar(let scalar):
      if scalar.isPlain, ["", "~"].contains(scalar.text) {
        .null
      } else if scalar.isPlain, let number = Int(scalar.text) {
        .integer(number)
      } else if scalar.isPlain, let number = Double(scalar.text) {
        .number(number)
      } else if scalar.isPlain, ["true", "false"].contains(scalar.text) {
        .bool(scalar.text == "true")
      } else {
        .string(scalar.text)
      }
    }
  }
}
