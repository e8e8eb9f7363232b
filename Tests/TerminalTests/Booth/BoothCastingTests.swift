import TerminalTesting
import Testing

/// What is told before a ballot is cast, and what can be done with it.
@Suite struct BoothCastingTests {
  @Test func overvotesAreBlockedAndUndervotesTold() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.comeIn()
    try demo.go(
      ("Choose up to 2. 0 chosen, 2 left.", "1 2\r"), ("2 chosen, 0 left", "4\r"),
      ("You can choose 2 at most", "1\r"), ("1 chosen, 1 left", "\r"),
      ("You have 1 choice left; that is allowed.", "1\r"), ("Question 1 of 1", "5\r"),
      ("2 chosen, 0 left", "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"like":["c2","c5"]}}"#])
  }

  @Test func aBouncingEnterCastsNothing() throws {
    let demo = try BoothDemo(["--poll", "choose-some"])
    try demo.comeIn()
    try demo.go(("Question 1 of 1", "\r"), ("Enter once more leaves", "\r"))
    try demo.go(("Nothing has been handed in yet.", "\r"), ("Go to a line", "\r"))
    for _ in 0..<3 {
      try demo.go(("Type a number:", "2\r"), ("> 1. No, go back", "\r"))
      try demo.waitFor("Nothing has been handed in yet.")
    }
    #expect(demo.box.isEmpty)
  }

  @Test func aQuestionThatNeedsAnAnswerStopsTheCasting() throws {
    let demo = try BoothDemo(["--poll", "choose-one"])
    try demo.comeIn()
    try demo.go(
      ("An answer is needed.", "\r"), ("Enter once more goes on all the same", "\r"),
      ("! This question needs an answer.", "2\r"), ("It can't be cast yet", "1\r"),
      ("Question 1 of 1", "3\r"), ("[x] 3.", "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"first":"c3"}}"#])
  }

  @Test(arguments: [("3", #"{"blank":true}"#), ("4", #"{"spoilt":true}"#)])
  func anEmptyAndASpoiltBallot(number: String, ballot: String) throws {
    let demo = try BoothDemo(["--poll", "choose-one"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 1", "1\r"), ("[x] 1.", "\r"), ("Nothing has been handed", number + "\r"),
      ("It can't be taken back.", "2\r"), ("Thank you.", "\r"), ("1 of 4 ballots", ""))
    #expect(demo.box == [ballot])
  }

  @Test func startingAgainAndLeaving() throws {
    let demo = try BoothDemo(["--poll", "choose-one"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 1", "1\r"), ("[x] 1.", "\r"), ("Nothing has been handed", "5\r"),
      ("start again?", "2\r"), ("Your answers were forgotten.", "2\r"), ("[x] 2.", "\r"),
      ("Nothing has been handed", "6\r"), ("Leave without handing anything in?", "2\r"),
      ("0 of 4 ballots are in the box", ""))
    #expect(!demo.terminal.screen.text.contains("[x] 1."))
    try demo.comeIn()
    #expect(demo.box.isEmpty)
  }

  @Test func aProxyIsABallotOfItsOwnWithItsWeight() throws {
    let demo = try BoothDemo(["--poll", "choose-one", "--proxy"])
    try demo.go(
      ("Press Enter to vote", "\r"), ("Who are you?", "ann\r"),
      ("Ballot 1 of 2: your own.", "\r"), ("Question 1 of 1", "1\r"), ("[x] 1.", "\r"))
    try demo.cast(questions: 1)
    try demo.go(
      ("Another one follows", "\r"),
      ("Ballot 2 of 2: for Ahmed Nasser, who gave you a proxy.", "\r"),
      ("for Ahmed Nasser, counts 3 votes", "2\r"), ("[x] 2.", "\r"))
    try demo.cast(questions: 1)
    #expect(
      demo.box == [
        #"{"answers":{"first":"c1"}}"#, #"{"answers":{"first":"c2"},"weight":3}"#,
      ])
    try demo.go(("Thank you.", "\r"), ("Press Enter to vote", "\r"), ("Who are you?", "ann\r"))
    try demo.waitFor("That can't be taken here.")
  }

  @Test func whatCantBePutInTheBoxCanBeTriedAgain() throws {
    let demo = try BoothDemo(["--poll", "choose-one", "--refuse-once"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 1", "1\r"), ("[x] 1.", "\r"), ("Nothing has been handed", "2\r"),
      ("Cast this ballot? ", "2\r"), ("no space left on the disk", "\r"))
    #expect(demo.box.isEmpty)
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"first":"c1"}}"#])
  }

  @Test func receiptsStandUntilEnterAndSayWhatTheyCantPromise() throws {
    let demo = try BoothDemo(["--poll", "choose-one", "--receipts", "full", "--codes"])
    try demo.go(
      ("Press Enter to vote", "\r"), ("Who are you?", "abcdef"), ("ABCD-EF", "ghjk\r"),
      ("Show it to nobody", "\r"), ("Question 1 of 1", "1\r"), ("[x] 1.", "\r"),
      ("Nothing has been handed", "2\r"), ("Cast this ballot? ", "2\r"),
      ("9F2C 11AB 7730 4E5D", ""), ("whoever has it", "\r"), ("Thank you.", "\r"),
      ("1 ballot is in the box", "\r"), ("Who are you?", "abcdefghjk\r"),
      ("That can't be taken here.", "nonsense"), ("NONS-ENSE", "\r"),
      ("That can't be taken here.", ""))
    #expect(!demo.visible.contains("9F2C"))
  }
}
