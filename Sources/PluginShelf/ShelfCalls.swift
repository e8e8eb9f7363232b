internal import Glibc
package import SessionStore
package import SystemPackage

/// The one further system call that the shelf needs; tests put faults in here too.
package protocol ShelfCalls: FolderCalls {
  /// Moves a file or a folder from one open folder to another, in one instant.
  func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno)
}

extension SystemCalls: ShelfCalls {
  package func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno) {
    _ = try checked(renameat(folder.rawValue, name, other.rawValue, new))
  }
}

extension DurableFolder {
  /// Removes what is called so, with all that is in it, if it is there.
  func removeTree(_ name: String) throws(Errno) {
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
}
