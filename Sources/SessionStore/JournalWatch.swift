internal import Glibc
internal import Platform
internal import SystemPackage

/// Wakes whoever polls its descriptor when a journal grows or is replaced.
final class JournalWatch {
  private let notices: FileNotices
  private var watched: Int32?

  var descriptor: FileDescriptor { notices.descriptor }

  /// Nil where the system has no watch left to give.
  init?() {
    guard let notices = FileNotices() else { return nil }
    self.notices = notices
  }

  /// Watches `file`, and the one watched before no longer.
  func follow(_ file: OpenFile) {
    if let watched { notices.forget(watched) }
    // A file whose name is given to another one loses a link, which counts as a changed attribute.
    watched = notices.watch(file, IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF)
  }

  /// Whether there are notices that nobody took yet.
  var hasNotices: Bool { notices.isWaiting() }

  /// Forgets all notices that came until now.
  ///
  /// - Returns: whether there were any.
  @discardableResult func drain() -> Bool { !notices.take().isEmpty }
}
