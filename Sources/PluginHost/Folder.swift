internal import Glibc
internal import Platform
internal import PluginShelf
internal import SystemPackage

/// A folder and the names in it.
package struct Folder {
  package let path: String
  private let names: [String]
  package let isWritableByOthers: Bool

  /// The folder that `name` stands for, by its absolute path without symbolic links. Nil where it
  /// cannot be read; ``lastError`` then says why.
  package init?(resolving name: String) {
    guard let path = Folder.realPath(name) else { return nil }
    self.init(path)
  }

  /// Absolute and without symbolic links; nil where it leads nowhere.
  static func realPath(_ name: String) -> String? {
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Nil where it cannot be read; ``lastError`` then says why.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, let names = try? Directory.names(of: path) else { return nil }
    self.path = path
    self.names = names
    isWritableByOthers = FileStatus(status).isWritableByOthers
  }

  package func contains(_ name: String) -> Bool { names.contains(name) }

  /// Sorted, so that what is found does not depend on the file system.
  package func names(where isWanted: (String) -> Bool) -> [String] {
    names.filter(isWanted).sorted()
  }

  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Every file below a folder, by its path there: hidden ones too. Nil where there is anything
  /// but files and folders, or something can't be read.
  static func files(below path: String, depth: Int = PluginBundle.Limit.depth)
    -> [String: FileIdentity]?
  {
    guard depth > 0, let folder = Folder(path) else { return nil }
    var files: [String: FileIdentity] = [:]
    for name in folder.names(where: { _ in true }) {
      var status = stat()
      guard lstat(folder.path(name), &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files[name] = FileStatus(status).identity
      case S_IFDIR:
        guard let below = self.files(below: folder.path(name), depth: depth - 1) else { return nil }
        for (child, identity) in below { files["\(name)/\(child)"] = identity }
      default: return nil
      }
    }
    return files
  }

  /// The system's words for what just went wrong.
  package static var lastError: String { lastErrno.description }

  static var lastErrno: Errno { Errno(rawValue: errno) }
}

extension Plugin {
  /// Whether the file is the one that was found.
  var isStillThere: Bool { FileStatus(path)?.identity == identity }
}

/// What stat(2) tells about a file, symbolic links followed.
struct FileStatus {
  let identity: FileIdentity
  /// See ``PathGuard/isWritableByOthers(_:)``.
  let isWritableByOthers: Bool

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    identity = FileIdentity(
      size: Int(status.st_size), modified: status.st_mtim.nanoseconds,
      changed: status.st_ctim.nanoseconds, inode: Int(status.st_ino))
    isWritableByOthers = PathGuard.isWritableByOthers(status)
  }
}

extension timespec {
  fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
