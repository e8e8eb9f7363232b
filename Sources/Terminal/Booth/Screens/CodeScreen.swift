import Rendering

/// “Who are you?”, by the code on a slip of paper. A code is shown while it is typed, so that it
/// can be compared with the slip; not where others see the screen. Nil: they left.
struct CodeScreen: BoothScreen {
  typealias Outcome = String?

  let title: String
  /// How many characters stand together on the slip.
  let group: Int
  let isBlind: Bool

  var page: BoothPage {
    var page = BoothPage()
    page.heading = title
    page.place = BoothWording.who
    page.blocks = [.text(BoothWording.who, .title), .blank, .text(BoothWording.whoCode, nil)]
    page.keys = BoothWording.codeKeys
    return page
  }

  var spoken: [String] { [BoothWording.who, BoothWording.whoCode] }
  var help: [String] { BoothWording.codeHelp }
  var entry: BoothEntry {
    isBlind ? .hidden(BoothWording.codeLabelHidden) : .shown(BoothWording.codeLabel)
  }

  /// In capitals, and in groups as on the slip.
  func shown(_ text: String) -> String {
    let plain = text.uppercased().filter { $0 != "-" && $0 != " " }
    return plain.enumerated().reduce(into: "") { shown, next in
      if group > 0, next.offset > 0, next.offset % group == 0 { shown.append("-") }
      shown.append(next.element)
    }
  }

  mutating func press(_ key: BoothKey) -> BoothReaction<String?> {
    key == .escape ? .done(nil) : .ignored
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<String?> {
    line.isEmpty ? .notice(BoothWording.typeCode) : .done(line.text)
  }
}
