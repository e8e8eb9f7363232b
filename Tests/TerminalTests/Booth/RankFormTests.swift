import ExerciseProtocol
import Terminal
import Testing

@Suite struct RankFormTests {
  @Test func byKeysAlone() {
    var form = boothForm(.rank(atMost: 5, allowsTies: false), options: 3)
    form.press(.down, .scalar(" "), .down, .scalar(" "))
    #expect(form.answerText == #"[["c1"],["c2"]]"#)
    _ = form.press(.left)
    #expect(form.answerText == #"[["c2"],["c1"]]"#)
    // The focus goes with what moves.
    #expect(form.focus.map { form.rows[$0].text } == "Option 2")
    #expect(form.press(.left).reason != nil)
    _ = form.press(.right)
    #expect(form.answerText == #"[["c1"],["c2"]]"#)
    _ = form.press(.scalar(" "))
    #expect(form.answerText == #"[["c1"]]"#)
    #expect(form.leftover?.contains("2 more") == true)
  }

  @Test func movingPastANeighbourIsLevelInBetween() {
    var form = boothForm(.rank(atMost: 3, allowsTies: true), options: 3)
    form.type("1 2 3")
    form.press(.end, .left)
    #expect(form.answerText == #"[["c1"],["c2","c3"]]"#)
    #expect(form.marks == ["[1]1.", "[=2]2.", "[=2]3."])
    _ = form.press(.left)
    #expect(form.answerText == #"[["c1"],["c3"],["c2"]]"#)
    form.press(.right, .right)
    #expect(form.answerText == #"[["c1"],["c2"],["c3"]]"#)
  }

  @Test(arguments: [
    ("3 1=2 5", #"[["c3"],["c1","c2"],["c5"]]"#), ("3>1 = 2>5", #"[["c3"],["c1","c2"],["c5"]]"#),
    ("5,4", #"[["c5"],["c4"]]"#), ("2", #"[["c2"]]"#),
  ])
  func byTypedOrder(typed: String, answer: String) {
    var form = boothForm(.rank(atMost: 5, allowsTies: true))
    #expect(form.enter(typed) == .changed)
    #expect(form.answerText == answer)
    #expect(form.question.fault(in: form.answer) == nil)
  }

  @Test(arguments: ["1 1", "1=1", "6", "1==2", "=1", "1=", "one"])
  func whatIsNoOrderIsRefused(typed: String) {
    var form = boothForm(.rank(atMost: 5, allowsTies: true))
    form.type("4 5")
    #expect(form.enter(typed).reason != nil)
    #expect(form.answerText == #"[["c4"],["c5"]]"#)
  }

  @Test func tooManyAndTiesAreRefusedWithTheReason() {
    var form = boothForm(.rank(atMost: 2, allowsTies: false))
    #expect(form.enter("1 2 3").reason?.contains("2 in order at most") == true)
    #expect(form.enter("1=2").reason?.contains("level") == true)
    form.type("1 2")
    #expect(form.press(.end, .scalar(" ")).reason?.contains("2 in order") == true)
    #expect(form.answerText == #"[["c1"],["c2"]]"#)
    form.type("0")
    #expect(form.answer == nil)
  }
}
