import Glibc
import SystemPackage
import Terminal

/// Standard output, for commands that print what they found or did and end.
enum Output {
  /// - Throws: where not all of it was taken: then the command has failed.
  static func write(_ text: String) throws(OutputLost) {
    do throws(Errno) {
      try TerminalOutput(.standardOutput).write(text)
    } catch {
      throw OutputLost(error)
    }
  }

  /// Gives it back to the system, which may only now say that something of it was lost: on a disk
  /// of another machine, say.
  static func finish() throws(OutputLost) {
    guard close(STDOUT_FILENO) != 0, errno != EBADF, errno != EINTR else { return }
    throw OutputLost(Errno(rawValue: errno))
  }
}

/// What there was to say could not be written.
struct OutputLost: Error, CustomStringConvertible {
  let reason: Errno

  init(_ reason: Errno) { self.reason = reason }

  /// As for a program that a closed pipe ends (`| head -1`): nobody wants to hear more, so nothing
  /// is said; and nobody may take it for success.
  static let statusOfClosedPipe: Int32 = 128 + SIGPIPE

  var isClosedPipe: Bool { reason == .brokenPipe }

  var description: String {
    switch reason {
    case .badFileDescriptor: "The answer can't be written: standard output is closed."
    default: "The answer can't be written: \(reason)."
    }
  }
}
