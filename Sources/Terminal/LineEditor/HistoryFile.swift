internal import Glibc
internal import Platform
package import SystemPackage

/// The lines entered before, oldest first, in a file of the user's own (0600, its folder 0700).
///
/// One entry a line; in an entry `\n` stands for a newline and `\\` for a backslash, so that a
/// pasted entry of many lines comes back whole. Several terminals may share the file: each addition
/// is one write under a lock, and the file is replaced, never cut in place.
package struct HistoryFile: Sendable {
  /// The most entries that are kept.
  package static let limit = 2000

  package var path: FilePath

  package init(_ path: FilePath) { self.path = path }

  /// The file beside it for the lines of one session.
  package func forSession(_ id: String) -> HistoryFile {
    let name = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return HistoryFile(FilePath("\(path.string)-\(name.prefix(64))"))
  }

  /// All entries; none where there is no file yet. Lines that are no UTF-8 are left out.
  package func entries() throws(Errno) -> [String] {
    let file = try opened()
    defer { try? file.close() }
    return try Self.lines(of: file).suffix(Self.limit).map(Self.decoded)
  }

  /// Adds an entry at the end, and lets the oldest go where there are too many.
  package func append(_ entry: String) throws(Errno) {
    let file = try opened()
    defer { try? file.close() }
    let lines = try Self.lines(of: file)
    if lines.count < Self.limit {
      try TerminalOutput(file).write(Self.encoded(entry) + "\n")
    } else {
      try replace(with: lines.suffix(Self.limit - 1) + [Self.encoded(entry)])
    }
  }

  /// The file, locked, made where it was missing, closed to everyone else's eyes. A terminal that
  /// was stopped with the lock in hand costs a line its place here, and nothing else.
  private func opened() throws(Errno) -> FileDescriptor {
    while true {
      let file = try create(path)
      do throws(Errno) {
        try lock(file)
        if try isStillThere(file) { return file }
      } catch {
        try? file.close()
        throw error
      }
      try? file.close()  // another terminal replaced it while this one waited for the lock
    }
  }

  /// How often the lock is tried, a millisecond after each other.
  private static let attempts = 200

  private func lock(_ file: FileDescriptor) throws(Errno) {
    for _ in 1...Self.attempts {
      if flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Errno(rawValue: errno) }
      usleep(1000)
    }
    throw .wouldBlock
  }

  private func create(_ path: FilePath) throws(Errno) -> FileDescriptor {
    if !path.removingLastComponent().isEmpty { try Directory.make(path.removingLastComponent()) }
    // A pipe in its place would be waited for without end.
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let number = open(path.string, flags, 0o600)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    let file = FileDescriptor(rawValue: number)
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      fchmod(number, 0o600) == 0
    else {
      try? file.close()
      throw .invalidArgument
    }
    return file
  }

  private func isStillThere(_ file: FileDescriptor) throws(Errno) -> Bool {
    var held = stat()
    var named = stat()
    guard fstat(file.rawValue, &held) == 0 else { throw Errno(rawValue: errno) }
    return stat(path.string, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Called with the lock held. A crash leaves the old file or the new one.
  private func replace(with lines: [String]) throws(Errno) {
    let text = lines.joined(separator: "\n") + "\n"
    try path.replaceFile(with: Array(text.utf8), isSynced: false)
  }

  private static func lines(of file: FileDescriptor) throws(Errno) -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(file.rawValue, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0, errno != EINTR { throw Errno(rawValue: errno) }
      bytes += buffer[..<max(0, count)]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  private static func encoded(_ entry: String) -> String {
    entry.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// A backslash before anything else stands for itself: the file may have been edited by hand.
  private static func decoded(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (false, _), (true, "\\"): text.append(scalar)
      case (true, "n"): text.append("\n")
      case (true, _): text.append(contentsOf: ["\\", scalar])
      }
      isEscaped = false
    }
    return String(text) + (isEscaped ? "\\" : "")
  }
}
