import TerminalTesting
import Testing

/// A card with a number on one axis of a matrix alone would lie nowhere: whoever votes learns of it
/// before anything is cast, in the words of every other way in which ballots come.
@Suite struct BoothHalfTests {
  @Test func aCardOnOneAxisAloneIsToldAndNotCast() throws {
    let demo = try BoothDemo(["--poll", "matrix"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 2", "1=8 2=3\r"), ("[3] 2.", "\r"), ("Question 2 of 2", "1=9\r"),
      ("[9] 1.", "\r"), ("! c2 has no number for “Impact”, and would lie nowhere.", "3\r"),
      ("It can't be cast yet. Question 2: c2 has no number for “Impact”", "2\r"),
      ("Question 2 of 2", "2=4\r"), ("[4] 2.", "\r"))
    #expect(demo.box.isEmpty)
    try demo.cast(questions: 2)
    #expect(demo.box == [#"{"answers":{"effort":{"c1":8,"c2":3},"impact":{"c1":9,"c2":4}}}"#])
  }

  @Test func nothingOnOneAxisIsNoAnswerToThatAxis() throws {
    let demo = try BoothDemo(["--poll", "matrix"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 2", "\r"), ("Enter once more leaves", "\r"), ("Question 2 of 2", "3=7\r"),
      ("[7] 3.", "\r"), ("! c3 has no number for “Effort”", "5\r"), ("Spoil your ballot?", "2\r"),
      ("Thank you.", ""))
    #expect(demo.box == [#"{"spoilt":true}"#])
  }

  /// Where others see the screen no card is named.
  @Test func blindItIsToldWithoutTheCard() throws {
    let demo = try BoothDemo(["--blind", "--poll", "matrix"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 2", "1=8 2=3\r"), ("Type the same once more", "1=8 2=3\r"),
      ("Question 2 of 2", "1=9\r"), ("Type the same once more", "1=9\r"),
      ("Your answers are not shown", "3\r"),
      ("It can't be cast yet. A card has a number for some of the questions alone", "2\r"),
      ("Question 2 of 2", "1=9 2=4\r"), ("Type the same once more", "1=9 2=4\r"),
      ("Your answers are not shown", "3\r"), ("Type the same number once more", "3\r"),
      ("Thank you.", ""))
    #expect(demo.box == [#"{"answers":{"effort":{"c1":8,"c2":3},"impact":{"c1":9,"c2":4}}}"#])
    #expect(!demo.terminal.transcript.contains("c2 has no number"))
  }
}
