internal import Glibc
package import SystemPackage

/// An open folder, and the ways in which files change there so that they last: those of a ballot
/// box, those of a plugin. All that it makes is its owner's alone to read and to write.
package struct DurableFolder {
  package let folder: OpenFile
  package let calls: any FolderCalls

  package init(folder: OpenFile, calls: any FolderCalls) {
    self.folder = folder
    self.calls = calls
  }

  /// Opens a plain file, or with `O_DIRECTORY` a folder; a link, a pipe or a device is refused.
  package func open(_ name: String, _ flags: Int32) throws(Errno) -> OpenFile {
    let file = OpenFile(
      try uninterrupted { () throws(Errno) in
        try calls.open(
          name, in: folder.descriptor, flags: flags | O_NOFOLLOW | OpenFile.unwaiting,
          permissions: .ownerReadWrite)
      })
    if flags & O_DIRECTORY == 0 { try file.requirePlain() }
    return file
  }

  /// The folder called `name` inside; made where it is missing and `isNew`.
  package func subfolder(_ name: String, isNew: Bool = false) throws(Errno) -> DurableFolder {
    if isNew {
      do throws(Errno) {
        try calls.makeFolder(name, in: folder.descriptor)
      } catch {
        guard error == .fileExists else { throw error }
      }
    }
    return DurableFolder(folder: try open(name, O_RDONLY | O_DIRECTORY), calls: calls)
  }

  /// Writes a file and waits until it is on disk; its name is not before ``sync(hidesTimes:)``.
  @discardableResult
  package func write(
    _ bytes: [UInt8], to name: String, hidesTimes: Bool = true
  ) throws(Errno) -> FileDraft {
    try FileDraft(name, in: folder, calls: calls, with: CollectionOfOne(bytes[...])) {
      (file) throws(Errno) in
      if hidesTimes { try calls.hideTimes(file.descriptor) }
    }
  }

  /// All of a file; nil where there is none.
  package func read(_ name: String) throws(Errno) -> [UInt8]? {
    var bytes: [UInt8]?
    try unlessMissing { () throws(Errno) in
      let file = try openForReading(name)
      bytes = try file.bytes(0, try file.status().size)
    }
    return bytes
  }

  /// Without leaving a trace of when it was read, where the file is ours.
  private func openForReading(_ name: String) throws(Errno) -> OpenFile {
    do throws(Errno) {
      return try open(name, O_RDONLY | noAccessTime)
    } catch {
      guard error == .notPermitted else { throw error }
    }
    return try open(name, O_RDONLY)
  }

  /// Puts a whole new file in the place of another, by way of `draft`, in one instant; the name is
  /// on disk not before ``sync(hidesTimes:)``.
  package func replace(_ name: String, by draft: String, with bytes: [UInt8]) throws(Errno) {
    try write(bytes, to: draft, hidesTimes: false).replace(name)
  }

  /// Gives a file the name of another one in one instant.
  package func rename(_ old: String, to new: String) throws(Errno) {
    try calls.rename(old, to: new, in: folder.descriptor)
  }

  /// Makes the names in the folder last, and its times tell nothing.
  package func sync(hidesTimes: Bool = true) throws(Errno) {
    if hidesTimes { try calls.hideTimes(folder.descriptor) }
    try uninterrupted { () throws(Errno) in try calls.fsync(folder.descriptor) }
  }

  /// Removes a file, if it is there.
  package func remove(_ name: String) throws(Errno) {
    try unlessMissing { () throws(Errno) in try calls.remove(name, in: folder.descriptor) }
  }

  /// Removes a folder and the files in it that are called so, if they are there.
  package func remove(folder name: String, with files: [String]) throws(Errno) {
    try unlessMissing { () throws(Errno) in
      let inner = try subfolder(name)
      for file in files { try inner.remove(file) }
      try calls.removeFolder(name, in: folder.descriptor)
    }
  }

  /// Removes what is called so, with all that is in it, if it is there.
  package func removeTree(_ name: String) throws(Errno) {
    let inner: DurableFolder
    do throws(Errno) {
      inner = try subfolder(name)
    } catch {
      if error == .noSuchFileOrDirectory { return }
      guard error == .notDirectory || error == .tooManySymbolicLinkLevels else { throw error }
      return try remove(name)
    }
    for child in try inner.folder.names() { try inner.removeTree(child) }
    try calls.removeFolder(name, in: folder.descriptor)
  }

  package func exists(_ name: String) throws(Errno) -> Bool {
    var isThere = false
    try unlessMissing { () throws(Errno) in
      _ = try folder.status(of: name)
      isThere = true
    }
    return isThere
  }

  private func unlessMissing(_ body: () throws(Errno) -> Void) throws(Errno) {
    do throws(Errno) {
      try body()
    } catch {
      guard error == .noSuchFileOrDirectory else { throw error }
    }
  }
}

/// `O_NOATIME`, which the C library shows only where it is asked to.
private let noAccessTime: Int32 = 0o1_000_000
