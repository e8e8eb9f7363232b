import TerminalTesting
import Testing

@Suite struct QuestionTests {
  @Test func aQuestionOffersItsFirstAnswerToBeChanged() throws {
    try withDemo { _, terminal in
      try terminal.send(":ask Name\r")
      try terminal.waitFor("Name? Ann Roe")
      try terminal.send("\u{8}\u{8}\u{8}Lee\r")
      try terminal.waitFor(#"answer: text("Ann Lee")"#)
      try terminal.waitFor("demo>")
    }
  }

  @Test(arguments: [("\u{3}", "cancelled"), ("\u{15}\u{4}", "ended")])
  func controlCAndControlDLeave(keys: String, answer: String) throws {
    try withDemo { _, terminal in
      try terminal.send(":ask Name\r")
      try terminal.waitFor("Name? Ann Roe")
      try terminal.send(keys)
      try terminal.waitFor("answer: \(answer)\ndemo>")
    }
  }

  @Test func aQuestionHasNoHistoryAndLeavesNone() throws {
    try withDemo(history: true) { demo, terminal in
      try terminal.send("apple\r")
      try terminal.waitFor("event: line \"apple\"\ndemo>")
      try terminal.send(":secret\r")
      try terminal.waitFor("secret?")
      try terminal.send("\u{10}pear\t\r")
      try terminal.waitFor("answer: text(\"pear\")\ndemo>")
      try terminal.send("\u{10}")
      try terminal.waitFor("demo> apple")
      try terminal.send("\r:quit\r")
      try terminal.waitForExit()
      #expect(demo.folder.read("history") == "apple\napple\n")
    }
  }

  @Test func aHalfTypedLineWaitsForTheAnswer() throws {
    try withDemo { demo, terminal in
      try terminal.send("half a line\u{2}\u{2}\u{2}\u{2}")
      try terminal.waitForCursor(row: 0, column: 13)
      try demo.order("ask Who")
      try terminal.waitUntil("the question is alone") { $0.text == "Who?" }
      try terminal.send("Ann\r")
      try terminal.waitFor("answer: text(\"Ann\")\ndemo> half a line")
      try terminal.waitForCursor(row: 2, column: 13)
      try terminal.send("bread\r")
      try terminal.waitFor(#"event: line "half a breadline""#)
    }
  }

  @Test func noticesComeAboveTheQuestionToo() throws {
    try withDemo { demo, terminal in
      try terminal.send(":ask Name\r")
      try terminal.waitFor("Name? Ann Roe")
      try demo.order("notice five minutes left")
      try terminal.waitFor("five minutes left\nName? Ann Roe")
    }
  }

  @Test func theOrderToEndIsPassedOn() throws {
    try withDemo { _, terminal in
      try terminal.send(":ask Name\r")
      try terminal.waitFor("Name? Ann Roe")
      terminal.signal(15)
      #expect(try terminal.waitForExit() == .status(0))
      #expect(terminal.screen.text.contains("answer: cancelled\nevent: terminate 15"))
    }
  }
}
