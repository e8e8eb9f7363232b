/// Files beside the sessions: what people import, what reports are written to.
package protocol FileAccess {
  /// - Throws: a problem that names the file, where it is missing, unreadable or too large.
  func read(_ path: String) throws(Problem) -> [UInt8]
  /// Puts a file on the disk, whole, under a name that nobody sees; it takes its place with
  /// ``PreparedFile/finish()``. For what must not be begun unless its file can be written.
  ///
  /// - Throws: where something is there that is not to be replaced, see ``Export/Replaceable``;
  ///   always where that is a file of a session, or no plain file.
  func prepare(_ export: Export, at path: String) throws(Problem) -> any PreparedFile
  /// Names that begin as `prefix` does, for completion; folders end in a slash.
  func names(startingWith prefix: String) -> [String]
}

extension FileAccess {
  /// Writes the file whole or not at all; refuses what ``prepare(_:at:)`` refuses.
  package func write(_ export: Export, to path: String) throws(Problem) {
    try prepare(export, at: path).finish()
  }
}

/// A file that is about to take its place. Let go of, it is gone.
package protocol PreparedFile: AnyObject {
  /// - Throws: where the place is taken meanwhile, or can't be written. Nothing is replaced then.
  func finish() throws(Problem)
}

/// A file that people asked for.
package struct Export {
  package var bytes: [UInt8]
  package var over: Replaceable
  /// Readable by nobody else on this machine.
  package var isPrivate: Bool
  /// How it is asked for so that anything is replaced: the hint where something stands in the way.
  package var wayToReplace: String?

  /// What may be in its place already.
  package enum Replaceable {
    case nothing
    /// What was exported earlier, and is as it was written then: told by its bytes.
    case earlier(([UInt8]) -> Bool)
    case anything
  }

  package init(
    _ bytes: [UInt8], over: Replaceable, isPrivate: Bool = false, wayToReplace: String? = nil
  ) {
    (self.bytes, self.over) = (bytes, over)
    (self.isPrivate, self.wayToReplace) = (isPrivate, wayToReplace)
  }
}
