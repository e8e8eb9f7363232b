import ExerciseProtocol
import PluginHost
import Synchronization
import SystemPackage
import Terminal
import Workshop

/// Where every message to and from plugins is written, a line of JSON for each exchange.
final class TraceFile: Sendable {
  private let file: FileDescriptor
  private let path: String
  private let isBroken = Mutex(false)

  init(_ path: String) throws(Problem) {
    self.path = path
    do {
      file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: .ownerReadWrite)
    } catch {
      throw Self.problem("The trace “\(path)” can't be begun", error)
    }
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
