package import ExerciseProtocol

/// Something that could not be done, in the words for the person who tried: what failed, on which
/// thing, and the mend. Nothing was changed.
package struct Problem: Error, Hashable, Sendable {
  package var message: String
  /// What to do about it, without “Hint:”.
  package var hint: String?
  /// Whether it was asked wrongly, rather than went wrong.
  package var isUsage: Bool
  /// The name of the parameter that is at fault, where one is.
  package var field: String?
  /// Where in the line the mistake is, for a caret under it; in characters.
  package var range: Range<Int>?

  /// Where a plugin failed: how to go on, but for what became of the line. Whoever carries lines
  /// out says that.
  package var afterFailure: String?

  /// Whether a command was abbreviated in a script, or ambiguously: how a line is written, not what
  /// it wants.
  package var isAbbreviation = false

  package init(
    _ message: String, hint: String? = nil, isUsage: Bool = false, range: Range<Int>? = nil
  ) {
    self.message = message
    self.hint = hint
    self.isUsage = isUsage
    self.range = range
  }
}

extension Problem {
  /// An exercise declined; the words are its own.
  package init(_ refusal: Refusal) {
    self.init(refusal.message, hint: refusal.hint)
    field = refusal.field
  }
}
