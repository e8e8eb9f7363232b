import TerminalTesting
import Testing

/// Pastes wherever something is asked: an entry a line, and what can't be taken comes back.
@Suite struct PastedListTests {
  private static let names = (1...60).map { "Person \($0) Name" }

  private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test(arguments: [(80, 24), (20, 8)])
  func namesAtTheFirstQuestionAreOnePersonALine(columns: Int, rows: Int) throws {
    let house = try House()
    let terminal = try house.terminal(columns: columns, rows: rows)
    try terminal.waitFor("is your")
    try terminal.send("Day\r")
    try terminal.waitFor("[1] ›")
    try terminal.send("0\r")
    // In a low window even this comes in pages.
    if rows < 24 {
      try terminal.waitFor("space, q")
      try terminal.send(" ")
    }
    try terminal.waitUntil("people are asked for") {
      $0.words.contains("or just Enter, for later.")
    }
    let list = Self.names.map { "• \($0)" }.joined(separator: "\r\n")
    try terminal.send(paste(list + "\r\n"))
    try terminal.waitFor("[60 lines:")
    try terminal.send("\r")
    if rows < 24 {
      try terminal.waitFor("/61 space, q")
      try terminal.send("q")
      try terminal.waitUntil("the rest is left out") { $0.words.contains("left out.)") }
    } else {
      try terminal.waitUntil("they joined") { $0.words.contains("joined") }
    }
    try terminal.send("/quit\r")
    try terminal.waitForExit()
    let people = try house.run(["Day"], input: "/people\n").text
    for name in Self.names { #expect(people.contains("\n\(name)  "), "\(name)") }
    let log = try house.run(["Day"], input: "/undo\n/people\n").text
    #expect(log.contains("Nobody is on the roster yet."))
  }

  @Test func aPasteAfterACommandGoesToIt() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Person 7 Name")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    var list = Self.names
    list[30] = String(repeating: "x", count: 201)
    try terminal.send("/people add " + paste(list.joined(separator: "\n")) + "\r")
    try terminal.waitFor("58 taken, 2 not: line 7, line 31.")
    try terminal.waitFor("They come back one by one to be mended")
    try terminal.waitForPrompt("/people add Person 7 Name")
    // A letter would begin another line; Backspace mends this one.
    try terminal.send("\u{7F}\u{7F}\u{7F}\u{7F}Other\r")
    try terminal.waitFor("✓ Person 7 Other joined")
    try terminal.waitFor("› /people add xxxx")
    try terminal.send("\u{3}")
    try terminal.waitForPrompt()
    let people = try house.run(["Day"], input: "/people\n").text
    #expect(people.contains("Person 7 Other") && people.contains("Person 60 Name"))
    #expect(!people.contains("xxx"))
  }

  @Test func manyCardsAreCountedAndABadOneStopsNoOther() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Ruth Hyde")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    var lines = (1...20).map { "- thought \($0)" }
    lines[6] = ">c99 a reply to nothing"
    try terminal.send(paste(lines.joined(separator: "\n")) + "\r")
    try terminal.waitFor("20 lines were pasted.")
    try terminal.waitFor("First thought 1")
    try terminal.waitFor("Last  thought 20")
    try terminal.send("e\r")
    try terminal.waitFor("19 taken, 1 not: line 7.")
    try terminal.waitFor("There is no card c99.")
    try terminal.waitForPrompt(">c99 a reply to nothing")
    let cards = try house.run(["Day"], input: "/cards\n").text
    #expect(cards.contains("c19") && cards.contains("  thought 20\n"))
  }

  @Test func whoSaidItIsSaidOfEachLine() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Ruth Hyde")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("@Ruth " + paste("one\ntwo") + "\r")
    try terminal.waitFor("2 lines were pasted.")
    try terminal.send("e\r")
    try terminal.waitFor("✓ c1  Ruth Hyde\n✓ c2  Ruth Hyde")
  }

  /// “y” begins the paste: on the code of before it was the answer, and the room was left.
  @Test func aPasteIsNoAnswerToAQuestion() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("\u{4}")
    try terminal.waitFor("[Y/n]")
    try terminal.send(paste("yesterday\n/quit") + "\r")
    try terminal.waitFor("Several lines were pasted, and this takes one. Nothing was taken.")
    try terminal.send("n\r")
    try terminal.waitForPrompt()
  }

  @Test func aLineThatFailedComesBack() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("/agenda add discusion Hopes\r")
    try terminal.waitFor("The line is back: arrows and Backspace mend it")
    try terminal.waitForPrompt("/agenda add discusion Hopes")
    // Behind “discus”.
    try terminal.send(String(repeating: "\u{1B}[D", count: 9) + "s\r")
    try terminal.waitFor("✓ “Hopes” is on the agenda")
    try terminal.send("/agend shw\r")
    try terminal.waitUntil("it is back") { $0.text.hasSuffix("› /agend shw") }
    try terminal.send("/agenda show\r")
    try terminal.waitUntil("a letter began another line") { $0.text.hasSuffix("paused ›") }
    #expect(terminal.transcript.ranges(of: "is not").count <= 2)
  }

  @Test func aFailedLineIsPutIntoNoScript() throws {
    let house = try House()
    try house.prepareDiscussion()
    let done = try house.run(["Day"], input: "/agnda\n")
    #expect(done.status == 1)
    #expect(!done.errorText.contains("The line is back"))
  }
}
