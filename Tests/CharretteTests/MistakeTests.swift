import TerminalTesting
import Testing

/// Behaviours 10 to 13: what a mistaken line leads to.
@Suite struct MistakeTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func aMisspeltCommand(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.enter("/agneda")
    try terminal.waitFor("There is no command “/agneda”.")
    try terminal.waitFor("Did you mean /agenda?")
    #expect(house.journal() == before)
  }

  @Test func anAmbiguousPrefixAtThePrompt() throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("/re")
    try terminal.waitFor("“/re” could be /redo or /report.")
    #expect(house.journal() == before)
  }

  @Test func anAmbiguousPrefixInAScript() throws {
    let house = try House()
    let done = try house.run(input: "/new Day\n/re\n")
    #expect(done.status == 2)
    #expect(done.errorText.contains("standard input:2: “/re” could be /redo or /report."))
  }

  @Test func aUniquePrefixInAScript() throws {
    let house = try House()
    let done = try house.run(input: "/new Day\n/agen\n/people add Ruth\n")
    #expect(done.status == 2)
    #expect(done.errorText.contains("standard input:2: “/agen” is short for “/agenda”"))
    #expect(!house.journal().contains("Ruth"))
  }

  @Test func aUniquePrefixAtThePromptIsEchoed() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("/peo add Ruth")
    try terminal.waitFor("/peo add Ruth\nHint: /people")
    try terminal.waitFor("✓ Ruth joined")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func aBadArgument(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.enter("/undo soon")
    let lines = terminal.screen.lines
    let line = try #require(lines.firstIndex(of: "  /undo soon"))
    #expect(lines[line + 1] == "        ^^^^")
    #expect(lines[line + 2].contains("“soon” is not"))
    #expect(terminal.screen.words.contains("For example: /undo 12"))
    #expect(house.journal() == before)
  }

  /// The example that is offered does what it says.
  @Test func theExampleIsValid() throws {
    let house = try House()
    try house.prepareDiscussion()
    let done = try house.run(["Day"], input: "/time soon\n")
    #expect(done.status == 1)
    let example = try #require(done.errorText.split(separator: "For example: ").last)
    let line = example.split(separator: "\n")[0]
    let again = try house.run(["Day"], input: "\(line)\n")
    #expect(again.status == 0, "\(again)")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func aPasteOfTwoLines(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.send("\u{1B}[200~the first\r/next\r\u{1B}[201~")
    try terminal.waitFor("/next")
    try terminal.send("!")
    try terminal.waitFor("!")
    #expect(house.journal() == before)
    try terminal.send("\u{7F}\r")
    try terminal.waitFor("2 lines were pasted.")
    #expect(house.journal() == before)
    try terminal.send("e\r")
    try terminal.waitFor("✓ c1\n✓ c2")
    try terminal.waitForPrompt()
    let cards = try house.run(["Day"], input: "/cards\n").text
    #expect(cards.contains("the first"))
    #expect(cards.contains("/next"))
  }

  @Test func aPasteThatIsNotWanted() throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{1B}[200~one\rtwo\u{1B}[201~\r")
    try terminal.waitFor("2 lines were pasted.")
    try terminal.send("n\r")
    try terminal.waitFor("Nothing was taken.")
    try terminal.waitForPrompt()
    #expect(house.journal() == before)
  }

  @Test func aPasteAsOneCard() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{1B}[200~one\rtwo\u{1B}[201~\r")
    try terminal.waitFor("2 lines were pasted.")
    try terminal.send("o\r")
    try terminal.waitFor("✓ c1")
    #expect(house.journal().contains("one\\ntwo"))
  }

  /// Whatever a pasted line looks like, it was written elsewhere, for somebody else.
  @Test func pastedCommandsAreWords() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Ruth Hyde")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{1B}[200~/quit\r  /quit\r?\r/dots ?\r//two\r\\back\u{1B}[201~\r")
    try terminal.waitFor("6 lines were pasted.")
    try terminal.send("e\r")
    try terminal.waitFor("✓ c6")
    try terminal.waitForPrompt()
    let cards = try house.run(["Day"], input: "/cards\n").text
    for text in ["/quit", "?", "/dots ?", "//two", "\\back"] {
      #expect(cards.contains(" \(text)\n"), "\(text)")
    }
  }
}
