import TerminalTesting
import Testing

/// What is missing is asked for, one value after another.
@Suite struct FormTests {
  private static let keys = "Enter goes on, /back returns, /cancel leaves, ? explains."

  private func terminal(_ house: House) throws -> PseudoTerminal {
    try house.prepareDiscussion("Day", "/people add Ruth Hyde, Roger White", "@Ruth one card")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    return terminal
  }

  @Test func oneValueAfterAnother() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.send("/hide\r")
    try terminal.waitFor("\(Self.keys)\nWhich card (a card such as c12)\n  card ›")
    try terminal.send("c99\r")
    try terminal.waitFor("There is no card c99.")
    // What was wrong comes back; a letter begins another answer.
    try terminal.waitUntil("the question again") { $0.text.hasSuffix("  card › c99") }
    try terminal.send("?\r")
    try terminal.waitFor("/hide CARD REASON")
    try terminal.waitUntil("the question again") { $0.text.hasSuffix("  card ›") }
    try terminal.send("c\t\r")
    try terminal.waitFor("Why, in a few words\n  reason ›")
    try terminal.send("/back\r")
    try terminal.waitUntil("the first question") { $0.text.hasSuffix("  card ›") }
    try terminal.send("/back\r")
    try terminal.waitFor("This is the first question; /cancel leaves.")
    try terminal.send("c1\r")
    try terminal.waitUntil("the second question") { $0.text.hasSuffix("  reason ›") }
    try terminal.send("\r")
    try terminal.waitFor("  reason ›\n  reason ›")
    try terminal.send("Said twice\r")
    try terminal.waitFor("✓ c1 is hidden: Said twice")
    try terminal.waitForPrompt()
  }

  @Test(arguments: ["/cancel\r", "\u{3}", "\u{4}"])
  func itCanBeLeft(key: String) throws {
    let house = try House()
    let terminal = try terminal(house)
    let before = house.journal()
    try terminal.send("/hide c1\r")
    try terminal.waitFor("  reason ›")
    try terminal.send(key)
    try terminal.waitFor("Left; nothing was changed.")
    try terminal.waitForPrompt()
    #expect(house.journal() == before)
    try terminal.enter("still here")
    #expect(terminal.screen.text.contains("✓ c2"))
  }

  @Test func aCommandInPlaceOfAnAnswerIsDone() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.send("/hide c1\r")
    try terminal.waitFor("  reason ›")
    try terminal.send("/people\r")
    try terminal.waitFor("Left; nothing was changed.")
    try terminal.waitFor("Roger White")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.text.contains("is hidden"))
  }

  /// The second command is done before any other line is waited for.
  @Test func aCommandInPlaceOfAnAnswerMayAskInTurn() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.send("/hide c1\r")
    try terminal.waitFor("  reason ›")
    try terminal.send("/hide\r")
    try terminal.waitUntil("the other question") { $0.text.hasSuffix("  card ›") }
    try terminal.send("/people\r")
    try terminal.waitFor("Roger White")
    try terminal.waitForPrompt()
  }

  @Test func whatOthersDoMeanwhileIsShown() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.send("/hide c1\r")
    try terminal.waitFor("  reason ›")
    try terminal.send("half an answ")
    try terminal.waitFor("reason › half an answ")
    try house.meanwhile("@Roger in the middle of a form")
    try terminal.waitFor("in the middle of a form")
    try terminal.waitUntil("the answer stands") { $0.text.hasSuffix("  reason › half an answ") }
    try terminal.send("er\r")
    try terminal.waitFor("✓ c1 is hidden: half an answer")
  }

  /// Nothing is lost but the answer that was wrong.
  @Test func valuesThatDoNotGoTogether() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.send("/goto\r")
    try terminal.waitFor("  activity ›")
    try terminal.send("99\r")
    try terminal.waitFor("There is no activity “99” on the agenda.")
    try terminal.waitUntil("the question again") { $0.text.hasSuffix("  activity ›") }
    try terminal.send("1\r")
    try terminal.waitForPrompt()
  }

  @Test func whoIsItIsAskedFirst() throws {
    let house = try House()
    try house.prepare(
      "/new Day", "/agenda add discussion Talk", "/agenda add dot-voting Vote",
      "/people add Ruth Hyde", "/start", "trust", "openness", "/next", "/time pause")
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("2/2 Vote 0:00, paused ›")
    try terminal.send("/dots\r")
    try terminal.waitFor("Who is it? A name from the roster\n  who ›")
    try terminal.send("Somebody Else\r")
    try terminal.waitFor("  dots ›")
    try terminal.send("/back\r")
    try terminal.waitUntil("who again") { $0.text.hasSuffix("  who ›") }
    try terminal.send("Ruth\r")
    try terminal.waitUntil("dots again") { $0.text.hasSuffix("  dots ›") }
    try terminal.send("c1 c1 c2\r")
    try terminal.waitFor("Ruth Hyde has voted. All dots are placed.")
    #expect(!house.journal().contains("Somebody"))
  }

  @Test func helpOnAnything() throws {
    let house = try House()
    let terminal = try terminal(house)
    try terminal.enter("/help")
    #expect(terminal.transcript.contains("We are at “Talk”"))
    try terminal.clear()
    try terminal.enter("?")
    try terminal.waitFor("/say [reply] TEXT:")
    try terminal.enter("/say ?")
    try terminal.waitFor("/say [reply] TEXT\n─")
    try terminal.waitFor("• /say There is a big generation gap")
    try terminal.enter("c1 ?")
    try terminal.waitFor("one card")
    try terminal.enter("@Ruth ?")
    try terminal.waitFor("Here as:  participant")
  }
}
