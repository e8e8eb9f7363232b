package import Workshop

/// A plugin's library as it lies on disk. Nothing of it has been read yet.
package struct Plugin: Hashable, Sendable {
  /// Absolute.
  package var path: String
  package var identity: FileIdentity
  /// It lies beside the executable: who can change it can change the executable too.
  package var cameWithTheKit = false

  /// The last part of ``path``: what the plugin is called until its id is known.
  package var fileName: String {
    path.lastIndex(of: "/").map { String(path[$0...].dropFirst()) } ?? path
  }
}

/// What tells, without reading a file, that it is still the one that was read. Times in
/// nanoseconds since 1970.
package struct FileIdentity: Hashable, Sendable {
  package var size: Int
  package var modified: Int
  package var changed: Int
  package var inode: Int
}

/// Something that was found where plugins are, and is not used.
package struct PassedOver: Hashable, Sendable {
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    /// Others than its owner can write to it, or to its folder: what it does today may not be what
    /// it does tomorrow.
    case writableByOthers
    /// The system's words.
    case unreadable(String)
    /// Another plugin has the same id; where that is.
    case samePlugin(id: String, first: String)
    /// Another plugin provides the same exercise. Its other exercises are used.
    case sameExercise(id: String, first: String)
    /// It could not tell what it is.
    case failed(PluginFailure)
  }
}
