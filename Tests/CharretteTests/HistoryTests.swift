import TerminalTesting
import Testing

/// What is kept for the arrow keys.
@Suite struct HistoryTests {
  /// The file of a session's lines: named for the session's id, which its journal begins with.
  private func file(_ house: House, of name: String = "Day") throws -> String {
    let journal = house.journal(name)
    let id = try #require(journal.firstMatch(of: /session\.created","format":1,"id":"([^"]+)"/))
    return "state/charrette/history-\(id.1)"
  }

  @Test func onlyItsOwnerMayReadIt() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("a line to be kept")
    #expect(house.folder.mode(of: try file(house)) == 0o600)
    #expect(house.folder.mode(of: "state/charrette") == 0o700)
    #expect(house.folder.read(try file(house)) == "a line to be kept\n")
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
    #expect(house.folder.read(try file(house)) == "/agenda\n")
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
    #expect(house.folder.read(try file(house)) == "/hide c1\n")
  }

  /// An arrow key must not show one client what another one said, nor a note to oneself to anybody.
  @Test func anotherSessionsLinesAreNotFound() throws {
    let house = try House()
    try house.prepareDiscussion("Acme")
    try house.prepareDiscussion("Day")
    let acme = try house.terminal(["Acme"])
    try acme.waitForPrompt()
    try acme.enter("what Acme said")
    try acme.enter("/note for me alone")
    try acme.enter("/open Day")
    try acme.enter("/show")
    #expect(house.folder.read(try file(house, of: "Day")) == "/show\n")
    #expect(house.folder.read(try file(house, of: "Acme")) == "what Acme said\n/open Day\n")
    try acme.send("\u{1B}[A\u{1B}[A\u{1B}[A")
    try acme.waitForPrompt("/show")
  }
}
