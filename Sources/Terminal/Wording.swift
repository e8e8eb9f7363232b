internal import Platform
import SystemPackage
package import Workshop

/// All words of its own that the terminal shows.
enum Wording {
  static func moreCandidates(_ count: Int, unicode: Bool) -> String {
    "\(unicode ? "…" : "...") and \(count) more"
  }

  /// Shown where ^C dropped a line.
  static let interrupted = "^C"

  static func hint(_ text: String) -> String { "Hint: \(text)" }

  static func waiting(for plugin: String) -> String {
    "Waiting for the plugin “\(plugin)”; ^C ends the wait."
  }

  // MARK: Leaving

  static let leaveQuestion = "Leave the session? Everything is saved. [Y/n] "

  // MARK: Output that is lost

  static func unheard(_ reason: any Error, file: String, line: Int) -> Problem {
    let isClosed = reason as? Errno == .badFileDescriptor
    return Problem(
      "\(file):\(line): The answer to this line can't be written: "
        + (isClosed ? "standard output is closed." : "\(reason)."),
      hint: "The line was carried out, and none after it: run those once they can be answered.")
  }

  // MARK: Forms

  static let formKeys = "Enter goes on, /back returns, /cancel leaves, ? explains."
  static let formLeft = "Left; nothing was changed."
  static let formAtStart = "This is the first question; /cancel leaves."

  // MARK: Pasting

