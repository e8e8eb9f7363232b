import Glibc
import SystemPackage
package import Workshop

extension LocalFiles {
  package func prepare(_ export: Export, at path: String) throws(Problem) -> any PreparedFile {
    let path = FilePath(path.expandingHome)
    let found = try ExportPlace(path).found(for: export)
    do throws(Errno) {
      return try PreparedLocalFile(export, path, over: found)
    } catch {
      throw .unwritableFile(path.string, error)
    }
  }

  /// Writes a file that is not there yet, whole or not at all.
  ///
  /// - Returns: false where there is one of that name; it is left as it is.
  package func create(_ bytes: [UInt8], at path: String) throws(Problem) -> Bool {
    guard access(path.expandingHome, F_OK) != 0 else { return false }
    try write(Export(bytes, over: .nothing), to: path)
    return true
  }
}

/// A file that lies beside its place under a name of its own, whole and synced.
private final class PreparedLocalFile: PreparedFile {
  private let path: FilePath
  private let draft: FilePath
  /// What is in its place, and may be replaced; nil where nothing is.
  private let found: FileNumber?
  private var isFinished = false

  init(_ export: Export, _ path: FilePath, over found: FileNumber?) throws(Errno) {
    (self.path, self.found) = (path, found)
    draft = path.removingLastComponent().appending(".charrette-\(UniqueID.random())")
    // Nobody's link is followed, and no file that is there is written into.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = OpenFile(
      FileDescriptor(
        rawValue: try checked(open(draft.string, flags, export.isPrivate ? 0o600 : 0o644))))
    let calls = SystemCalls()
    do throws(Errno) {
      try export.bytes.withUnsafeBufferPointer { (bytes) throws(Errno) in
        try calls.writeAll(UnsafeRawBufferPointer(bytes), to: file.descriptor)
      }
      try uninterrupted { () throws(Errno) in try calls.fsync(file.descriptor) }
    } catch {
      // Without a deinit: not all of this is there yet.
      unlink(draft.string)
      throw error
    }
  }

  deinit { if !isFinished { unlink(draft.string) } }

  func finish() throws(Problem) {
    do throws(Errno) {
      if let found { try replace(found) } else { try takeFreePlace() }
      isFinished = true
      try syncFolder()
    } catch {
      throw .unwritableFile(path.string, error)
    }
  }

  /// A name can be given once, whoever else is about to.
  private func takeFreePlace() throws(Errno) {
    if link(draft.string, path.string) == 0 {
      unlink(draft.string)
      return
    }
    // Where a file can have one name alone (on many sticks) this is as near as one gets to it.
    let error = Errno(rawValue: errno)
    guard error != .fileExists else { throw error }
    var status = stat()
    guard lstat(path.string, &status) != 0 else { throw .fileExists }
    _ = try checked(rename(draft.string, path.string))
  }

  private func replace(_ found: FileNumber) throws(Errno) {
    var status = stat()
    _ = try checked(lstat(path.string, &status))
    // Another one by now: nobody looked at that.
    guard FileNumber(status) == found else { throw .fileExists }
    _ = try checked(rename(draft.string, path.string))
  }

  /// Makes the name last.
  private func syncFolder() throws(Errno) {
    let folder = path.removingLastComponent()
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = try checked(open(folder.isEmpty ? "." : folder.string, flags))
    let opened = OpenFile(FileDescriptor(rawValue: descriptor))
    do throws(Errno) {
      try uninterrupted { () throws(Errno) in try SystemCalls().fsync(opened.descriptor) }
    } catch {
      // Some file systems know no such thing, and keep names by themselves.
      guard error == .invalidArgument || error == .notSupported else { throw error }
    }
  }
}

extension Problem {
  fileprivate static func unwritableFile(_ path: String, _ error: Errno) -> Problem {
    let reason =
      switch error {
      case .fileExists: "somebody else put a file there just now"
      case .noSuchFileOrDirectory: "its folder is not there"
      case .notDirectory: "a part of its path is no folder"
      default: error.words
      }
    return Problem("“\(path)” can't be written: \(reason).", hint: "Name another place.")
  }
}
