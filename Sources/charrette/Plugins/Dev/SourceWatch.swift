import Glibc
import SystemPackage

/// Wakes whoever polls its descriptor when a file of a project is saved. What builds write, and
/// hidden files, do not count.
final class SourceWatch {
  let descriptor: FileDescriptor
  private let folder: String

  /// Nil where the system has no watch left to give.
  init?(_ folder: String) {
    let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    descriptor = FileDescriptor(rawValue: queue)
    self.folder = folder
    watch(folder)
  }

  deinit { try? descriptor.close() }

  /// Whether a source was saved since the last call. Waits until nothing more comes for a moment:
  /// editors save in several steps.
  func hasChanged() -> Bool {
    var hasChanged = false
    var isAlone = true
    repeat {
      for (name, isFolder) in taken() where Self.counts(name) {
        hasChanged = true
        if isFolder { isAlone = false }
      }
    } while waits(milliseconds: 40)
    if !isAlone { watch(folder) }
    return hasChanged
  }

  /// Waits for the next save; false where a signal came first.
  func wait() -> Bool { waits(milliseconds: -1) }

  private func waits(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }

  /// The folder and those in it. Watching one again changes nothing.
  private func watch(_ path: String) {
    let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR
    guard inotify_add_watch(descriptor.rawValue, path, UInt32(events)) >= 0,
      let stream = opendir(path)
    else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if Self.counts(name) { watch("\(path)/\(name)") }
    }
  }

  private static func counts(_ name: String) -> Bool {
    let made = [".o", ".d", ".so", ".a", ".swp", "~"]
    let folders = ["Sessions", "build", "target"]
    return !name.isEmpty && !name.hasPrefix(".") && !folders.contains(name)
      && !made.contains { name.hasSuffix($0) }
  }

  /// The names that the waiting notices bear. Format: inotify(7).
  private func taken() -> [(name: String, isFolder: Bool)] {
    var names: [(String, Bool)] = []
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      while true {
        let count = read(descriptor.rawValue, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var place = 0
        while place < count {
          let event = buffer.load(fromByteOffset: place, as: inotify_event.self)
          let name = UnsafeRawBufferPointer(buffer)[(place + 16)..<(place + 16 + Int(event.len))]
          names.append(
            (
              String(decoding: name.prefix { $0 != 0 }, as: UTF8.self),
              event.mask & UInt32(IN_ISDIR) != 0
            ))
          place += 16 + Int(event.len)
        }
      }
    }
    return names
  }
}
