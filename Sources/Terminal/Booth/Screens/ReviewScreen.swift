import ExerciseProtocol
import Rendering
import Workshop

/// What can be done with a ballot that is filled in.
enum BoothAction: Hashable, Sendable {
  /// Go back to a question, counted from 0.
  case question(Int)
  case cast, blank, spoil, restart, leave

  static let final: [BoothAction] = [.cast, .blank, .spoil, .restart, .leave]

  /// The action of a number on a ballot of so many questions: first the questions, then the rest.
  init?(number: Int, questions: Int) {
    guard 1...(questions + Self.final.count) ~= number else { return nil }
    self = number <= questions ? .question(number - 1) : Self.final[number - questions - 1]
  }
}

/// All answers once more. Nothing is handed in from here: that is asked on a screen of its own.
struct ReviewScreen: BoothScreen {
  typealias Outcome = BoothAction

  let heading: BoothHeading
  let sheet: BoothSheet
  private var place: BoothFocus

  init(_ sheet: BoothSheet, _ heading: BoothHeading) {
    self.sheet = sheet
    self.heading = heading
    place = BoothFocus(sheet.forms.count + BoothAction.final.count)
  }

  private var count: Int { sheet.forms.count }

  var page: BoothPage {
    var page = heading.page(BoothWording.reviewPlace)
    page.blocks += [.text(BoothWording.review, .title), .blank]
    page.rows =
      answers + [BoothRow("", mark: "-"), BoothRow(BoothWording.actions, mark: "-")]
      + actions
    page.focus = place.index.map { $0 < count ? $0 : $0 + 2 }
    page.standing = BoothWording.reviewStanding(count, cast: count + 1)
    page.keys = BoothWording.reviewKeys
    return page
  }

  private var answers: [BoothRow] {
    let half = sheet.half
    return sheet.forms.enumerated().map { index, form in
      var details = form.question.about + form.summary
      if let half, half.question == index { details.append("! " + half.message(on: sheet.paper)) }
      if let fault = form.question.fault(in: form.answer) {
        details.append("! " + BoothWording.fault(fault))
      } else if form.answer == nil {
        details.append(BoothWording.notAnswered)
      } else if let left = form.leftover {
        details.append(left)
      }
      return BoothRow(form.question.prompt, label: "\(index + 1).", details: details)
    }
  }

  private var actions: [BoothRow] {
    BoothAction.final.enumerated().map { index, action in
      BoothRow(BoothWording.action(action), label: "\(count + index + 1).")
    }
  }

  var spoken: [String] {
    [heading.note].compactMap { $0 } + [BoothWording.review] + answers.spokenLines
      + [BoothWording.actions] + actions.spoken + [BoothWording.reviewNumber(count + actions.count)]
  }

  var help: [String] { BoothWording.reviewHelp }
  var entry: BoothEntry { .shown(BoothWording.reviewLabel) }

  mutating func press(_ key: BoothKey) -> BoothReaction<BoothAction> {
    if place.move(key) { return .changed }
    switch key {
    case .escape: return .done(.question(count - 1))
    case .enter:
      guard let index = place.index else { return .notice(BoothWording.reviewChoose) }
      return choose(index + 1)
    default: return .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<BoothAction> {
    let text = line.text.lowercased()
    if text.isEmpty { return .notice(BoothWording.reviewChoose) }
    if text == "cast" { return choose(count + 1) }
    guard let number = Int(text) else {
      return .notice(BoothWording.reviewNumber(count + BoothAction.final.count))
    }
    return choose(number)
  }

  private func choose(_ number: Int) -> BoothReaction<BoothAction> {
    guard let action = BoothAction(number: number, questions: count) else {
      return .notice(BoothWording.reviewNumber(count + BoothAction.final.count))
    }
    if action == .cast, let fault = sheet.fault {
      return .notice(BoothWording.notYet(fault.question + 1, BoothWording.fault(fault.fault)))
    }
    if action == .cast, let half = sheet.half {
      let why = "\(half.message(on: sheet.paper)) \(HalfAnswer.hint)"
      return .notice(BoothWording.notYet(half.question + 1, why))
    }
    return .done(action)
  }
}

extension [BoothRow] {
  /// In words, each detail on a line of its own.
  fileprivate var spokenLines: [String] {
    flatMap { ["\($0.label) \($0.text)"] + $0.details }
  }
}

/// The same where others see the screen: neither answers nor what is done with them are shown.
/// What cannot be taken back is typed twice, and is the same to look at, whatever it is.
struct BlindReviewScreen: BoothScreen {
  typealias Outcome = BoothAction

  let heading: BoothHeading
  let sheet: BoothSheet
  private var first: BoothAction?

  init(_ sheet: BoothSheet, _ heading: BoothHeading) {
    self.sheet = sheet
    self.heading = heading
  }

  private var count: Int { sheet.forms.count }

  private var rows: [BoothRow] {
    let questions = sheet.forms.enumerated().map { index, form in
      BoothRow(
        form.question.prompt, label: "\(index + 1).",
        details: form.question.about + [BoothWording.taken])
    }
    let actions = BoothAction.final.enumerated().map { index, action in
      BoothRow(BoothWording.action(action), label: "\(count + index + 1).")
    }
    return questions + [BoothRow("", mark: "-"), BoothRow(BoothWording.actions, mark: "-")]
      + actions
  }

  var page: BoothPage {
    var page = heading.page(BoothWording.reviewPlace)
    page.blocks += [.text(BoothWording.reviewBlind, nil), .blank]
    page.rows = rows
    page.standing =
      first == nil
      ? BoothWording.reviewStanding(count, cast: count + 1) : BoothWording.reviewBlindAgain
    page.keys = BoothWording.reviewBlindKeys
    return page
  }

  var spoken: [String] {
    [heading.note].compactMap { $0 } + [BoothWording.reviewBlind] + rows.spoken
  }
  var spokenChange: [String] { first == nil ? [] : [BoothWording.reviewBlindAgain] }
  var help: [String] { BoothWording.reviewHelp + BoothWording.blindHelp(mayBeEmpty: false) }
  var entry: BoothEntry {
    .hidden(first == nil ? BoothWording.reviewBlindLabel : BoothWording.reviewBlindAgainLabel)
  }

  mutating func press(_ key: BoothKey) -> BoothReaction<BoothAction> {
    guard key == .escape else { return .ignored }
    if first == nil { return .done(.question(count - 1)) }
    first = nil
    return .changed
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<BoothAction> {
    if line.isEmpty, first == nil {
      return .notice(BoothWording.reviewNumber(count + BoothAction.final.count))
    }
    let action = Int(line.text).flatMap { BoothAction(number: $0, questions: count) }
    if let first {
      self.first = nil
      return action == first ? .done(first) : .notice(BoothWording.reviewBlindDiffer)
    }
    guard let action else {
      return .notice(BoothWording.reviewNumber(count + BoothAction.final.count))
    }
    if case .question = action { return .done(action) }
    if action == .cast, sheet.half != nil { return .notice(BoothWording.halfBlind(count)) }
    first = action
    return .advanced
  }
}
