import Glibc
import TerminalTesting
import Testing

/// The terminal is given back as it was, whichever way the program ends.
@Suite struct LeavingTests {
  private func leaving(
    _ arguments: [String] = [], by act: (PseudoTerminal) throws -> Void,
    shows: String, exit: PseudoTerminal.Exit
  ) throws {
    let untouched = try PseudoTerminal.spawn("/bin/cat")
    let before = try #require(untouched.settings)
    try withDemo(arguments) { _, terminal in
      #expect(terminal.settings?.isCooked == false)
      try act(terminal)
      #expect(try terminal.waitForExit() == exit)
      #expect(terminal.screen.text.contains(shows), "\(terminal.screen.text)")
      #expect(terminal.settings == before)
      #expect(!terminal.screen.marksPastes)
      #expect(terminal.screen.isCursorVisible)
      #expect(terminal.screen.cursor.column == 0)
    }
  }

  @Test func byACommand() throws {
    try leaving(by: { try $0.send(":quit\r") }, shows: ":quit", exit: .status(0))
  }

  @Test func byControlDTwice() throws {
    try leaving(
      by: {
        try $0.send("\u{4}")
        try $0.waitFor("event: end\nleave?")
        try $0.send("\u{4}")
      }, shows: "leave?\nevent: end", exit: .status(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func byASignalInTheMiddleOfALine(signal: Int32) throws {
    try leaving(
      by: {
        try $0.send("half a line")
        try $0.waitFor("half a line")
        $0.signal(signal)
      }, shows: "half a line\nevent: terminate \(signal)", exit: .status(0))
  }

  @Test func byASignalInTheMiddleOfAPaste() throws {
    try leaving(
      by: {
        try $0.send("before \u{1B}[200~never ending")
        try $0.waitFor("before")
        $0.signal(SIGTERM)
      }, shows: "event: terminate 15", exit: .status(0))
  }

  @Test func byControlDWithoutMarkedPastes() throws {
    let folder = try TemporaryFolder()
    try folder.write("set enable-bracketed-paste off\n", to: "inputrc")
    try withDemo(environment: ["INPUTRC": folder["inputrc"]]) { _, terminal in
      try terminal.send("\u{4}")
      try terminal.waitFor("demo>\nevent: end\nleave?")
    }
  }

  @Test func byClosingTheTerminal() throws {
    try withDemo { _, terminal in
      try terminal.send("half a line")
      try terminal.waitFor("half a line")
      terminal.hangUp()
      #expect(try terminal.waitForExit() == .status(0))
    }
  }

  @Test func controlZStopsAndComesBackWithTheLine() throws {
    let shell = try PseudoTerminal.spawn(
      "/bin/bash", arguments: ["--norc", "--noediting", "-i"], environment: ["PS1": "shell$ "])
    try shell.waitFor("shell$")
    try shell.send("\(PseudoTerminal.builtProduct("line-editor-demo"))\r")
    try shell.waitFor("demo> ")
    try shell.send("half a lime\u{2}\u{2}")
    try shell.waitFor("demo> half a lime")
    try shell.send("\u{1A}")
    try shell.waitFor("Stopped")
    try shell.waitUntil("the shell asks again") { $0.lines[$0.cursor.row] == "shell$" }
    try shell.send("echo $((6*7))\r")
    try shell.waitFor("\n42\n")
    try shell.send("fg\r")
    try shell.waitUntil("the line is back") { $0.lines[$0.cursor.row] == "demo> half a lime" }
    try shell.send("\u{6}\u{6}, still\r")
    try shell.waitFor(#"event: line "half a lime, still""#)
  }
}
