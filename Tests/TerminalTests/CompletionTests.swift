import TerminalTesting
import Testing

@Suite struct CompletionTests {
  @Test func aNameWithABlankIsQuoted() throws {
    try withDemo { _, terminal in
      try terminal.send("@roger w\t")
      try terminal.waitFor(#"demo> @"Roger White""#)
      try terminal.send("hello\r")
      try terminal.waitFor(#"event: line "@\"Roger White\" hello""#)
    }
  }

  /// An opened quote would have to be closed by hand.
  @Test func quotedCandidatesAreListedAndNoQuoteIsOpened() throws {
    try withDemo { _, terminal in
      try terminal.send("@Roger\t")
      try terminal.waitFor("@Roger White  @Roger Green\ndemo> @Roger")
      try terminal.send("!\r")
      try terminal.waitFor(#"event: line "@Roger!""#)
    }
  }

  @Test func whatWasTypedStaysWhereSomeAreQuotedAndOthersNot() throws {
    try withDemo { _, terminal in
      try terminal.send("hello @ro\t")
      try terminal.waitFor("@Roger White  @Roger Green  @Robert\ndemo> hello @ro")
      try terminal.send("b\t!\r")
      try terminal.waitFor(#"event: line "hello @Robert !""#)
    }
  }

  @Test func fileNamesAreNeverOffered() throws {
    try withDemo { _, terminal in
      try terminal.send("/etc/pas\t\t\u{1B}?\u{1B}*")
      try terminal.send("cat ~/\t\t/bin/\t\u{1B}?x")
      try terminal.waitFor("demo> /etc/pascat ~//bin/x")
      #expect(terminal.screen.text == "demo> /etc/pascat ~//bin/x")
    }
  }

  @Test func aLongListIsCapped() throws {
    try withDemo { _, terminal in
      try terminal.send("/many \t")
      try terminal.waitFor("demo> /many item")
      #expect(terminal.screen.lines[0].hasPrefix("item1   item5   item9 "))
      #expect(terminal.screen.lines[3].hasSuffix("item36  item40"))
      #expect(terminal.screen.lines[4] == "… and 160 more")
      try terminal.send("199\t!")
      try terminal.waitFor("demo> /many item199 !")
    }
  }

  @Test func helpStandsBesideACandidateWhereItFits() throws {
    try withDemo(columns: 40) { _, terminal in
      try terminal.send("/a\t")
      try terminal.waitFor("demo> /a")
      try terminal.waitUntil("the list") { $0.lines[2] == "demo> /a" }
      #expect(terminal.screen.lines[0] == "/agenda  where we are and what comes n…")
      #expect(terminal.screen.lines[1] == "/add     place an exercise on the agen…")
    }
  }

  @Test func aCompletionInTheMiddleOfTheLineKeepsItsEnd() throws {
    try withDemo { _, terminal in
      try terminal.send("ask @an about it" + String(repeating: "\u{2}", count: 9) + "\t")
      try terminal.waitFor("demo> ask @Ann about it")
      try terminal.send("\r")
      try terminal.waitFor(#"event: line "ask @Ann about it""#)
    }
  }

  @Test func theUsersOwnMenuCompletionWorks() throws {
    let folder = try TemporaryFolder()
    try folder.write("TAB: menu-complete\n", to: "inputrc")
    try withDemo(environment: ["INPUTRC": folder["inputrc"]]) { _, terminal in
      try terminal.send("@ro\t\t")
      try terminal.waitFor(#"demo> @"Roger Green""#)
    }
  }

  @Test func withoutUnicodeTheCapIsToldInASCII() throws {
    try withDemo(environment: ["LC_ALL": "C"]) { _, terminal in
      try terminal.send("/many \t")
      try terminal.waitFor("... and 160 more")
    }
  }
}
