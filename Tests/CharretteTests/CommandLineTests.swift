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
}