  /// What stands in a line for them.
  static func pasteMark(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  static func paste(_ count: Int, _ choices: String) -> String {
    "\(count) lines were pasted. \(choices)"
  }
  static let pasteChoices = "[E]ach line a card, all in [o]ne card, or [n]othing?"
  static func pasteChoices(after command: String) -> String {
    "\(command) for [e]ach line, once with all in [o]ne, or [n]othing?"
  }
  static let pasteQuestion = "  E, o or n: "
  static let pasteDropped = "Nothing was taken."
  /// In place of an answer to a question.
  static let pastedAnswer = "Several lines were pasted, and this takes one. Nothing was taken."
  static func pasteTaken(_ count: Int) -> String {
    "\(count) lines taken. Each is a step of its own: /undo takes back the last."
  }
  static func pasteTaken(_ taken: Int, _ numbers: [Int]) -> String {
    guard !numbers.isEmpty else { return "\(taken) taken, then it was stopped." }
    let lines = numbers.prefix(12).map { "line \($0)" }.joined(separator: ", ")
    return "\(taken) taken, \(numbers.count) not: \(lines)\(numbers.count > 12 ? " …" : "")."
  }
  /// `3 lines (4, 9, 12): …`.
  static func pasteRemark(_ numbers: [Int], _ text: String) -> String {
    guard numbers.count > 1 else { return "Line \(numbers.first ?? 0): \(text)" }
    let shown = numbers.prefix(8).map(String.init).joined(separator: ", ")
    return "\(numbers.count) lines (\(shown)\(numbers.count > 8 ? ", …" : "")): \(text)"
  }
  static func pasteRemarksLeft(_ count: Int) -> String {
    "\(count) more remarks; the cards say the rest: /cards"
  }
  static func pasteJoined(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return "\(names.count == 1 ? "1 person" : "\(names.count) people") joined: \(shown)"
      + (names.count > 12 ? ", …" : "")
  }
  static func pasteReturns(_ count: Int) -> String {
    (count == 1 ? "It comes back to be mended; " : "They come back one by one to be mended; ")
      + "^C leaves \(count == 1 ? "it" : "them") out."
  }
  static func pasteRest(_ count: Int) -> String {
    "\(count) lines stand at the prompt again, as if pasted; ^C leaves them out."
  }
  static let privateLine = "A vote is not shown again: type it anew."
  static let lineReturns =
    "The line is back: arrows and Backspace mend it, a letter begins another."

  // MARK: Pages

  /// The same, shorter and shorter, for narrow windows.
  static func page(_ done: Int, of count: Int) -> [String] {
    [
      "Lines to \(done) of \(count). Space goes on, q is enough, or type your next line. ",
      "\(done) of \(count) lines. Space: on, q: enough. ", "\(done)/\(count) space, q ", "+ ",
    ]
  }

  static func allLines(_ count: Int) -> String { "(That was all, \(count) lines.)" }

  static func linesLeft(_ count: Int) -> String {
    count == 1 ? "(1 line was left out.)" : "(\(count) lines were left out.)"
  }

  // MARK: The wall

  static let timeIsUpShort = "TIME IS UP"
  static func timeIsUp(by time: String) -> String { "*** TIME IS UP · \(time) over ***" }

  static func page(_ page: Int, of count: Int, isHeld: Bool) -> String {
    "page \(page) of \(count)\(isHeld ? ", held" : "")"
  }

  /// - Parameter cards: the one that is new; none of several, or where it has no label.
  static func newOnPage(_ cards: [String], of count: Int, _ page: Int) -> String {
    if count > 1 { return "\(count) new ones, from page \(page) on." }
    return "New\(cards.first.map { $0.isEmpty ? "" : ": \($0)" } ?? ""), on page \(page)."
  }

  static let wallKeys = "Space, arrows: page.  / words: search, n: again.  p: hold.  q: end."
  static let wallEnds = "q or ^C ends the wall.  ? says what other keys do."
  static func notOnWall(_ words: String) -> String { "Nothing here has “\(words)”." }
  static func foundOnWall(_ words: String, _ pages: Int) -> String {
    "“\(words)”: \(pages == 1 ? "on this page" : "on \(pages) pages, n for the next")."
  }

  // MARK: The booth

  static func boothEnded(_ ending: ProcessEnding) -> Problem {
    let how =
      switch ending {
      case .exited(let status): "with status \(status)"
      case .killed(let signal): "by signal \(signal)"
      }
    return Problem(
      "The booth ended \(how). Every ballot that was cast is in the box; none was half cast.",
      hint: "/vote open goes back to it.")
  }

  static func noBooth(_ error: Errno) -> Problem {
    Problem(
      "The booth can't be started here: \(error).",
      hint: "charrette booth starts it in another terminal.")
  }

  // MARK: Others

  static func reply(to card: String) -> String { "in reply to \(card)" }

  // MARK: Beginning

  static let welcome = "Charrette runs a workshop with you, from one question to the outcomes."
  static let askTitle = "What is your workshop called?"
  static let askTemplate = "How shall it go? Type a number."

  static func otherTemplates(_ count: Int) -> String {
    "Or the name of one of \(count) methods; charrette template list shows them."
  }
  static let emptyAgenda = "An empty agenda, to be filled as you go"
  static let askPeople = "Who is here? Names with commas between; or just Enter, for later."
  static let askSession = "Which workshop? Type a number."
  static let newSession = "A new one"
  static func openOther(_ title: String) -> String { "Open “\(title)”" }
  static func beginAnother(_ title: String) -> String { "Begin another one, “\(title)”" }
  static let confirmWarnings = "Enter when you have read this"
  static let notANumber = "Type one of the numbers."
  static let begun =
    "? says what you can do, /next goes on, /quit leaves. Everything is saved as you type."
}

extension LineRefusal {
  /// In words for the person who entered it.
  package var problem: Problem {
    switch reason {
    case .notUTF8:
      Problem(
        "That line is not valid UTF-8 text, so nothing of it was taken.",
        hint: "Type or paste it again; a file must be saved as UTF-8.")
    case .brokenPaste:
      Problem(
        "The mark that stood for the pasted lines was changed, so nothing was taken.",
        hint: "Paste them again; Backspace behind the mark takes it away.")
    case .tooLong(let limit):
      Problem(
        "That line is longer than \(limit / 1024) KiB, so nothing of it was taken.",
        hint: "Make several lines of it, or bring it in with /import.")
    }
  }
}
