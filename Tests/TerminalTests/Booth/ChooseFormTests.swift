import ExerciseProtocol
import Terminal
import Testing

@Suite struct ChooseFormTests {
  @Test func oneByArrowsAndSpace() {
    var form = boothForm(.chooseOne, options: 3)
    #expect(form.answer == nil)
    form.press(.down, .down, .scalar(" "))
    #expect(form.answer == "c2")
    #expect(form.marks == ["[ ]1.", "[x]2.", "[ ]3."])
    #expect(form.focus == 1)
    form.press(.end, .scalar(" "))
    #expect(form.answer == "c3")
    _ = form.press(.scalar(" "))
    #expect(form.answer == nil)
  }

  @Test func enterChoosesWhatTheArrowsCameToAndThenIsFree() {
    var form = boothForm(.chooseOne, options: 3)
    #expect(form.press(.enter) == .ignored)
    #expect(form.press(.down, .enter) == .advanced)
    #expect(form.answer == "c1")
    #expect(form.press(.enter) == .ignored)
  }

  @Test func oneByNumber() {
    var form = boothForm(.chooseOne, options: 12)
    #expect(form.enter("12") == .changed)
    #expect(form.answer == "c12")
    #expect(form.enter("1 2").reason != nil)
    #expect(form.enter("13").reason?.contains("1 to 12") == true)
    #expect(form.enter("x").reason != nil)
    #expect(form.answer == "c12")
    form.type("0")
    #expect(form.answer == nil)
  }

  @Test func anOvervoteIsBlockedAndNothingIsDeselected() {
    var form = boothForm(.chooseSome(1...2))
    #expect(form.standing == "Choose up to 2. 0 chosen, 2 left.")
    form.type("4 1")
    #expect(form.answerText == #"["c1","c4"]"#)
    #expect(form.standing.hasSuffix("2 chosen, 0 left."))
    #expect(form.press(.down, .down, .scalar(" ")).reason?.contains("2 at most") == true)
    #expect(form.enter("2").reason?.contains("2 at most") == true)
    #expect(form.answerText == #"["c1","c4"]"#)
    // One given back makes room for another, in one line too.
    #expect(form.enter("1 2") == .changed)
    #expect(form.answerText == #"["c2","c4"]"#)
  }

  @Test func anUndervoteIsTold() {
    var form = boothForm(.chooseSome(1...3))
    #expect(form.leftover == nil)
    form.type("2")
    #expect(form.leftover == "You have 2 choices left; that is allowed.")
    form.type("1 3")
    #expect(form.leftover == nil)
    #expect(form.summary == ["[x] 1. c1 Option 1", "[x] 2. c2 Option 2", "[x] 3. c3 Option 3"])
  }

  @Test func aLineThatIsTheWholeAnswerForgetsTheOneBefore() {
    var form = boothForm(.chooseSome(1...2))
    form.type("1 2")
    #expect(form.enterWhole("2 3") == .changed)
    #expect(form.answerText == #"["c2","c3"]"#)
    #expect(form.enterWhole("1 2 3").reason != nil)
    #expect(form.enterWhole("1 1").reason != nil)
  }

  @Test func pageKeysMoveFar() {
    var form = boothForm(.chooseOne, options: 30)
    form.press(.pageDown, .pageDown)
    #expect(form.focus == 16)
    _ = form.press(.pageUp)
    #expect(form.focus == 8)
    _ = form.press(.end)
    #expect(form.focus == 29)
    _ = form.press(.down)
    #expect(form.focus == 29)
    _ = form.press(.home)
    #expect(form.focus == 0)
  }
}
