import Glibc
import Platform
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
  private let folder: OpenFile
  private let draft: FileDraft
  /// What is in its place, and may be replaced; nil where nothing is.
  private let found: FileNumber?
  private var isFinished = false

  init(_ export: Export, _ path: FilePath, over found: FileNumber?) throws(Errno) {
    (self.path, self.found) = (path, found)
    folder = try OpenFile.folder(path.removingLastComponent().string)
    draft = try FileDraft(
      ".charrette-\(UniqueID.random())", in: folder,
      permissions: FilePermissions(rawValue: export.isPrivate ? 0o600 : 0o644),
      with: CollectionOfOne(export.bytes[...]))
  }

  deinit { if !isFinished { draft.discard() } }

  func finish() throws(Problem) {
    do throws(Errno) {
      guard let name = path.lastComponent?.string else { throw .isDirectory }
      if let found { try replace(name, found) } else { try draft.take(free: name) }
      isFinished = true
      try folder.syncNames()
    } catch {
      throw .unwritableFile(path.string, error)
    }
  }

  private func replace(_ name: String, _ found: FileNumber) throws(Errno) {
    var status = stat()
    _ = try checked(
      fstatat(folder.descriptor.rawValue, name, &status, AT_SYMLINK_NOFOLLOW))
    // Another one by now: nobody looked at that.
    guard FileNumber(status) == found else { throw .fileExists }
    try draft.replace(name)
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
