import ExerciseProtocol
import YAML

/// The text of a template as YAML nodes.
enum TemplateYAML {
  /// - Throws: why it can't be read at all.
  static func compose(_ text: String, _ file: String) throws(TemplateFault) -> YAMLNode {
    guard text.utf8.count <= TemplateLimits.bytes else {
      throw TemplateFault(
        TemplatePlace(file: file, line: 1),
        "the file is longer than \(TemplateLimits.bytes / 1024) KiB",
        hint: "A template is a page or two of text.")
    }
    do {
      return try YAMLNode(parsing: text)
    } catch {
      throw TemplateFault(
        TemplatePlace(file: file, line: error.line), error.reason.message, hint: error.reason.hint)
    }
  }
}

extension YAMLFault.Reason {
  fileprivate var message: String {
    switch self {
    case .syntax(let words): words
    case .empty: "the file is empty"
    case .secondDocument: "another document begins here"
    case .shared: "anchors and aliases (& and *) have no place here"
    case .keyIsNoText: "a name is expected before the colon"
    case .repeated(let name): "“\(name)” stands here a second time"
    case .tooDeep: "lists stand in each other too deeply here"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .syntax, .repeated, .keyIsNoText: "YAML is indented with spaces; quote odd text."
    case .empty: "Begin it with: charrette-template: 1"
    case .secondDocument: "Take the line --- out; each template has a file of its own."
    case .shared: "Write the text out, or quote it."
    case .tooDeep: "An agenda is one list of steps, each with a list for its guide."
    }
  }
}
