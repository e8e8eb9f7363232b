package import ExerciseProtocol

/// One question being answered: what is chosen so far, and what a key or a typed line makes of it.
/// A value. Every kind of question (``PaperForm``) is one of these.
///
/// Nothing is ever deselected of its own accord: what would be too much is refused with the reason.
package protocol BoothForm: Sendable {
  var question: PaperQuestion { get }
  /// As the paper wants it; nil where nothing is answered.
  var answer: JSONValue? { get }

  /// What can be chosen and what is, with the focus among them.
  var rows: [BoothRow] { get }
  var focus: Int? { get }
  /// How much may be chosen and how much is left: “Choose up to 2; 1 left.”
  var standing: String { get }
  /// What may be chosen at all, without a word about what is.
  var rule: String { get }
  /// What is answered, in words; empty where nothing is.
  var summary: [String] { get }
  /// What is left unused, where something is; that is allowed.
  var leftover: String? { get }
  /// What was begun and is not done with, where going on would leave it so.
  var unfinished: String? { get }
  /// The keys that work here.
  var keys: [String] { get }
  /// How an answer is typed, in one sentence.
  var typing: String { get }
  /// How a whole answer is typed in one line, where nothing is shown.
  var typingBlind: String { get }
  /// What can be chosen, without any mark of what is.
  var blindRows: [BoothRow] { get }
  /// The label before what is typed.
  var label: String { get }
  /// What is being written, where the question wants words.
  var sheet: BoothPage.Sheet? { get }

  mutating func press(_ key: BoothKey) -> BoothFormReply
  /// A typed line, which is never empty. What it says is added to what is chosen.
  mutating func enter(_ typed: String) -> BoothFormReply
  /// A typed line that is the whole answer: whatever was there is forgotten first.
  mutating func enterWhole(_ typed: String) -> BoothFormReply
  mutating func clear()
}

extension BoothForm {
  package var sheet: BoothPage.Sheet? { nil }
  package var leftover: String? { nil }
  package var unfinished: String? { nil }
  package var typingBlind: String { typing }
  package var label: String { BoothWording.typeNumber }
  package var blindRows: [BoothRow] { question.options.numbered }

  package mutating func enterWhole(_ typed: String) -> BoothFormReply {
    clear()
    return enter(typed)
  }
}

/// What a key or a line came to.
package enum BoothFormReply: Hashable, Sendable {
  /// Not a key of this form.
  case ignored
  case changed
  /// As `changed`, and something else is asked now: keys typed ahead were not meant for it.
  case advanced
  /// Nothing changed, and why.
  case refused(String)
}

extension [PaperOption] {
  /// A list of them, without marks.
  var numbered: [BoothRow] {
    enumerated().map { index, option in
      BoothRow(
        option.text, label: "\(index + 1).", name: option.label ?? "", details: option.details)
    }
  }
}

extension PaperOption {
  var details: [String] { cost.map { [BoothWording.cost($0)] } ?? [] }

  /// The label by which the room knows it, `c3`; nil where it has none but its text.
  var label: String? {
    guard id.first == "c", id != text, id.dropFirst().first?.isASCII == true,
      id.dropFirst().first?.isNumber == true
    else { return nil }
    return id
  }

  /// Label and text.
  var named: String { label.map { "\($0) \(text)" } ?? text }
}

extension PaperQuestion {
  /// What it is about, where it asks how far somebody agrees with one thing and lists none.
  var about: [String] { form.needsOptions ? [] : options.map(\.named) }

  /// A label that can be typed, as an example; nil where there are none.
  var exampleLabel: String? { options.compactMap(\.label).last }

  /// The position of the option that a typed word means: by its number on the list, or by its
  /// label.
  func index(of word: String) -> Int? {
    if let index = BoothNumbers.index(word, of: options.count) { return index }
    return options.firstIndex { $0.label != nil && $0.label == word.lowercased() }
  }

  /// Why a word means none of the options.
  func notAnOption(_ word: String) -> String {
    BoothWording.notAnOption(word, of: options.count, or: exampleLabel)
  }
}

/// Up and down a list of `count`; nil: nowhere yet.
struct BoothFocus: Hashable, Sendable {
  var index: Int?
  var count: Int

  /// How far the page keys go.
  static let leap = 8

  init(_ count: Int) { self.count = count }

  /// False: not a key that moves.
  mutating func move(_ key: BoothKey) -> Bool {
    guard count > 0 else { return false }
    let last = count - 1
    switch key {
    case .up: index = max(0, (index ?? count) - 1)
    case .down: index = min(last, (index ?? -1) + 1)
    case .home: index = 0
    case .end: index = last
    case .pageUp: index = max(0, (index ?? 0) - Self.leap)
    case .pageDown: index = min(last, (index ?? 0) + Self.leap)
    default: return false
    }
    return true
  }
}

/// Numbers as people type them.
enum BoothNumbers {
  /// The parts of a line, with spaces, commas or semicolons between.
  static func words(_ typed: String) -> [String] {
    typed.split { " ,;\t".contains($0) }.map(String.init)
  }

  /// The position of what is numbered so, counted from 0.
  static func index(_ word: String, of count: Int) -> Int? {
    guard let number = Int(word), 1...max(1, count) ~= number, count > 0 else { return nil }
    return number - 1
  }
}
