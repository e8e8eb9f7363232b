internal import Glibc
internal import Platform
internal import SystemPackage

/// Wakes whoever polls its descriptor when a file in a folder is replaced by renaming.
final class FolderWatch {
  private let notices: FileNotices

  var descriptor: FileDescriptor { notices.descriptor }

  /// Nil where the system has no watch left to give.
  init?(_ folder: OpenFile) {
    guard let notices = FileNotices(), notices.watch(folder, IN_MOVED_TO) != nil else {
      return nil
    }
    self.notices = notices
  }

  /// Forgets all notices that came until now.
  func drain() { notices.take() }
}
