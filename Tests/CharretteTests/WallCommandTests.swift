import Glibc
import TerminalTesting
import Testing

/// The console and the wall, two processes at two terminals.
@Suite struct WallCommandTests {
  private func house(_ cards: Int = 80) throws -> House {
    let house = try House()
    try house.prepareDiscussion()
    try house.meanwhile(
      (1...cards).map { "What people said, number \($0)" }.joined(separator: "\n"))
    return house
  }

  @Test func theConsoleTurnsThePageAndBringsACardUp() throws {
    let house = try house()
    let wall = try house.terminal(["show", "Day"])
    try wall.waitFor("page 1 of")
    let journal = house.journal()
    try house.meanwhile("/wall next")
    try wall.waitFor("page 2 of")
    try house.meanwhile("/wall next", "/wall next")
    try wall.waitFor("page 4 of")
    try house.meanwhile("/show c22 wall")
    try wall.waitUntil("one card is up") { screen in
      screen.words.contains("number 22") && !screen.words.contains("number 21")
    }
    try house.meanwhile("/wall go")
    try wall.waitFor("page ")
    // Nothing of it is in the session.
    #expect(house.journal() == journal)
    try house.meanwhile("The newest of all")
    try wall.waitFor("★ c81")
    try wall.send("q")
    #expect(try wall.waitForExit() == .status(0))
    #expect(wall.settings?.isCooked == true)
  }

  /// A wall of an account that may only read: what the group may read of the session, it may of
  /// this.
  @Test func whoMayReadTheJournalMayFollow() throws {
    let house = try house(1)
    chmod(house.folder["Sessions/Day.journal.jsonl"], 0o640)
    try house.meanwhile("/wall next")
    var status = stat()
    #expect(stat(house.folder["Sessions/.Day.wall"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    chmod(house.folder["Sessions/Day.journal.jsonl"], 0o600)
    try house.meanwhile("/wall next")
    stat(house.folder["Sessions/.Day.wall"], &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  /// Whatever lies where the word to the wall should: it stops nobody and is not followed.
  @Test(arguments: [
    "{", "[]", "{\"wall\": 9, \"orders\": 7}", "{\"orders\": [{\"id\": \"x\", \"do\": \"fly\"}]}",
  ])
  func damagedWords(text: String) throws {
    let house = try house()
    let wall = try house.terminal(["show", "Day"])
    try wall.waitFor("page 1 of")
    try house.write(Array(text.utf8), to: "Sessions/.Day.wall")
    try house.meanwhile("/wall next")
    try wall.waitFor("page 2 of")
    try wall.send("q")
    #expect(try wall.waitForExit() == .status(0))
  }

  @Test func aPipeInItsPlaceIsNotWaitedFor() throws {
    let house = try house()
    mkfifo(house.folder["Sessions/.Day.wall"], 0o600)
    let wall = try house.terminal(["show", "Day"])
    try wall.waitFor("page 1 of")
    try house.meanwhile("/wall next")
    try wall.waitFor("page 2 of")
    try wall.send("q")
    #expect(try wall.waitForExit() == .status(0))
  }

  @Test func aReportIsNotWrittenOverIt() throws {
    let house = try house(1)
    let done = try house.run(["Day"], input: "/report \(house.folder["Sessions/.Day.wall"])\n")
    #expect(done.status == 1)
    #expect(done.errorWords.contains("is the name of a session's word to the wall"), "\(done)")
  }
}
