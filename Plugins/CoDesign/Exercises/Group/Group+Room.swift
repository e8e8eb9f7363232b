import ExerciseKit

extension Room<Group> {
  /// What can be sorted: every visible card but those that stand for a theme.
  var sortable: [Card] { allVisible.filter { $0.attributes["theme"] == nil } }

  /// Those in no theme.
  var loose: [Card] {
    let sorted = Set(state.themes.flatMap(\.cards))
    return sortable.filter { !sorted.contains($0.id) }
  }

  /// The card that stands for a theme.
  func card(of theme: Group.Theme) -> Card? {
    visible.first { $0.attributes["theme"] == "\(theme.id)" }
  }

  /// The theme of this number, counted from 1 as they are shown.
  func theme(number: Int) throws(Refusal) -> Group.Theme {
    guard state.themes.indices.contains(number - 1) else {
      throw Refusal(
        "There is no theme \(number).",
        hint: state.themes.isEmpty
          ? "c1 c4-c7 Getting about makes the first one." : "They are 1 to \(state.themes.count).")
    }
    return state.themes[number - 1]
  }

  /// The theme that these words name: its number, or its name whatever the capitals.
  func theme(called words: String) -> Group.Theme? {
    if let number = Int(words), state.themes.indices.contains(number &- 1) {
      return state.themes[number - 1]
    }
    return state.themes.first { $0.name.lowercased() == words.lowercased() }
  }

  /// Takes the labels of their themes off cards; those they had before they keep.
  func untag(_ cards: [CardID], butNot kept: String? = nil) -> [Effect<Group.Event>] {
    cards.compactMap { id in
      guard let theme = state.theme(of: id), theme.tag != kept,
        !state.taggedBefore.contains(id), (try? card(id))?.isTagged(theme.tag) == true
      else { return nil }
      return .tag(id, remove: [theme.tag])
    }
  }

  /// Puts a theme's label on cards; also those that had it already.
  func label(_ cards: [CardID], _ tag: String) -> (effects: [Effect<Group.Event>], had: [CardID]) {
    let had = cards.filter { id in
      guard (try? card(id))?.isTagged(tag) == true else { return false }
      // A card that only changes between themes of one tag has it from there.
      return state.theme(of: id)?.tag != tag || state.taggedBefore.contains(id)
    }
    let new = cards.filter { id in (try? card(id))?.isTagged(tag) != true }
    return (new.map { .tag($0, add: [tag]) }, had)
  }
}
