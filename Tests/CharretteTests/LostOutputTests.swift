import ExerciseProtocol
import Glibc
import TerminalTesting
import Testing

/// Whatever could not be written is told, and no command says that all is well.
@Suite struct LostOutputTests {
  /// Where the output goes to nobody.
  enum Place: String, CaseIterable {
    case full = "exec \"$@\" > /dev/full"
    case closed = "exec \"$@\" >&-"
    /// A pipe that nobody reads any more: what is left of `| head -1`.
    case unread = "mkfifo \"$PIPE\"; exec 3<>\"$PIPE\" 4>\"$PIPE\" 3<&-; exec \"$@\" >&4 4>&-"
  }

  private func run(
    _ house: House, _ arguments: [String], into place: Place, input: String = ""
  ) throws -> Finished {
    let more = ["PIPE": "\(house.folder.path)/pipe-\(arguments.hashValue)"]
    let child = try Child(
      "/bin/sh", ["-c", place.rawValue, "sh", house.program] + arguments,
      environment: house.environment.merging(more) { $1 })
    return try child.finish(feeding: Array(input.utf8))
  }

  /// Expects one message, or, of a closed pipe, none, and never success.
  private func expectTold(
    _ done: Finished, into place: Place, _ what: String, of script: Bool = false
  ) {
    guard place != .unread || script else {
      #expect(done.status == 128 + SIGPIPE, "\(what): \(done)")
      #expect(done.errorText == "", "\(what)")
      return
    }
    #expect(done.status == 1, "\(what): \(done)")
    #expect(done.errorText.matches(of: /can't be written/).count == 1, "\(what): \(done)")
  }

  /// Every command and subcommand, from the program's own description of itself.
  private func commands(_ house: House) throws -> [[String]] {
    let dumped = try Child(
      house.program, ["--experimental-dump-help"], environment: house.environment
    ).finish()
    func all(_ command: JSONValue, _ path: [String]) -> [[String]] {
      guard case .array(let subcommands)? = command["subcommands"] else { return [path] }
      return [path]
        + subcommands.flatMap { subcommand -> [[String]] in
          guard case .string(let name)? = subcommand["commandName"] else { return [] }
          return all(subcommand, path + [name])
        }
    }
    return all(try #require(try JSONValue(parsing: dumped.output)["command"]), [])
  }

  @Test(arguments: Place.allCases)
  func theHelpOfEveryCommand(place: Place) throws {
    let house = try House()
    let commands = try commands(house)
    #expect(commands.count > 20)
    for command in commands {
      expectTold(
        try run(house, command + ["--help"], into: place), into: place, "\(command) --help")
    }
    expectTold(try run(house, ["--version"], into: place), into: place, "--version")
  }

  @Test(arguments: Place.allCases)
  func whatCommandsFound(place: Place) throws {
    let house = try House()
    try house.prepareDiscussion()
    try house.folder.write("2 1\n1 1 2 0\n0\n\"A\"\n\"B\"\n\"Title\"\n", to: "vote.blt")
    for arguments in [
      ["show", "Day", "--sessions", house.sessions],
      ["tally", house.folder["vote.blt"], "--method", "schulze"], ["tally", "--list-methods"],
      ["audit", house.folder["nothing.poll.json"]], ["doctor", "--sessions", house.sessions],
      ["rehearse", "lightning-decision-jam", "--summary", "--participants", "3"],
      ["plugin", "list"], ["plugin", "trust"], ["plugin", "check", house.folder["vote.blt"]],
      ["plugin", "keygen", house.folder["key-\(place)"]],
      ["plugin", "new", "lamp", "--directory", house.folder["lamp-\(place)"]],
      ["template", "list"], ["template", "show", "proposition"],
    ] {
      // Some of them can't do it, and say so; whatever they do say must not be lost.
      let heard = try Child(house.program, arguments, environment: house.environment).finish()
      guard !heard.output.isEmpty else { continue }
      if arguments[1] == "keygen" { unlink(house.folder["key-\(place)"]) }
      if arguments[1] == "keygen" { unlink(house.folder["key-\(place).pub"]) }
      if arguments[1] == "new" { rename(arguments[4], arguments[4] + "-heard") }
      expectTold(try run(house, arguments, into: place), into: place, "\(arguments)")
    }
  }

  /// What was carried out is told with its line, and nothing after it is.
  @Test(arguments: Place.allCases, [[], ["--json"]])
  func aScriptStops(place: Place, options: [String]) throws {
    let house = try House()
    try house.prepareDiscussion()
    for arguments in [["run", "-", "--session", "Day"], ["Day"]] {
      let done = try run(
        house, arguments + options + ["--sessions", house.sessions], into: place,
        input: "# a remark\nfirst of \(arguments.count)\nsecond of \(arguments.count)\n")
      expectTold(done, into: place, "\(arguments)", of: true)
      #expect(done.errorText.contains("standard input:2: The answer to this line"), "\(done)")
      #expect(done.errorText.contains("The line was carried out, and none after it"))
      #expect(house.journal().contains("first of \(arguments.count)"))
      #expect(!house.journal().contains("second of \(arguments.count)"))
    }
  }

  /// A warning that nobody could be told of stops what would build upon it.
  @Test func aWarningThatIsLost() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first", "second")
    let whole = try house.bytes(of: house.folder["Sessions/Day.journal.jsonl"])
    try house.write(Array(whole.dropLast(40)), to: "Sessions/Day.journal.jsonl")
    unlink(house.folder["Sessions/Day.json"])
    let child = try Child(
      "/bin/sh",
      [
        "-c", "exec \"$@\" 2> /dev/full", "sh", house.program, "run", "-", "--session", "Day",
        "--sessions", house.sessions,
      ], environment: house.environment)
    let done = try child.finish(feeding: Array("third\n".utf8))
    #expect(done.status == 1, "\(done)")
    #expect(!house.journal().contains("third"))
  }

