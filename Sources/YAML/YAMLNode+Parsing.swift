extension YAMLNode {
  /// So deep may lists and mappings stand in each other: far beyond what people write, and far
  /// within what a stack holds.
  package static let depthLimit = 32

  /// Reads a text of one document, without anchors and aliases.
  ///
  /// - Throws: the first fault in it.
  package init(parsing text: String) throws(YAMLFault) {
    var composer = YAMLComposer(text)
    self = try composer.root()
  }
}

/// Makes nodes of events.
private struct YAMLComposer: ~Copyable {
  private var events: YAMLEvents
  private var depth = 0

  init(_ text: String) { events = YAMLEvents(text) }

  /// The one document.
  mutating func root() throws(YAMLFault) -> YAMLNode {
    _ = try events.next()
    guard case .documentStart = try events.next() else { throw fault(.empty, line: 1) }
    let root = try node(try events.next())
    if root.text?.isEmpty == true { throw fault(.empty, line: 1) }
    // The document's end, and the text's.
    _ = try events.next()
    if case .documentStart = try events.next() { throw fault(.secondDocument) }
    return root
  }

  private mutating func node(_ event: YAMLEvents.Event) throws(YAMLFault) -> YAMLNode {
    if events.isAnchored { throw fault(.shared) }
    let line = events.line
    switch event {
    case .scalar(let scalar): return YAMLNode(content: .scalar(scalar), line: line)
    case .sequenceStart: return YAMLNode(content: .sequence(try elements()), line: line)
    case .mappingStart: return YAMLNode(content: .mapping(try members()), line: line)
    case .alias: throw fault(.shared)
    case .documentStart, .end, .other: throw fault(.syntax("a value is missing"))
    }
  }

  private mutating func elements() throws(YAMLFault) -> [YAMLNode] {
    try goDeeper()
    var elements: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .end = event { break }
      elements.append(try node(event))
    }
    depth -= 1
    return elements
  }

  private mutating func members() throws(YAMLFault) -> [YAMLNode.Member] {
    try goDeeper()
    var members: [YAMLNode.Member] = []
    var names: Set<String> = []
    while true {
      let event = try events.next()
      if case .end = event { break }
      let key = try node(event)
      guard let name = key.text else { throw fault(.keyIsNoText, line: key.line) }
      if !names.insert(name).inserted { throw fault(.repeated(name), line: key.line) }
      members.append(YAMLNode.Member(key: key, value: try node(try events.next())))
    }
    depth -= 1
    return members
  }

  private mutating func goDeeper() throws(YAMLFault) {
    depth += 1
    if depth > YAMLNode.depthLimit { throw fault(.tooDeep) }
  }

  private func fault(_ reason: YAMLFault.Reason, line: Int? = nil) -> YAMLFault {
    YAMLFault(line: line ?? events.line, reason: reason)
  }
}
