import ExerciseProtocol
import Yams

extension Template {
  /// Reads a template's YAML. `file` is what faults call it.
  ///
  /// - Throws: the first fault, with `file:line` and the mend.
  package init(yaml: String, file: String) throws(Problem) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw Problem("\(file): \(error)", hint: "YAML is indented with spaces; quote odd text.")
    } catch {
      throw Problem("\(file): \(error)")
    }
    guard let root else { throw Problem("\(file): the file is empty.") }
    let reader = TemplateReader(file: file)
    try reader.check(
      root, hasOnly: ["charrette-template", "name", "title", "summary", "credit", "agenda"])
    guard let version = root["charrette-template"]?.int, version == 1 else {
      throw reader.fault(
        root, "this is not a template of version 1", hint: "Begin it with: charrette-template: 1")
    }
    name = try reader.text(root, "name")
    title = try reader.text(root, "title")
    summary = try reader.text(root, "summary")
    credit = root["credit"]?.string
    guard let agenda = root["agenda"], let steps = agenda.sequence, !steps.isEmpty else {
      throw reader.fault(
        root["agenda"] ?? root, "the agenda has no steps",
        hint: "agenda: is a list; each step begins with “- exercise:”.")
    }
    self.steps = []
    for step in steps { self.steps.append(try reader.step(step)) }
  }
}

/// Reads nodes and names the line where one is not what it should be.
private struct TemplateReader {
  let file: String

  func fault(_ node: Node, _ message: String, hint: String? = nil) -> Problem {
    Problem("\(file):\(node.mark?.line ?? 1): \(message).", hint: hint)
  }

  func check(_ node: Node, hasOnly names: [String]) throws(Problem) {
    guard let mapping = node.mapping else {
      throw fault(node, "names with values are expected here", hint: "Write name: value.")
    }
    for key in mapping.keys {
      let name = key.string ?? ""
      guard names.contains(name) else {
        let near = Suggestion.nearest(to: name, among: names)
        throw fault(
          key, "“\(name)” is not known here",
          hint: near.isEmpty
            ? "There are: \(names.joined(separator: ", "))." : "Did you mean \(near.orList)?")
      }
    }
  }

  func text(_ node: Node, _ name: String) throws(Problem) -> String {
    guard let value = node[name] else {
      throw fault(node, "“\(name)” is missing", hint: "Add \(name): and its text.")
    }
    guard let text = value.string, !text.isEmpty else {
      throw fault(value, "“\(name)” is not a text")
    }
    return text
  }

  func step(_ node: Node) throws(Problem) -> Template.Step {
    try check(
      node, hasOnly: ["exercise", "title", "focus", "minutes", "takes", "settings", "say"])
    var minutes: Int?
    if let value = node["minutes"] {
      guard let number = value.int, (1...1440).contains(number) else {
        throw fault(value, "“minutes” is not a whole number from 1 to 1440")
      }
      minutes = number
    }
    var takes = Activity.Intake.previous
    if let value = node["takes"] {
      do throws(Problem) {
        takes = try Activity.Intake(typed: value.string ?? "")
      } catch {
        throw fault(value, "“takes” does not say which cards come in", hint: error.hint)
      }
    }
    return Template.Step(
      exercise: try text(node, "exercise"), title: try text(node, "title"),
      focus: node["focus"]?.string, minutes: minutes, takes: takes,
      settings: try settings(node["settings"]), say: try say(node["say"]),
      line: node.mark?.line ?? 1)
  }

  private func say(_ node: Node?) throws(Problem) -> [String] {
    guard let node else { return [] }
    if let text = node.string { return [text] }
    guard let sequence = node.sequence else {
      throw fault(node, "“say” is not a text or a list of texts")
    }
    return sequence.compactMap(\.string)
  }

  private func settings(_ node: Node?) throws(Problem) -> JSONValue {
    guard let node else { return .object([]) }
    guard let mapping = node.mapping else {
      throw fault(node, "“settings” is not names with values")
    }
    var members: [JSONValue.Member] = []
    for (key, value) in mapping {
      members.append(.init(key.string ?? "", .string(value.string ?? "")))
    }
    return .object(members)
  }
}
