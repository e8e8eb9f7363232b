import Glibc
import TerminalTesting

/// The demo on a pseudo-terminal, with its control FIFO.
struct DemoTerminal {
  let terminal: PseudoTerminal
  let folder: TemporaryFolder
  private let control: CInt
  private let done: CInt

  init(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
    rows: Int = 24, history: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    control = try Self.fifo(folder["control"])
    done = try Self.fifo(folder["control.done"])
    var files = ["--control", folder["control"]]
    if history { files += ["--history", folder["history"]] }
    terminal = try .spawn(
      PseudoTerminal.builtProduct("line-editor-demo"), arguments: files + arguments,
      environment: environment, columns: columns, rows: rows)
    try terminal.waitFor("demo>")
  }

  private static func fifo(_ path: String) throws -> CInt {
    guard mkfifo(path, 0o600) == 0 else { throw TerminalFailure("mkfifo: errno \(errno)") }
    return open(path, O_RDWR | O_CLOEXEC)
  }

  /// Has the demo do something, and returns when it is done: `notice TEXT`, `prompt TEXT`,
  /// `suspended TEXT`, `ask WORDS`, `tick`.
  func order(_ text: String) throws {
    let line = Array((text + "\n").utf8)
    guard write(control, line, line.count) == line.count else {
      throw TerminalFailure("cannot order “\(text)”")
    }
    var answer = pollfd(fd: done, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    guard poll(&answer, 1, 20_000) == 1, read(done, &byte, 1) == 1 else {
      throw TerminalFailure("the demo did not carry out “\(text)”")
    }
  }

  func close() {
    Glibc.close(control)
    Glibc.close(done)
  }
}

/// Runs a body with a demo; the FIFO is closed afterwards.
func withDemo(
  _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
  rows: Int = 24, history: Bool = false,
  _ body: (DemoTerminal, PseudoTerminal) throws -> Void
) throws {
  let demo = try DemoTerminal(
    arguments, environment: environment, columns: columns, rows: rows, history: history)
  defer { demo.close() }
  try body(demo, demo.terminal)
}
