import TerminalTesting
import Testing

/// Behaviours 1 to 5 of a line that is being typed, on the whole product.
@Suite struct PromptTests {
  /// More than a row of either terminal.
  private static let long =
    "People say that the young want everything online, but when you sit beside them "
    + "they ask for somebody to talk to, and that is as true of the old as it is of them"

  @Test(arguments: [(80, 24), (120, 40)])
  func aNoticeAppearsAboveAWrappedLine(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.send(Self.long)
    try terminal.waitForPrompt(Self.long)
    // Ten characters back, across a row's edge or not: the cursor is to stay there.
    try terminal.send(String(repeating: "\u{1B}[D", count: 10))
    let end = PseudoTerminal.prompt.count + 1 + Self.long.count - 10
    try terminal.waitUntil("the cursor is ten back") { $0.cursor.column == end % columns }
    let before = terminal.screen
    try house.meanwhile("@Ruth The library is where people ask")
    try terminal.waitFor("c1  Ruth")
    try terminal.waitFor("The library is where people ask")
    try terminal.waitForPrompt(Self.long)
    try terminal.waitUntil("the cursor is back") { $0.cursor.column == before.cursor.column }
    try terminal.send("X\r")
    try terminal.waitFor("✓ c2")
    let said = Self.long.dropLast(10) + "X" + Self.long.suffix(10)
    #expect(house.journal().contains(said))
  }

  @Test func aNoticeWaitsForTheEndOfASearch() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("/agenda show")
    try terminal.send("\u{12}agen")
    try terminal.waitFor("(reverse-i-search)`agen': /agenda show")
    try house.meanwhile("@Ruth Not during a search")
    // A key more is answered after the notice would have been: it is still not there.
    try terminal.send("d")
    try terminal.waitFor("(reverse-i-search)`agend': /agenda show")
    #expect(!terminal.screen.text.contains("Not during a search"))
    try terminal.send("\u{7}")
    try terminal.waitFor("Not during a search")
    try terminal.waitForPrompt()
  }

  @Test func controlCDropsAHalfLine() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("half of a thought")
    try terminal.waitForPrompt("half of a thought")
    try terminal.send("\u{3}")
    try terminal.waitFor("half of a thought^C\n\(PseudoTerminal.prompt)")
    try terminal.enter("a whole one")
    #expect(terminal.screen.text.contains("✓ c1"))
    #expect(!house.journal().contains("half of a thought"))
    #expect(house.journal().contains("a whole one"))
  }

  @Test func aResizeWhileIdleWrapsTheNextLineRightly() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.resize(columns: 50, rows: 20)
    try terminal.send(Self.long)
    try terminal.waitForPrompt(Self.long)
    let typed = PseudoTerminal.prompt.count + 1 + Self.long.count
    #expect(terminal.screen.cursor.column == typed % 50)
    try terminal.send("\r")
    try terminal.waitFor("✓ c1")
    #expect(house.journal().contains(Self.long))
  }

  @Test func controlDOnAnEmptyLineAsks() throws {
    let house = try House()
    try house.prepareDiscussion()
    let untouched = try PseudoTerminal.spawn("/bin/cat")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    #expect(terminal.settings?.isCooked == false)
    try terminal.send("\u{4}")
    try terminal.waitFor("Leave the session? Everything is saved. [Y/n]")
    try terminal.send("n\r")
    try terminal.waitForPrompt()
    try terminal.send("\u{4}")
    try terminal.waitUntil("it asks again") { $0.text.hasSuffix("[Y/n]") }
    try terminal.send("y\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.settings == untouched.settings)
    #expect(!terminal.screen.marksPastes)
  }

  @Test func controlDTwiceLeaves() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{4}")
    try terminal.waitFor("[Y/n]")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test func controlCAtTheLeavingQuestionStays() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{4}")
    try terminal.waitFor("[Y/n]")
    try terminal.send("\u{3}")
    try terminal.waitForPrompt()
    try terminal.enter("still here")
    #expect(terminal.screen.text.contains("✓ c1"))
  }

  @Test func aTickingClockLeavesTheLineAlone() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("/time resume\r")
    try terminal.waitFor("1/1 Talk 0:00 ›")
    try terminal.send("half a line")
    try terminal.waitFor("1/1 Talk 0:02 › half a line")
    #expect(!terminal.screen.text.contains("0:01 ›"))
    try terminal.send("\r")
    try terminal.waitFor("✓ c1")
  }
}
