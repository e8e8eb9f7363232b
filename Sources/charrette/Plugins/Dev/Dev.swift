import ArgumentParser
import ExerciseProtocol
import Platform
import PluginHost
import SessionStore
import SystemPackage
import Terminal
import Workshop

struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds a plugin whenever you save it, and runs it in a session to try lines in.",
    usage: "charrette plugin dev [<folder>] [--script <file>] [--build <command>]",
    discussion: """
      The session is thrown away at the end (--sessions keeps it elsewhere). It begins with the \
      lines of try.charrette in the plugin's folder, or else with the plugin's exercises on the \
      agenda and three people. Save a source, and the activity you are in goes on with the new \
      code and the same contributions. What can't be built is shown, and the one before goes on.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The plugin's folder.", completion: .directory)
  var folder = "."

  @Option(help: "The lines to begin with; else try.charrette there.", completion: .file())
  var script: String?

  @Option(name: .customLong("build"), help: "How it is built; else swift build, make or cargo.")
  var command: String?

  @Option(help: "The library that the build leaves, where that is in doubt.")
  var library: String?

  func run() throws {
    let capabilities = TerminalCapabilities.current()
    guard capabilities.inputIsTerminal else {
      throw ValidationError("This is for a terminal, to try lines in; “charrette run” runs a file.")
    }
    let ending: Console.Ending
    do throws(Problem) {
      let trial = try ThrowawayFolder()
      defer { trial.remove() }
      let project = try Project(folder, command: command, library: library)
      let bench = try DevBench(project, place: trial.folder("plugin"))
      try buildFirst(project, bench)
      ending = try open(project, bench, trial, capabilities)
    } catch {
      throw Failure(error)
    }
    try ending.raise()
  }

  /// Builds until there is something to run.
  private func buildFirst(_ project: Project, _ bench: DevBench) throws(Problem) {
    write("Building (\(project.command))…\n")
    while let failure = try bench.buildFirst() {
      write(Wiring.presentation(.current(), options).text(of: failure))
      write("Waiting for you to save; ^C ends it.\n")
      bench.waitForSave()
    }
  }

  private func open(
    _ project: Project, _ bench: DevBench, _ trial: ThrowawayFolder,
    _ capabilities: TerminalCapabilities
  ) throws(Problem) -> Console.Ending {
    var options = options
    options.sessions = options.sessions ?? trial.folder("Sessions")
    options.plugins.insert(trial.folder("plugin"), at: 0)
    let places = Places(options)
    let signals: TerminalSignals
    do { signals = try TerminalSignals() } catch { throw Problem("\(error)") }
    let host = Wiring.host(options, places, Wiring.runner(options, places))
    bench.host = host
    let desk = Wiring.desk(
      host, options, places, isInteractive: true, clock: ScriptClock(start: nil))
    try begin(desk, host, project)
    let console = Console(
      desk: desk, signals: signals, capabilities: capabilities, history: nil,
      isLinear: options.linear, booth: OpenBooth.command(places, isLinear: options.linear),
      sideline: bench)
    return console.run()
  }

  /// Plays the lines to begin with, up to the first that fails: the author may be about to mend it.
  private func begin(_ desk: Desk, _ host: ExerciseHost, _ project: Project) throws(Problem) {
    let trial = Script(
      desk: desk, presentation: Wiring.presentation(.current(), options), printsJSON: false,
      output: { try TerminalOutput(.standardOutput).write($0) },
      errors: write)
    let path = self.script(of: project)
    for (index, line) in try lines(path, host, project).enumerated() {
      if trial.take(line, file: path ?? "charrette", number: index + 1) != nil { return }
    }
  }

  private func script(of project: Project) -> String? {
    if let script { return script }
    let usual = "\(project.folder)/try.charrette"
    return FilePath(usual).isReadable ? usual : nil
  }

  private func lines(
    _ path: String?, _ host: ExerciseHost, _ project: Project
  ) throws(Problem) -> [String] {
    if let path {
      let text = String(decoding: try LocalFiles().read(path), as: UTF8.self)
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if let failure = host.status.first(where: { $0.path.hasSuffix("/libplugin.so") })?.unknown {
      throw failure.problem
    }
    let own = host.exercises.filter { exercise in
      host.status.contains { $0.id == exercise.plugin && $0.path.hasSuffix("/libplugin.so") }
    }
    return ["/new Trial", "/people add Ruth, Roger, Carrie"]
      + own.map { "/agenda add \($0.description.id) \($0.description.name)" } + ["/start"]
  }

  /// At a terminal; where it is gone the console says so.
  private func write(_ text: String) { try? TerminalOutput(.standardOutput).write(text) }
}

extension FilePath {
  fileprivate var isReadable: Bool { (try? OpenFile.reading(string)) != nil }
}
