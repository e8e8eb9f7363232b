internal import Glibc
internal import SystemPackage

/// Wakes whoever polls its descriptor when a journal grows or is replaced.
final class JournalWatch {
  let descriptor: FileDescriptor
  private var watched: Int32?

  /// Nil where the system has no watch left to give.
  init?() {
    let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    descriptor = FileDescriptor(rawValue: queue)
  }

  deinit { try? descriptor.close() }

  /// Watches `file`, and the one watched before no longer.
  func follow(_ file: OpenFile) {
    if let watched { inotify_rm_watch(descriptor.rawValue, watched) }
    // By its descriptor, so that it is this very file, whatever it is called by now. A file whose
    // name is given to another one loses a link, which counts as a changed attribute.
    let path = "/proc/self/fd/\(file.descriptor.rawValue)"
    let added = inotify_add_watch(
      descriptor.rawValue, path, UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF))
    watched = added >= 0 ? added : nil
  }

  /// Whether there are notices that nobody took yet. They are there as soon as whoever changed the
  /// file comes back from doing it.
  var hasNotices: Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) != 0
  }

  /// Forgets all notices that came until now.
  ///
  /// - Returns: whether there were any.
  @discardableResult func drain() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      var hadNotices = false
      while read(descriptor.rawValue, buffer.baseAddress, buffer.count) > 0 { hadNotices = true }
      return hadNotices
    }
  }
}
