import ExerciseProtocol
import TerminalTesting
import Testing

/// What stands after `charrette` when it is called.
@Suite struct CommandLineTests {
  @Test(arguments: [["--help"], ["-h"], ["run", "--help"], ["open", "--help"]])
  func help(arguments: [String]) throws {
    let done = try House().run(arguments)
    #expect(done.status == 0)
    #expect(done.text.hasPrefix("OVERVIEW: "))
    #expect(done.errorText == "")
    for line in done.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func version() throws {
    let done = try House().run(["--version"])
    #expect(done.status == 0)
    #expect(done.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [["--nonsense"], ["run", "--nonsense", "x"], ["run"], ["one", "two"]])
  func whatIsAskedWrongly(arguments: [String]) throws {
    let done = try House().run(arguments)
    #expect(done.status == 2)
    #expect(done.text == "")
    #expect(done.errorText.hasPrefix("Error: "))
  }

  @Test func aSessionThatIsNotThere() throws {
    let house = try House()
    for arguments in [["nowhere"], ["run", "-", "--session", "nowhere"]] {
      let done = try house.run(arguments)
      #expect(done.status == 1)
      #expect(
        done.errorText.hasPrefix("Error: There is no session “nowhere” in "),
        "\(done)")
    }
    let terminal = try house.terminal(["nowhere"])
    #expect(try terminal.waitForExit() == .status(1))
    #expect(terminal.screen.text.hasPrefix("Error: There is no session “nowhere” in "))
    #expect(terminal.settings?.isCooked == true)
  }

  @Test func aScriptThatIsNotThere() throws {
    let done = try House().run(["run", "nowhere.txt"])
    #expect(done.status == 1)
    #expect(
      done.errorText == """
        Error: “nowhere.txt” can't be read: No such file or directory.
        Hint: Check the name.

        """)
  }

  @Test func aFolderAsAScript() throws {
    let house = try House()
    let done = try house.run(["run", house.folder.path])
    #expect(done.status == 1)
    #expect(
      done.errorText == """
        Error: “\(house.folder.path)” can't be read: Is a directory.
        Hint: Name a file in it.

        """)
  }

  /// What runs before it stays; what comes after it is not run.
  @Test func aMissingScriptAmongOthers() throws {
    let house = try House()
    try house.folder.write("/new Day\n", to: "one")
    let done = try house.run(["run", house.folder["one"], "nowhere", house.folder["one"]])
    #expect(done.status == 1)
    #expect(house.journal().contains("Day"))
  }

  @Test func jsonAtATerminal() throws {
    let terminal = try House().terminal(["--json"])
    #expect(try terminal.waitForExit() == .status(2))
    #expect(terminal.screen.text.contains("--json is for lines that come from a pipe"))
  }

  /// Of two values none is passed over: every option of every command, from the program's own
  /// description of itself.
  @Test func noOptionIsGivenTwice() throws {
    let house = try House()
    func run(_ arguments: [String]) throws -> Finished {
      try Child(house.program, arguments, environment: house.environment).finish()
    }
    func options(_ command: JSONValue, _ path: [String]) -> [(path: [String], name: String)] {
      var found: [(path: [String], name: String)] = []
      if case .array(let arguments)? = command["arguments"] {
        for argument in arguments where argument["isRepeating"] == false {
          guard case .string(let name)? = argument["preferredName"]?["name"],
            argument["kind"] != "positional", !["help", "version"].contains(name)
          else { continue }
          found.append((path, name))
        }
      }
      guard case .array(let subcommands)? = command["subcommands"] else { return found }
      for subcommand in subcommands {
        guard case .string(let name)? = subcommand["commandName"] else { continue }
        found += options(subcommand, path + [name])
      }
      return found
    }
    let dumped = try JSONValue(parsing: run(["--experimental-dump-help"]).output)
    let all = options(try #require(dumped["command"]), [])
    #expect(all.count > 40)
    for (path, name) in all {
      for twice in [["--\(name)", "x", "--\(name)", "x"], ["--\(name)=x", "--\(name)=x"]] {
        let done = try run(path + twice)
        #expect(done.status == 2 && done.text == "", "\(path) \(name): \(done)")
        #expect(done.errorText.contains("--\(name) is given twice."), "\(path) \(name): \(done)")
      }
    }
  }

  /// What is asked for and can't be had is not passed over.
  @Test(arguments: [
    (["run", "-", "--plugins", "/nowhere"], 1, "--plugins: there is no folder “/nowhere”."),
    (["template", "list", "--templates", "/nowhere"], 1, "--templates: there is no folder"),
    (["template", "list", "--people", "0"], 2, "--people is a whole number from 1."),
    (["template", "list", "--minutes=-5"], 2, "--minutes is a whole number from 1."),
  ])
  func whatCannotBeHad(arguments: [String], status: CInt, message: String) throws {
    let done = try House().run(arguments)
    #expect(done.status == status, "\(done)")
    #expect(done.text == "")
    #expect(done.errorText.contains(message), "\(done)")
  }

  @Test(arguments: [
    (["--ballots", "approvals"], "is no CSV file"), (["--scale", "0..5"], "is no CSV file"),
    (["--list-methods"], "--list-methods counts nothing"),
  ])
  func wordsForAnotherKindOfFile(options: [String], message: String) throws {
    let house = try House()
    try house.folder.write("2 1\n1 1 2 0\n0\n\"A\"\n\"B\"\n\"T\"\n", to: "vote.blt")
    let child = try Child(
      house.program, ["tally", house.folder["vote.blt"], "--method", "schulze"] + options,
      environment: house.environment)
    let done = try child.finish()
    #expect(done.status == 2, "\(done)")
    #expect(done.errorText.contains(message), "\(done)")
  }
}
