import Yams

/// The text of a template as YAML nodes, of which nothing can hang or swamp us.
struct TemplateYAML {
  /// What begins with a star could refer to something that refers to something else, and so on
  /// until it never ends. So many can't.
  private static let stars = 32

  /// - Throws: why it can't be read at all.
  static func compose(_ text: String, _ file: String) throws(TemplateFault) -> Node {
    func fault(_ line: Int, _ message: String, _ hint: String) -> TemplateFault {
      TemplateFault(TemplatePlace(file: file, line: line), message, hint: hint)
    }
    guard text.utf8.count <= TemplateLimits.bytes else {
      throw fault(
        1, "the file is longer than \(TemplateLimits.bytes / 1024) KiB",
        "A template is a page or two of text.")
    }
    if let line = text.lineOfStar(numbered: stars) { throw fault(line, Self.shared, Self.unshared) }
    do {
      let parser = try Parser(yaml: text)
      guard let root = try parser.singleRoot(), root.scalar?.string != "" else {
        throw fault(1, "the file is empty", "Begin it with: charrette-template: 1")
      }
      // Nodes know their anchors as long as the parser lives.
      if let line = withExtendedLifetime(parser, { root.lineOfAnchor }) {
        throw fault(line, Self.shared, Self.unshared)
      }
      return root
    } catch let fault as TemplateFault {
      throw fault
    } catch {
      let (line, reason) = (error as? YamlError)?.place ?? (1, "\(error)")
      throw fault(max(1, line), reason, "YAML is indented with spaces; quote odd text.")
    }
  }

  private static let shared = "anchors and aliases (& and *) have no place here"
  private static let unshared = "Write the text out, or quote it."
}

extension String {
  /// The line of the last of so many words that begin with a star; nil where there are fewer.
  fileprivate func lineOfStar(numbered limit: Int) -> Int? {
    var (line, count) = (1, 0)
    var isAfterStar = false
    for byte in utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isAfterStar, byte > UInt8(ascii: " "), byte != UInt8(ascii: "*") {
        count += 1
        if count > limit { return line }
      }
      isAfterStar = byte == UInt8(ascii: "*")
    }
    return nil
  }
}

extension Node {
  /// Where the first anchor is; nil where there is none, and so no alias.
  fileprivate var lineOfAnchor: Int? {
    if anchor != nil { return mark?.line ?? 1 }
    switch self {
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let line = key.lineOfAnchor ?? value.lineOfAnchor { return line }
      }
    case .sequence(let sequence):
      for element in sequence {
        if let line = element.lineOfAnchor { return line }
      }
    default: break
    }
    return nil
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
      (yaml.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") } + 1, problem)
    default: (1, "\(self)")
    }
  }
}
