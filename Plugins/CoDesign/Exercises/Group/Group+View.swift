import ExerciseKit

extension Group {
  static func view(of room: Room<Group>, for audience: Audience) -> View {
    var blocks = room.opening
    guard !room.sortable.isEmpty else {
      return View(blocks + Room<Group>.nothing(to: "group"))
    }
    for (index, theme) in room.state.themes.enumerated() {
      let cards = theme.cards.compactMap { try? room.card($0) }.filter { $0.hidden == nil }
      let number = audience == .report ? "" : "\(index + 1)  "
      blocks.append(.heading("\(number)\(theme.name)", level: 2))
      blocks.append(
        cards.isEmpty
          ? .text("No card is in it.")
          : .list(cards.map { room.line($0, room.state.merging) }, ordered: false))
    }
    let loose = room.loose
    if !loose.isEmpty {
      blocks.append(.heading(room.state.themes.isEmpty ? "Cards" : "Not grouped", level: 2))
      blocks.append(.list(loose.map { room.line($0, room.state.merging) }, ordered: false))
    }
    let sorted = room.sortable.count - loose.count
    blocks.append(.text("\(sorted) of \(counted(room.sortable.count, "card")) in a theme."))
    if audience == .facilitator { blocks += picked(room) + suggestions(room) }
    return View(blocks, loose: loose.map(\.id))
  }

  private static func picked(_ room: Room<Group>) -> [View.Block] {
    guard !room.state.picked.isEmpty else { return [] }
    let cards = room.state.picked.map(\.rawValue).listed
    return [.note("Picked: \(cards). The next line is the theme's name.", .hint)]
  }

  /// Lines that can be typed as they stand.
  private static func suggestions(_ room: Room<Group>) -> [View.Block] {
    guard room.settings.suggest else { return [] }
    let found = Suggestions(
      for: room.loose, threshold: Double(room.settings.alikeFrom) / 100)
    var lines = found.duplicates.map { pair in
      "Nearly the same? /merge \(pair.first) \(pair.second)"
    }
    lines += found.themes.map { theme in
      "A theme? \(theme.cards.map(\.rawValue).joined(separator: " ")) \(theme.word)"
    }
    return lines.isEmpty
      ? []
      : [
        .heading("From the words alone", level: 3), .list(lines, ordered: false),
      ]
  }
}
