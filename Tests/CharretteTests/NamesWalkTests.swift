import TerminalTesting
import Testing

/// Who said it, in the exercises as they are installed.
@Suite struct NamesWalkTests {
  private func walk(_ house: House, _ lines: [String]) throws -> String {
    let done = try house.run(["Day"], input: lines.map { $0 + "\n" }.joined())
    return done.text + done.errorText
  }

  private func begin(_ house: House, _ exercises: [String], _ lines: [String]) throws {
    let setup =
      ["/new Day", "/people add Ruth Hyde, Tom Orr, Ben Ash, Zoë Ito"]
      + exercises.map { "/agenda add \($0)" } + ["/start"] + lines
    let done = try house.run([], input: setup.map { $0 + "\n" }.joined())
    #expect(done.status == 0, "\(done.errorText)")
  }

  @Test func aMergeIsToldWhereverTheCardGoes() throws {
    let house = try House()
    try begin(
      house, ["collect Ideas", "group Themes"],
      ["@Ruth Buses are late", "@Tom Late buses", "/merge c1 c2"])
    let shown = try walk(house, ["/show c1", "/next", "c1 Night", "/show"])
    #expect(shown.contains("Also:            c2 “Late buses” (Tom Orr)"))
    #expect(shown.contains("c1  Buses are late (Ruth Hyde), also c2 “Late buses” (Tom Orr)"))
  }

  @Test func aThemeHasNoNameInIt() throws {
    let house = try House()
    try begin(
      house, ["discussion Talk", "group Themes"], ["one", "two", "three", "/next"])
    let told = try walk(
      house, ["c1 @Ruth Bring the desk", "@Tom c2 c3 First", "@Ruth and Tom: c3 Last", "/show"])
    #expect(told.contains("“Bring the desk”, 1 card"))
    #expect(told.contains("“First”, 2 cards"))
    #expect(told.contains("“Last”, 1 card"))
    #expect(told.contains("No names are kept of this, so “@Ruth” is left out."))
    #expect(!told.contains("@Ruth Bring"))
  }

  @Test func severalAuthorsAndANameBehindAPlace() throws {
    let house = try House()
    try begin(house, ["canvas Map set=\"regions=Moves us|Pains\""], [])
    let told = try walk(
      house,
      [
        "Moves us - @Ben the dog", "pains: @Zoë & Ben: no roof", "@Zoë and Ben pains: no bench",
        "@Ruth & Tom moves us: light", "/show",
      ])
    #expect(told.contains("✓ c1  Ben Ash  #moves-us  Moves us"))
    #expect(told.contains("✓ c2  Zoë Ito and Ben Ash  #pains  Pains"))
    #expect(told.contains("✓ c3  Zoë Ito and Ben Ash  #pains  Pains"))
    #expect(told.contains("✓ c4  Ruth Hyde and Tom Orr  #moves-us  Moves us"))
    #expect(told.contains("c1  the dog (Ben Ash)"))
    #expect(told.contains("c2  no roof (Zoë Ito and Ben Ash)"))
  }

  @Test func ownersAreSeveralWhereAnActionIs() throws {
    let house = try House()
    try begin(house, ["commit Next"], [])
    let told = try walk(
      house,
      [
        "@Ben, Ruth, Zoë: ring the school", "@Tom & Ruth write it down", "@Ben and Kim: no",
        "/show",
      ])
    #expect(told.contains("Ben Ash, Ruth Hyde and Zoë Ito see to it"))
    #expect(told.contains("Tom Orr and Ruth Hyde see to it"))
    #expect(told.contains("“and Kim” stays in the words."))
  }

  /// The question was asked for ever: what the line lacked could not be answered there.
  @Test func aQuestionEndsWhereTheLineItselfIsAtFault() throws {
    let house = try House()
    try begin(
      house, ["consent Talk"],
      ["/time pause", "/people add Tom Ash", "/propose We build it", "/phase objections"])
    let terminal = try house.terminal(["Day"])
    try terminal.waitUntil("the prompt") { $0.text.hasSuffix("paused ›") }
    try terminal.send("@Tom perhaps\r")
    try terminal.waitFor("who ›")
    try terminal.send("The bus is late\r")
    try terminal.waitFor("“The bus is late” is no name.")
    try terminal.send("\u{15}1\r")
    try terminal.waitFor("That does not answer the test.")
    try terminal.waitFor("The line is back")
    try terminal.send("\u{15}@Tom consents\r")
    try terminal.waitUntil("asked again") { $0.text.hasSuffix("who ›") }
    try terminal.send("1\r")
    try terminal.waitFor("✓ Noted.")
    try terminal.waitUntil("the prompt") { $0.text.hasSuffix("paused ›") }
  }

  @Test func aPastedListHasOnePersonALine() throws {
    let house = try House()
    try house.prepareDiscussion("Day")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    let list = "1. Zoë Ito, Ministry\n2. Dora (HR)\n3. Eve Ash and Max Orr\n4. Ruth <r@x.org>"
    try terminal.send("/people add \u{1B}[200~\(list)\u{1B}[201~\r")
    try terminal.waitFor("Zoë Ito (Ministry), Dora (HR), Eve Ash, Max Orr and Ruth joined")
    try terminal.waitForPrompt()
  }
}
