import ArgumentParser
import ExerciseProtocol
import Glibc
import SystemPackage
import Terminal
import Workshop

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the lines of files as if they were typed, up to the first that fails.",
    usage: "charrette run <files> ... [<options>]",
    discussion: """
      A line that begins with “# ” is a remark. The first error is told with its file and line, \
      and the exit status is 1 (2 where a command is abbreviated: a script needs whole names).
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The files, one after the other; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "The session to open first.")
  var session: String?

  @Flag(help: "Print one JSON object a result.")
  var json = false

  @Option(
    help: """
      Play it as if it had begun then, a minute a line: 2011-10-12T09:30:00Z. For examples and \
      rehearsals.
      """,
    transform: { text in
      guard let time = Timestamp(text) else {
        throw ValidationError("“\(text)” is not a time such as 2011-10-12T09:30:00Z.")
      }
      return time
    })
  var clock: Timestamp?

  func run() throws {
    let sources = files.map { $0 == "-" ? ScriptSource.standardInput : .file($0) }
    try ScriptSource.run(
      sources, options, printsJSON: json, session: session, clock: clock)
  }
}
