import TerminalTesting
import Testing

/// Nobody touches a key, by a clock that the test turns.
@Suite struct BoothIdleTests {
  @Test(arguments: BoothDemo.sizes)
  func alertThenExtendedThenExpired(columns: Int, rows: Int) throws {
    let demo = try BoothDemo(["--poll", "choose-some"], columns: columns, rows: rows)
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "2\r"), ("[x] 2.", ""))
    try demo.turnClock(to: 181)
    try demo.waitFor("In 45 seconds this screen is wiped")
    #expect(!demo.terminal.screen.text.contains("[x]"))
    try demo.turnClock(to: 200)
    // Any key extends, and is no answer.
    try demo.go(("In 26 seconds", "5"), ("[x] 2.", ""))
    #expect(!demo.terminal.screen.text.contains("[x] 5."))
    #expect(demo.terminal.screen.text.contains("Type a number:\n"))
    try demo.turnClock(to: 379)
    try demo.go(("[x] 2.", "4\r"), ("2 chosen", ""))
    try demo.turnClock(to: 560)
    try demo.waitFor("In 45 seconds this screen is wiped")
    try demo.turnClock(to: 606)
    try demo.waitFor("the last ballot was forgotten")
    try demo.waitFor("0 of 4 ballots are in the box")
    #expect(demo.box.isEmpty)
    for text in ["[x]", "Trees", "Ann"] { #expect(!demo.visible.contains(text)) }
    // The same person may come again, with nothing chosen.
    try demo.comeIn()
    try demo.waitFor("0 chosen, 2 left")
  }

  @Test func inLinearModeTheTimeIsToldTwice() throws {
    let demo = try BoothDemo(["--linear", "--codes", "--poll", "choose-some"])
    try demo.go(
      ("Press Enter:", "\r"), ("Your code:", "abcd-efgh-jk\r"), ("Press Enter:", "\r"),
      ("Type a number:", "2"), ("2", ""))
    try demo.turnClock(to: 181)
    try demo.waitFor("In 45 seconds this screen is wiped")
    try demo.turnClock(to: 212)
    try demo.waitFor("14 seconds left.")
    try demo.go(("14 seconds left.", "x"), ("You are still here", "\r"), ("1 chosen, 1 left", ""))
    try demo.turnClock(to: 393)
    try demo.waitFor("In 45 seconds")
    try demo.turnClock(to: 440)
    try demo.waitFor("the last ballot was forgotten")
    // The code was not spent.
    try demo.go(("Press Enter:", "\r"), ("Your code:", "ABCDEFGHJK\r"), ("Welcome", ""))
    #expect(demo.box.isEmpty)
  }

  @Test func thanksMakeRoomByThemselves() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "2\r"), ("[x] 2.", "\r"))
    try demo.cast(questions: 1)
    try demo.turnClock(to: 16)
    try demo.waitFor("1 of 4 ballots are in the box")
  }
}
