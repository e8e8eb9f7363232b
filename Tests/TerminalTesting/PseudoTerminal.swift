internal import CPseudoTerminal
internal import Glibc

/// A program on a terminal of its own, and what that terminal shows. Nothing here sleeps: each wait
/// polls the terminal and ends as soon as it sees what it waits for.
///
///     let terminal = try PseudoTerminal.spawn(program, arguments: ["--linear"])
///     try terminal.waitFor("charrette>")
///     try terminal.send("/agenda\r")
///     try terminal.waitFor("1. Open discussion")
package final class PseudoTerminal {
  package let process: Int32
  package internal(set) var screen: Screen
  /// Every byte that the program wrote.
  package internal(set) var output: [UInt8] = []

  var master: CInt
  let exitPoll: CInt
  var exit: Exit?
  /// The program closed the terminal: nothing more will come.
  var isAtEnd = false

  package enum Exit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  private init(_ child: pseudo_terminal, screen: Screen) {
    process = child.process
    master = child.master
    exitPoll = child.exit_poll
    self.screen = screen
  }

  deinit {
    if exit == nil {
      _ = Glibc.kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
    if master >= 0 { Glibc.close(master) }
    Glibc.close(exitPoll)
  }

  /// What every program gets unless the test says otherwise: nothing of the tester's own machine.
  package static let plainEnvironment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null",
    "PATH": "/usr/bin:/bin",
  ]

  /// Starts a program, by its path. `environment` is laid over ``plainEnvironment``; a nil value
  /// takes a variable out.
  package static func spawn(
    _ program: String, arguments: [String] = [], environment: [String: String?] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let variables = plainEnvironment.merging(environment.compactMapValues { $0 }) { $1 }
      .filter { name, _ in environment[name] != .some(nil) }
    var child = pseudo_terminal()
    let failure = withCStrings([program] + arguments) { arguments in
      withCStrings(variables.map { "\($0)=\($1)" }) { variables in
        pseudo_terminal_spawn(
          program, arguments, variables, UInt16(columns), UInt16(rows), &child)
      }
    }
    guard failure == 0 else { throw TerminalFailure("cannot start \(program): errno \(failure)") }
    return PseudoTerminal(child, screen: Screen(columns: columns, rows: rows))
  }

  /// The settings now; also after the program's end.
  package var settings: TerminalSettings? { TerminalSettings(of: master) }

  /// What the program wrote, with bad bytes as U+FFFD.
  package var transcript: String { String(decoding: output, as: UTF8.self) }

  package func resize(columns: Int, rows: Int) throws {
    let failure = pseudo_terminal_resize(master, UInt16(columns), UInt16(rows))
    guard failure == 0 else { throw TerminalFailure("cannot resize: errno \(failure)") }
    screen.resize(columns: columns, rows: rows)
  }

  package func signal(_ number: Int32) { _ = Glibc.kill(process, number) }

  /// Takes the terminal away, as when its window is closed.
  package func hangUp() {
    Glibc.close(master)
    master = -1
    isAtEnd = true
  }
}

/// A wait that was in vain, or a call that failed; with the screen as it was then.
package struct TerminalFailure: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
