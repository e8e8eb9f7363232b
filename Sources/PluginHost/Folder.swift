internal import Glibc
internal import SystemPackage

/// A folder and the names in it.
struct Folder {
  let path: String
  private let names: [String]
  let isWritableByOthers: Bool

  /// The folder that `name` stands for, by its absolute path without symbolic links. Nil where it
  /// cannot be read; ``lastError`` then says why.
  init?(resolving name: String) {
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    self.init(String(cString: resolved))
  }

  /// Nil where it cannot be read; ``lastError`` then says why.
  init?(_ path: String) {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0 else { return nil }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        })
    }
    self.path = path
    self.names = names
    isWritableByOthers = FileStatus(status).isWritableByOthers
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Sorted, so that what is found does not depend on the file system.
  func names(where isWanted: (String) -> Bool) -> [String] { names.filter(isWanted).sorted() }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The system's words for what just went wrong.
  static var lastError: String { lastErrno.description }

  static var lastErrno: Errno { Errno(rawValue: errno) }
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
    self.init(status)
  }

  fileprivate init(_ status: stat) {
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
