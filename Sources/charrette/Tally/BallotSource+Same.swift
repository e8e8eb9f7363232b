import Glibc

extension BallotSource {
  /// The first of these files that stands earlier in the list, under whatever name; nil if none
  /// does.
  static func namedTwice(_ paths: [String]) -> String? {
    var seen: Set<FileIdentity> = []
    return paths.first { path in
      guard path != "-", let identity = FileIdentity(path) else { return false }
      return !seen.insert(identity).inserted
    }
  }

  /// Which file it is, however it is called.
  private struct FileIdentity: Hashable {
    var device: UInt
    var number: UInt

    /// Nil of what is not there, and of what is no plain file.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    }
  }
}
