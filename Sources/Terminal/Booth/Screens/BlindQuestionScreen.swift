import ExerciseProtocol
import Rendering

/// One question of the ballot where others see the screen: nothing that is typed is shown, and it
/// is taken when it was typed twice.
struct BlindQuestionScreen: BoothScreen {
  typealias Outcome = BoothStep

  let heading: BoothHeading
  let number: Int
  let count: Int
  private(set) var form: any BoothForm
  /// What was typed first; `.some(nil)`: nothing was chosen.
  private var first: JSONValue??

  init(_ form: any BoothForm, _ heading: BoothHeading, number: Int, count: Int) {
    self.form = form
    self.heading = heading
    self.number = number
    self.count = count
  }

  var page: BoothPage {
    var page = heading.page(BoothWording.question(number, of: count))
    page.blocks.append(.text(form.question.prompt, .title))
    page.blocks += form.question.about.map { .text($0, nil) }
    if form.question.isRequired { page.blocks.append(.text(BoothWording.required, nil)) }
    page.blocks.append(.text(form.rule + " " + form.typingBlind, nil))
    page.blocks.append(.blank)
    page.rows = form.blindRows
    page.standing = first == nil ? "" : BoothWording.blindAgain
    page.keys = BoothWording.blindKeys(mayBeEmpty: !form.question.isRequired)
    return page
  }

  var spoken: [String] {
    [heading.note, BoothWording.question(number, of: count) + ".", form.question.prompt]
      .compactMap { $0 } + form.question.about
      + (form.question.isRequired ? [BoothWording.required] : [])
      + form.blindRows.spoken + [form.rule, form.typingBlind, BoothWording.secrecyBlind]
  }

  var spokenChange: [String] { first == nil ? [] : [BoothWording.blindAgain] }
  var help: [String] {
    [form.question.prompt] + form.question.about + [form.rule, form.typingBlind]
      + BoothWording.blindHelp(mayBeEmpty: !form.question.isRequired)
  }
  var entry: BoothEntry {
    .hidden(first == nil ? BoothWording.blindFirst : BoothWording.blindSecond)
  }
  var commands: BoothCommands { form.sheet == nil ? .words : .slashed }
  var asksWithMark: Bool { form.sheet == nil }

  mutating func press(_ key: BoothKey) -> BoothReaction<BoothStep> {
    switch key {
    case .escape where first == nil: return .done(.back)
    case .escape:
      first = nil
      form.clear()
      return .changed
    default: return .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<BoothStep> {
    guard let answer = answer(line.text) else {
      first = nil
      form.clear()
      return .notice(BoothWording.blindRefused)
    }
    guard let first else {
      self.first = .some(answer)
      form.clear()
      return .advanced
    }
    if first == answer { return .done(.next) }
    self.first = nil
    form.clear()
    return .notice(BoothWording.blindDiffer)
  }

  /// What a whole line says; nil: it can't be an answer.
  private mutating func answer(_ text: String) -> JSONValue?? {
    if text.allSatisfy({ $0 == " " }) {
      form.clear()
    } else if case .refused = form.enterWhole(text) {
      return nil
    }
    let answer = form.answer
    return form.question.fault(in: answer) == nil ? .some(answer) : nil
  }
}
