import ArgumentParser
import Glibc
import PluginHost
import Terminal
import Workshop

struct Charrette: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charrette",
    abstract: "Runs a workshop from a terminal: type what people say, slash to steer.",
    discussion: """
      Without a subcommand it opens the console, and leads you into a workshop. Lines can also \
      come from a file (charrette run FILE) or from a pipe.
      """,
    version: version,
    subcommands: [
      Open.self, Run.self, Rehearse.self, Show.self, OpenBooth.self, Tally.self, Audit.self,
      PluginCommands.self, TemplateCommands.self, Doctor.self,
    ],
    defaultSubcommand: Open.self)

  static let version = "0.1.0"
}

/// What every way of running has in common.
struct CommonOptions: ParsableArguments {
  @Option(
    help: "The folder of the sessions; else Sessions/ here, else charrette's data folder.",
    completion: .directory)
  var sessions: String?

  @Option(help: "A folder with a plugin in it, besides those installed.", completion: .directory)
  var plugins: [String] = []

  @Option(
    help: "A folder with templates in it, besides your own and those of plugins.",
    completion: .directory)
  var templates: [String] = []

  @Option(
    help: "Write every message to and from plugins to this file, as lines of JSON.",
    completion: .file())
  var trace: String?

  @Option(
    help: """
      What must confine a plugin: strict, or else it is not run; lenient, what this machine has; \
      off, nothing, for a debugger. The kit's own run with what there is.
      """)
  var sandbox = Sandbox.strict

  @Flag(help: "For screen readers: no boxes, nothing redrawn, every relation in words.")
  var linear = false

  @Flag(help: "Tell on standard error what goes on with the plugins.")
  var verbose = false

  /// A folder that is not there, and a trace that can't be begun, are told before anything happens:
  /// else the plugins or the templates that somebody wants are missing without a word.
  func validate() throws {
    for (option, folders) in [("--plugins", plugins), ("--templates", templates)] {
      for folder in folders where !Self.isFolder(folder) {
        throw Failure(
          Problem("\(option): there is no folder “\(folder)”.", hint: "Check the name."))
      }
    }
    do throws(Problem) {
      if let trace { try TraceFile.check(trace) }
    } catch {
      throw Failure(error)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension Sandbox: ExpressibleByArgument {}
