import Glibc
import TerminalTesting
import Testing

@Suite struct LineEditorTests {
  @Test func aLineComesBackAsItWasTyped() throws {
    try withDemo { _, terminal in
      try terminal.send("Zoë said “hello” to 日本\r")
      try terminal.waitFor(#"event: line "Zoë said “hello” to 日本""#)
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func controlCDropsTheHalfLine() throws {
    try withDemo { _, terminal in
      try terminal.send("half a line")
      try terminal.waitFor("half a line")
      try terminal.send("\u{3}")
      try terminal.waitFor("event: interrupt\ndemo>")
      #expect(terminal.screen.lines[0] == "demo> half a line^C")
      try terminal.send("whole\r")
      try terminal.waitFor(#"event: line "whole""#)
    }
  }

  @Test func controlCInTheMiddleOfAWrappedLineStartsBelowIt() throws {
    try withDemo(columns: 40) { _, terminal in
      try terminal.send(String(repeating: "wrap ", count: 20) + "END")
      try terminal.waitFor("END")
      try terminal.send("\u{1}")
      try terminal.waitForCursor(row: 0, column: 6)
      try terminal.send("\u{3}")
      try terminal.waitFor("wrap END^C\nevent: interrupt\ndemo>")
    }
  }

  @Test func controlCLeavesASearch() throws {
    try withDemo(history: true) { _, terminal in
      try terminal.send("apple\r")
      try terminal.waitFor("event: line \"apple\"\ndemo>")
      try terminal.send("\u{12}app")
      try terminal.waitFor("(reverse-i-search)`app': apple")
      try terminal.send("\u{3}")
      try terminal.waitFor("event: interrupt\ndemo>")
      try terminal.send("next\r")
      try terminal.waitFor(#"event: line "next""#)
    }
  }

  @Test(arguments: [(80, 24), (40, 24)])
  func aResizeWhileIdleIsFollowed(columns: Int, rows: Int) throws {
    try withDemo(columns: columns, rows: rows) { _, terminal in
      try terminal.resize(columns: columns - 10, rows: rows)
      let line = String(repeating: "0123456789", count: 12)
      try terminal.send(line + "END")
      try terminal.waitFor("demo> " + line + "END")
      let whole = "demo> " + line + "END"
      #expect(terminal.screen.lines[0] == String(whole.prefix(columns - 10)))
      try terminal.send("\u{1}X")
      try terminal.waitFor("demo> X" + line + "END")
      try terminal.waitForCursor(row: 0, column: 7)
    }
  }

  @Test func aResizeInTheMiddleOfALineKeepsIt() throws {
    try withDemo { demo, terminal in
      let line = String(repeating: "0123456789", count: 10)
      try terminal.send(line)
      try terminal.waitFor(line)
      for columns in [50, 30, 120] {
        try terminal.resize(columns: columns, rows: 24)
        try terminal.waitUntil("the whole line at \(columns)") {
          $0.unwrappedText.hasSuffix("demo> " + line)
        }
      }
      try terminal.send("END\r")
      try terminal.waitFor(#"event: line "\#(line)END""#)
    }
  }

  @Test func controlBackslashIsNoWayOut() throws {
    try withDemo { _, terminal in
      try terminal.send("half")
      try terminal.waitFor("demo> half")
      try terminal.send("\u{1C} line\r")
      try terminal.waitFor(#"event: line "half line""#)
    }
  }

  @Test func stoppedFromOutsideTheLineComesBack() throws {
    try withDemo { demo, terminal in
      try terminal.send("half")
      try terminal.waitFor("demo> half")
      terminal.signal(SIGSTOP)
      terminal.signal(SIGCONT)
      try demo.order("notice back again")
      try terminal.waitFor("back again\ndemo> half")
      try terminal.send(" line\r")
      try terminal.waitFor(#"event: line "half line""#)
    }
  }

  @Test func aPasteOfTwoLinesWaitsForEnter() throws {
    try withDemo { _, terminal in
      #expect(terminal.screen.marksPastes)
      try terminal.send("\u{1B}[200~first\nsecond\u{1B}[201~")
      try terminal.waitFor("second")
      #expect(!terminal.transcript.contains("event:"))
      try terminal.send("\r")
      try terminal.waitFor(#"event: line "first\nsecond""#)
    }
  }

  @Test func aPasteThatNeverEndsIsEndedByControlC() throws {
    try withDemo { _, terminal in
      try terminal.send("\u{1B}[200~never ending\u{3}")
      try terminal.waitFor("event: interrupt\ndemo>")
      try terminal.send("on\r")
      try terminal.waitFor(#"event: line "on""#)
    }
  }

  @Test func badBytesAndEndlessLinesAreRefusedWithTheirNumber() throws {
    try withDemo { _, terminal in
      try terminal.send("good\r")
      try terminal.waitFor("event: line \"good\"\ndemo>")
      try terminal.send([0x16, 0xFF, 0x16, 0xFE, 0x0D])
      try terminal.waitFor("event: refused line 2, notUTF8\ndemo>")
      let endless = String(repeating: "x", count: 65_537)
      try terminal.send("\u{1B}[200~\(endless)\u{1B}[201~\r")
      try terminal.waitFor("event: refused line 3, tooLong(limit: 65536)")
    }
  }

  @Test func typedAheadLinesAreTakenOneByOne() throws {
    try withDemo { _, terminal in
      try terminal.send("one\rtwo\rthr")
      try terminal.waitFor("demo> thr")
      #expect(terminal.screen.text.contains(#"event: line "two""#))
    }
  }

  @Test func inTheCLocaleLinesAreUTF8AllTheSame() throws {
    try withDemo(environment: ["LC_ALL": "C"]) { _, terminal in
      try terminal.send("Zoë\r")
      try terminal.waitFor(#"event: line "Zoë""#)
    }
  }
}
