import ExerciseProtocol
import Logging
import Platform
import PluginHost
import Rendering
import SessionStore
import SystemPackage
import Terminal
import Workshop

/// Puts the parts of the house together.
enum Wiring {
  static func desk(
    _ options: CommonOptions, _ places: Places, isInteractive: Bool,
    clock: ScriptClock = ScriptClock(start: nil)
  ) -> Desk {
    desk(
      host(options, places), options, places, isInteractive: isInteractive, clock: clock)
  }

  /// How plugins are run.
  static func runner(_ options: CommonOptions, _ places: Places) -> RunnerSettings {
    var runner = runner(places)
    runner.sandbox = options.sandbox
    runner.crashFolder = places.crashes
    runner.follow = options.trace.flatMap { (try? TraceFile($0))?.write }
    return runner
  }

  /// How a plugin is run of which nothing is known yet: as confined as can be.
  static func runner(_ places: Places) -> RunnerSettings {
    RunnerSettings(program: places.runner, host: "charrette \(Charrette.version)")
  }

  static func host(
    _ options: CommonOptions, _ places: Places, _ runner: RunnerSettings
  ) -> ExerciseHost {
    ExerciseHost(
      finder: PluginFinder(
        folders: options.plugins, executableFolder: places.executable, dataFolder: places.data),
      runner: runner, cacheFolder: places.cache, logger: logger(options))
  }

  static func desk(
    _ host: ExerciseHost, _ options: CommonOptions, _ places: Places, isInteractive: Bool,
    clock: ScriptClock
  ) -> Desk {
    var surroundings = Desk.Surroundings(
      now: clock.now, random: clock.random, isInteractive: isInteractive,
      templates: TemplateFiles(options, places, shipped: { host.templateFiles }),
      report: { MarkdownRenderer().render($0) }, plugins: host)
    if !clock.isVirtual { surroundings.utcOffset = LocalClock.offset }
    surroundings.page = { HTMLRenderer().page($0, title: $0.title) }
    surroundings.isMonthFirst = LocalClock.isMonthFirst
    return Desk(
      exercises: host,
      library: FileSessionLibrary(
        folder: FilePath(places.sessions), origin: Origin.ofThisMachine(in: places.data),
        patience: isInteractive ? .prompt : .script),
      files: LocalFiles(),
      surroundings: surroundings)
  }

  /// The plugins; none is started before it is asked something.
  static func host(_ options: CommonOptions, _ places: Places) -> ExerciseHost {
    host(options, places, runner(options, places))
  }

  static func presentation(
    _ capabilities: TerminalCapabilities, _ options: CommonOptions
  ) -> Presentation {
    Presentation(
      TerminalStyle(
        columns: max(20, capabilities.columns),
        usesColour: capabilities.usesColour, usesUnicode: capabilities.usesUnicode,
        isLinear: options.linear))
  }

  private static func logger(_ options: CommonOptions) -> Logger {
    Logger(label: "charrette") { label in
      guard options.verbose else { return SwiftLogNoOpLogHandler() }
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = .debug
      return handler
    }
  }
}

extension View {
  /// Its first heading.
  fileprivate var title: String {
    blocks.lazy.compactMap { if case .heading(let text, _) = $0 { text } else { nil } }.first ?? ""
  }
}
