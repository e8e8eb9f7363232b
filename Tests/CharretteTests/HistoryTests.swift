import TerminalTesting
import Testing

/// What is kept for the arrow keys.
@Suite struct HistoryTests {
  private static let file = "state/charrette/history"

  @Test func onlyItsOwnerMayReadIt() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("a line to be kept")
    #expect(house.folder.mode(of: Self.file) == 0o600)
    #expect(house.folder.mode(of: "state/charrette") == 0o700)
    #expect(house.folder.read(Self.file) == "a line to be kept\n")
    try terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("a line to be kept")
  }

  @Test func aLeadingSpaceKeepsALineOut() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter(" not for the next one at this keyboard")
    try terminal.enter("/agenda")
    #expect(house.folder.read(Self.file) == "/agenda\n")
    try terminal.send("\u{1B}[A\u{1B}[A")
    try terminal.waitForPrompt("/agenda")
  }

  /// Where no names are kept, the history keeps no words either.
  @Test func answersOfAFormAreNotKept() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "one card")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("/hide c1\r")
    try terminal.waitFor("  reason ›")
    try terminal.send("between us\r")
    try terminal.waitFor("✓ c1 is hidden: between us")
    try terminal.waitForPrompt()
    #expect(house.folder.read(Self.file) == "/hide c1\n")
  }
}
