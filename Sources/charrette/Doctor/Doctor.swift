import ArgumentParser
import ExerciseProtocol
import Glibc
import PluginHost
import SystemPackage
import Terminal

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what is in order here, and how to mend what is not.",
    usage: "charrette doctor [<options>]",
    discussion: """
      It tries rather than looks up: it starts a plugin that reaches for what no plugin may have, \
      writes to the disk and waits for it, and reads every folder that charrette uses. The exit \
      status is 0 where all is well, and 1 where something needs mending.
      """)

  enum Format: String, ExpressibleByArgument { case text, json }

  @OptionGroup var options: CommonOptions

  @Option(help: "How to tell it: text or json.")
  var format = Format.text

  func run() throws {
    let places = Places(options)
    let capabilities = TerminalCapabilities.current()
    let examinations = [
      Examination.sandbox(options, places), .plugins(options, places),
      .folders(options, places), .disk(places), .sessions(places), .terminal(capabilities),
    ]
    let isWell = examinations.allSatisfy { $0.findings.allSatisfy { $0.state != .problem } }
    switch format {
    case .text:
      let summary: View.Block =
        isWell
        ? .note("All is well here.", .success)
        : .note("Something here needs mending; each ✗ above says what and how.", .warning)
      let title = View.Block.heading("Charrette \(Charrette.version) on \(Self.machine)", level: 1)
      let view = View([title] + examinations.flatMap(\.blocks) + [summary])
      try Output.write(Wiring.presentation(capabilities, options).text(of: view) + "\n")
    case .json:
      let report: JSONValue = [
        "version": .string(Charrette.version), "machine": .string(Self.machine),
        "well": .bool(isWell), "examinations": .array(examinations.map(\.json)),
      ]
      try Output.write(report.text(.indented) + "\n")
    }
    if !isWell { throw ExitCode(1) }
  }

  /// `Linux 6.1.0, x86_64`.
  private static var machine: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "an unknown system" }
    func text<Bytes>(_ bytes: Bytes) -> String {
      withUnsafeBytes(of: bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(names.sysname)) \(text(names.release)), \(text(names.machine))"
  }
}
