import TerminalTesting
import Testing

/// Behaviours 7 to 9: what TAB does.
@Suite struct CompletionTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func aNameWithASpaceIsQuoted(columns: Int, rows: Int) throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Roger White, Ruth Hyde")
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.send("@Ro\t")
    try terminal.waitForPrompt("@\"Roger White\"")
    try terminal.send("it begins with trust\r")
    try terminal.waitFor("✓ c1  Roger White")
  }

  @Test func ofSeveralNamesTheListIsShown() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Roger White, Ruth Hyde")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("@R\t")
    try terminal.waitFor("@\"Roger White\"  @\"Ruth Hyde\"")
    try terminal.waitForPrompt("@R")
    try terminal.send("u\t")
    try terminal.waitForPrompt("@\"Ruth Hyde\"")
  }

  @Test func aQuoteThatIsNotClosedYetIsNoHindrance() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "/people add Roger White, Ruth Hyde")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("@\"Ru\t")
    try terminal.waitForPrompt("@\"Ruth Hyde\"")
  }

  /// In a folder with files in it, at the beginning of everything that takes none.
  @Test(arguments: ["", "he", "@", "/goto ", "/tag ", "/people remove ", "/outcome ", "/nonsense "])
  func filesAreNotListedWhereNoneIsAsked(line: String) throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    // The tests' own folder holds Package.swift and Sources; /etc/ is everywhere.
    for typed in ["", "Pack", "/et", "/etc/"] where !(line.isEmpty && typed.hasPrefix("/e")) {
      try terminal.send(line + typed + "\t\t\u{15}after\r")
      try terminal.waitFor("✓ c")
      try terminal.clear()
    }
    for file in ["Package.swift", "passwd", "Sources/"] {
      #expect(!terminal.transcript.contains(file))
    }
  }

  @Test func afterImportFilesAreListed() throws {
    let house = try House()
    try house.prepareDiscussion()
    try house.folder.write("", to: "a page.txt")
    try house.folder.write("", to: "another.txt")
    let terminal = try house.terminal(["Day"], columns: 120, rows: 40)
    try terminal.waitForPrompt()
    let folder = house.folder.path
    try terminal.send("/import \(folder)/ano\t")
    try terminal.waitForPrompt("/import \(folder)/another.txt")
    try terminal.send("\u{15}/import \(folder)/a\t")
    try terminal.waitFor("\"\(folder)/a page.txt\"")
    try terminal.waitFor("\(folder)/another.txt")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func ofTwoHundredPeopleFortyAreListed(columns: Int, rows: Int) throws {
    let house = try House()
    let names = (1...200).map { "Rae\($0)" }.joined(separator: ", ")
    try house.prepareDiscussion("Day", "/people add \(names)")
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitForPrompt()
    try terminal.send("@Ra\t")
    try terminal.waitForPrompt("@Rae")
    try terminal.waitFor("… and 160 more")
    #expect(terminal.transcript.contains("@Rae40"))
    #expect(!terminal.transcript.contains("@Rae41"))
  }
}
