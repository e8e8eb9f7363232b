internal import Glibc
package import SystemPackage

/// Folders, by their paths: what is in them, and how they are made and removed.
package enum Directory {
  /// A name in a folder.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var isFolder: Bool

    package init(name: String, isFolder: Bool) { (self.name, self.isFolder) = (name, isFolder) }
  }

  /// All but `.` and `..`, in no order. A name that is no UTF-8 is told with U+FFFD in it.
  package static func entries(of path: String) throws(Errno) -> [Entry] {
    guard let stream = opendir(path) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    return entries(in: stream).map { bytes, isFolder in
      Entry(name: String(decoding: bytes, as: UTF8.self), isFolder: isFolder)
    }
  }

  /// The names alone of ``entries(of:)``.
  package static func names(of path: String) throws(Errno) -> [String] {
    try entries(of: path).map(\.name)
  }

  /// Makes a folder, and those above it, where they are missing; each is on disk when this returns.
  ///
  /// - Returns: those that were made, the innermost first. Where one can't be made, none stays.
  @discardableResult package static func make(
    _ path: FilePath, permissions: FilePermissions = .ownerReadWriteExecute
  ) throws(Errno) -> [FilePath] {
    let parent = path.removingLastComponent()
    if mkdir(path.string, permissions.rawValue) == 0 {
      if let above = try? FileDescriptor.open(parent.isEmpty ? "." : parent, .readOnly) {
        _ = fsync(above.rawValue)
        try? above.close()
      }
      return [path]
    }
    switch Errno(rawValue: errno) {
    case .fileExists: return []
    case .noSuchFileOrDirectory where !parent.isEmpty && parent != path:
      let above = try make(parent, permissions: permissions)
      do throws(Errno) {
        return try make(path, permissions: permissions) + above
      } catch {
        for path in above where rmdir(path.string) != 0 { break }
        throw error
      }
    case let error: throw error
    }
  }

  /// Removes a file, or a folder with everything in it, as far as it can be removed. No link is
  /// followed.
  package static func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in (try? names(of: path)) ?? [] { removeTree("\(path)/\(name)") }
    rmdir(path)
  }

  /// The bytes of each name, and whether it is a folder's.
  fileprivate static func entries(in stream: OpaquePointer) -> [(name: [UInt8], isFolder: Bool)] {
    var entries: [([UInt8], Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      entries.append((name, isFolder(entry, in: stream)))
    }
    return entries
  }

  /// Not every file system tells it with the name.
  private static func isFolder(
    _ entry: UnsafeMutablePointer<dirent>, in stream: OpaquePointer
  ) -> Bool {
    guard entry.pointee.d_type == UInt8(DT_UNKNOWN) else {
      return entry.pointee.d_type == UInt8(DT_DIR)
    }
    var status = stat()
    return withUnsafePointer(to: &entry.pointee.d_name) { name in
      let name = UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
      return fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && status.st_mode & S_IFMT == S_IFDIR
    }
  }
}

extension OpenFile {
  /// The names in this open folder, in no order; `.` and `..` are not among them.
  ///
  /// - Throws: `EILSEQ` where one is no UTF-8: repaired, it would name another file.
  package func names() throws(Errno) -> [String] {
    // A descriptor of its own, because reading a folder moves along in it.
    let copy = try checked(openat(descriptor.rawValue, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = fdopendir(copy) else {
      let error = Errno(rawValue: errno)
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    for (bytes, _) in Directory.entries(in: stream) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .illegalByteSequence
      }
      names.append(name)
    }
    return names
  }

  /// Opens a folder by its path.
  package static func folder(_ path: String) throws(Errno) -> OpenFile {
    try OpenFile(
      FileDescriptor(
        rawValue: checked(
          Glibc.open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))))
  }
}
