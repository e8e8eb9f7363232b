import ArgumentParser
import ExerciseProtocol
import Glibc
import Platform
import PluginHost
import SessionStore
import Synchronization
import SystemPackage
import Terminal
import Workshop

/// Where every message to and from plugins is written, a line of JSON for each exchange.
final class TraceFile: Sendable {
  private let file: FileDescriptor
  private let path: String
  private let isBroken = Mutex(false)

  /// Goes on behind what an earlier trace wrote. A pipe that somebody reads will do as well.
  ///
  /// - Throws: where it can't be written, or holds something else: a trace that silently is none
  ///   is of no use, and nothing of a session is ever written into.
  init(_ path: String) throws(Problem) {
    self.path = path
    try ExportPlace(FilePath(path)).refuseSessionFiles()
    do throws(Errno) {
      file = try Self.open(path)
    } catch {
      throw Problem(
        "--trace: “\(path)” can't be written: \(error.words).", hint: "Name another file.")
    }
    guard Self.isTrace(path) else {
      try? file.close()
      throw Problem(
        "--trace: “\(path)” is there already, and is no trace.", hint: "Name another file.")
    }
  }

  /// The same, of what was asked for and before anything is begun. Not of a pipe: whoever reads
  /// there would take it for the end.
  static func check(_ path: String) throws(Problem) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO { return }
    let trace = try TraceFile(path)
    try? trace.file.close()
  }

  private static func open(_ path: String) throws(Errno) -> FileDescriptor {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = try checked(Glibc.open(path, flags, 0o600))
    // Opened without waiting; written to as fast as it is read.
    _ = fcntl(number, F_SETFL, O_APPEND)
    return FileDescriptor(rawValue: number)
  }

  /// Whether a file is empty, or begins as an exchange does. Of a pipe nothing is read.
  private static func isTrace(_ path: String) -> Bool {
    guard let file = try? OpenFile.reading(path) else { return true }
    guard let beginning = try? file.bytes(0, 64), !beginning.isEmpty else { return true }
    return beginning.starts(with: Exchange.beginning.utf8)
  }

  /// A trace is never worth a workshop: where it can't go on, that is told once, and all else does.
  @Sendable func write(_ exchange: Exchange) {
    isBroken.withLock { isBroken in
      guard !isBroken else { return }
      do {
        try file.writeAll(exchange.json.serialized() + [UInt8(ascii: "\n")])
      } catch {
        isBroken = true
        let problem = Self.problem("The trace “\(path)” ends here", error)
        try? TerminalOutput(.standardError).write(Presentation.plainText(of: problem) + "\n")
      }
    }
  }

  private static func problem(_ what: String, _ error: any Error) -> Problem {
    let reason = (error as? Errno).map { "\($0)" } ?? "an unknown error"
    return Problem("\(what): \(reason).", hint: "--trace FILE names another file.")
  }
}