  @Test func aTraceThatCannotBeWritten() throws {
    let house = try House()
    try house.prepareDiscussion()
    let nowhere = try house.run(
      ["run", "-", "--session", "Day", "--trace", house.folder["no/where"]], input: "first\n")
    #expect(nowhere.status == 1)
    #expect(nowhere.errorText.contains("can't be written: it is not there."), "\(nowhere)")
    #expect(!house.journal().contains("first"))
    let full = try house.run(
      ["run", "-", "--session", "Day", "--trace", "/dev/full"], input: "second\nthird\n")
    #expect(full.status == 0, "\(full)")
    #expect(full.errorText.matches(of: /ends here: No space left on device/).count == 1)
    #expect(house.journal().contains("third"))
  }

  /// The lines are in the journal, and the document for people and programs is not what they are.
  @Test func aSnapshotThatCannotBeWritten() throws {
    let house = try House()
    try house.prepareDiscussion()
    let file = house.folder["Sessions/Day.json"]
    unlink(file)
    mkdir(file, 0o755)
    let done = try house.run(["run", "-", "--session", "Day"], input: "third\n")
    #expect(done.status == 0 && house.journal().contains("third"), "\(done)")
    let told = done.errorWords.ranges(of: "What was said is safe in the journal.")
    #expect(told.count == 1, "\(done)")
  }

  /// The console, whose answers nobody sees.
  @Test func aConsoleWithoutAScreen() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh",
      arguments: [
        "-c", "exec \"$@\" > /dev/full", "sh", house.program, "Day", "--sessions", house.sessions,
      ], environment: house.environment.mapValues { Optional($0) }, columns: 80, rows: 24)
    #expect(try terminal.waitForExit() == .status(1))
    #expect(terminal.screen.words.contains("can't be written: No space left on device"))
  }
}
