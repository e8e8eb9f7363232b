import ExerciseProtocol
import Rendering

/// Which paper is being filled in, for the top of its screens.
struct BoothHeading: Hashable, Sendable {
  var title: String
  /// Whose it is and what it counts, where that has to be said.
  var note: String?

  func page(_ place: String) -> BoothPage {
    var page = BoothPage()
    page.heading = title
    page.place = place
    if let note { page.blocks = [.text(note, .hint)] }
    return page
  }
}

/// Where to after a question.
enum BoothStep { case next, back }

/// One question of the ballot, with what is chosen shown.
struct QuestionScreen: BoothScreen {
  typealias Outcome = BoothStep

  let heading: BoothHeading
  let number: Int
  let count: Int
  private(set) var form: any BoothForm
  /// They were told what is missing; the next Enter is meant.
  private var isWarned = false

  init(_ form: any BoothForm, _ heading: BoothHeading, number: Int, count: Int) {
    self.form = form
    self.heading = heading
    self.number = number
    self.count = count
  }

  private var isSheet: Bool { form.sheet != nil }

  var page: BoothPage {
    var page = heading.page(BoothWording.question(number, of: count))
    page.blocks.append(.text(form.question.prompt, .title))
    page.blocks += form.question.about.map { .text($0, nil) }
    if form.question.isRequired { page.blocks.append(.text(BoothWording.required, nil)) }
    page.blocks.append(.blank)
    page.rows = form.rows
    page.focus = form.focus
    page.sheet = form.sheet
    page.standing = form.standing
    page.keys = form.keys + (isSheet ? BoothWording.textBackKeys : BoothWording.commonKeys)
    return page
  }

  var spoken: [String] {
    let place = BoothWording.question(number, of: count) + "."
    let required = form.question.isRequired ? [BoothWording.required] : []
    let options = form.blindRows.spoken
    return [heading.note, place, form.question.prompt].compactMap { $0 }
      + form.question.about + required
      + (options.isEmpty || form.isPaired ? [] : [BoothWording.options] + options)
      + answer + [form.typing, isSheet ? "" : BoothWording.linearOn]
  }

  var spokenChange: [String] { answer }

  private var answer: [String] {
    let summary = form.summary
    let given = summary.isEmpty ? [BoothWording.nothingYet] : [BoothWording.readAnswer] + summary
    return given + (form.isPaired ? [form.standing] + form.rows.spoken : [form.standing])
  }

  var help: [String] {
    [form.question.prompt] + form.question.about + [form.rule, form.typing]
      + BoothWording.questionHelp
  }
  var entry: BoothEntry { isSheet ? .sheet(form.label) : .shown(form.label) }
  var commands: BoothCommands { isSheet ? .slashed : .words }
  var asksWithMark: Bool { !isSheet || form.answer == nil }

  mutating func press(_ key: BoothKey) -> BoothReaction<BoothStep> {
    switch key {
    case .escape, .backTab: return .done(.back)
    case .tab: return goOn()
    default: return reaction(to: form.press(key))
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<BoothStep> {
    let text = line.text
    if text.allSatisfy({ $0 == " " }) { return goOn() }
    if commands.command(in: text) == .clear {
      form.clear()
      return .notice(BoothWording.cleared)
    }
    let reply = form.enter(text)
    return reply == .changed ? reaction(to: .advanced) : reaction(to: reply)
  }

  private mutating func reaction(to reply: BoothFormReply) -> BoothReaction<BoothStep> {
    switch reply {
    case .ignored: return .ignored
    case .refused(let reason): return .notice(reason)
    case .changed, .advanced:
      isWarned = false
      return reply == .changed ? .changed : .advanced
    }
  }

  /// What is missing is told once, and then allowed: the review tells it again.
  private mutating func goOn() -> BoothReaction<BoothStep> {
    let answer = form.answer
    let fault = form.question.fault(in: answer)
    let problem = fault.map { BoothWording.fault($0) } ?? form.unfinished
    if isWarned || (answer != nil && problem == nil) { return .done(.next) }
    isWarned = true
    return .notice(problem.map(BoothWording.faultAgain) ?? BoothWording.emptyAgain)
  }
}

extension BoothForm {
  /// What is asked changes from one answer to the next.
  fileprivate var isPaired: Bool {
    if case .duels = question.form { return true }
    return false
  }
}

extension [BoothRow] {
  /// In words, one after the other.
  var spoken: [String] {
    map { row in
      let text = [row.label, row.name, row.text].filter { !$0.isEmpty }.joined(separator: " ")
      let mark = row.label.isEmpty || row.mark.isEmpty ? "" : row.mark + " "
      return mark + ([text] + row.details).joined(separator: ", ")
    }
  }
}
