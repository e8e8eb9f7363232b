import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A secret vote through the product: the console opens the booth, people vote in it one after
/// another, and the console counts.
@Suite struct BoothTests {
  private static let word = "solace"

  /// A session at a secret choice, its clock stopped so that the prompt stands still.
  private func house(_ more: String...) throws -> House {
    let house = try House()
    let lines =
      [
        "/new Day", "/people add Ruth Hyde, Roger White", "/agenda add discussion Ideas", "/start",
        "Guide for everybody", "Training for staff", "/agenda add choose First takes=all", "/next",
        "/time pause",
      ] + more
    let done = try house.run(input: lines.map { $0 + "\n" }.joined())
    guard done.status == 0 else { throw TerminalFailure("cannot prepare: \(done)") }
    return house
  }

  private func console(
    _ house: House, columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try house.terminal(["Day"], columns: columns, rows: rows)
    try terminal.waitFor("2/2 First")
    return terminal
  }

  private func open(_ terminal: PseudoTerminal, _ options: String = "") throws {
    try terminal.send("/vote open\(options)\r")
    try terminal.waitFor("The word (nothing is shown)")
    try terminal.send("\(Self.word)\r")
    try terminal.waitFor("Once more (nothing is shown)")
    try terminal.send("\(Self.word)\r")
    try terminal.waitFor("Press Enter to vote")
  }

  /// From the waiting screen to a ballot with its first option chosen.
  private func fill(_ terminal: PseudoTerminal, as name: String) throws {
    try terminal.send("\r")
    try terminal.waitFor("Your name or its number")
    try terminal.send(name + "\r")
    try terminal.waitFor("Welcome, \(name)")
    try terminal.send("\r")
    try terminal.waitFor("Question 1 of 1")
    try terminal.send("\u{1B}[B ")
    try terminal.waitFor("[x] 1. c1 Guide for everybody")
    try terminal.send("\r")
    try terminal.waitFor("This is your ballot.")
  }

  private func cast(_ terminal: PseudoTerminal, as name: String) throws {
    try fill(terminal, as: name)
    try terminal.send("2\r")
    try terminal.waitFor("Are you sure?")
    try terminal.send("2\r")
    try terminal.waitFor("Your ballot is in the box")
    try terminal.send("\r")
    try terminal.waitFor("Press Enter to vote")
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send("F")
    try terminal.waitUntil("the word is asked for") { !$0.text.contains("Press Enter to vote") }
    try terminal.send("\(Self.word)\r")
    try terminal.waitFor("/vote close ends the vote")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func peopleVoteAndTheRoomCounts(columns: Int, rows: Int) throws {
    let house = try house()
    let terminal = try console(house, columns: columns, rows: rows)
    try open(terminal)
    let journal = house.journal()
    for name in ["Ruth Hyde", "Roger White"] { try cast(terminal, as: name) }
    #expect(house.journal() == journal, "a ballot leaves nothing in the journal")
    try leave(terminal)
    #expect(terminal.screen.words.contains("2 of 2 have voted."))
    try terminal.send("/vote close\r")
    try terminal.waitFor("The vote is closed.")
    try terminal.send("/vote count river lamp\r")
    try terminal.waitFor("c1 has 2 approvals")
    let bundle = house.folder["Sessions/Day.a2-1.poll.json"]
    let audit = try house.audit([bundle])
    #expect(audit.status == 0, "\(audit)")
  }

  @Test func nothingOfAChoiceIsLeftOnTheScreenOrAboveIt() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    try cast(terminal, as: "Ruth Hyde")
    let above = (terminal.screen.scrollback + [terminal.screen.text]).joined(separator: "\n")
    #expect(!above.contains("[x]"))
    #expect(!above.contains("Ruth"))
    try leave(terminal)
    let left = (terminal.screen.scrollback + [terminal.screen.text]).joined(separator: "\n")
    #expect(!left.contains("[x]"))
    #expect(!terminal.transcript.contains(Self.word))
    let history = house.folder.read("state/charrette/history") ?? ""
    #expect(!history.contains("vote"), "\(history)")
  }

