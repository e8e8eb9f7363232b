import ArgumentParser
import Glibc
import Rendering
import SystemPackage
import Terminal
import Workshop

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a session to the room, on a screen of its own: for the projector.",
    usage: "charrette show <session> [<options>]",
    discussion: """
      It changes nothing and follows what the console does. Of a secret vote it shows how many \
      have voted and no more. What does not fit is on further pages: it turns them by itself, or \
      with space, PgDn, PgUp and the arrows; / searches, n again; p holds the page; q ends it. \
      /wall in the console turns them too, and /show c12 wall brings a card up. Into a pipe it \
      prints the session once, as the room sees it now.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The session.")
  var session: String

  func run() throws {
    let capabilities = TerminalCapabilities.current()
    let places = Places(options)
    let desk = Wiring.desk(options, places, isInteractive: false)
    do throws(Problem) {
      _ = try desk.openSession(called: SessionNames.name(of: session, in: places.sessions))
    } catch {
      throw Failure(error)
    }
    // Until here, and where there is no screen to give back, ^C ends it as it ends any program.
    guard capabilities.editsLines, !options.linear,
      let terminal = BoothTerminal(try TerminalSignals())
    else {
      let errors = TerminalOutput(.standardError)
      let onlooker = WallOnlooker { try? errors.write($0 + "\n") }
      if isatty(STDERR_FILENO) == 1 { desk.exercises.attendant = onlooker }
      let style = Wiring.presentation(capabilities, options).style
      let text = withExtendedLifetime(onlooker) { Wall.text(of: desk, style: style) }
      try Output.write(text)
      return
    }
    let ending = Wall(desk, on: terminal).run()
    terminal.release()
    switch ending {
    case .left: break
    case .signal(let number): throw ExitCode(128 + number)
    case .terminalGone: throw Failure(.terminalGone)
    }
  }
}
