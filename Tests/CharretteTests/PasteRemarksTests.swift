import TerminalTesting
import Testing

/// What is remarked on the lines of a long paste, and what becomes of a name that was given.
@Suite struct PasteRemarksTests {
  @Test func remarksAndReasonsAreToldOnceWithTheirLines() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Ruth Hyde")
    let terminal = try house.terminal(["Day"], columns: 100, rows: 45)
    try terminal.waitForPrompt()
    var lines = (1...20).map { "thought \($0)" }
    (lines[3], lines[8]) = ("a bench #12", "a tree #13")
    (lines[11], lines[12]) = ("@everyone a tent", "@Zebedee a drum")
    (lines[14], lines[15]) = (">c99 no", ">c98 no")
    try terminal.send("\u{1B}[200~\(lines.joined(separator: "\n"))\u{1B}[201~\r")
    try terminal.waitFor("20 lines were pasted.")
    try terminal.send("e\r")
    try terminal.waitFor("18 taken, 2 not: line 15, line 16.")
    try terminal.waitFor("1 person joined: Zebedee")
    try terminal.waitFor("2 lines (4, 9): “#12” stays in the words")
    try terminal.waitFor("Line 12: “@everyone” is nobody in particular")
    try terminal.waitFor("2 lines (15, 16): There is no card c99.")
    #expect(!terminal.screen.text.contains("There is no card c98."))
  }

  @Test func aCommandInPlaceOfTheMethodKeepsTheName() throws {
    let house = try House()
    let terminal = try house.terminal()
    try terminal.waitFor("What is your workshop called?")
    try terminal.send("Solace Summit\r")
    try terminal.waitFor("[1] ›")
    try terminal.send("/agenda add discussion Hopes\r")
    try terminal.waitFor("✓ “Hopes” is on the agenda")
    try terminal.waitFor("Solace Summit ›")
  }

  @Test func whoGoesOnElsewhereBeginsNothing() throws {
    let house = try House()
    let terminal = try house.terminal()
    try terminal.waitFor("What is your workshop called?")
    try terminal.send("Solace Summit\r")
    try terminal.waitFor("[1] ›")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(house.folder.read("Sessions/Solace Summit.journal.jsonl") == nil)
  }
}