  @Test func abandonedBallotsLeaveNothing() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    try fill(terminal, as: "Ruth Hyde")
    // The program dies in the middle of a ballot; nobody can forbid that.
    try kill(boothOf: terminal)
    try terminal.waitFor("The booth ended by signal 9.")
    try terminal.waitFor("0 of 2 have voted.")
    try terminal.send("/vote cast\r")
    try terminal.waitFor("A secret ballot can't be typed here")
    try open(terminal)
    try cast(terminal, as: "Ruth Hyde")
    try leave(terminal)
    try terminal.waitFor("1 of 2 has voted.")
  }

  private func kill(boothOf terminal: PseudoTerminal) throws {
    let path = "/proc/\(terminal.process)/task/\(terminal.process)/children"
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var text = ""
    while case let byte = fgetc(file), byte != EOF {
      text.append(Character(Unicode.Scalar(UInt8(byte))))
    }
    let children = text.split(separator: " ").compactMap { pid_t($0) }
    let booth = children.first { child in
      let command = house(commandOf: child)
      return command.contains("booth")
    }
    #expect(Glibc.kill(try #require(booth), SIGKILL) == 0)
  }

  private func house(commandOf process: pid_t) -> String {
    guard let file = fopen("/proc/\(process)/cmdline", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func endingTheConsoleEndsTheBoothAndPutsTheTerminalBack() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    #expect(terminal.settings?.isCooked == false)
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    #expect(terminal.settings?.isCooked == true)
    #expect(!terminal.screen.text.contains("Press Enter to vote"))
  }

  @Test func theWallShowsHowManyHaveVotedAndNoMore() throws {
    let house = try house()
    let terminal = try console(house)
    let wall = try house.terminal(["show", "Day"], columns: 120, rows: 40)
    try wall.waitFor("This vote is secret")
    try open(terminal)
    try wall.waitFor("0 of 2 have voted.")
    try cast(terminal, as: "Ruth Hyde")
    try wall.waitFor("1 of 2 has voted.")
    #expect(!wall.screen.text.contains("approval"))
    try wall.send("q")
    #expect(try wall.waitForExit() == .status(0))
    try leave(terminal)
  }

  @Test func anotherTerminalCanBeABoothToo() throws {
    let house = try house("/vote open")
    let booth = try house.terminal(["booth", "Day"])
    try booth.waitFor("The word (nothing is shown)")
    try booth.send("\(Self.word)\r")
    try booth.waitFor("Once more")
    try booth.send("\(Self.word)\r")
    try booth.waitFor("Press Enter to vote")
    try cast(booth, as: "Roger White")
    try booth.send("F")
    try booth.waitUntil("the word is asked for") { !$0.text.contains("Press Enter to vote") }
    try booth.send("\(Self.word)\r")
    #expect(try booth.waitForExit() == .status(0))
    let status = try house.run(["Day"], input: "/vote\n")
    #expect(status.text.contains("1 of 2 has voted."), "\(status)")
  }

  @Test func whoClosesIsToldAndWhoIsInTheBoothReadsOneSentence() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    try fill(terminal, as: "Ruth Hyde")
    // Another terminal of the officer's.
    let refused = try house.run(["Day"], input: "/vote close\n")
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errorText.contains("Somebody is in the booth."), "\(refused)")
    #expect(refused.errorText.contains("/vote close now=yes"), "\(refused)")
    #expect(terminal.screen.text.contains("This is your ballot."))
    try house.meanwhile("/vote close now=yes")
    try terminal.waitFor("The vote is closed.")
    #expect(terminal.screen.unwrappedText.contains("your ballot was not cast"))
    try terminal.send("\r")
    try terminal.waitFor("Nobody can vote here now.")
    #expect(terminal.screen.words.contains("The vote is closed"))
    #expect(!terminal.screen.text.contains("of 2 ballots"), "\(terminal.screen)")
    try terminal.send("\r")
    try terminal.waitFor("! The vote is closed")
    // Opened again, the same booth goes on; then it is called off under it.
    try house.meanwhile("/vote reopen Ruth was still at it")
    try cast(terminal, as: "Ruth Hyde")
    try house.meanwhile("/vote call-off The question was wrong")
    try terminal.send("\r")
    try terminal.waitFor("The vote is over")
    #expect(!terminal.screen.text.contains("of 2 ballots"))
  }

  @Test func whatWasCountedElsewhereIsToldWhenTheBoothIsLeft() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    try cast(terminal, as: "Ruth Hyde")
    try house.meanwhile("/vote close")
    try house.meanwhile("/vote count river")
    try terminal.send("F")
    try terminal.waitUntil("the word is asked for") { !$0.text.contains("Facilitator: F") }
    try terminal.send("\(Self.word)\r")
    try terminal.waitFor("Chosen: c1 Guide for everybody")
    try terminal.waitFor("2/2 First")
    #expect(!terminal.screen.text.contains("0 of 2"), "\(terminal.screen.text)")
  }

  @Test func aBoothThatDiedIsNobodyInTheBooth() throws {
    let house = try house()
    let terminal = try console(house)
    try open(terminal)
    try fill(terminal, as: "Ruth Hyde")
    try kill(boothOf: terminal)
    try terminal.waitFor("The booth ended by signal 9.")
    try house.meanwhile("/vote close")
  }

  @Test(arguments: [["head"], ["a/ballots.json"], ["head", "a/ballots.json", "terms.json"]])
  func aDamagedBoxEndsNoVoteForEver(files: [String]) throws {
    let house = try house("/vote open")
    for file in files {
      try house.write(Array("?".utf8), to: "Sessions/Day.polls/a2-1/\(file)")
    }
    let status = try house.run(["Day"], input: "/vote\n")
    #expect(status.status == 1 && status.errorText.contains("The ballot box is damaged"))
    #expect(!status.errorText.contains("copy"), "a copy of a box tells who voted what")
    // What the hint says, word for word.
    let hint = "/vote call-off and the reason, then /vote open"
    #expect(status.errorText.contains(hint), "\(status)")
    let held = try house.run(["Day"], input: "/vote call-off and the reason\n/vote open\n/vote\n")
    #expect(held.status == 0, "\(held)")
    #expect(held.text.contains("0 of 2 have voted."), "\(held)")
    #expect(held.text.contains("its ballots are destroyed uncounted"), "\(held)")
    #expect(house.folder.read("Sessions/Day.polls/a2-1/terms.json") == nil)
  }

  @Test func aClosedVoteIsNotSaidToBeNone() throws {
    let house = try house("/vote open", "/vote close")
    let booth = try house.terminal(["booth", "Day"])
    try booth.waitFor("The secret vote in “Day” is closed.")
    #expect(try booth.waitForExit() == .status(1))
  }

  @Test func aScriptCastsNothingIntoABooth() throws {
    let house = try house("/vote open")
    let stuffed = try house.run(
      ["run", "--session", "Day", "-"], input: "/vote cast Ruth: c1\n")
    #expect(stuffed.status == 1, "\(stuffed)")
    #expect(stuffed.errorText.contains("no ballots entered by the facilitator"), "\(stuffed)")
    #expect(try house.run(["Day"], input: "/vote\n").text.contains("0 of 2 have voted."))
  }

  @Test(arguments: [
    (["booth", "Day"], 2, "A booth needs a terminal"), (["booth"], 2, "Missing expected argument"),
    (["show", "Nowhere"], 1, "There is no session “Nowhere”"),
  ])
  func whatCantBeIsTold(arguments: [String], status: Int32, message: String) throws {
    let done = try house().run(arguments)
    #expect(done.status == status, "\(done)")
    #expect(done.errorText.contains(message), "\(done)")
  }

  @Test func intoAPipeTheWallIsPrintedOnce() throws {
    let done = try house().run(["show", "Day"])
    #expect(done.status == 0)
    #expect(done.text.contains("First") && done.text.contains("Training for staff"))
    #expect(!done.text.unicodeScalars.contains("\u{1B}"))
  }
}
