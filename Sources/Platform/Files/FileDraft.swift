internal import Glibc
package import SystemPackage

/// A whole new file that lies beside its place under another name, until it takes that place in one
/// instant: whoever reads meanwhile sees the old file or the new one. The one way in which files
/// are replaced.
///
/// The new name is on disk once the folder is synced, which is its caller's matter: what is lost
/// with a cache need not last.
package struct FileDraft {
  private let name: String
  private let folder: OpenFile
  private let calls: any FileSystemCalls

  /// Writes the draft. Nobody's link is followed, and no file that is there is written into; what
  /// is called so already was left by a process that was killed, and goes.
  ///
  /// - Parameters:
  ///   - isSynced: whether its bytes are on disk when this returns.
  ///   - finish: what else is done with the open file, before it is synced.
  package init(
    _ name: String, in folder: OpenFile, calls: any FileSystemCalls = SystemCalls(),
    permissions: FilePermissions = .ownerReadWrite, isSynced: Bool = true,
    with parts: some Sequence<ArraySlice<UInt8>>,
    finish: (OpenFile) throws(Errno) -> Void = { _ throws(Errno) in }
  ) throws(Errno) {
    (self.name, self.folder, self.calls) = (name, folder, calls)
    let file = try Self.create(name, in: folder, calls, permissions)
    do throws(Errno) {
      for part in parts {
        try part.withUnsafeBufferPointer { (bytes) throws(Errno) in
          try calls.writeAll(UnsafeRawBufferPointer(bytes), to: file.descriptor)
        }
      }
      try finish(file)
      if isSynced { try uninterrupted { () throws(Errno) in try calls.fsync(file.descriptor) } }
    } catch {
      // Half a draft would take the last space of a full disk.
      try? calls.remove(name, in: folder.descriptor)
      throw error
    }
  }

  private static func create(
    _ name: String, in folder: OpenFile, _ calls: any FileSystemCalls,
    _ permissions: FilePermissions
  ) throws(Errno) -> OpenFile {
    func open() throws(Errno) -> OpenFile {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | OpenFile.unwaiting
      return OpenFile(
        try uninterrupted { () throws(Errno) in
          try calls.open(
            name, in: folder.descriptor, flags: flags, permissions: permissions)
        })
    }
    do throws(Errno) {
      return try open()
    } catch {
      guard error == .fileExists else { throw error }
      try calls.remove(name, in: folder.descriptor)
      return try open()
    }
  }

  /// Takes the place of what is called `place`, if anything is. The draft goes where that fails.
  package func replace(_ place: String) throws(Errno) {
    do throws(Errno) {
      try calls.rename(name, to: place, in: folder.descriptor)
    } catch {
      discard()
      throw error
    }
  }

  /// Takes a name that nothing has: it is given once, whoever else is about to.
  ///
  /// - Throws: `EEXIST` where something has it; the draft stays.
  package func take(free place: String) throws(Errno) {
    let folder = folder.descriptor.rawValue
    if linkat(folder, name, folder, place, 0) == 0 { return discard() }
    // Where a file can have one name alone (on many sticks) this is as near as one gets to it.
    let error = Errno(rawValue: errno)
    guard error != .fileExists else { throw error }
    var status = stat()
    guard fstatat(folder, place, &status, AT_SYMLINK_NOFOLLOW) != 0 else { throw .fileExists }
    try replace(place)
  }

  package func discard() { try? calls.remove(name, in: folder.descriptor) }
}

extension OpenFile {
  /// Refuses to put a file in the place of what is none: a folder, a device, a pipe.
  ///
  /// - Parameter followsLinks: whether a link to a plain file may go; else it is refused.
  package func requireReplaceable(_ name: String, followsLinks: Bool = false) throws(Errno) {
    var status = stat()
    let flags = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(descriptor.rawValue, name, &status, flags) == 0 else {
      if errno == ENOENT { return }
      throw Errno(rawValue: errno)
    }
    try status.requirePlain()
  }
}

extension FilePath {
  /// Puts a whole new file in this place, in one instant, unless something else than a plain file
  /// is there. For files that nobody else writes at the same time.
  ///
  /// - Parameters:
  ///   - isSynced: whether it lasts, name and all, when this returns.
  ///   - finish: what else is done with the open file.
  package func replaceFile(
    with bytes: [UInt8], permissions: FilePermissions = .ownerReadWrite, isSynced: Bool,
    finish: (OpenFile) throws(Errno) -> Void = { _ throws(Errno) in }
  ) throws(Errno) {
    guard let name = lastComponent?.string else { throw .isDirectory }
    let folder = try OpenFile.folder(removingLastComponent().string)
    try folder.requireReplaceable(name)
    let draft = try FileDraft(
      ".\(name).new-\(getpid())", in: folder, permissions: permissions, isSynced: isSynced,
      with: CollectionOfOne(bytes[...]), finish: finish)
    try draft.replace(name)
    if isSynced { try folder.syncNames() }
  }
}

extension OpenFile {
  /// Makes the names in this folder last.
  package func syncNames() throws(Errno) {
    do throws(Errno) {
      try uninterrupted { () throws(Errno) in try SystemCalls().fsync(descriptor) }
    } catch {
      // Some file systems know no such thing, and keep names by themselves.
      guard error == .invalidArgument || error == .notSupported else { throw error }
    }
  }
}
