import Glibc
import TerminalTesting
import Testing

/// What is longer than the screen stays until somebody has read it.
@Suite struct PagingTests {
  private func house(_ count: Int) throws -> House {
    let house = try House()
    try house.prepareDiscussion()
    let lines = (1...count).map { "card number \($0)\n" }.joined()
    let done = try house.run(["Day"], input: lines)
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    return house
  }

  private func console(_ house: House, rows: Int = 24, columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    return terminal
  }

  @Test func spaceGoesOnToTheEnd() throws {
    let terminal = try console(try house(60))
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of 6")
    #expect(terminal.screen.text.contains("card number 19"))
    #expect(!terminal.screen.text.contains("card number 30"))
    try terminal.send(" ")
    try terminal.waitFor("Lines to 45 of 6")
    #expect(terminal.screen.text.contains("card number 25"))
    try terminal.send("\r")
    try terminal.waitFor("card number 60")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.text.contains("left out"))
  }

  /// Whoever turned all pages may press q once more, as in every pager: it begins no line.
  @Test(arguments: ["q", " ", "qq", "q\r"]) func oneKeyTooMany(keys: String) throws {
    let house = try house(30)
    let terminal = try atTheEnd(house)
    try terminal.send(keys)
    try twoTicks(terminal)
    try terminal.send("hello\r")
    try terminal.waitFor("✓ c31")
    #expect(house.journal().contains("\"text\":\"hello\""))
    #expect(!house.journal().contains("\"text\":\"q"))
  }

  /// A word that begins with it is a word, however slowly it is typed.
  @Test(arguments: [("q", "uality first"), ("", "qa is slow"), ("", "queue")])
  func aWordAfterTheLastPage(start: String, rest: String) throws {
    let house = try house(30)
    let terminal = try atTheEnd(house)
    if !start.isEmpty {
      try terminal.send(start)
      try twoTicks(terminal)
    }
    try terminal.send(rest + "\r")
    try terminal.waitFor("✓ c31")
    #expect(house.journal().contains("\"text\":\"\(start)\(rest)\""))
  }

  /// Shows a long answer to its end, at a prompt with a clock.
  private func atTheEnd(_ house: House) throws -> PseudoTerminal {
    try house.meanwhile("/agenda change 1 minutes=30", "/time resume")
    let terminal = try house.terminal(["Day"])
    try terminal.waitUntil("the prompt") { $0.unwrappedText.hasSuffix("left ›") }
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    try terminal.send(" ")
    try terminal.waitUntil("the prompt after the end") {
      $0.text.contains("(That was all, ") && $0.unwrappedText.hasSuffix("left ›")
    }
    return terminal
  }

  /// At least a second passes: the clock in the prompt says another time twice.
  private func twoTicks(_ terminal: PseudoTerminal) throws {
    for _ in 1...2 {
      let before = terminal.screen.unwrappedText
      try terminal.waitUntil("the clock goes on") { $0.unwrappedText != before }
    }
  }

  @Test(arguments: ["q", "q\r", "\u{1B}", "\u{3}", "\u{4}"])
  func enough(keys: String) throws {
    let terminal = try console(try house(60))
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    try terminal.send(keys)
    try terminal.waitFor("lines were left out.)")
    try terminal.waitForPrompt()
    #expect(terminal.settings != nil)
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.settings?.isCooked == true)
  }

  /// Nobody is trapped: what is typed is the next line, with its first letter.
  @Test(arguments: [
    ("what somebody said", "what somebody said"), ("quality first", "quality first"),
    ("élan vital", "élan vital"), ("日本", "日本"), ("/people add Mo", "Mo joined"),
  ])
  func whatIsTypedIsTheNextLine(line: String, shown: String) throws {
    let house = try house(60)
    let terminal = try console(house)
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    try terminal.send(line + "\r")
    try terminal.waitFor("✓ ")
    try terminal.waitForPrompt()
    #expect(terminal.screen.words.contains(shown))
    if !line.hasPrefix("/") { #expect(house.journal().contains("\"text\":\"\(line)\"")) }
  }

  /// What was typed ahead is not taken for keys of the pager, and not lost.
  @Test func typedAhead() throws {
    let house = try house(60)
    let terminal = try console(house)
    try terminal.send("/show\rwhat somebody said\r")
    try terminal.waitFor("✓ c61")
    #expect(house.journal().contains("what somebody said"))
  }

  /// What is pasted is one paste here too: its lines are no commands.
  @Test func aPasteIsAskedAbout() throws {
    let house = try house(60)
    let terminal = try console(house)
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    try terminal.send("\u{1B}[200~/people add Mo\none\ntwo\n\u{1B}[201~")
    try terminal.waitFor("[3 lines: /people add Mo")
    #expect(!house.journal().contains("\"Mo\""))
    // A terminal marks pastes only for whom it was told to.
    #expect(terminal.transcript.contains("?2004h"))
  }

  @Test func whoIsToldToGoGoes() throws {
    let terminal = try console(try house(60))
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    #expect(terminal.settings?.isCooked == true)
  }

  @Test(arguments: [(20, 8), (40, 5)])
  func smallWindows(columns: Int, rows: Int) throws {
    let house = try house(30)
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitUntil("the pager asks") {
      $0.text.contains("space, q") || $0.text.contains("Space: on")
    }
    try terminal.send("q")
    try terminal.waitUntil("the prompt is there") { $0.unwrappedText.hasSuffix("›") }
  }

  /// A screen reader reads on.
  @Test func linear() throws {
    let house = try house(60)
    let terminal = try house.terminal(["Day", "--linear"])
    try terminal.waitFor("1/1 Talk ›")
    try terminal.send("/show all\r")
    try terminal.waitFor("c60: card number 60")
    try terminal.waitUntil("the prompt is there") { $0.text.hasSuffix("1/1 Talk ›") }
    #expect(!terminal.screen.text.contains("Space"))
  }

  @Test func aPipeHasNoPages() throws {
    let house = try house(60)
    let done = try house.run(["Day"], input: "/show\n")
    #expect(done.text.contains("card number 60") && !done.text.contains("Space"))
  }

  @Test func manyCardsAreOpenedInAFewLines() throws {
    let house = try house(400)
    let terminal = try console(house)
    let text = terminal.screen.text
    #expect(text.contains("Talk\n════"))
    #expect(terminal.screen.words.contains("Cards: 400"))
    #expect(terminal.screen.words.contains("card number 400"))
    #expect(terminal.screen.words.contains("/show all shows all of it"))
    // From the first line that it wrote to the prompt, all is in sight.
    #expect(terminal.screen.words.contains("“Day” is open."))
  }

  /// What is wrong is not on a page that somebody did not read.
  @Test func warningsComeLast() throws {
    let house = try house(60)
    let whole = try house.bytes(of: house.folder["Sessions/Day.journal.jsonl"])
    let terminal = try console(house)
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    // Another terminal's line is torn while somebody reads here.
    try house.write(whole + Array("{\"seq\":".utf8), to: "Sessions/Day.journal.jsonl")
    try terminal.send("q")
    try terminal.waitUntil("the warning stands next to the prompt") { screen in
      screen.words.contains("left out.) Warning: ") && screen.unwrappedText.hasSuffix("›")
    }
  }
}
