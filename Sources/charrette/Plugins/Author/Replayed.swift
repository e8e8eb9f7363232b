import ArgumentParser
import ExerciseProtocol
import PluginHost
import SystemPackage
import Terminal
import Workshop

struct Replayed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Asks a plugin again what it was asked when it failed, and shows where it ends.",
    usage: "charrette plugin replay <crash-file> [--library <library>] [--format json]",
    discussion: """
      When a plugin crashes, hangs or answers nonsense, the message about it names a crash file: \
      which library it was and everything that it was asked. It holds what people said; pass it \
      on only to those who may read that. The exit status is 0 where everything is answered now, \
      and 1 where the plugin fails.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The crash file.", completion: .file())
  var file: String

  @Option(
    help: "The library to ask, newly built perhaps; else the one that failed.",
    completion: .file(extensions: ["so"]))
  var library: String?

  @Option(help: "How the messages are printed: text or json.")
  var format: TraceFormat = .text

  func run() throws {
    let report: CrashReport
    do throws(Problem) { report = try CrashReport(file) } catch { throw Failure(error) }
    var runner = Wiring.runner(options, Places(options))
    runner.crashFolder = nil
    let replay = Replay(report, library: library.map(absolute), runner: runner)
    if format == .text { try show(before(report, replay)) }
    var lost: OutputLost?
    let ending = replay.run { exchange in
      guard lost == nil else { return }
      do throws(OutputLost) {
        try Output.write(format == .text ? exchange.text : exchange.json.text() + "\n")
      } catch {
        lost = error
      }
    }
    if let lost { throw lost }
    switch ending {
    case .answered:
      if format == .text { try show([.note("All of it is answered now.", .success)]) }
    case .failed(let failure, let number):
      if format == .text { try show(after(failure, number, of: report)) }
      throw ExitCode.failure
    }
  }

  private func before(_ report: CrashReport, _ replay: Replay) -> [View.Block] {
    let count = report.requests.count
    var blocks: [View.Block] = [
      .text(
        "Then, at \(report.at) with \(report.host): " + report.failure.problem.message),
      .text("It was asked \(count) \(count == 1 ? "request" : "requests")."),
    ]
    if !report.failure.log.isEmpty {
      blocks += [.text("What it had printed:"), .list(report.failure.log, ordered: false)]
    }
    if let answer = report.answer { blocks.append(.text("Its last answer: \(answer)")) }
    if replay.isSameLibrary == false {
      blocks.append(.note("The library is another one than then.", .hint))
    }
    return blocks
  }

  private func after(
    _ failure: PluginFailure, _ number: Int, of report: CrashReport
  ) -> [View.Block] {
    let place =
      number == 0
      ? "Before the first request" : "At request \(number) of \(report.requests.count)"
    var blocks: [View.Block] = [.note("\(place): \(failure.problem.message)", .failure)]
    if !failure.log.isEmpty {
      blocks += [.text("What it printed:"), .list(failure.log, ordered: false)]
    }
    return blocks
  }

  private func show(_ blocks: [View.Block]) throws(OutputLost) {
    try Output.write(
      Wiring.presentation(TerminalCapabilities.current(), options).text(of: View(blocks)))
  }

  /// The loader looks for a name without a folder elsewhere.
  private func absolute(_ path: String) -> String { path.contains("/") ? path : "./\(path)" }
}
