internal import Glibc
internal import SystemPackage

/// A folder and the names in it.
struct Folder {
  /// Absolute, without symbolic links.
  let path: String
  /// Sorted, so that what is found does not depend on the file system.
  let names: [String]
  let isWritableByOthers: Bool

  /// Nil where it cannot be read; ``lastError`` then says why.
  init?(_ name: String) {
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    guard let status = FileStatus(String(cString: resolved)), let stream = opendir(resolved)
    else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        })
    }
    path = String(cString: resolved)
    self.names = names.sorted()
    isWritableByOthers = status.isWritableByOthers
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The system's words for what just went wrong.
  static var lastError: String { Errno(rawValue: errno).description }
}

/// What stat(2) tells about a file, symbolic links followed.
struct FileStatus {
  let identity: FileIdentity
  /// By anyone, or by a group that is not this process's own. Where every user has a group of their
  /// own, which is the custom, files are made writable by it.
  let isWritableByOthers: Bool

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    identity = FileIdentity(
      size: Int(status.st_size), modified: status.st_mtim.nanoseconds,
      changed: status.st_ctim.nanoseconds, inode: Int(status.st_ino))
    isWritableByOthers =
      status.st_mode & S_IWOTH != 0
      || (status.st_mode & S_IWGRP != 0 && status.st_gid != getegid())
  }
}

extension timespec {
  fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
