import Glibc
import TerminalTesting
import Testing

/// What nobody may find, and who may leave.
@Suite struct BoothPrivacyTests {
  @Test(arguments: [false, true])
  func theWordIsInNoOutput(isLinear: Bool) throws {
    let demo = try BoothDemo(isLinear ? ["--linear"] : [])
    let key = isLinear ? "f\r" : "f"
    try demo.go(("ballots are in the box", key), ("The word (nothing is shown):", "birch 41\r"))
    try demo.go(("2 tries left", "\u{15}\u{19}" + BoothDemo.word + "\r"))
    #expect(try demo.terminal.waitForExit() == .status(0))
    #expect(demo.terminal.screen.text.contains("booth: left"))
    #expect(!demo.terminal.transcript.contains("birch"))
    #expect(!demo.terminal.transcript.contains("*"))
  }

  @Test func threeWrongWordsMakeAPauseAndVotingGoesOn() throws {
    let demo = try BoothDemo()
    try demo.go(
      ("ballots are in the box", "F"), ("The word (nothing", "one!\r"), ("2 tries", "two!\r"),
      ("1 try left", "three\r"), ("closed again in 30 seconds", ""))
    try demo.turnClock(to: 12)
    try demo.send("F")
    try demo.go(
      ("closed again in 18", "\r"), ("Who are you?", "\u{1B}"))
    try demo.waitFor("Press Enter to vote")
    try demo.turnClock(to: 31)
    try demo.go(("ballots are in the box", "F"), ("The word (nothing", BoothDemo.word + "\r"))
    #expect(try demo.terminal.waitForExit() == .status(0))
  }

  @Test func nothingLeavesTheBoothButTheWord() throws {
    let demo = try BoothDemo(["--poll", "choose-one"])
    for keys in ["\u{3}", "\u{4}", "\u{1A}", "\u{1C}", "\u{3}\u{3}\u{4}\u{1A}"] {
      try demo.send(keys)
    }
    for signal in [SIGINT, SIGQUIT, SIGTSTP] { demo.terminal.signal(signal) }
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "\u{3}\u{4}\u{1A}\u{1C}2\r"), ("[x] 2.", "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"first":"c2"}}"#])
  }

  @Test(arguments: BoothDemo.sizes)
  func afterCastingNoChoiceIsInTheWholeScrollback(columns: Int, rows: Int) throws {
    let demo = try BoothDemo(columns: columns, rows: rows)
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 4", "2\r"), ("[x] 2.", "\r"), ("Question 2 of 4", "1\r"),
      ("1 chosen", "\r"), ("Question 3 of 4", "2\r"), ("[x] 2 I", "\r"),
      ("Question 4 of 4", "my own words"), ("| my own words", "\t"))
    let answers = demo.terminal.output.count
    try demo.cast(questions: 4)
    try demo.go(("Thank you.", "\r"), ("1 of 4 ballots are in the box", ""))
    for text in ["[x]", "my own words", "Trees", "Ann"] { #expect(!demo.visible.contains(text)) }
    let after = String(decoding: demo.terminal.output[answers...], as: UTF8.self)
    #expect(after.contains("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
    try demo.send("f")
    try demo.go(("The word (nothing", BoothDemo.word + "\r"))
    #expect(try demo.terminal.waitForExit() == .status(0))
    #expect(demo.visible.filter { !$0.isWhitespace } == "booth:left")
    #expect(!demo.terminal.screen.isAlternate)
    // The alternate screen was left once, at the end.
    #expect(demo.terminal.transcript.split(separator: "\u{1B}[?1049l").count == 2)
  }

