package import SystemPackage

/// What came of waiting at the prompt, one at a time, in the order it happened.
package enum EditorEvent: Hashable, Sendable {
  /// What was entered, without its newline. A bracketed paste may have newlines inside; what of it
  /// was pasted is in ``LineEditor/pasted``.
  case line(String)
  /// What was entered cannot be taken, and nothing of it was.
  case invalidLine(LineRefusal)
  /// ^C: the half-typed line was dropped; the next call draws a fresh prompt.
  case interrupt
  /// ^D on an empty line, or nothing will ever come again: then every further call returns this at
  /// once, and ``LineEditor/isAtEnd`` holds.
  case endOfInput
  /// The process was told to go: SIGTERM or SIGHUP. The terminal is as it was before the prompt.
  case terminate(signal: Int32)
  /// A watched descriptor can be read, or its other end is closed. Read it, or this comes again.
  case ready(FileDescriptor)
  /// The deadline passed.
  case tick
  /// What was to be shown could not be written, and nobody sees the prompt: every further call
  /// returns this at once.
  case outputLost(Errno)
}

/// Why a line was not taken.
package struct LineRefusal: Error, Hashable, Sendable {
  /// Counted from 1 over all the lines that this input gave.
  package var line: Int
  package var reason: Reason

  package enum Reason: Hashable, Sendable {
    case notUTF8
    /// The line has more bytes than may be taken at once.
    case tooLong(limit: Int)
    /// The mark that stood for several pasted lines was changed.
    case brokenPaste
  }

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// The most bytes that a line may have.
  package static let byteLimit = 64 * 1024
  /// The most bytes that several pasted lines may have together.
  package static let pasteLimit = 4 * 1024 * 1024
}
