import TerminalTesting
import Testing

/// Whole votes, from the waiting screen to the next, in each way of voting.
@Suite struct BoothVoteTests {
  private static let answers =
    #"{"answers":{"agree":2,"first":"c2","like":["c1","c3"],"why":"Zoë\n日本"}}"#

  @Test(arguments: BoothDemo.sizes)
  func byArrowsAlone(columns: Int, rows: Int) throws {
    let demo = try BoothDemo(columns: columns, rows: rows)
    let down = Press.down
    try demo.go(
      ("Press Enter to vote", "\r"), ("Who are you?", down + "\r"), ("Welcome, Ann Roe", "\r"),
      ("Question 1 of 4", down), ("> [ ] 1.", down + " "), ("> [x] 2.", "\r"),
      ("Question 2 of 4", down + " "), ("> [x] 1.", down + down + " "), ("> [x] 3.", "\r"),
      ("Question 3 of 4", down + down + down + "\r"), ("> [x] 2 I can live", "\r"),
      ("Question 4 of 4", "Zoë\r日本"), ("| 日本", "\t"),
      ("Nothing has been handed in yet.", down + down + down + down + down),
      ("> 5. Cast this ballot", "\r"), ("Cast this ballot? ", down), ("> 2. Yes", "\r"),
      ("Thank you.", "\r"), ("1 of 4 ballots are in the box", ""))
    #expect(demo.box == [Self.answers])
    #expect(demo.terminal.screen.unknown.isEmpty)
  }

  @Test(arguments: BoothDemo.sizes)
  func byNumbersAlone(columns: Int, rows: Int) throws {
    let demo = try BoothDemo(columns: columns, rows: rows)
    try demo.go(
      ("Press Enter to vote", "\r"), ("Who are you?", "1\r"), ("Welcome, Ann Roe", "\r"),
      ("Question 1 of 4", "2\r"), ("[x] 2.", "\r"), ("Question 2 of 4", "1\r"),
      ("1 chosen, 1 left", "3\r"), ("2 chosen, 0 left", "\r"), ("Question 3 of 4", "2\r"),
      ("[x] 2 I can", "\r"), ("Question 4 of 4", "Zoë\r日本"), ("| 日本", "\t"))
    try demo.cast(questions: 4)
    #expect(demo.box == [Self.answers])
  }

  @Test(arguments: BoothDemo.sizes)
  func lineByLineForAScreenReader(columns: Int, rows: Int) throws {
    let demo = try BoothDemo(["--linear"], columns: columns, rows: rows)
    try demo.go(
      ("Press Enter:", "\r"), ("Your name or its number:", "ann\r"), ("Welcome, Ann Roe", "\r"),
      ("Question 1 of 4.", "2\r"), ("[x] 2. c2 Trees", "\r"), ("Question 2 of 4.", "1 3\r"),
      ("2 chosen, 0 left", "\r"), ("Question 3 of 4.", "2\r"), ("[x] 2 I can live", "\r"),
      ("Question 4 of 4.", "Zoë\r"), ("Your answer: Zoë", "日本\r"),
      ("Your answer: Zoë 日本", "\r"),
      ("Type a number from 1 to 9.", "cast\r"), ("Type 1 or 2, then Enter.", "2\r"),
      ("Thank you.", "\r"), ("1 of 4 ballots are in the box", ""))
    #expect(demo.box == [Self.answers])
    #expect(!demo.terminal.transcript.contains("\u{1B}[?1049h"))
    #expect(!demo.visible.contains("Trees"))
  }

  @Test(arguments: BoothDemo.sizes, [false, true])
  func blindWhereNothingChosenIsEverShown(size: (Int, Int), isLinear: Bool) throws {
    let demo = try BoothDemo(
      ["--blind"] + (isLinear ? ["--linear"] : []), columns: size.0, rows: size.1)
    try demo.go(
      (isLinear ? "Press Enter:" : "Press Enter to vote", "\r"), ("Who are you?", "ann\r"),
      ("Welcome, Ann Roe", "\r"))
    let before = demo.terminal.output.count
    for (number, answer) in ["2", "3 1", "2", "Zoë"].enumerated() {
      try demo.go(
        ("Question \(number + 1) of 4", answer + "\r"),
        ("Type the same once more", answer + "\r"))
    }
    try demo.go(
      ("Your answers are not shown", "5\r"), ("Type the same number once more", "5\r"),
      ("Thank you.", "\r"), ("1 of 4 ballots are in the box", ""))
    #expect(
      demo.box == [#"{"answers":{"agree":2,"first":"c2","like":["c1","c3"],"why":"Zoë"}}"#])
    let shown = String(decoding: demo.terminal.output[before...], as: UTF8.self)
    for sign in ["[x]", "Zoë", "3 1", "chosen,", "*"] {
      #expect(!shown.contains(sign), "\(sign)")
    }
  }

  @Test func blindAnswersThatDifferBeginAgain() throws {
    let demo = try BoothDemo(["--blind", "--poll", "rank"])
    try demo.comeIn()
    try demo.go(
      ("Question 1 of 1", "3 1=2\r"), ("Type the same once more", "3 1 2\r"),
      ("The two were not the same", "9\r"), ("can't be an answer", "3 1=2\r"),
      ("Type the same once more", "3 1=2\r"), ("Your answers are not shown", "2\r"),
      ("Type the same number once more", "3\r"), ("another number", "2\r"),
      ("Type the same number once more", "2\r"), ("Thank you.", ""))
    #expect(demo.box == [#"{"answers":{"order":[["c3"],["c1","c2"]]}}"#])
  }

  static let kinds = [
    ("rank", "3 1=2\r", "[1] 3.", #"{"order":[["c3"],["c1","c2"]]}"#),
    ("score", "1=5 2=0\r", "[5] 1.", #"{"points":{"c1":5,"c2":0}}"#),
    ("dots", "1=2 3=1\r", "1 dot left", #"{"points":{"c1":2,"c3":1}}"#),
    ("credits", "1=3 2=-2\r", "3 credits left", #"{"points":{"c1":3,"c2":-2}}"#),
    ("grade", "1=4 4=0\r", "[4 Excellent]", #"{"points":{"c1":4,"c4":0}}"#),
  ]

  @Test(arguments: kinds)
  func eachKindOfPoints(poll: String, keys: String, shown: String, answer: String) throws {
    let demo = try BoothDemo(["--poll", poll])
    try demo.comeIn()
    try demo.go(("Question 1 of 1", keys), (shown, "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":\#(answer)}"#])
  }

  @Test func duelsOneAfterTheOther() throws {
    let demo = try BoothDemo(["--poll", "duels"])
    try demo.comeIn()
    try demo.go(
      ("Pair 1 of 4", "1\r"), ("Pair 2 of 4", "0\r"), ("Pair 3 of 4", Press.down + " "),
      ("Pair 4 of 4", "2\r"), ("All 4 pairs", "\r"), ("1 pair is left undecided", ""))
    try demo.cast(questions: 1)
    #expect(demo.box.first?.split(separator: "],[").count == 3)
  }

  @Test func longListsScroll() throws {
    let demo = try BoothDemo(["--poll", "long"])
    try demo.comeIn()
    try demo.go(("1–15 of 30", Press.end), ("> [ ] 30. Option number 30", " "))
    try demo.go(("> [x] 30.", "\r"))
    try demo.cast(questions: 1)
    #expect(demo.box == [#"{"answers":{"one":"o30"}}"#])
  }
}