  @Test func keysTypedAheadReachNoOtherScreen() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.go(("Press Enter to vote", "\rXYZ"), ("Your name or its number:", ""))
    #expect(!demo.terminal.screen.text.contains("XYZ"))
    try demo.go(("Your name or its number:", "ann\rXYZ\r\r"), ("Welcome, Ann", "\r2\r\r\r"))
    try demo.go(("0 chosen, 2 left", "1\rXYZ"), ("1 chosen, 1 left", ""))
    #expect(!demo.terminal.screen.text.contains("XYZ"))
    try demo.go(("1 chosen, 1 left", "\r2\r2\r"), ("Nothing has been handed in yet.", "2\r2\r"))
    try demo.go(("> 1. No, go back", "2\rXYZ\r"), ("Thank you.", "\rf\r"))
    try demo.waitFor("1 of 4 ballots are in the box")
    #expect(!demo.terminal.transcript.contains("XYZ"))
    #expect(demo.box == [#"{"answers":{"like":["c1"]}}"#])
  }

  @Test(arguments: [SIGTERM, SIGHUP], [false, true])
  func aSignalInTheMiddleRestoresAndWipes(signal: Int32, isLinear: Bool) throws {
    let untouched = try PseudoTerminal.spawn("/bin/cat")
    let before = try #require(untouched.settings)
    let demo = try BoothDemo(["--poll", "choose-one"] + (isLinear ? ["--linear"] : []))
    #expect(demo.terminal.settings?.isCooked == false)
    if isLinear {
      try demo.go(("Press Enter:", "\r"), ("its number:", "ann\r"), ("Welcome, Ann", "\r"))
    } else {
      try demo.comeIn()
    }
    try demo.go(("Question 1 of 1", "2\r"), ("[x] 2.", ""))
    demo.terminal.signal(signal)
    #expect(try demo.terminal.waitForExit() == .status(0))
    #expect(demo.terminal.settings == before)
    #expect(!demo.terminal.screen.isAlternate)
    #expect(demo.terminal.screen.isCursorVisible)
    #expect(!demo.visible.contains("[x]"))
    #expect(demo.visible.contains("terminated(signal: \(signal))"))
    #expect(demo.box.isEmpty)
  }

  @Test func killedInTheMiddleThereIsNoPartOfABallot() throws {
    let demo = try BoothDemo(["--poll", "choose-one"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 1", "2\r"), ("[x] 2.", "\r"), ("Nothing has been handed", "2\r"),
      ("Cast this ballot? ", ""))
    demo.terminal.signal(SIGKILL)
    #expect(try demo.terminal.waitForExit() == .signal(SIGKILL))
    #expect(demo.box.isEmpty)
  }

  @Test func aTerminalThatGoesAwayEndsTheBooth() throws {
    let demo = try BoothDemo()
    demo.terminal.hangUp()
    #expect(try demo.terminal.waitForExit() == .status(0))
  }

  @Test func noCoreIsDumped() throws {
    let demo = try BoothDemo()
    let limits = try #require(ProcessMemory.text(of: "/proc/\(demo.terminal.process)/limits"))
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").suffix(3).prefix(2) == ["0", "0"])
  }

  /// A user can't look into the process at all; who runs the tests as root can, mostly, and finds
  /// nothing but the word itself, once.
  @Test func memoryKeepsNothingOfAVoter() throws {
    let demo = try BoothDemo(["--poll", "text"])
    try demo.go(
      ("ballots are in the box", "f"), ("The word (nothing", "wrong guess\r"), ("2 tries", "\u{1B}")
    )
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "what only I think"), ("| what only I think", "\t"))
    try demo.cast(questions: 1)
    try demo.go(("Thank you.", "\r"), ("1 of 4 ballots are in the box", ""))
    guard let memory = ProcessMemory(of: demo.terminal.process) else {
      #expect(!ProcessMemory.isOpenToUs, "we could have looked")
      return
    }
    #expect(memory.count(of: BoothDemo.word) == 1)
    #expect(memory.count(of: "wrong guess") == 0)
    #expect(memory.count(of: "what only I think") == 0)
  }

  @Test func hostileNamesAndOptionsAreInert() throws {
    let demo = try BoothDemo(["--names", "5"])
    try demo.go(("Press Enter to vote", "\r"), (#"\u{1B}]52;c;aGk=\u{7}Eve"#, "5\r"))
    try demo.go(("Welcome, ", "\r"), (#"Parking \u{1B}]52;c;ZXZpbA==\u{7}\u{202E}"#, ""))
    #expect(!demo.terminal.transcript.contains("\u{1B}]"))
    #expect(!demo.terminal.transcript.contains("\u{202E}"))
  }
}
