import Terminal
import TerminalTesting
import Testing

/// Pastes in a line: on the code of before they stood in it with all their lines, and a window that
/// is lower than they are was drawn anew, and wrongly, at every tick.
@Suite struct PasteTests {
  private static let names = (1...60).map { "Person \($0)" }

  @Test(arguments: [(80, 24), (120, 40), (20, 8)])
  func aMarkOfOneRowOrTwoStandsForManyLines(columns: Int, rows: Int) throws {
    try withDemo(columns: columns, rows: rows) { demo, terminal in
      try terminal.send(paste(Self.names.joined(separator: "\r\n") + "\r\n"))
      try terminal.waitFor("demo> [60 lines: Per")
      #expect(terminal.screen.scrollback.isEmpty)
      try demo.order("prompt 1")
      try demo.order("prompt 2")
      try terminal.waitFor("2> [60 lines: Per")
      #expect(terminal.screen.text.ranges(of: "60 lines").count == 1)
      try terminal.send("\r")
      try terminal.waitUntil("the line is there") { _ in
        terminal.transcript.contains(#"Person 59\nPerson 60""#)
      }
    }
  }

  @Test func manyThousandLinesComeWhole() throws {
    try withDemo { _, terminal in
      let lines = (1...2000).map { "line \($0) of what somebody had written in the break" }
      try terminal.send(paste(lines.joined(separator: "\n")) + "\r")
      try terminal.waitUntil("the last line is there", within: .seconds(60)) { _ in
        terminal.transcript.contains(#"\nline 2000 of what somebody had written in the break""#)
      }
    }
  }

  @Test func oneBackspaceTakesItAway() throws {
    try withDemo { _, terminal in
      try terminal.send("before " + paste("one\ntwo"))
      try terminal.waitFor("demo> before [2 lines: one … two]")
      try terminal.send("\u{7F}and after\r")
      try terminal.waitFor(#"event: line "before and after""#)
    }
  }

  @Test func aMarkThatWasChangedIsRefused() throws {
    try withDemo { _, terminal in
      try terminal.send(paste("one\ntwo"))
      try terminal.waitFor("[2 lines: one … two]")
      try terminal.send("\u{2}\u{7F}\r")
      try terminal.waitFor("event: refused line 1, brokenPaste")
    }
  }

  @Test func twoPastesStandInTheirPlaces() throws {
    try withDemo { _, terminal in
      try terminal.send("a " + paste("one\ntwo") + " b " + paste("three\nfour\n") + " c\r")
      try terminal.waitFor(#"event: line "a one\ntwo b three\nfour c""#)
    }
  }

  @Test func oneLineOfAPasteIsTyped() throws {
    try withDemo { _, terminal in
      try terminal.send("a " + paste("single line\r\n") + "\r")
      try terminal.waitFor(#"event: line "a single line""#)
      try terminal.send("b " + paste(String(repeating: "wide ", count: 400)))
      try terminal.waitFor("demo> b [1 line: wide")
      try terminal.send("\r")
      try terminal.waitUntil("all of it is there") { _ in
        terminal.transcript.contains("wide wide wide \"\r\n")
      }
    }
  }

  @Test func theEndOfAPasteAloneIsNoKey() throws {
    try withDemo { _, terminal in
      try terminal.send("a\u{1B}[201~b\r")
      try terminal.waitFor(#"event: line "ab""#)
    }
  }

  private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}

/// The entries of a paste, however it is laid out.
@Suite struct PastedLinesTests {
  private func texts(_ text: String) -> [String] { PastedLines(text).entries.map(\.text) }

  @Test(
    arguments: [
      ("Ann\nBob", ["Ann", "Bob"]),
      ("Ann\r\n\r\n  Bob \t\r\n", ["Ann", "Bob"]),
      ("- Ann\n- Bob", ["Ann", "Bob"]),
      ("• Ann\n•\n• Bob", ["Ann", "Bob"]),
      ("* [ ] Ann\n* [x] Bob", ["Ann", "Bob"]),
      ("1. Ann\n2. Bob\n10) Zoë", ["Ann", "Bob", "Zoë"]),
      ("3. May is too late\nJune", ["3. May is too late", "June"]),
      ("Ideas:\n1. Benches\n2) Trees\n3. [ ] Bins", ["Ideas:", "Benches", "Trees", "Bins"]),
      ("1. Benches\n1. Trees", ["Benches", "Trees"]),
      ("3. Bins\n1. Benches\n2. Trees", ["Bins", "Benches", "Trees"]),
      ("(1) Benches\n(2) Trees", ["Benches", "Trees"]),
      ("a) Benches\nb) Trees", ["Benches", "Trees"]),
      ("24. May, the fair\n3. June, the vote", ["24. May, the fair", "3. June, the vote"]),
      ("10. Downing Street\nWe live at 3. and 4.", ["10. Downing Street", "We live at 3. and 4."]),
      ("1. Benches\n\nWho pays?\n2. Trees\n1. A tax", ["Benches", "Who pays?", "Trees", "A tax"]),
      ("2.5 metres\n3.5 metres", ["2.5 metres", "3.5 metres"]),
      ("Ann\tLee\nBob", ["Ann Lee", "Bob"]),
      ("\u{1B}[31mAnn\u{1B}[0m\nB\u{7}o\u{0}b\n\u{1B}]52;c;QQ==\u{7}Cy", ["Ann", "Bob", "Cy"]),
      ("\u{FEFF}Ann\u{2028}Bob", ["Ann", "Bob"]),
      ("👩‍👩‍👧 family\n-5 degrees", ["👩‍👩‍👧 family", "-5 degrees"]),
    ] as [(String, [String])])
  func entries(text: String, expected: [String]) { #expect(texts(text) == expected) }

  @Test func theirNumbersAreThoseOfTheLines() {
    let lines = PastedLines("\nAnn\n\n\nBob\n")
    #expect(lines.entries.map(\.number) == [2, 5])
  }
}
