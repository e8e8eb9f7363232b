import ArgumentParser
import Glibc
import SystemPackage
import Terminal
import Workshop

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens the console, in a session if you name one.",
    usage: "charrette [open] [<session>] [<options>]")

  @OptionGroup var options: CommonOptions

  @Argument(help: "The session to open.")
  var session: String?

  @Flag(help: "Print one JSON object a result, where lines come from a pipe.")
  var json = false

  func run() throws {
    let capabilities = TerminalCapabilities.current()
    guard capabilities.inputIsTerminal else {
      return try ScriptSource.standardInput.run(options, printsJSON: json, session: session)
    }
    if json {
      throw ValidationError("--json is for lines that come from a pipe, and this is a terminal.")
    }
    // Before anything starts a thread or a process: they inherit what is blocked.
    let signals = try TerminalSignals()
    let places = Places(options)
    let desk = Wiring.desk(options, places, isInteractive: true)
    let console = Console(
      desk: desk, signals: signals, capabilities: capabilities,
      history: HistoryFile(FilePath(places.historyFile)), isLinear: options.linear,
      booth: OpenBooth.command(places, isLinear: options.linear))
    do throws(Problem) {
      if let session { try console.open(session) } else { console.welcome() }
    } catch {
      console.close()
      throw Failure(error)
    }
    try console.run().raise()
  }
}

extension Console.Ending {
  /// What the process ends with: nothing that was lost ends well.
  func raise() throws {
    switch self {
    case .left: return
    case .signal(let number): throw ExitCode(128 + number)
    case .terminalGone: throw Failure(.terminalGone)
    case .outputLost(let reason): throw OutputLost(reason)
    }
  }
}

extension Problem {
  static var terminalGone: Problem {
    Problem("The terminal is gone.", hint: "What was acknowledged is kept; open it again.")
  }
}

/// A problem that ends the process, as ArgumentParser prints it.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ problem: Problem) { description = Presentation.plainText(of: problem) }
}
