import Glibc
import Terminal
import TerminalTesting
import Testing

@Suite struct PlainLineTests {
  private func lines(_ bytes: [UInt8], inPieces size: Int = 3) -> [Result<String, LineRefusal>] {
    var lines = PlainLines()
    var found: [Result<String, LineRefusal>] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines.append(bytes[start..<min(bytes.count, start + size)])
      while let line = lines.next() { found.append(line) }
    }
    lines.finish()
    while let line = lines.next() { found.append(line) }
    return found
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("", []),
    ("\n\n", ["", ""]), ("a\rb\n", ["a\rb"]), ("Zoë 日本 👩‍👩‍👧\n", ["Zoë 日本 👩‍👩‍👧"]),
  ])
  func bytesBecomeLines(text: String, expected: [String]) {
    for size in 1...4 {
      #expect(lines(Array(text.utf8), inPieces: size) == expected.map { .success($0) })
    }
  }

  @Test func badBytesAreRefusedByLineNumber() {
    let bytes = Array("good\n".utf8) + [0xC3, 0x28, 0x0A] + Array("fine\n".utf8)
    let refusal = LineRefusal(line: 2, reason: .notUTF8)
    #expect(lines(bytes) == [.success("good"), .failure(refusal), .success("fine")])
  }

  @Test func aLineMayHave64KiBAndNotOneByteMore() {
    let most = String(repeating: "x", count: LineRefusal.byteLimit)
    let reason = LineRefusal.Reason.tooLong(limit: LineRefusal.byteLimit)
    let refused = Result<String, LineRefusal>.failure(LineRefusal(line: 1, reason: reason))
    func read(_ text: String) -> [Result<String, LineRefusal>] {
      lines(Array(text.utf8), inPieces: 4096)
    }
    #expect(read(most + "\nnext\n") == [.success(most), .success("next")])
    #expect(read(most + "\r\nnext\n") == [.success(most), .success("next")])
    #expect(read(most + "x\nnext\n") == [refused, .success("next")])
    #expect(read(most + "xx\r\nnext\n") == [refused, .success("next")])
    #expect(read(most + most) == [refused])
  }

  @Test(arguments: ["dumb", nil])
  func aDumbTerminalSeesNoEscapeSequence(name: String?) throws {
    try withDemo(environment: ["TERM": name]) { demo, terminal in
      try terminal.send("hel")
      try terminal.waitFor("demo> hel")
      try demo.order("notice patient")
      try demo.order("prompt other")
      try terminal.send("lo\t\n")
      try terminal.waitFor("patient\nevent: line \"hello\\t\"\nother>")
      try terminal.send("half\u{3}")
      try terminal.waitFor("event: interrupt\nother>")
      try terminal.send("\u{4}")
      try terminal.waitFor("event: end\nleave?")
      try terminal.send("\u{4}")
      #expect(try terminal.waitForExit() == .status(0))
      #expect(!terminal.output.contains(0x1B))
    }
  }

  @Test func aQuestionOnADumbTerminalIsSeen() throws {
    try withDemo(environment: ["TERM": "dumb"]) { demo, terminal in
      try demo.order("ask Who")
      try terminal.waitFor("demo>\nWho?")
      try terminal.send("Ann\n")
      try terminal.waitFor("Who? Ann\nanswer: text(\"Ann\")\ndemo>")
    }
  }

  @Test func aSignalOnAPipeLeavesNoBlankLine() throws {
    let demo = try PseudoTerminal.builtProduct("line-editor-demo")
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder["lines"], 0o600) == 0)
    let writer = open(folder["lines"], O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "exec \(demo) < \(folder["lines"])"])
    #expect(write(writer, "one\n", 4) == 4)
    try terminal.waitFor("event: line \"one\"")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.text == "event: line \"one\"\nevent: terminate 15")
  }

  @Test func onAPipeThereIsNoPromptAndNoEscapeSequence() throws {
    let demo = try PseudoTerminal.builtProduct("line-editor-demo")
    let script = #"printf 'one\r\ntwo\n\377\n:ask Name\nBob\nlast' | \#(demo) | cat"#
    let terminal = try PseudoTerminal.spawn("/bin/sh", arguments: ["-c", script])
    #expect(try terminal.waitForExit() == .status(0))
    #expect(!terminal.output.contains(0x1B))
    #expect(
      terminal.screen.text == """
        event: line "one"
        event: line "two"
        event: refused line 3, notUTF8
        answer: text("Bob")
        event: line "last"
        event: end
        """)
  }
}
