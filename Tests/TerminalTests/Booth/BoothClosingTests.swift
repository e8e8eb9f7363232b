import TerminalTesting
import Testing

/// The vote ends while the booth is open: whoever is there reads one calm sentence, within a second
/// or at the next key, and what they did is gone.
@Suite struct BoothClosingTests {
  /// A booth whose vote stands as the file says.
  private final class Vote {
    let folder: TemporaryFolder
    let demo: BoothDemo

    init(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws {
      folder = try TemporaryFolder()
      try folder.write("open", to: "standing")
      demo = try BoothDemo(
        arguments + ["--standing", folder["standing"], "--presence", folder["presence"]],
        columns: columns, rows: rows)
    }

    func stands(_ standing: String) throws { try folder.write(standing, to: "standing") }
    var isOccupied: Bool { folder.read("presence") == "1" }
  }

  private static let lost =
    "It was closed while you were in the booth: your ballot was not cast, "
    + "and nothing of it is kept."

  @Test(arguments: [[], ["--linear"], ["--blind"]])
  func withinASecondWithoutAKey(mode: [String]) throws {
    let vote = try Vote("--poll", "choose-one", mode.first ?? "--poll", "choose-one")
    try vote.demo.go(
      ("Press Enter", "\r"), ("Your name or its number:", "ann\r"), ("Welcome, ", "\r"),
      ("Question 1 of 1", ""))
    #expect(vote.isOccupied)
    try vote.stands("closed")
    try vote.demo.turnClock(to: 1)
    try vote.demo.waitFor(Self.lost)
    try vote.demo.go(("If the vote is opened again, you may come back.", "\r"))
    try vote.demo.waitFor("The vote is closed")
    #expect(!vote.isOccupied)
    #expect(vote.demo.box.isEmpty)
  }

  @Test(arguments: BoothDemo.sizes)
  func atTheNextKeyOnEveryScreen(columns: Int, rows: Int) throws {
    let question = [
      ("Press Enter to vote", "\r"), ("Who are you?", "ann\r"), ("Welcome, ", "\r"),
      ("Question 1 of 1", "2\r"), ("[x] 2.", "\r"), ("Nothing has been handed in", "2\r"),
      ("Cast this ballot? ", "2\r"),
    ]
    // Each step is the one at which the vote is closed.
    for last in 1..<question.count {
      let vote = try Vote("--poll", "choose-one", columns: columns, rows: rows)
      for step in question[..<last] { try vote.demo.go(step) }
      try vote.demo.waitFor(question[last].0)
      try vote.stands("closed")
      try vote.demo.send(String(question[last].1.prefix(1)))
      try vote.demo.waitFor(last == 1 ? "Nothing was handed in here." : Self.lost)
      let screen = vote.demo.terminal.screen.text
      for wrong in ["Check the spelling", "0 of", "/vote", "Your ballot is in the box"] {
        #expect(!screen.contains(wrong), "\(question[last]): \(screen)")
      }
      #expect(vote.demo.box.isEmpty)
    }
  }

  @Test func atTheCodeScreenToo() throws {
    let vote = try Vote("--codes", "--poll", "choose-one")
    try vote.demo.go(("Press Enter to vote", "\r"), ("Your code:", ""))
    try vote.stands("over")
    try vote.demo.go(("Your code:", "A"), ("Nothing was handed in here.", ""))
    #expect(!vote.demo.terminal.screen.text.contains("you may come back"), "it is over")
  }

  @Test func atTheWordScreenTheBoothDoesNotOpen() throws {
    let folder = try TemporaryFolder()
    try folder.write("closed", to: "standing")
    let terminal = try PseudoTerminal.spawn(
      PseudoTerminal.builtProduct("booth-demo"), arguments: ["--standing", folder["standing"]],
      columns: 80, rows: 24)
    try terminal.waitFor("The vote is closed.")
    try terminal.waitFor("There is nothing to vote on here now.")
    try terminal.send("\r")
    try terminal.waitFor("booth: notOpened")
  }

  @Test(arguments: [
    ("closed", "The vote is closed", "Nobody can vote here now."),
    ("over", "The vote is over", "If it is held again, a new booth is opened for it."),
    ("unreachable", "Nobody can vote here now", "Please tell the facilitator."),
  ])
  func theWaitingScreenSaysHowItStands(standing: String, said: String, more: String) throws {
    let vote = try Vote("--poll", "choose-one")
    try vote.stands(standing)
    // Enter asks again at once; without it, the screen is read anew every few seconds.
    try vote.demo.go(("Press Enter to vote", "\r"), (said, ""), (more, ""))
    try vote.demo.turnClock(to: 6)
    try vote.demo.terminal.waitUntil("nobody is invited") {
      !$0.text.contains("Press Enter to vote")
    }
    let text = vote.demo.terminal.screen.text
    #expect(!text.contains("in the box") && !text.contains("of 4"), "\(text)")
    // Opened again it goes on.
    try vote.stands("open")
    try vote.demo.go(("", "\r"), ("Who are you?", ""))
  }

  @Test func openedAgainItNoLongerSaysThatItIsClosed() throws {
    let vote = try Vote("--poll", "choose-one")
    try vote.stands("closed")
    try vote.demo.go(("Press Enter to vote", "\r"), ("! The vote is closed", ""))
    try vote.stands("open")
    try vote.demo.turnClock(to: 6)
    try vote.demo.terminal.waitUntil("people are invited, and nothing else") {
      $0.text.contains("Press Enter to vote") && !$0.text.contains("closed.")
    }
  }

  @Test func aBoxThatCantBeReadIsNobodysSpelling() throws {
    let vote = try Vote("--poll", "choose-one")
    try vote.demo.go(("Press Enter to vote", "\r"), ("Who are you?", ""))
    try vote.stands("unreachable")
    try vote.demo.go(("", "ann\r"), ("The ballot box can't be read just now", ""))
    #expect(!vote.demo.terminal.screen.text.contains("spelling"))
  }

  @Test func whatIsInTheBoxStaysAndTheSecondBallotIsNotCast() throws {
    let vote = try Vote("--poll", "choose-one", "--proxy")
    try vote.demo.comeIn()
    try vote.demo.go(("Question 1 of 1", "1\r"), ("[x] 1.", "\r"))
    try vote.demo.cast(questions: 1)
    try vote.stands("closed")
    try vote.demo.go(("Another one follows", "\r"), ("What you cast before is in the box.", ""))
    #expect(vote.demo.box.count == 1)
  }
}
