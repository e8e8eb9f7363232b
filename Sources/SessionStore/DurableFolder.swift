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

  /// Writes a file and waits until it is on disk; its name is not before ``sync()``.
  package func write(_ bytes: [UInt8], to name: String, hidesTimes: Bool = true) throws(Errno) {
    let file = try newFile(name)
    try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
      try calls.writeAll(UnsafeRawBufferPointer(buffer), to: file.descriptor)
    }
    if hidesTimes { try calls.hideTimes(file.descriptor) }
    try uninterrupted { () throws(Errno) in try calls.fsync(file.descriptor) }
  }

  /// A new and empty file. What was called so goes: it may be a second name of another file, into
  /// which nothing is to be written.
  private func newFile(_ name: String) throws(Errno) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL
    do throws(Errno) {
      return try open(name, flags)
    } catch {
      guard error == .fileExists else { throw error }
      try remove(name)
      return try open(name, flags)
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
