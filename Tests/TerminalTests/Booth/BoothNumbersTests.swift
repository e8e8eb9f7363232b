import ExerciseProtocol
import Terminal
import TerminalTesting
import Testing

/// What is typed in the booth is what its screen numbers; and a card's label does for its number.
@Suite struct BoothNumbersTests {
  @Test func aGradeIsTypedByTheNumberThatStandsBeforeIt() {
    for first in [0, 1] {
      var form = boothForm(.grade(["Poor", "Fair", "Good"], from: first), options: 2)
      #expect(form.rule.contains("\(first) Poor, \(first + 1) Fair, \(first + 2) Good"))
      form.type("1=\(first + 2)")
      #expect(form.marks == ["[\(first + 2) Good]1.", "[-     ]2."])
      #expect(form.answer == ["c1": .integer(first + 2)])
      form.press(.down, .down, .right)
      #expect(form.marks[1] == "[\(first) Poor]2.")
      #expect(form.enter("2=\(first - 1)").reason?.contains("\(first) to \(first + 2)") == true)
      #expect(form.enter("2=\(first + 3)").reason != nil)
      #expect(form.enter("2=-9223372036854775808").reason != nil)
      #expect(form.question.fault(in: form.answer) == nil)
    }
  }

  @Test(
    arguments: [
      (.chooseOne, "c3", #""c3""#), (.chooseSome(1...3), "c3 1", #"["c1","c3"]"#),
      (.rank(atMost: 5, allowsTies: true), "c3 C1=2", #"[["c3"],["c1","c2"]]"#),
      (.score(0...5), "c3=4 1=2", #"{"c1":2,"c3":4}"#),
      (.dots(total: 4, perOption: 3), "c2=3", #"{"c2":3}"#), (.credits(16), "c2=-2", #"{"c2":-2}"#),
      (.grade(["Poor", "Good"]), "c5=1", #"{"c5":1}"#),
    ] as [(PaperForm, String, String)])
  func aLabelDoesForANumber(kind: PaperForm, typed: String, answer: String) {
    var form = boothForm(kind)
    #expect(form.rows.filter { !$0.label.isEmpty }.map(\.name) == ["c1", "c2", "c3", "c4", "c5"])
    #expect(form.enter(typed) == .changed)
    #expect(form.answerText == answer)
    #expect(form.summary.contains { $0.contains("c") })
    var whole = boothForm(kind)
    #expect(whole.enterWhole(typed) == .changed)
    #expect(whole.answerText == answer)
    #expect(form.enter("c9").reason?.contains("“c9” is not on the list.") == true)
  }

  @Test func aLabelThenANumberGivesPoints() {
    var form = boothForm(.score(0...5))
    form.type("c4")
    #expect(form.label.contains("4"))
    form.type("3")
    #expect(form.answer == ["c4": 3])
  }

  @Test func aSideOfAPairHasItsLabelToo() {
    var form = boothForm(.duels(3), options: 3)
    let sides = form.rows.prefix(2).map(\.name)
    #expect(form.enter(sides[1]) == .advanced)
    #expect(form.answer == [[.string(sides[1]), .string(sides[0])]])
    #expect(form.enter("c9").reason != nil)
  }

  /// At the first place stands c7.
  @Test func numbersAreThoseOfTheList() {
    var generator = Chance(seed: 1)
    let options = [PaperOption("c7", "Benches"), PaperOption("c1", "Trees")]
    var form = BoothSheet.form(
      PaperQuestion("field", "Which?", .chooseOne, options: options), using: &generator)
    form.type("1")
    #expect(form.answer == "c7")
    form.type("c1")
    #expect(form.answer == "c1")
    #expect(form.summary == ["[x] 2. c1 Trees"])
  }

  @Test func optionsThatAreNoCardsHaveNoLabel() {
    var generator = Chance(seed: 1)
    var form = BoothSheet.form(
      PaperQuestion(
        "field", "So?", .chooseOne, options: ["yes", "no"].map { PaperOption($0, $0) }),
      using: &generator)
    #expect(form.rows.map(\.name) == ["", ""])
    #expect(form.enter("yes").reason == "“yes” is not on the list. Type a number from 1 to 2.")
  }

  @Test(arguments: [
    ("6", "“6” is not on the list."), ("1 1", "1 stands there twice. Name each once."),
    ("first", "“first” is not on the list."), ("1=", "“” is not on the list."),
  ])
  func whatIsNoOrderIsAnsweredWithTheWay(typed: String, why: String) {
    var form = boothForm(.rank(atMost: 5, allowsTies: true))
    let way = "Type the order with spaces between, the best first: 3 1=2, or with labels: c3 c1=c2."
    #expect(form.enter(typed).reason == "\(why) \(way)")
    #expect(form.label == "Type the order, such as 3 1=2:")
    #expect(form.typing.hasPrefix(way))
    // Both ways work.
    #expect(form.enter("3 1=2") == .changed)
    let answer = form.answer
    #expect(form.enter("c3 c1=c2") == .changed)
    #expect(form.answer == answer)
  }

  @Test(arguments: [(2, "2 1"), (3, "3 1 2"), (1, "1")])
  func theWayIsOneOfThisPaper(options: Int, way: String) {
    var form = boothForm(.rank(atMost: 5, allowsTies: false), options: options)
    #expect(form.label == "Type the order, such as \(way):")
    #expect(form.enter(way) == .changed)
  }

  @Test(arguments: [[], ["--linear"], ["--blind"], ["--linear", "--blind"]])
  func theOneProposalStandsOnEveryScreen(mode: [String]) throws {
    let demo = try BoothDemo(["--poll", "agree"] + mode)
    let proposal = "c7 Open the square on Fridays"
    try demo.go(
      ("Press Enter", "\r"), ("Your name or its number:", "ann\r"), ("Welcome, ", "\r"),
      (proposal, "3\r"))
    if mode.contains("--blind") {
      try demo.go(
        ("Type the same once more", "3\r"), ("What now?", ""), (proposal, "2\r"),
        ("same number", "2\r"))
    } else {
      try demo.go(
        ("[x] 3 I can live with it", "\r"), ("What now?", ""), (proposal, "2\r"),
        ("Cast this ballot?", ""), (proposal, "2\r"))
    }
    try demo.waitFor("Thank you.")
    #expect(demo.box == [#"{"answers":{"answers":3}}"#])
  }
}
