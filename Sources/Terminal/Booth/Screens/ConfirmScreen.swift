import Rendering

/// “Are you sure?” The focus is on No, so that Enter alone, however often, hands nothing in.
struct ConfirmScreen: BoothScreen {
  typealias Outcome = Bool

  let heading: BoothHeading
  let action: BoothAction
  /// What the ballot is about, where that is one thing.
  let about: [String]
  private var place = BoothFocus(2)

  init(_ action: BoothAction, _ heading: BoothHeading, about: [String]) {
    self.action = action
    self.about = about
    self.heading = heading
    place.index = 0
  }

  private var rows: [BoothRow] {
    [
      BoothRow(BoothWording.confirmNo, label: "1."),
      BoothRow(BoothWording.confirmYes(action), label: "2."),
    ]
  }

  var page: BoothPage {
    var page = heading.page(BoothWording.confirmPlace)
    page.blocks += [.blank, .text(BoothWording.confirm(action), .title)]
    page.blocks += about.map { .text($0, nil) } + [.blank]
    page.rows = rows
    page.focus = place.index
    page.standing = BoothWording.confirmStanding
    page.keys = BoothWording.confirmKeys
    return page
  }

  var spoken: [String] {
    [BoothWording.confirm(action)] + about + rows.spoken + [BoothWording.confirmNumber]
  }
  var help: [String] { BoothWording.confirmHelp }
  var entry: BoothEntry { .shown(BoothWording.typeNumber) }

  mutating func press(_ key: BoothKey) -> BoothReaction<Bool> {
    if place.move(key) { return .changed }
    switch key {
    case .escape: return .done(false)
    case .enter: return .done(place.index == 1)
    default: return .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<Bool> {
    switch line.text.lowercased() {
    case "1", "no": .done(false)
    case "2", "yes": .done(true)
    case "cast" where action == .cast: .done(true)
    default: .notice(BoothWording.confirmNumber)
    }
  }
}
