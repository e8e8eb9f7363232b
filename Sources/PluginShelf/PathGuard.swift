package import Glibc

/// Whether somebody else could put another file in the place of one: by writing to it, to its
/// folder, or to any folder above.
package struct PathGuard: Sendable {
  private let owners: Set<UInt32>

  /// What could be changed by a stranger, and why.
  package enum Fault: Hashable, Sendable {
    case writableByOthers(path: String)
    case ownedByStranger(path: String)
  }

  /// - Parameter executableFolder: whoever owns the program itself is trusted with the rest.
  package init(executableFolder: String? = nil) {
    var owners: Set<UInt32> = [0, geteuid()]
    var status = stat()
    if let executableFolder, stat(executableFolder, &status) == 0 { owners.insert(status.st_uid) }
    self.owners = owners
  }

  /// The first fault on the way from the root to `path`, which is absolute and has no symbolic link
  /// in it; nil where all is well, or where it isn't there.
  ///
  /// A folder above may be open to all where only owners can take their own things away from it, as
  /// from `/tmp`; the last folder and what is in it may not.
  package func fault(on path: String) -> Fault? {
    var way = ""
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() {
      way += "/\(part)"
      let isAbove = index < parts.count - 2
      if let fault = fault(at: way, isAbove: isAbove) { return fault }
    }
    return nil
  }

  private func fault(at path: String, isAbove: Bool) -> Fault? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    if !owners.contains(status.st_uid) { return .ownedByStranger(path: path) }
    let isSticky = status.st_mode & S_ISVTX != 0 && status.st_mode & S_IFMT == S_IFDIR
    if isAbove, isSticky { return nil }
    if PathGuard.isWritableByOthers(status) {
      // Root's own folders are open to the groups that root trusts: /usr/local to “staff”.
      let isForAGroup = status.st_mode & S_IWOTH == 0
      if isAbove, isForAGroup, status.st_uid == 0 { return nil }
      return .writableByOthers(path: path)
    }
    return nil
  }

  /// By anyone, or by a group that is not this process's own. Where every user has a group of their
  /// own, which is the custom, files are made writable by it.
  package static func isWritableByOthers(_ status: stat) -> Bool {
    status.st_mode & S_IWOTH != 0
      || (status.st_mode & S_IWGRP != 0 && status.st_gid != getegid())
  }
}

extension PathGuard.Fault {
  package var path: String {
    switch self {
    case .writableByOthers(let path), .ownedByStranger(let path): path
    }
  }
}
