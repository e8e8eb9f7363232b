internal import Glibc
internal import SystemPackage

/// Wakes whoever polls its descriptor when a file in a folder is replaced by renaming.
final class FolderWatch {
  let descriptor: FileDescriptor

  /// Nil where the system has no watch left to give.
  init?(_ folder: OpenFile) {
    let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    descriptor = FileDescriptor(rawValue: queue)
    // By its descriptor, so that it is this very folder, whatever it is called by now.
    let path = "/proc/self/fd/\(folder.descriptor.rawValue)"
    guard inotify_add_watch(queue, path, UInt32(IN_MOVED_TO)) >= 0 else { return nil }
  }

  deinit { try? descriptor.close() }

  /// Forgets all notices that came until now.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(descriptor.rawValue, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
