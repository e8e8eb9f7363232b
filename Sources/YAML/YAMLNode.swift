/// A value in a YAML text, and where it begins. What its text means (a number, yes or no) is its
/// reader's to say: no type is guessed here.
package struct YAMLNode: Sendable {
  /// What a node is made of.
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    case mapping([Member])
  }

  /// One text.
  package struct Scalar: Hashable, Sendable {
    package let text: String
    /// Whether it stands without quotes, and is no block of text.
    package let isPlain: Bool

    package init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key and its value. No two of a mapping have keys of the same text.
  package struct Member: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode
  }

  package let content: Content
  /// From 1.
  package let line: Int
}

extension YAMLNode {
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of a scalar, as it is meant: without quotes.
  package var text: String? { scalar?.text }

  package var sequence: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  package var mapping: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// The value of that name in a mapping.
  package subscript(name: String) -> YAMLNode? {
    mapping?.first { $0.key.text == name }?.value
  }
}
