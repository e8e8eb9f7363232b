import TerminalTesting
import Testing

@Suite struct NoticeTests {
  @Test(arguments: [80, 40])
  func aNoticeStandsAboveTheWrappedLine(columns: Int) throws {
    try withDemo(columns: columns) { demo, terminal in
      let line = String(repeating: "abcdefghij", count: 11)
      try terminal.send(line + String(repeating: "\u{2}", count: 30))
      try terminal.waitFor(line)
      let place = 6 + 110 - 30
      try terminal.waitForCursor(row: place / columns, column: place % columns)
      try demo.order("notice Ann joined")
      try terminal.waitFor("Ann joined\ndemo> abc")
      try terminal.waitForCursor(row: 1 + place / columns, column: place % columns)
      #expect(terminal.screen.unwrappedText == "Ann joined\ndemo> " + line)
      try terminal.send("X\r")
      let halves = (line.prefix(80), line.suffix(30))
      try terminal.waitFor(#"event: line "\#(halves.0)X\#(halves.1)""#)
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func aNoticeKeepsWideCharactersAndAColouredPrompt() throws {
    try withDemo(columns: 40) { demo, terminal in
      try demo.order("prompt 4:59")
      try terminal.waitFor("4:59>")
      let line = "a" + String(repeating: "日本語e\u{301}", count: 9)
      try terminal.send(line + "\u{2}\u{2}\u{2}")
      try terminal.waitFor(line)
      // In column 39 there is no room for a wide character: it stays empty, and counts.
      try terminal.waitForCursor(row: 1, column: 26)
      try demo.order("notice Zoë → 日本")
      try terminal.waitFor("Zoë → 日本\n4:59> a日本語")
      try terminal.waitForCursor(row: 2, column: 26)
      try terminal.send("X\r")
      try terminal.waitFor("event: line")
      #expect(terminal.screen.unwrappedText.contains("日X本語e\u{301}\""))
    }
  }

  @Test func noticesScrollTheScreenWithoutLosingTheLine() throws {
    try withDemo(columns: 40, rows: 6) { demo, terminal in
      let line = String(repeating: "0123456789", count: 7)
      try terminal.send(line)
      try terminal.waitFor(line)
      for number in 1...10 { try demo.order("notice number \(number)") }
      try terminal.waitFor("number 10\ndemo> " + line)
      let seen = terminal.screen.scrollback + terminal.screen.lines
      #expect(seen.filter { $0.hasPrefix("number ") } == (1...10).map { "number \($0)" })
      #expect(seen.filter { $0.hasPrefix("demo>") }.count == 1)
    }
  }

  @Test func aNoticeWaitsForTheEndOfASearch() throws {
    try withDemo(history: true) { demo, terminal in
      try terminal.send("apple pie\r")
      try terminal.waitFor("event: line \"apple pie\"\ndemo>")
      try terminal.send("\u{12}pie")
      try terminal.waitFor("(reverse-i-search)`pie': apple pie")
      try demo.order("notice held back")
      try demo.order("tick")
      try terminal.send("\u{8}")
      try terminal.waitFor("(reverse-i-search)`pi': apple pie")
      #expect(!terminal.transcript.contains("held back"))
      try terminal.send("\u{5}")
      try terminal.waitFor("held back\nevent: tick\ndemo> apple pie")
    }
  }

  @Test func aNoticeWaitsForTheRestOfAKey() throws {
    try withDemo(["--patient"]) { demo, terminal in
      try terminal.send("abc\u{1B}[")
      try terminal.waitFor("demo> abc")
      try demo.order("notice later")
      try terminal.send("DX")
      try terminal.waitFor("later\ndemo> abXc")
    }
  }

  @Test func aLoneEscapeHoldsNothingUpForLong() throws {
    try withDemo { demo, terminal in
      try terminal.send("abc\u{1B}")
      try terminal.waitFor("demo> abc")
      try demo.order("notice time is up")
      try terminal.waitFor("time is up\ndemo> abc")
      try terminal.send("\u{1B}[DX\r")
      try terminal.waitFor(#"event: line "abXc""#)
    }
  }

  @Test func inLinearModeANoticeWaitsForEnter() throws {
    try withDemo(["--linear"]) { demo, terminal in
      try terminal.send("half")
      try terminal.waitFor("demo> half")
      try demo.order("notice patient")
      try demo.order("prompt other")
      try terminal.send(" a line")
      try terminal.waitFor("demo> half a line")
      try terminal.send("\r")
      try terminal.waitFor("demo> half a line\npatient\nevent: line")
      try terminal.waitFor("other> ")
    }
  }

  @Test(arguments: [80, 40])
  func aChangedPromptKeepsTheLine(columns: Int) throws {
    try withDemo(columns: columns) { demo, terminal in
      let line = String(repeating: "abcdefghij", count: 9)
      try terminal.send(line + "\u{2}\u{2}")
      try terminal.waitFor(line)
      for time in ["4:59 left", "4:58 left", "10 s"] {
        try demo.order("prompt \(time)")
        try terminal.waitFor("\(time)> \(line)")
        let place = time.count + 2 + 88
        try terminal.waitForCursor(row: place / columns, column: place % columns)
        #expect(terminal.screen.unwrappedText == "\(time)> \(line)")
      }
      try terminal.send("X\r")
      try terminal.waitFor("hXij")
    }
  }

  @Test func aDeadlineAndASuspensionLeaveTheLine() throws {
    try withDemo { demo, terminal in
      try terminal.send("half")
      try terminal.waitFor("demo> half")
      try demo.order("tick")
      try terminal.waitFor("event: tick\ndemo> half")
      try demo.order("suspended for a while")
      try terminal.waitFor("event: tick\nfor a while\ndemo> half")
      try terminal.send(" more\r")
      try terminal.waitFor(#"event: line "half more""#)
    }
  }
}
