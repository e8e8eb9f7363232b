import ExerciseProtocol
import Terminal
import Testing

@Suite struct TextFormTests {
  private func typed(_ text: String, into form: inout any BoothForm) {
    for key in BoothKey.typed(text) { _ = form.press(key) }
  }

  @Test func severalLinesWithAccentsAndJoiners() {
    var form = boothForm(.text(lines: 3))
    typed("Zoe\u{308}\n日本 👩\u{200D}👩\u{200D}👧", into: &form)
    #expect(form.answer == "Zoe\u{308}\n日本 👩\u{200D}👩\u{200D}👧")
    _ = form.press(.backspace)
    #expect(form.answer == "Zoe\u{308}\n日本 ")
    form.press(.backspace, .backspace, .backspace, .backspace, .backspace)
    #expect(form.answer == "Zo")
  }

  @Test func theCursorGoesAnywhere() {
    var form = boothForm(.text(lines: 3))
    typed("bc\nd", into: &form)
    form.press(.up, .home, .scalar("a"), .end, .enter, .scalar("x"))
    #expect(form.answer == "abc\nx\nd")
    form.press(.left, .backspace)
    #expect(form.answer == "abcx\nd")
    form.press(.right, .right, .backspace)
    #expect(form.answer == "abcxd")
  }

  @Test func enterGoesOnWhereThereIsNoFurtherLine() {
    var form = boothForm(.text(lines: 2))
    typed("a\n", into: &form)
    #expect(form.press(.enter) == .ignored)
    typed("b", into: &form)
    #expect(form.press(.enter) == .ignored)
    _ = form.press(.up)
    #expect(form.press(.enter).reason?.contains("2 lines") == true)
    #expect(form.answer == "a\nb")
  }

  @Test func typedLinesAreAddedUntilItIsFull() {
    var form = boothForm(.text(lines: 2))
    form.type("one")
    form.type("two")
    #expect(form.enter("three").reason != nil)
    #expect(form.answer == "one\ntwo")
    #expect(form.question.fault(in: form.answer) == nil)
    form.clear()
    #expect(form.answer == nil)
    #expect(form.enterWhole("all") == .changed)
  }

  @Test func blanksAreNoAnswerAndThereIsAnEnd() {
    var form = boothForm(.text(lines: 2))
    typed("  \n ", into: &form)
    #expect(form.answer == nil)
    form.clear()
    typed(String(repeating: "x", count: 4000), into: &form)
    #expect(form.press(.scalar("y")).reason != nil)
    #expect(form.enter("z").reason != nil)
  }
}
