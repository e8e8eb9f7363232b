import TerminalTesting
import Testing

/// Only what is true of a question is said where nothing is shown.
@Suite struct BlindRequiredTests {
  @Test func whatNeedsAnAnswerIsNotLeftEmpty() throws {
    let demo = try BoothDemo(["--blind", "--poll", "choose-one"])
    try demo.comeIn()
    try demo.go(("An answer is needed.", ""))
    #expect(!demo.terminal.screen.text.contains("leaves it empty"))
    try demo.go(("Type, then Enter", "\r"), ("can't be an answer", ""))
  }

  @Test func whatNeedsNoneMayBe() throws {
    let demo = try BoothDemo(["--blind", "--poll", "rank"])
    try demo.comeIn()
    try demo.go(("Enter alone leaves it empty", ""))
    #expect(!demo.terminal.screen.text.contains("An answer is needed."))
  }
}
