package import ExerciseProtocol

/// One thing that the facilitator does or says in an activity, or should know about it.
package struct Guidance: Hashable, Sendable {
  package var kind: Kind
  package var text: String

  /// What it is for; its name in a template and in the journal.
  package enum Kind: String, CaseIterable, Sendable {
    /// What the facilitator does.
    case action = "do"
    /// Words to say to the room, as they stand.
    case say
    /// For the room and for getting through it.
    case tip
    /// Another way to go about it.
    case variation
    /// So that everybody can take part.
    case access
  }

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// A line of an exercise's own advice, whose first word may tell its kind.
  init(line: String) {
    for kind in Kind.allCases {
      guard let word = kind.word, line.hasPrefix(word + ": ") else { continue }
      self.init(kind, String(line.dropFirst(word.count + 2)).capitalizedFirst)
      return
    }
    self.init(.action, line)
  }

  /// Whether it belongs to the way through the activity, rather than to what is good to know.
  var isStep: Bool { kind == .action || kind == .say }

  /// As one line among others.
  var line: String {
    switch kind {
    case .action: text
    case .say: "Say: \(quoted)"
    default: "\(kind.word ?? ""): \(text)"
    }
  }

  /// What is said, as a quotation; quotations in it get single marks.
  var quoted: String {
    let isQuoted = text.hasPrefix("“") && text.hasSuffix("”") && text.count { $0 == "“" } == 1
    if isQuoted { return text }
    return "“\(text.replacing("“", with: "‘").replacing("”", with: "’"))”"
  }
}

extension Guidance.Kind {
  /// What stands before such a line.
  fileprivate var word: String? {
    switch self {
    case .action, .say: nil
    case .tip: "Tip"
    case .variation: "Variation"
    case .access: "Accessibility"
    }
  }
}

extension Guidance: JSONRepresentable {
  package var json: JSONValue { .object([.init(kind.rawValue, .string(text))]) }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    for kind in Kind.allCases {
      guard let text = reader.optional(kind.rawValue) else { continue }
      self.init(kind, try text.string())
      return
    }
    throw reader.mismatch("do, say, tip, variation or access with a text")
  }
}
