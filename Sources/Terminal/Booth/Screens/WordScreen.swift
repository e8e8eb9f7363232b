import Rendering

/// The facilitator chooses the word that leaves the booth, and types it twice. False: they went
/// back.
struct WordScreen: BoothScreen {
  typealias Outcome = Bool

  /// Where the word is kept.
  let word: BoothLine
  let warnings: [String]
  private var isSecond = false

  /// Shorter words are too easily found out by trying.
  static let least = 4

  init(word: BoothLine, warnings: [String]) {
    self.word = word
    self.warnings = warnings
  }

  var page: BoothPage {
    var page = BoothPage()
    page.heading = BoothWording.openingPlace
    page.blocks = (paragraphs + warnings).flatMap { [.text($0, nil), .blank] }
    page.keys = BoothWording.openingKeys
    return page
  }

  private var paragraphs: [String] {
    isSecond
      ? [BoothWording.openingAgain] : [BoothWording.openingWhy, BoothWording.openingWord]
  }

  var spoken: [String] { paragraphs + warnings }
  var spokenChange: [String] { isSecond ? paragraphs : [] }
  var help: [String] { BoothWording.openingHelp }
  var entry: BoothEntry {
    .hidden(isSecond ? BoothWording.openingAgainLabel : BoothWording.openingLabel)
  }
  var commands: BoothCommands { .none }
  var isAttended: Bool { false }

  mutating func press(_ key: BoothKey) -> BoothReaction<Bool> {
    key == .escape ? .done(false) : .ignored
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Bool> {
    guard isSecond else {
      guard line.length >= Self.least else { return .notice(BoothWording.wordTooShort) }
      word.copy(line)
      isSecond = true
      return .advanced
    }
    if line.matches(word) { return .done(true) }
    word.clear()
    isSecond = false
    return .notice(BoothWording.wordsDiffer)
  }
}

/// The facilitator gives the word.
struct LeavingScreen: BoothScreen {
  enum Outcome { case right, back, lockedOut }

  let word: BoothLine
  /// Wrong words that are still taken.
  private(set) var tries: Int

  init(word: BoothLine, tries: Int) {
    self.word = word
    self.tries = tries
  }

  var page: BoothPage {
    var page = BoothPage()
    page.heading = BoothWording.leavingPlace
    page.blocks = [.blank, .text(BoothWording.leavingAsk, nil)]
    page.keys = [BoothWording.goOn, BoothWording.back]
    return page
  }

  var spoken: [String] { [BoothWording.leavingAsk] }
  var help: [String] { BoothWording.leavingHelp }
  var entry: BoothEntry { .hidden(BoothWording.leavingLabel) }
  var commands: BoothCommands { .none }
  var isAttended: Bool { false }
  var lifetime: Duration? { .seconds(60) }

  mutating func lapse() -> BoothReaction<Outcome> { .done(.back) }

  mutating func press(_ key: BoothKey) -> BoothReaction<Outcome> {
    key == .escape ? .done(.back) : .ignored
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Outcome> {
    if line.isEmpty { return .done(.back) }
    if line.matches(word) { return .done(.right) }
    tries -= 1
    return tries > 0 ? .notice(BoothWording.wrongWord(tries)) : .done(.lockedOut)
  }
}
