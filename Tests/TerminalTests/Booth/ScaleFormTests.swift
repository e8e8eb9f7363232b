import ExerciseProtocol
import Terminal
import Testing

@Suite struct ScaleFormTests {
  private static let form = PaperForm.scale([
    ScaleStep(-1, "against"), ScaleStep(0, "neither"), ScaleStep(1, "for"),
  ])

  @Test func aStepIsTypedAsItsValue() {
    var form = boothForm(Self.form)
    form.type("-1")
    #expect(form.answer == -1)
    form.type("0")
    #expect(form.answer == 0)
    #expect(form.enter("2").reason != nil)
    #expect(form.enter("1 1").reason != nil)
    #expect(form.answer == 0)
    #expect(form.summary == ["[x] 0 neither"])
  }

  @Test func orChosenWithTheArrows() {
    var form = boothForm(Self.form)
    form.press(.up, .enter)
    #expect(form.answer == 1)
    #expect(form.marks == ["[ ]-1", "[ ]0", "[x]1"])
    _ = form.press(.scalar(" "))
    #expect(form.answer == nil)
  }
}
