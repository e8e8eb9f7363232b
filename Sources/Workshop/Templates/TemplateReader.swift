import ExerciseProtocol
import YAML

/// Reads a template's file, and finds all that is wrong with it in one go.
///
/// The grammar is `Schemas/template.schema.json`. What needs to know of other templates is found in
/// ``TemplateShelf``, what needs to know of exercises in ``TemplateCheck``.
struct TemplateReader {
  let file: String
  private(set) var faults: [TemplateFault] = []
  /// What unknown names in the mapping that was checked last may be meant for.
  private(set) var guesses: Set<String> = []

  init(file: String) { self.file = file }

  /// The draft, as far as it could be made out, and the faults in the order of their lines.
  static func read(
    _ yaml: String, file: String
  ) -> (draft: TemplateDraft?, faults: [TemplateFault]) {
    do throws(TemplateFault) {
      let root = try TemplateYAML.compose(yaml, file)
      var reader = TemplateReader(file: file)
      let draft = reader.draft(root)
      return (draft, reader.faults.sorted { $0.place.line < $1.place.line })
    } catch {
      return (nil, [error])
    }
  }

  private static let keys = [
    "charrette-template", "name", "title", "summary", "phase", "people", "originator", "licence",
    "materials", "agenda",
  ]

  private mutating func draft(_ root: YAMLNode) -> TemplateDraft? {
    guard check(root, hasOnly: Self.keys) else { return nil }
    if root["charrette-template"]?.wholeNumber != 1 {
      fault(
        root["charrette-template"] ?? root, "this is not a template of version 1",
        hint: "Begin it with: charrette-template: 1")
    }
    let name = self.name(root)
    let head = Template.Head(
      name: name ?? stem, title: text(root, "title", TemplateLimits.title, .line) ?? "",
      summary: text(root, "summary", TemplateLimits.summary) ?? "",
      phase: phase(root) ?? .whole, people: people(root) ?? TemplateLimits.people,
      originator: optionalText(root, "originator", TemplateLimits.credit),
      licence: optionalText(root, "licence", TemplateLimits.credit),
      materials: materials(root["materials"]))
    let parts = agenda(root)
    return TemplateDraft(head: head, parts: parts, place: place(root["name"] ?? root))
  }

  // MARK: Faults

  func place(_ node: YAMLNode) -> TemplatePlace {
    TemplatePlace(file: file, line: node.line)
  }

  mutating func fault(_ node: YAMLNode, _ message: String, hint: String? = nil) {
    faults.append(TemplateFault(place(node), message, hint: hint))
  }

  /// Whether it is a mapping at all; unknown names in it are faults.
  mutating func check(_ node: YAMLNode, hasOnly names: [String]) -> Bool {
    guard let mapping = node.mapping else {
      fault(node, "names with values are expected here", hint: "Write name: value.")
      return false
    }
    guesses = []
    for key in mapping.map(\.key) {
      let name = key.text ?? ""
      guard !names.contains(name) else { continue }
      let near = Suggestion.nearest(to: name, among: names)
      guesses.formUnion(near)
      fault(
        key, "“\(name)” is not known here",
        hint: near.isEmpty
          ? "There are: \(names.joined(separator: ", "))." : "Did you mean \(near.orList)?")
    }
    return true
  }

  // MARK: Texts

  /// Whether a text may have line breaks in it.
  enum Shape { case line, text }

  /// A text that must be there.
  mutating func text(
    _ node: YAMLNode, _ name: String, _ limit: Int, _ shape: Shape = .text
  ) -> String? {
    guard let value = node[name] else {
      if guesses.contains(name) { return nil }
      fault(node, "“\(name)” is missing", hint: "Add \(name): and its text.")
      return nil
    }
    return text(of: value, name, limit, shape)
  }

  mutating func optionalText(
    _ node: YAMLNode, _ name: String, _ limit: Int, _ shape: Shape = .text
  ) -> String? {
    node[name].flatMap { text(of: $0, name, limit, shape) }
  }

  /// `name` is what faults call it.
  mutating func text(
    of value: YAMLNode, _ name: String, _ limit: Int, _ shape: Shape = .text
  ) -> String? {
    guard var text = value.text else {
      fault(value, "“\(name)” is not a text", hint: "Write \(name): and its text; quote odd text.")
      return nil
    }
    // A block of text ends in a line break that nobody meant.
    while text.last?.isNewline == true { text.removeLast() }
    guard text.contains(where: { !$0.isWhitespace }), !value.isNothing else {
      fault(value, "“\(name)” is empty", hint: "Write \(name): and its text.")
      return nil
    }
    // Counted as JSON Schema counts.
    if case let count = text.unicodeScalars.count, count > limit {
      fault(
        value, "“\(name)” is \(count) characters long, and \(limit) are allowed",
        hint: "Say it shorter, or in two.")
    } else if shape == .line, text.contains(where: \.isNewline) {
      fault(value, "“\(name)” goes over several lines", hint: "Write it on one line.")
    }
    return text
  }

  // MARK: The head

  /// The file's name, without its ending.
  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }

  private mutating func name(_ root: YAMLNode) -> String? {
    guard let name = text(root, "name", TemplateLimits.name, .line) else { return nil }
    let node = root["name"] ?? root
    guard Template.isName(name) else {
      fault(
        node, "“\(name)” is no name in kebab case",
        hint: "Small letters, digits and single hyphens between: how-might-we.")
      return name
    }
    if stem != name {
      fault(
        node, "the name “\(name)” is not the file's, “\(stem)”",
        hint: "Call the file \(name).yaml, or write name: \(stem).")
    }
    return name
  }

  private mutating func phase(_ root: YAMLNode) -> Template.Phase? {
    guard let text = text(root, "phase", TemplateLimits.name, .line) else { return nil }
    if let phase = Template.Phase(rawValue: text) { return phase }
    let all = Template.Phase.allCases.map(\.rawValue)
    fault(root["phase"] ?? root, "there is no phase “\(text)”", hint: "It is \(all.orList).")
    return nil
  }

  private mutating func people(_ root: YAMLNode) -> ClosedRange<Int>? {
    guard let text = text(root, "people", TemplateLimits.name, .line) else { return nil }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if (1...2).contains(ends.count), let least = ends[0], let most = ends[ends.count - 1],
      least <= most, TemplateLimits.people ~= least, TemplateLimits.people ~= most
    {
      return least...most
    }
    fault(
      root["people"] ?? root, "“people” is no size of a group", hint: "Write people: 3-40, or 6.")
    return nil
  }

  private mutating func materials(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      fault(node, "“materials” is not a list", hint: "Begin each with “- ”.")
      return []
    }
    checkCount(of: sequence, at: node, "materials", TemplateLimits.materials)
    return sequence.compactMap { text(of: $0, "materials", TemplateLimits.material) }
  }

  mutating func checkCount(
    of sequence: [YAMLNode], at node: YAMLNode, _ name: String, _ limit: Int
  ) {
    guard sequence.count > limit else { return }
    fault(
      node, "“\(name)” has \(sequence.count) entries, and \(limit) are allowed",
      hint: "Leave out what nobody reads.")
  }
}

extension YAMLNode {
  /// Whether YAML takes it for no value at all.
  var isNothing: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// A number that is written without quotes.
  var wholeNumber: Int? {
    guard let scalar, scalar.isPlain else { return nil }
    return Int(scalar.text)
  }
}

extension Template {
  /// Whether it is in kebab case.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= TemplateLimits.name
      && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
      }
  }
}
