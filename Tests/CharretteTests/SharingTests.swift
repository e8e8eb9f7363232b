import TerminalTesting
import Testing

/// Two terminals, one session.
@Suite struct SharingTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func whatOneTypesAppearsAtTheOther(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion()
    let left = try house.terminal(["Day"], columns: columns, rows: rows)
    let right = try house.terminal(["Day"], columns: columns, rows: rows)
    try left.waitForPrompt()
    try right.waitForPrompt()
    try right.send("half a line at the right")
    try right.waitForPrompt("half a line at the right")
    try left.enter("@Ruth from the left #skills")
    try right.waitFor("c1  Ruth  #skills\n    from the left")
    try right.waitForPrompt("half a line at the right")
    try right.send("\r")
    try right.waitFor("✓ c2")
    try left.waitFor("c2  half a line at the right")
    try left.waitForPrompt()
    try left.enter("/people add Roger White")
    try right.waitFor("Hint: Roger White joined")
    try right.waitForPrompt()
  }

  /// Labels are given once, whoever is quicker.
  @Test func bothAtOnceLoseNothing() throws {
    let house = try House()
    try house.prepareDiscussion()
    let one = try house.start(["Day"])
    let two = try house.start(["Day"])
    let lines = { (name: String) in (1...40).map { "\(name) \($0)\n" }.joined() }
    try one.feed(lines("left"))
    try two.feed(lines("right"))
    try one.feed(lines("again"))
    let ended = [try one.finish(), try two.finish()]
    for done in ended { #expect(done.status == 0, "\(done)") }
    let cards = try house.run(["Day"], input: "/cards\n").text
    #expect(cards.contains("120 cards"))
    for number in 1...120 { #expect(cards.contains("\nc\(number) ")) }
  }

  @Test func aTurnOfTheAgendaIsFollowed() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/agenda add discussion More")
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("1/2 Talk 0:00, paused ›")
    try house.meanwhile("/next", "/time pause")
    try terminal.waitFor("We are at “More”")
    try terminal.waitFor("2/2 More 0:00, paused ›")
    try terminal.send("said at the second\r")
    try terminal.waitFor("✓ c1")
    #expect(house.journal().contains("\"activity\":\"a2\""))
  }
}
