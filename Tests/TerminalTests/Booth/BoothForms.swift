import ExerciseProtocol
import Terminal

/// An empty form with options `c1`, `c2`…, as a sheet makes it; duels are drawn from a fixed seed.
func boothForm(
  _ form: PaperForm, options: Int = 5, isRequired: Bool = false
) -> any BoothForm {
  var generator = Chance(seed: 42)
  let options = (1...max(1, options)).map { PaperOption("c\($0)", "Option \($0)") }
  return BoothSheet.form(
    PaperQuestion("field", "Which?", form, options: options, isRequired: isRequired),
    using: &generator)
}

extension BoothForm {
  /// Presses keys one after the other; the reply to the last.
  @discardableResult
  mutating func press(_ keys: BoothKey...) -> BoothFormReply {
    var reply = BoothFormReply.ignored
    for key in keys { reply = press(key) }
    return reply
  }

  /// Types a line that is taken.
  mutating func type(_ line: String) { _ = enter(line) }

  var answerText: String? { answer?.text() }
  var marks: [String] { rows.filter { !$0.label.isEmpty }.map { "\($0.mark)\($0.label)" } }
}

extension BoothFormReply {
  var reason: String? {
    if case .refused(let reason) = self { return reason }
    return nil
  }
}
