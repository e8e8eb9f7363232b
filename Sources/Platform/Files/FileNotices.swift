internal import Glibc
package import SystemPackage

/// The kernel's notices of what happens to files: its descriptor wakes whoever polls it. They are
/// there as soon as whoever changed a file comes back from doing it. Format: inotify(7).
package final class FileNotices {
  package let descriptor: FileDescriptor

  /// Nil where the system has none left to give.
  package init?() {
    let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    descriptor = FileDescriptor(rawValue: queue)
  }

  deinit { try? descriptor.close() }

  /// Watches what has this path; to watch it again changes nothing.
  ///
  /// - Returns: its number, for ``forget(_:)``; nil where it can't be watched.
  @discardableResult package func watch(_ path: String, _ events: Int32) -> Int32? {
    let number = inotify_add_watch(descriptor.rawValue, path, UInt32(events))
    return number >= 0 ? number : nil
  }

  /// Watches this very file or folder, whatever it is called by now.
  package func watch(_ file: OpenFile, _ events: Int32) -> Int32? {
    watch("/proc/self/fd/\(file.descriptor.rawValue)", events)
  }

  package func forget(_ number: Int32) { inotify_rm_watch(descriptor.rawValue, number) }

  /// Whether there are notices that nobody took yet, waited for so long; -1 waits for one or a
  /// signal.
  package func isWaiting(milliseconds: Int32 = 0) -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// Takes all notices that came until now.
  ///
  /// - Returns: the names that they bear, which are those of files in a watched folder; one that is
  ///   about the watched thing itself bears an empty name.
  @discardableResult package func take() -> [Directory.Entry] {
    var notices: [Directory.Entry] = []
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      while true {
        let count = read(descriptor.rawValue, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var offset = 0
        while offset < count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          offset = start + Int(event.len)
          let name = buffer[start..<offset].prefix { $0 != 0 }
          notices.append(
            Directory.Entry(
              name: String(decoding: name, as: UTF8.self),
              isFolder: event.mask & UInt32(IN_ISDIR) != 0))
        }
      }
    }
    return notices
  }
}
