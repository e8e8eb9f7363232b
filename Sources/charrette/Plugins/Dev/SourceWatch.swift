import Glibc
import Platform
import SystemPackage

/// Wakes whoever polls its descriptor when a file of a project is saved. What builds write, and
/// hidden files, do not count.
final class SourceWatch {
  private let notices: FileNotices
  private let folder: String

  var descriptor: FileDescriptor { notices.descriptor }

  /// Nil where the system has no watch left to give.
  init?(_ folder: String) {
    guard let notices = FileNotices() else { return nil }
    (self.notices, self.folder) = (notices, folder)
    watch(folder)
  }

  /// Whether a source was saved since the last call. Waits until nothing more comes for a moment:
  /// editors save in several steps.
  func hasChanged() -> Bool {
    var hasChanged = false
    var isAlone = true
    repeat {
      for notice in notices.take() where Self.counts(notice.name) {
        hasChanged = true
        if notice.isFolder { isAlone = false }
      }
    } while notices.isWaiting(milliseconds: 40)
    if !isAlone { watch(folder) }
    return hasChanged
  }

  /// Waits for the next save; false where a signal came first.
  func wait() -> Bool { notices.isWaiting(milliseconds: -1) }

  /// The folder and those in it.
  private func watch(_ path: String) {
    let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR
    guard notices.watch(path, events) != nil else { return }
    for entry in (try? Directory.entries(of: path)) ?? []
    where entry.isFolder && Self.counts(entry.name) {
      watch("\(path)/\(entry.name)")
    }
  }

  private static func counts(_ name: String) -> Bool {
    let made = [".o", ".d", ".so", ".a", ".swp", "~"]
    let folders = ["Sessions", "build", "target"]
    return !name.isEmpty && !name.hasPrefix(".") && !folders.contains(name)
      && !made.contains { name.hasSuffix($0) }
  }
}
