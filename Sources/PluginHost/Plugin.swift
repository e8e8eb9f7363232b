package import Workshop

/// A plugin's library as it lies on disk. Nothing of it has been read yet.
package struct Plugin: Hashable, Sendable {
  /// Absolute.
  package var path: String
  package var identity: FileIdentity
  /// It lies beside the executable: who can change it can change the executable too.
  package var cameWithTheKit = false
  /// What was recorded when it was installed; nil where it was not.
  package var record: Record?

  package struct Record: Hashable, Sendable {
    package var id: String
    /// Of the library, in hexadecimal.
    package var sha256: String
    package var exercises: [String]
    package var isSigned: Bool
    /// What it brings, as it was shown.
    package var powers: [String]
    /// Every file of its bundle, by its path there, and its hash.
    package var files: [String: String]
    /// Where the files are, and where they came from.
    package var folder: String
    package var source: String
  }

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

  /// A problem as others put it.
  package struct Words: Hashable, Sendable {
    package var message: String
    package var hint: String?
  }

  package enum Reason: Hashable, Sendable {
    /// Others than its owner can write to it, or to its folder: what it does today may not be what
    /// it does tomorrow.
    case writableByOthers
    /// It belongs to neither this user nor root, or its folder, or one above, does.
    case ownedByStranger
    /// It lies where plugins are installed, and nobody installed it.
    case notInstalled
    /// It is installed and switched off; the exercises that it would provide.
    case switchedOff(id: String, exercises: [String])
    /// It is not what was installed, or its record is no record.
    case notAsInstalled(id: String, Words)
    /// It says now that it brings what was not shown when it was installed, and that is not used:
    /// these powers.
    case notShown(id: String, [String], source: String)
    /// It says now that it is another plugin than was installed.
    case notItself(id: String, now: String)
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
