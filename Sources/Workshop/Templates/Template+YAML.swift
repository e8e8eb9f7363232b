import ExerciseProtocol
import Yams

extension Template {
  /// Reads a template's YAML. `file` is what faults call it.
  ///
  /// - Throws: the first fault, with `file:line` and the mend.
  package init(yaml: String, file: String) throws(Problem) {
    let root = try TemplateReader.compose(yaml, file)
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
    credit = try reader.optionalText(root, "credit")
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

  /// The whole text as nodes.
  static func compose(_ yaml: String, _ file: String) throws(Problem) -> Node {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      let (line, reason) = (error as? YamlError)?.place ?? (1, "\(error)")
      throw Problem(
        "\(file):\(line): \(reason).", hint: "YAML is indented with spaces; quote odd text.")
    }
    guard let root else {
      throw Problem("\(file):1: the file is empty.", hint: "Begin it with: charrette-template: 1")
    }
    return root
  }

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
      throw fault(value, "“\(name)” is not a text", hint: "Write \(name): and its text.")
    }
    return text
  }

  func optionalText(_ node: Node, _ name: String) throws(Problem) -> String? {
    node[name] == nil ? nil : try text(node, name)
  }

  func step(_ node: Node) throws(Problem) -> Template.Step {
    try check(
      node, hasOnly: ["exercise", "title", "focus", "minutes", "takes", "settings", "say"])
    var minutes: Int?
    if let value = node["minutes"] {
      guard let number = value.int, (1...1440).contains(number) else {
        throw fault(
          value, "“minutes” is not a whole number from 1 to 1440", hint: "Write minutes: 20.")
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
      focus: try optionalText(node, "focus"), minutes: minutes, takes: takes,
      settings: try settings(node["settings"]), say: try say(node["say"]),
      line: node.mark?.line ?? 1)
  }

  private func say(_ node: Node?) throws(Problem) -> [String] {
    guard let node else { return [] }
    if let text = node.string { return [text] }
    guard let sequence = node.sequence else {
      throw fault(
        node, "“say” is not a text or a list of texts", hint: "Begin each text with “- ”.")
    }
    var texts: [String] = []
    for element in sequence {
      guard let text = element.string else {
        throw fault(element, "“say” holds something else than a text", hint: "Quote the text.")
      }
      texts.append(text)
    }
    return texts
  }

  private func settings(_ node: Node?) throws(Problem) -> JSONValue {
    guard let node else { return .object([]) }
    guard let mapping = node.mapping else {
      throw fault(node, "“settings” is not names with values", hint: "Write name: value.")
    }
    var members: [JSONValue.Member] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard let text = value.string else {
        throw fault(value, "“\(name)” is not one value", hint: "Write \(name): value.")
      }
      members.append(.init(name, .string(text)))
    }
    return .object(members)
  }
}

extension YamlError {
  /// The line, from 1, and what is wrong there.
  fileprivate var place: (line: Int, reason: String) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let names, let context):
      (context.mark.line, "\(names.map { "“\($0)”" }.andList) stands here twice")
    case .reader(let problem, let offset, _, let yaml):
      (yaml.prefix(offset ?? 0).count(where: \.isNewline) + 1, problem)
    default: (1, "\(self)")
    }
  }
}
