import TerminalTesting
import Testing

/// Somebody who has never been here, and whoever comes back.
@Suite struct FirstTimeTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func threeAnswersLeadIntoAWorkshop(columns: Int, rows: Int) throws {
    let house = try House()
    let terminal = try house.terminal(columns: columns, rows: rows)
    try terminal.waitFor(
      """
      Charrette runs a workshop with you, from one question to the outcomes.

      What is your workshop called?
        ›
      """)
    try terminal.send("Solace Summit\r")
    try terminal.waitFor("How shall it go? Type a number.\n   1  ")
    try terminal.waitFor("   0  An empty agenda, to be filled as you go\n")
    try terminal.waitFor("  [1] ›")
    try terminal.send("nine\r")
    try terminal.waitFor("Type one of the numbers.\n  [1] ›")
    try terminal.send("Proposition\r")
    try terminal.waitFor("Who is here? Names with commas between; or just Enter, for later.\n  ›")
    #expect(terminal.screen.text.contains("    7  From votes to outcomes "))
    try terminal.send("Ruth Hyde, Roger White\r")
    try terminal.waitFor("✓ Ruth Hyde and Roger White joined")
    try terminal.waitFor("▸ Say now\n“I read the proposition out.")
    try terminal.waitFor("1/7 Frame t")
    #expect(terminal.screen.words.contains("Everything is saved as you type."))
    try terminal.send("@Ruth Trust comes first #idea\r")
    try terminal.waitFor("✓ c1  Ruth Hyde  #idea")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.settings?.isCooked == true)
    let cards = try house.run(["Solace Summit"], input: "/cards\n").text
    #expect(cards.contains("c1    Ruth Hyde  #idea  Trust comes first"))
  }

  @Test func enterIsEnough() throws {
    let house = try House()
    let terminal = try house.terminal()
    try terminal.waitFor("What is your workshop called?")
    try terminal.send("Day\r\r\r")
    // What is to be said and done is longer than the screen.
    try terminal.waitFor("Space goes on")
    try terminal.send("\r")
    try terminal.waitUntil("the first activity begins") { $0.text.contains("\n1/") }
  }

  @Test func anEmptyAgenda() throws {
    let house = try House()
    let terminal = try house.terminal()
    try terminal.waitFor("What is your workshop called?")
    try terminal.send("Day\r0\r\r")
    try terminal.waitFor("Day ›")
    try terminal.send("?\r")
    try terminal.waitFor("“Day” is open, and we are between activities.")
    try terminal.send("a card with nowhere to go\r")
    try terminal.waitFor("We are between activities, so this has nowhere to go.")
    try terminal.waitFor("/agenda add EXERCISE")
  }

  @Test(arguments: ["\u{3}", "\u{4}", "\r"])
  func theFirstQuestionCanBeLeft(key: String) throws {
    let terminal = try House().terminal()
    try terminal.waitFor("What is your workshop called?\n  ›")
    try terminal.send(key)
    try terminal.waitFor("charrette ›")
    try terminal.send("?\r")
    try terminal.waitFor("No session is open.")
    // Typed before the prompt is back, ^D would be the kernel's to understand.
    try terminal.waitUntil("the prompt is back") { $0.text.hasSuffix("\ncharrette ›") }
    try terminal.send("/new Evening\r")
    try terminal.waitFor("charrette › /new Evening\n✓ The session “Evening” begins.")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
  }

  /// Who knows the commands need not know the questions.
  @Test func aCommandInPlaceOfAnAnswerIsDone() throws {
    let terminal = try House().terminal()
    try terminal.waitFor("What is your workshop called?")
    try terminal.send("Day\r")
    try terminal.waitFor("How shall it go?")
    try terminal.send("/new Evening\r")
    try terminal.waitFor("Evening ›")
    try terminal.send("/sessions\r")
    try terminal.waitUntil("the list") { $0.text.contains("Evening") && !$0.text.contains("Day ") }
  }

  @Test func whoComesBackChooses() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "@Ruth what was said yesterday")
    let terminal = try house.terminal()
    try terminal.waitFor("Which workshop? Type a number.\n   1  Day\n   0  A new one\n  [1] ›")
    try terminal.send("\r")
    try terminal.waitFor("✓ “Day” is open.")
    try terminal.waitFor("We are at “Talk”, 1 card, 1 person.")
    try terminal.waitFor("what was said yesterday")
    try terminal.waitForPrompt()
  }

  @Test func aNameThatIsTaken() throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal()
    try terminal.waitFor("[1] ›")
    try terminal.send("0\r")
    try terminal.waitFor("What is your workshop called?\n  ›")
    try terminal.send("Day\r0\r")
    try terminal.waitFor("There is a session called “Day” already; it was left as it is.")
    #expect(house.journal() == before)
  }
}
