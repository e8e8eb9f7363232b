import ExerciseProtocol
import Terminal
import Testing

@Suite struct DuelsFormTests {
  @Test(arguments: [(4, 6), (5, 10), (6, 9), (10, 20), (30, 40), (3, 99), (2, 1)])
  func pairsAreBalancedAndDifferent(options: Int, count: Int) {
    var generator = Chance(seed: 42)
    let pairs = DuelPair.draw(count, of: options, using: &generator)
    #expect(pairs.count == min(count, options * (options - 1) / 2))
    #expect(Set(pairs.map { Set([$0.first, $0.second]) }).count == pairs.count)
    var asked = Array(repeating: 0, count: options)
    var first = asked
    for pair in pairs {
      asked[pair.first] += 1
      asked[pair.second] += 1
      first[pair.first] += 1
    }
    #expect((asked.max() ?? 0) - (asked.min() ?? 0) <= 1, "\(asked)")
    for option in 0..<options { #expect(abs(2 * first[option] - asked[option]) <= 2) }
  }

  @Test func nothingToCompare() {
    var generator = Chance(seed: 42)
    #expect(DuelPair.draw(5, of: 1, using: &generator).isEmpty)
    #expect(DuelPair.draw(0, of: 5, using: &generator).isEmpty)
  }

  private func form() -> any BoothForm { boothForm(.duels(3), options: 3) }

  /// The two options of the pair that is asked.
  private func pair(_ form: any BoothForm) -> [String] { form.rows.prefix(2).map(\.text) }

  private func id(_ text: String) -> JSONValue {
    .string("c" + text.dropFirst("Option ".count))
  }

  @Test func byNumbers() {
    var form = form()
    let first = pair(form)
    #expect(form.standing == "Pair 1 of 3. Which of the two do you prefer?")
    #expect(form.enter("2") == .advanced)
    #expect(form.standing.hasPrefix("Pair 2 of 3."))
    #expect(form.unfinished == "Pair 2 has no answer yet.")
    form.type("0")
    form.type("0")
    #expect(form.answer == [[id(first[1]), id(first[0])]])
    #expect(form.standing.hasPrefix("All 3 pairs"))
    #expect(form.leftover == "2 pairs are left undecided; that is allowed.")
    #expect(form.unfinished == nil)
    #expect(form.question.fault(in: form.answer) == nil)
    // And back to one of them.
    form.type("1")
    #expect(pair(form) == first)
    form.type("1 1 1")
    #expect(form.question.fault(in: form.answer) == nil)
    #expect(form.leftover == nil)
  }

  @Test func byArrowsWhereEnterAloneDecidesNothing() {
    var form = form()
    let first = pair(form)
    #expect(form.press(.enter) == .ignored)
    #expect(form.press(.scalar(" ")).reason != nil)
    form.press(.down, .scalar(" "))
    #expect(form.answer == [[id(first[0]), id(first[1])]])
    #expect(form.focus == nil)
    _ = form.press(.left)
    #expect(form.marks == ["[x]1.", "[ ]2.", "[ ]0."])
    #expect(form.press(.enter) == .advanced)
    #expect(form.standing.hasPrefix("Pair 2"))
  }

  @Test func aWholeLineAnswersEveryPair() {
    var form = form()
    #expect(form.blindRows.count == 9)
    #expect(form.enterWhole("1 2").reason != nil)
    #expect(form.enterWhole("1 2 3").reason != nil)
    #expect(form.enterWhole("1 0 2") == .advanced)
    #expect(form.summary.count == 3)
  }
}
