import ArgumentParser
import ExerciseProtocol
import PluginHost
import Synchronization
import SystemPackage
import Terminal
import Workshop

struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs lines in a session that is thrown away, and shows every message to a plugin.",
    usage: "charrette plugin trace <files> ... [--plugins <folder>] [--format json]",
    discussion: """
      → is what the host asked, ← what the plugin answered, and how long that took. With --format \
      json each exchange is one JSON object a line, and nothing else is printed. To follow a \
      session that is kept, give “charrette open” or “charrette run” the option --trace FILE.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The files, one after the other; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "How the messages are printed: text or json.")
  var format: TraceFormat = .text

  func run() throws {
    var options = options
    let folder: ThrowawayFolder
    do throws(Problem) { folder = try ThrowawayFolder() } catch { throw Failure(error) }
    defer { folder.remove() }
    options.sessions = options.sessions ?? folder.folder("Sessions")
    let places = Places(options)
    var runner = Wiring.runner(options, places)
    let (format, file, printed) = (format, runner.follow, Printed())
    runner.follow = { exchange in
      file?(exchange)
      printed.write(format == .text ? exchange.text : exchange.json.text() + "\n")
    }
    let host = Wiring.host(options, places, runner)
    let clock = ScriptClock(start: nil)
    let desk = Wiring.desk(host, options, places, isInteractive: false, clock: clock)
    try ScriptSource.run(
      files.map { $0 == "-" ? .standardInput : .file($0) }, at: desk, options, printsJSON: false,
      session: nil, clock: clock,
      output: { text in
        if format == .text { printed.write(text) }
        // The script stops at the line whose messages were lost.
        if let lost = printed.lost { throw lost }
      })
    if let lost = printed.lost { throw OutputLost(lost) }
  }
}

/// What was printed from within a question to a plugin, where nothing can be thrown.
private final class Printed: Sendable {
  private let state = Mutex<Errno?>(nil)

  var lost: Errno? { state.withLock { $0 } }

  func write(_ text: String) {
    state.withLock { lost in
      guard lost == nil else { return }
      do throws(Errno) {
        try TerminalOutput(.standardOutput).write(text)
      } catch {
        lost = error
      }
    }
  }
}

/// How messages are printed.
enum TraceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
