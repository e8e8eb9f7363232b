/// One field of a form.
package struct Question {
  package var prompt: Prompt
  /// Stands in the line to begin with, to be accepted or changed.
  package var initial: String?
  /// An answer that was refused, to be mended: see ``LineEditor/offer(_:)``.
  package var offered: String?
  /// What TAB offers; nil: nothing.
  package var completer: LineEditor.Completer?
  /// The answer is nobody's business: its bytes are wiped from readline's line once it is given.
  ///
  /// That is tidiness, not secrecy. It is shown while it is typed, and what ^U or ^W took out of it
  /// stays in readline's kill ring, which cannot be cleared: ^Y at the next prompt shows it. A vote
  /// or a PIN belongs in a process of its own that never meets readline.
  package var isPrivate: Bool

  package init(
    _ prompt: Prompt, initial: String? = nil, isPrivate: Bool = false,
    completer: LineEditor.Completer? = nil
  ) {
    self.prompt = prompt
    self.initial = initial
    self.isPrivate = isPrivate
    self.completer = completer
  }
}

/// What came of a question.
package enum Answer: Hashable, Sendable {
  case text(String)
  case refused(LineRefusal)
  /// ^C, or the program is to end: then the next event says so.
  case cancelled
  /// ^D on an empty line, or nothing will ever come again: then the next event says so.
  case ended
}
