import Glibc
import TerminalTesting

/// The demo on a pseudo-terminal, with its control FIFO.
struct DemoTerminal {
  let terminal: PseudoTerminal
  let folder: TemporaryFolder
  private let control: CInt

  init(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
    rows: Int = 24, history: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    guard mkfifo(folder["control"], 0o600) == 0 else { throw TerminalFailure("mkfifo: \(errno)") }
    control = open(folder["control"], O_RDWR | O_CLOEXEC)
    let files = ["--control", folder["control"]] + (history ? ["--history", folder["history"]] : [])
    terminal = try .spawn(
      PseudoTerminal.builtProduct("line-editor-demo"), arguments: files + arguments,
      environment: environment, columns: columns, rows: rows)
    try terminal.waitFor("demo>")
  }

  /// Tells the demo to do something: `notice TEXT`, `prompt TEXT`, `suspended TEXT`, `tick`.
  func order(_ text: String) throws {
    let line = Array((text + "\n").utf8)
    guard write(control, line, line.count) == line.count else {
      throw TerminalFailure("cannot order “\(text)”")
    }
  }

  func close() { Glibc.close(control) }
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
