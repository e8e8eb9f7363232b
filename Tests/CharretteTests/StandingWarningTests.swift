import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A warning stays where the eyes are, however much is drawn after it.
@Suite struct StandingWarningTests {
  /// A session of many cards whose last line was torn.
  private func house(_ count: Int = 200) throws -> House {
    let house = try House()
    let lines = (1...count).map { "card number \($0)\n" }.joined()
    try house.prepareDiscussion()
    let done = try house.run(["Day"], input: lines)
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    let whole = try house.bytes(of: house.folder["Sessions/Day.journal.jsonl"])
    try house.write(Array(whole.dropLast(40)), to: "Sessions/Day.journal.jsonl")
    unlink(house.folder["Sessions/Day.json"])
    return house
  }

  private static let warning = "The last entry was interrupted before it was saved."

  @Test(arguments: [(80, 24), (120, 40), (40, 16)])
  func ofRecovery(columns: Int, rows: Int) throws {
    let house = try house()
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitFor("Enter when you have read this ›")
    #expect(terminal.screen.words.contains(Self.warning))
    try house.meanwhile("/people add Ruth")
    try terminal.waitFor("Ruth joined")
    for number in 1...12 { try house.meanwhile("another \(number)") }
    try terminal.waitUntil("the others' words are there, and the warning below them") { screen in
      screen.words.contains("another 12") && screen.words.contains(Self.warning)
    }
    try terminal.send("\r")
    // In a narrow window the prompt is shorter.
    try terminal.waitUntil("the prompt") { screen in
      screen.unwrappedText.hasSuffix("›") && !screen.unwrappedText.hasSuffix("read this ›")
    }
  }

  /// Whatever is typed in place of an answer is not lost.
  @Test func aLineInPlaceOfTheAnswer() throws {
    let house = try house(20)
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("Enter when you have read this ›")
    try terminal.send("what somebody said\r")
    try terminal.waitFor("✓ c20")
    try terminal.waitForPrompt()
    #expect(house.journal().contains("what somebody said"))
  }

  /// Nobody who is in the middle of a line has read what comes above it.
  @Test func aLineThatWasBegunBeforeIsNoAnswer() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("half of a")
    try terminal.waitForPrompt("half of a")
    let file = fopen(house.folder["Sessions/Day.journal.jsonl"], "a")
    fputs("{\"seq\":", file)
    fclose(file)
    try terminal.waitUntil("it is told") { $0.words.contains(Self.warning) }
    try terminal.send(" thought\r")
    try terminal.waitFor("✓ c1")
    for number in 1...14 { try house.meanwhile("another \(number)") }
    try terminal.waitUntil("the warning stands below the others' words") { screen in
      screen.words.contains("another 14") && screen.words.contains(Self.warning)
    }
  }

  /// A line that was typed while an answer was read was begun before the warning below it came.
  @Test func aLineBegunInThePagerIsNoAnswer() throws {
    let house = try House()
    try house.prepareDiscussion()
    try house.meanwhile((1...60).map { "card number \($0)" }.joined(separator: "\n"))
    let whole = try house.bytes(of: house.folder["Sessions/Day.journal.jsonl"])
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("/show\r")
    try terminal.waitFor("Lines to 23 of")
    try house.write(whole + Array("{\"seq\":".utf8), to: "Sessions/Day.journal.jsonl")
    try terminal.send("what somebody said\r")
    try terminal.waitFor("✓ c61")
    for number in 1...14 { try house.meanwhile("another \(number)") }
    try terminal.waitUntil("the warning stands below the others' words") { screen in
      screen.words.contains("another 14") && screen.words.contains(Self.warning)
    }
    // One that is typed now is.
    try terminal.send("I have read it\r")
    try terminal.waitFor("I have read it")
    for number in 15...40 { try house.meanwhile("another \(number)") }
    try terminal.waitFor("another 40")
    #expect(!terminal.screen.words.contains(Self.warning))
  }

  /// Nor is Enter that was pressed before the console was there.
  @Test func enterTypedAheadIsNoAnswer() throws {
    let house = try house(20)
    let terminal = try house.terminal(["Day"])
    try terminal.send("\r")
    try terminal.waitFor("Enter when you have read this ›")
    #expect(terminal.screen.words.contains(Self.warning))
    try terminal.send("what somebody said\r")
    try terminal.waitFor("✓ c20")
  }

  /// At a screen that never moves back, too.
  @Test func linear() throws {
    let house = try house(50)
    let terminal = try house.terminal(["Day", "--linear"])
    try terminal.waitFor("Enter when you have read this ›")
    let text = terminal.screen.words
    #expect(text.hasSuffix("Enter when you have read this ›"))
    #expect(text.contains(Self.warning))
  }

  @Test func aClockThatRanOn() throws {
    let house = try House()
    let begin = "/new Day\n/agenda add discussion Talk minutes=10\n/start\nfirst\n"
    try house.folder.write(begin, to: "walk")
    let done = try house.run(["run", house.folder["walk"], "--clock", "2011-10-12T09:30:00Z"])
    #expect(done.status == 0, "\(done)")
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("Enter when you have read this ›")
    #expect(
      terminal.screen.words.contains(
        "The clock of “Talk” ran on while nobody was here, since 2011-10-12, 09:34 UTC."))
    try terminal.send("/time rewind\r")
    try terminal.waitFor("The clock of “Talk” is set right.")
    try terminal.waitUntil("the prompt tells of minutes again") {
      $0.unwrappedText.split(separator: "\n").last?.contains("1/1 Talk 8:") == true
        || $0.unwrappedText.split(separator: "\n").last?.contains("1/1 Talk 9:00 left ›") == true
    }
  }

  /// Where nothing tells of what other terminals do, the console looks by itself.
  @Test func othersWithoutInotify() throws {
    let house = try House()
    try house.prepareDiscussion()
    let host = try #require(
      try BuildProducts.copy("older-kernel", to: house.folder["without-inotify"]))
    symlink(house.program, house.folder["charrette"])
    let terminal = try PseudoTerminal.spawn(
      host, arguments: ["Day", "--sessions", house.sessions],
      environment: house.environment.mapValues { Optional($0) }, columns: 80, rows: 24)
    try terminal.waitForPrompt()
    try house.meanwhile("what another one said")
    try terminal.waitFor("what another one said")
  }
}
