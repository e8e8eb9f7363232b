import Rendering

/// Something to be read, until Enter, or for some time. False: the reader went back.
struct MessageScreen: BoothScreen {
  typealias Outcome = Bool

  var heading: String
  var place = ""
  var paragraphs: [String]
  var isCentred = false
  var keys = [BoothWording.goOn]
  var help = BoothWording.messageHelp
  /// Esc is an answer of its own.
  var goesBack = false
  var lifetime: Duration?
  var isAttended = true

  var page: BoothPage {
    var page = BoothPage()
    page.heading = heading
    page.place = place
    page.isCentred = isCentred
    page.blocks = paragraphs.enumerated().flatMap { index, text -> [BoothPage.Block] in
      [.text(text, index == 0 ? .title : nil), .blank]
    }
    page.keys = keys
    return page
  }

  var spoken: [String] { paragraphs + (goesBack ? [BoothWording.startSpoken] : []) }
  var entry: BoothEntry { .none }

  mutating func press(_ key: BoothKey) -> BoothReaction<Bool> {
    key == .escape && goesBack ? .done(false) : .ignored
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Bool> {
    line.isEmpty ? .done(true) : .ignored
  }

  mutating func lapse() -> BoothReaction<Bool> { .done(true) }
}

/// What `?` shows, over any other screen.
struct HelpScreen: BoothScreen {
  typealias Outcome = Bool

  let paragraphs: [String]
  var isAttended = true
  private var scroll = 0

  init(_ paragraphs: [String]) { self.paragraphs = paragraphs }

  var page: BoothPage {
    var page = BoothPage()
    page.heading = BoothWording.helpTitle
    page.rows = paragraphs.flatMap { [BoothRow($0), BoothRow("")] }.dropLast()
    page.scroll = scroll
    page.keys = [BoothWording.anyKey, BoothWording.moveKeys]
    return page
  }

  // Nobody may be there to close it.
  var lifetime: Duration? { .seconds(120) }
  mutating func lapse() -> BoothReaction<Bool> { .done(true) }

  var spoken: [String] { [BoothWording.helpTitle + ":"] + paragraphs }
  var help: [String] { [] }
  var entry: BoothEntry { .none }
  var commands: BoothCommands { .none }
  var asksWithMark: Bool { false }

  mutating func press(_ key: BoothKey) -> BoothReaction<Bool> {
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll += 1
    case .pageUp: scroll = max(0, scroll - BoothFocus.leap)
    case .pageDown: scroll += BoothFocus.leap
    case .home: scroll = 0
    case .interrupt, .other: return .ignored
    default: return .done(true)
    }
    scroll = min(scroll, paragraphs.reduce(0) { $0 + 2 + $1.count / 30 })
    return .changed
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Bool> { .done(true) }
}
