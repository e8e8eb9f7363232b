internal import Glibc
internal import SystemPackage

/// Who has a lock, as far as the system tells: facts only.
package struct LockHolder: Hashable, Sendable {
  /// Nil where it can't be told: it runs on another machine, or is another user's behind a wall.
  package var process: Int?
  /// What its program is called; empty where that can't be told.
  package var name: String
  /// Whether it was stopped (^Z, or a debugger) and goes on only when somebody lets it.
  package var isStopped: Bool
  /// For how long it has had the lock, in whole seconds; nil where it can't be told.
  package var seconds: Int?

  package init(process: Int?, name: String = "", isStopped: Bool = false, seconds: Int? = nil) {
    (self.process, self.name, self.isStopped, self.seconds) = (process, name, isStopped, seconds)
  }

  /// Whoever has the lock of `file` now.
  init(of file: OpenFile) {
    self.init(process: nil)
    guard let status = try? file.status(),
      let process = Self.process(locking: status)
    else { return }
    self.process = process
    name = Self.text("/proc/\(process)/comm")?.split(separator: "\n").first.map(String.init) ?? ""
    // After the name, which is in brackets and may hold anything.
    let state = Self.text("/proc/\(process)/stat")?.split(separator: ")").last?
      .split(separator: " ").first
    isStopped = state == "T" || state == "t"
    seconds = Self.seconds(of: process, locking: status)
  }

  // MARK: Since when

  // The time at which a lock was taken stands in the position of the descriptor that it was taken
  // with: nobody reads or writes there, /proc shows it to others, and no disk keeps it. A ballot
  // box's lock must not tell when somebody voted, and a write would cost with every line.

  static func noteTaking(of file: OpenFile) {
    lseek(file.descriptor.rawValue, SystemClock.secondsSinceStart, SEEK_SET)
  }

  static func noteRelease(of file: OpenFile) {
    lseek(file.descriptor.rawValue, 0, SEEK_SET)
  }

  private static func seconds(of process: Int, locking file: OpenFile.Status) -> Int? {
    let folder = "/proc/\(process)/fdinfo"
    for number in (try? Directory.names(of: folder)) ?? [] {
      guard let lines = text("\(folder)/\(number)")?.split(separator: "\n"),
        lines.contains(where: { $0.hasPrefix("lock:") && isLock($0, of: file) }),
        let position = lines.first(where: { $0.hasPrefix("pos:") })?.split(separator: "\t").last,
        let since = Int(position), since > 0
      else { continue }
      return max(0, SystemClock.secondsSinceStart - since)
    }
    return nil
  }

  // MARK: Who

  private static func process(locking file: OpenFile.Status) -> Int? {
    let line = text("/proc/locks")?.split(separator: "\n").first { isLock($0, of: file) }
    // `1: FLOCK  ADVISORY  WRITE 2393 fe:00:16236660 0 EOF`
    guard let word = line?.split(separator: " ").dropFirst(4).first, let process = Int(word),
      process > 0
    else { return nil }
    return process
  }

  /// Whether a line of `/proc/locks`, or of a process's `fdinfo`, speaks of `file`. By its number
  /// alone: some file systems have other numbers for themselves there than they tell programs.
  private static func isLock(_ line: Substring, of file: OpenFile.Status) -> Bool {
    let words = line.split(separator: " ")
    guard words.contains("FLOCK"), !words.contains("->") else { return false }
    return words.contains { $0.split(separator: ":").count == 3 && $0.hasSuffix(":\(file.inode)") }
  }

  private static func text(_ path: String) -> String? {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return nil
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while let count = try? chunk.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
