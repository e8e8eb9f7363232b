import Rendering

/// “Who are you?”, by name. Nil: they left.
struct NameScreen: BoothScreen {
  typealias Outcome = String?

  let title: String
  let names: [String]
  /// Names that fit are heard, not seen.
  let isLinear: Bool
  private var typed = ""
  private var focus: BoothFocus

  /// So many are read out to somebody whose letters fit several.
  private static let heard = 8
  /// So many are read out at once.
  private static let few = 12

  init(title: String, names: [String], isLinear: Bool) {
    self.isLinear = isLinear
    self.title = title
    self.names = names
    focus = BoothFocus(names.count)
  }

  /// The positions of the names that what is typed could mean.
  private func found(_ typed: String) -> [Int] {
    if let number = Int(typed) { return names.indices.filter { $0 + 1 == number } }
    let words = typed.lowercased()
    return names.indices.filter { names[$0].begins(words) }
  }

  var page: BoothPage {
    var page = BoothPage()
    page.heading = title
    page.place = BoothWording.who
    page.blocks = [.text(BoothWording.who, .title), .text(BoothWording.whoNames, nil), .blank]
    let found = found(typed)
    page.rows = found.map { BoothRow(names[$0], label: "\($0 + 1).") }
    if found.isEmpty { page.rows = [BoothRow(BoothWording.nobody)] }
    page.focus = focus.index
    page.keys = BoothWording.nameKeys
    return page
  }

  var spoken: [String] {
    let list = names.enumerated().map { "\($0 + 1). \($1)" }
    return [BoothWording.who, BoothWording.nameLabel] + (names.count <= Self.few ? list : [])
  }

  var help: [String] { BoothWording.nameHelp }
  var entry: BoothEntry { .shown(BoothWording.nameLabel) }
  var keepsLine: Bool { true }

  mutating func typing(_ text: String) {
    typed = text
    focus = BoothFocus(found(text).count)
  }

  mutating func press(_ key: BoothKey) -> BoothReaction<String?> {
    if focus.move(key) { return .changed }
    switch key {
    case .escape: return .done(nil)
    // With nothing typed, what the arrows came to is meant.
    case .enter: return focus.index.map { .done(names[$0]) } ?? .ignored
    default: return .ignored
    }
  }

  mutating func enter(_ line: BoothLine) -> BoothReaction<String?> {
    let text = line.text
    if text.isEmpty { return .notice(BoothWording.typeName) }
    let found = found(text)
    if let index = focus.index, found.indices.contains(index) { return .done(names[found[index]]) }
    if let exact = found.first(where: { names[$0].lowercased() == text.lowercased() }) {
      return .done(names[exact])
    }
    switch found.count {
    // The office says no to it, in the words that it has for everything.
    case 0: return .done(text)
    case 1: return .done(names[found[0]])
    default:
      guard isLinear else { return .notice(BoothWording.chooseName) }
      let some = found.prefix(Self.heard).map { "\($0 + 1). \(names[$0])" }
      return .notice(BoothWording.severalNames(some, and: found.count - some.count))
    }
  }
}

extension String {
  /// Whether it, or one of its later words, begins so.
  fileprivate func begins(_ start: String) -> Bool {
    let text = lowercased()
    return start.isEmpty || text.hasPrefix(start)
      || text.indices.contains {
        text[$0] == " " && text[text.index(after: $0)...].hasPrefix(start)
      }
  }
}
