import ArgumentParser
import ExerciseProtocol
import Platform
import PluginCheck
import PluginHost
import Rendering
import SystemPackage
import Terminal
import Workshop

/// `charrette plugin check`: what every plugin keeps to, ours too.
struct CheckPlugin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a plugin against twelve rules, each in processes of its own.",
    discussion: """
      PATH is a library, a bundle (a folder with one library in it), or a package that has been \
      built. The exit status is 0 where every rule is kept, warnings or not, 1 where one is not \
      or could not be judged, and 2 where it was asked wrongly.
      """)

  enum Format: String, ExpressibleByArgument { case text, json }

  @Argument(help: "The library, bundle or package.", completion: .file())
  var path: String?

  @Option(help: "How to tell it: text or json.")
  var format = Format.text

  @Option(help: "Say all about a rule, such as CP006, and check nothing.")
  var explain: String?

  @Flag(help: "Mend what needs no judgement, and say what was changed.")
  var fix = false

  @Option(help: "How many strange requests each exercise gets.")
  var fuzz = 300

  @Option(help: "Another number gives other random requests.")
  var seed: Int = 1

  func validate() throws {
    if let explain, CheckRule.called(explain) == nil {
      let ids = CheckRule.all.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no rule “\(explain)”. There are \(ids).")
    }
    if (path == nil) == (explain == nil) {
      throw ValidationError("Name what to check, or the rule to explain, and not both.")
    }
    guard (1...1_000_000).contains(fuzz) else {
      throw ValidationError("--fuzz is from 1 to 1000000.")
    }
  }

  func run() throws {
    let terminal = TerminalCapabilities.current()
    let columns = max(40, min(100, terminal.columns))
    if let rule = explain.flatMap(CheckRule.called) {
      return try say(rule.explanation(columns: columns))
    }
    let report = try checked(path ?? "")
    switch format {
    case .text: try say(report.text(columns: columns, usesUnicode: terminal.usesUnicode))
    case .json: try say(report.json.text(.indented) + "\n")
    }
    guard report.passes else { throw ExitCode(1) }
  }

  private func checked(_ path: String) throws -> CheckReport {
    do throws(PlaceProblem) {
      let subject = try self.subject(path)
      let report = CheckReport(on: subject, called: path)
      guard fix else { return report }
      let mended = try subject.mend(report)
      guard !mended.isEmpty else { return report }
      var again = CheckReport(on: try self.subject(path), called: path)
      again.mended = mended
      return again
    } catch {
      throw Failure(error.problem)
    }
  }

  private func subject(_ path: String) throws(PlaceProblem) -> Subject {
    let folder = Places(nil).executable
    let place = try Place(path)
    return Subject(
      place, bytes: try Place.read(place.library),
      options: Subject.Options(
        runner: RunnerSettings(
          program: "\(folder)/exercise-runner", host: "charrette \(Charrette.version)"),
        fuzz: fuzz, seed: seed))
  }

  /// It quotes what strangers wrote.
  private func say(_ text: String) throws {
    let safe = format == .json ? text : neutralised(text, keepingLineBreaks: true)
    try Output.write(safe)
  }
}

extension PlaceProblem {
  fileprivate var problem: Problem {
    switch self {
    case .unreadable(let path, let reason):
      Problem("“\(path)” can't be read: \(reason).", hint: "Check the name.")
    case .unwritable(let path, let reason):
      Problem(
        "“\(path)” can't be written: \(reason).",
        hint: "Nothing was changed in it. Leave --fix out, or make it yours to write.")
    case .nothingThere(let path):
      Problem(
        "There is no plugin in “\(path)”: no lib….so in it, nor where a build puts one.",
        hint: "Build it first, with `swift build` or `make`, or name the library.")
    case .several(let path, let libraries):
      Problem(
        "There are \(libraries.count) plugins in “\(path)”.",
        hint: "Name one of them: \(libraries.joined(separator: ", ")).")
    case .tooLarge(let path, let limit):
      Problem("“\(path)” is larger than \(limit >> 20) MiB.", hint: "Name the plugin's library.")
    }
  }
}
