/// Why a text is no YAML, or none of the kind that is taken here.
package struct YAMLFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The grammar is broken, in libyaml's words: “did not find expected key”.
    case syntax(String)
    /// There is nothing in it but remarks.
    case empty
    /// `---` begins another document.
    case secondDocument
    /// An anchor, or an alias of one. A few lines of them stand for more than any memory holds.
    case shared
    /// The key of a mapping is a list or a mapping.
    case keyIsNoText
    /// Two members of a mapping have this key.
    case repeated(String)
    /// Lists and mappings stand in each other deeper than `YAMLNode.depthLimit`.
    case tooDeep
  }

  /// From 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}
