import ExerciseKit

/// An affinity map: cards that belong together get a name.
///
/// Source: the KJ method of J. Kawakita (1967), known as affinity mapping. Our own wording.
struct Group: Exercise {
  static let about = ExerciseAbout(
    id: "group", name: "Group",
    summary: "put cards that belong together under a name: an affinity map",
    guidance: [
      "Read all cards out once. Say: “Which of these belong together? Go by what they mean, not by "
        + "a word they share.”",
      "Pick cards and name them in one line: c1 c4-c7 Getting about. Or pick first (c1 c4-c7 "
        + "#young ~bus), read them out, and then type the name.",
      "Say: “What would you call this, in a few words that somebody who was not here understands?”",
      "A number joins a theme that is there: c9 2 puts c9 into theme 2. A card has one theme; "
        + "putting it elsewhere moves it.",
      "The kit proposes near-duplicates and words that cards share, from their letters alone. Take "
        + "or leave them: nothing happens by itself.",
      "A card that fits nowhere may stay alone; it can be the most important one.",
      "Nothing is lost when you come back later: themes stay, and new cards wait below them.",
      "Tip: more than eight themes? Ask which two are really one, and /join them.",
      "Variation: silent sorting first, on paper, and type the result.",
      "Accessibility: say the label and the words of each card that you move; ask people to name "
        + "labels rather than to point.",
    ])

  enum PassOn: String, FieldChoice, Codable {
    case cards, themes
  }

  struct Settings: Fields {
    @Field("What goes on to the next activity: the cards, theme by theme, or a card for each theme")
    var passOn = PassOn.cards
    @Field("Propose near-duplicates and themes from the words") var suggest = true
    @Field("From which likeness on two cards are near-duplicates, in percent", 30...100)
    var alikeFrom = 60
  }

  struct Theme: Codable {
    /// Never used again, so that a theme's card finds it.
    var id: Int
    var name: String
    var cards: [CardID] = []
    /// The label that its cards carry.
    var tag: String
  }

  struct State: Codable, MergingState {
    var themes: [Theme] = []
    var lastID = 0
    /// Picked, and waiting for a name.
    var picked: [CardID] = []
    /// Cards that had a theme's tag before they were in the theme: leaving it, they keep it.
    var taggedBefore: [CardID] = []
    var merging = Merging()
  }

  enum Event: Codable, MergingEvent {
    case picked([CardID])
    case named(id: Int, String, tag: String, [CardID], taggedBefore: [CardID])
    case renamed(id: Int, String, tag: String)
    case joined(id: Int, [CardID], taggedBefore: [CardID])
    case released([CardID])
    case dissolved(id: Int)
    case merged(Merging.Record)
    case split(CardID)
  }

  static let initialState = State()
  static let actions: [any Action<Group>.Type] = [
    Put.self, Pick.self, Rename.self, Release.self, Join.self, Dissolve.self, Merge<Group>.self,
    Split<Group>.self,
  ]
  static let lineAction: (any Action<Group>.Type)? = Put.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .picked(let cards): state.picked = cards
    case .named(let id, let name, let tag, let cards, let before):
      state.take(cards)
      state.themes.append(Theme(id: id, name: name, cards: cards, tag: tag))
      state.lastID = max(state.lastID, id)
      state.taggedBefore += before
      state.picked = []
    case .renamed(let id, let name, let tag):
      guard let index = state.themes.firstIndex(where: { $0.id == id }) else { return }
      state.themes[index].name = name
      state.themes[index].tag = tag
    case .joined(let id, let cards, let before):
      state.take(cards)
      guard let index = state.themes.firstIndex(where: { $0.id == id }) else { return }
      state.themes[index].cards += cards
      state.taggedBefore += before
      state.picked = []
    case .released(let cards): state.take(cards)
    case .dissolved(let id):
      for theme in state.themes where theme.id == id { state.take(theme.cards) }
      state.themes.removeAll { $0.id == id }
    case .merged(let record): state.merging.add(record)
    case .split(let card): state.merging.split(card)
    }
  }

  /// The cards theme by theme and then those in none, or a card for each theme.
  static func give(from room: Room<Group>) -> [CardID] {
    switch room.settings.passOn {
    case .cards:
      let visible = Set(room.sortable.map(\.id))
      return room.state.themes.flatMap(\.cards).filter(visible.contains) + room.loose.map(\.id)
    case .themes:
      return room.state.themes.compactMap { theme in room.card(of: theme)?.id }
    }
  }
}

extension Group.State {
  /// Takes cards out of the themes that they are in.
  fileprivate mutating func take(_ cards: [CardID]) {
    let gone = Set(cards)
    for index in themes.indices { themes[index].cards.removeAll(where: gone.contains) }
    taggedBefore.removeAll(where: gone.contains)
  }

  /// The theme that a card is in.
  func theme(of card: CardID) -> Group.Theme? { themes.first { $0.cards.contains(card) } }
}
