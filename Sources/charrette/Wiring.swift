import ExerciseProtocol
import Logging
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
    var runner = RunnerSettings(
      program: places.runner, host: "charrette \(Charrette.version)")
    runner.sandbox = options.sandbox
    runner.crashFolder = places.crashes
    runner.follow = options.trace.flatMap { TraceFile($0)?.write }
    return runner
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
    let shelf = Shelf { host.templateFiles }
    return Desk(
      exercises: host,
      library: FileSessionLibrary(
        folder: FilePath(places.sessions), origin: Origin.ofThisMachine(in: places.data)),
      files: LocalFiles(),
      surroundings: Desk.Surroundings(
        now: clock.now, random: clock.random, isInteractive: isInteractive,
        templates: { shelf.templates() },
        report: { MarkdownRenderer().render($0) }, plugins: host))
  }

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

/// The templates, read when they are first asked for.
private final class Shelf {
  private let files: () -> [String]
  private var shelf: TemplateShelf?

  init(files: @escaping () -> [String]) { self.files = files }

  func templates() -> TemplateShelf {
    if let shelf { return shelf }
    var read = TemplateShelf()
    for path in files() {
      do throws(Problem) {
        guard let text = String(validating: try LocalFiles().read(path), as: UTF8.self) else {
          throw Problem(
            "The template “\(path)” is not valid UTF-8 text.", hint: "Save it as UTF-8.")
        }
        read.templates.append(try Template(yaml: text, file: path))
      } catch {
        read.faults.append(error)
      }
    }
    shelf = read
    return read
  }
}
