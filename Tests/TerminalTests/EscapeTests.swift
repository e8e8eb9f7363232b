import TerminalTesting
import Testing

/// A lone ESC does nothing to what follows it, however long one waits; a key that begins with it is
/// that key still. With `--hasty`, what is not there at once comes too late.
@Suite("The Escape key") struct EscapeTests {
  @Test(
    "Alone it does nothing to the next key",
    arguments: [["--hasty"], ["--hasty", "--linear"]])
  func alone(options: [String]) throws {
    try withDemo(options) { demo, terminal in
      try terminal.send("abc\u{1B}")
      try terminal.waitFor("demo> abc")
      try demo.order("nothing")
      try demo.order("nothing")
      // After ESC, b would go back a word, and / would complete.
      try terminal.send("b/\r")
      try terminal.waitFor(#"event: line "abcb/""#)
    }
  }

  @Test("Nor in a question")
  func question() throws {
    try withDemo(["--hasty"]) { demo, terminal in
      try demo.order("ask Who")
      try terminal.waitFor("Who?")
      try terminal.send("x\u{1B}")
      try terminal.waitFor("Who? x")
      try demo.order("nothing")
      try demo.order("nothing")
      try terminal.send("d\r")
      try terminal.waitFor(#"answer: text("xd")"#)
    }
  }

  @Test("The clock goes on after it, by itself")
  func clock() throws {
    try withDemo { demo, terminal in
      try terminal.send("abc\u{1B}")
      try terminal.waitFor("demo> abc")
      try demo.order("prompt 4:59")
      try terminal.waitFor("4:59> abc")
      try terminal.send("f\r")
      try terminal.waitFor(#"event: line "abcf""#)
    }
  }

  @Test(
    "Arrows and Alt keys are what they are",
    arguments: [
      ("one two\u{1B}[D\u{1B}[DX", "one tXwo"), ("one two\u{1B}bX", "one Xtwo"),
      ("one two\u{1B}OH>", ">one two"),
    ])
  func keys(typed: String, line: String) throws {
    for options in [[], ["--linear"]] {
      try withDemo(options) { _, terminal in
        try terminal.send(typed + "\r")
        try terminal.waitFor(#"event: line "\#(line)""#)
      }
    }
  }

  @Test("In vi's command mode too")
  func commandMode() throws {
    let folder = try TemporaryFolder()
    try folder.write("set editing-mode vi\n", to: "inputrc")
    try withDemo(["--hasty"], environment: ["INPUTRC": folder["inputrc"]]) { demo, terminal in
      try terminal.send("abc\u{1B}")
      try terminal.waitFor("demo> abc")
      try terminal.waitForCursor(row: 0, column: 8)
      try terminal.send("\u{1B}")
      try demo.order("nothing")
      try demo.order("nothing")
      try terminal.send("iX\r")
      try terminal.waitFor(#"event: line "abXc""#)
    }
  }

  @Test("On a dumb terminal neither it nor an arrow is said")
  func dumb() throws {
    try withDemo(environment: ["TERM": "dumb"]) { _, terminal in
      try terminal.send("\u{1B}/ti\u{1B}[Dme\n")
      try terminal.waitFor(#"event: line "/time""#)
    }
  }
}
