import TerminalTesting
import Testing

/// Windows of any size, and terminals that can do little.
@Suite struct BoothWindowTests {
  @Test func aWindowThatBecomesSmallAsksForRoomAndTakesNoKeys() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "2\r"), ("1 chosen", ""))
    try demo.terminal.resize(columns: 30, rows: 8)
    for key in ["3", "\r"] { try demo.go(("make this window larger", key)) }
    try demo.waitFor("make this window larger")
    try demo.terminal.resize(columns: 120, rows: 40)
    try demo.waitFor("1 chosen, 1 left")
    #expect(demo.terminal.screen.text.contains("[x] 2."))
    #expect(demo.terminal.screen.text.contains("[ ] 3."))
  }

  @Test func theSmallestWindowWorks() throws {
    let demo = try BoothDemo(["--poll", "choose-some"], columns: 40, rows: 12)
    try demo.comeIn()
    try demo.go(("Question 1 of 1", Press.end), ("> [ ] 5. c5 Parking", " "), ("> [x] 5.", "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"like":["c5"]}}"#])
  }

  @Test func withoutColourNoneIsUsed() throws {
    let demo = try BoothDemo(["--poll", "choose-some"], environment: ["NO_COLOR": "1"])
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "2\r"), ("[x] 2.", ""))
    #expect(demo.terminal.transcript.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil)
  }

  @Test func aDumbTerminalIsServedBlindAndWithoutEscapes() throws {
    let demo = try BoothDemo(["--poll", "choose-some"], environment: ["TERM": "dumb"])
    #expect(demo.terminal.transcript.contains("This terminal can't be wiped"))
    try demo.go(
      ("Press Enter:", "\r"), ("its number:", "ann\r"), ("Welcome, Ann", "\r"),
      ("Question 1 of 1", "1 2\r"), ("Type the same once more", "1 2\r"),
      ("Your answers are not shown", "2\r"), ("same number once more", "2\r"), ("Thank you.", ""))
    #expect(demo.box == [#"{"answers":{"like":["c1","c2"]}}"#])
    #expect(!demo.terminal.output.contains(0x1B))
  }

  @Test func helpIsOnEveryScreen() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.go(("ballots are in the box", "?"), ("This is a voting booth.", "\r"))
    try demo.go(("Press Enter to vote", "\r"), ("Your name or its number:", "?"))
    try demo.go(("first letters of any part", "\r"), ("Your name or its number:", "ann\r"))
    try demo.go(("Welcome, Ann", "?"), ("Enter begins with the first", "\r"))
    try demo.go(("Welcome, Ann", "\r"), ("0 chosen", "?"), ("Choose up to 2.", ""))
    try demo.go(("Esc goes back", "\r"), ("0 chosen", "2\r"), ("1 chosen", "\r"))
    try demo.go(("Nothing has been handed in yet.", "?"), ("“Cast” puts the ballot", "\r"))
    try demo.go(("Nothing has been handed in yet.", "2\r"), ("Cast this ballot? ", "?"))
    try demo.go(("Go to “Yes” with", "\r"), ("Cast this ballot? ", "1\r"))
    #expect(demo.box.isEmpty)
  }

  @Test func outsideATerminalThereIsNoBooth() throws {
    let shell = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "'\(PseudoTerminal.builtProduct("booth-demo"))' </dev/null"])
    try shell.waitFor("booth: noTerminal")
  }
}
