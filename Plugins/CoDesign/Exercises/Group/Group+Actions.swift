import ExerciseKit

extension Group {
  /// What a plain line is: cards, a name, or both.
  struct Put: Action {
    static let about = ActionAbout(
      "put", "Put cards under a name: pick them, name them, or both in one line",
      attribution: .none,
      examples: ["put c1 c4-c7 Getting about", "put #young ~bus", "put c9 2"])
    @Field("Cards (c1 c4-c7, #tag, ~word, * for the rest), then a theme's name or number")
    var line: String

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let selection = try CardSelection(
        line, from: room.sortable, loose: room.loose.map(\.id))
      let cards = selection.isGiven ? selection.cards : room.state.picked
      let words = selection.words
      guard !words.isEmpty else {
        guard !cards.isEmpty else {
          throw Refusal(
            selection.isGiven ? "No card waits for a theme." : "There is nothing in the line.",
            field: "line")
        }
        return try Pick.pick(cards, in: room, selection.reasons)
      }
      guard !cards.isEmpty else {
        throw Refusal(
          "No cards are picked for “\(words)”.", field: "line",
          hint: "Pick some: c1 c4-c7, #tag, ~word; a name may follow in the same line.")
      }
      if let theme = room.theme(called: words) {
        return room.join(cards, theme, selection.reasons)
      }
      // Two digits are a theme's number, and a mistake in it; a year may well be a name.
      if words.count < 3, let number = Int(words) { _ = try room.theme(number: number) }
      return try room.begin(cards, as: words, selection.reasons)
    }
  }

  struct Pick: Action {
    static let about = ActionAbout(
      "pick", "Pick cards, to name them in the next line", attribution: .none,
      examples: ["pick c1 c4-c7", "pick #young", "pick ~\"late bus\" ~tram"])
    @Field("Cards: c1 c4-c7, #tag, ~word, ~\"some words\", or * for the rest") var line: String

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let selection = try CardSelection(
        line, from: room.sortable, loose: room.loose.map(\.id))
      guard selection.words.isEmpty else {
        throw Refusal(
          "“\(selection.words)” does not pick cards.", field: "line",
          hint: "Search with ~word, pick a tag with #tag.")
      }
      return try Self.pick(selection.cards, in: room, selection.reasons)
    }

    static func pick(
      _ cards: [CardID], in room: Room<Group>, _ reasons: [String] = []
    ) throws(Refusal) -> [Effect<Event>] {
      guard !cards.isEmpty else { throw Refusal("That picks no card.", field: "line") }
      return [
        .record(.picked(cards)),
        .notice(
          "\(room.told(cards, reasons)) picked. Read them out; the next line is the name."),
      ]
    }
  }

  struct Rename: Action {
    static let about = ActionAbout(
      "rename", "Give a theme another name", attribution: .none,
      examples: ["rename 2 Getting home at night"])
    @Field("The theme's number", 1...10_000) var theme: Int
    @Field("Its new name") var name: String

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let theme = try room.theme(number: theme)
      let name = name.trimmed
      guard let tag = name.asTag else {
        throw Refusal("A name needs a letter or a digit.", field: "name")
      }
      var effects: [Effect<Event>] = []
      for id in theme.cards where tag != theme.tag {
        guard (try? room.card(id)) != nil else { continue }
        let keeps = room.state.taggedBefore.contains(id)
        effects.append(.tag(id, add: [tag], remove: keeps ? [] : [theme.tag]))
      }
      if let card = room.card(of: theme) { effects.append(.edit(card.id, text: name)) }
      return effects + [
        .record(.renamed(id: theme.id, name, tag: tag)),
        .notice("“\(theme.name)” is “\(name)” now, its cards labelled #\(tag)."),
      ]
    }
  }

  struct Release: Action {
    static let about = ActionAbout(
      "release", "Take cards out of their theme, back to those that wait", attribution: .none,
      examples: ["release c4 c5"])
    @Field("Which cards") var cards: [CardID]

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let inside = cards.filter { room.state.theme(of: $0) != nil }
      guard !inside.isEmpty else {
        throw Refusal("None of these is in a theme.", field: "cards")
      }
      return room.untag(inside) + [
        .record(.released(inside)),
        .notice("\(inside.map(\.rawValue).listed): waiting for a theme."),
      ]
    }
  }
}

extension Room<Group> {
  /// What a new theme changes: its cards are labelled, and a card that stands for it is added.
  func begin(
    _ cards: [CardID], as name: String, _ reasons: [String] = []
  ) throws(Refusal) -> [Effect<Group.Event>] {
    guard let tag = name.asTag else {
      throw Refusal("A name needs a letter or a digit.", field: "line")
    }
    let id = state.lastID &+ 1
    let (tagged, had) = label(cards, tag)
    let draft = CardDraft(name, author: .nobody, tags: [tag], attributes: ["theme": "\(id)"])
    return untag(cards, butNot: tag) + tagged + [
      .add(draft), .record(.named(id: id, name, tag: tag, cards, taggedBefore: had)),
      .notice("“\(name)”, \(told(cards, reasons)), labelled #\(tag)."),
    ]
  }

  /// `60 cards that say “idea”, 12 of them out of other themes`.
  func told(_ cards: [CardID], _ reasons: [String]) -> String {
    let all = cards.count > 1 && cards.count == sortable.count && !reasons.isEmpty ? "all " : ""
    let why = reasons.isEmpty ? "" : " " + reasons.joined(separator: " or ")
    let moved = reasons.isEmpty ? 0 : cards.count { state.theme(of: $0) != nil }
    let from = moved == 0 ? "" : ", \(moved) of them out of other themes"
    return all + counted(cards.count, "card") + why + from
  }

  /// What putting cards into a theme that is there changes.
  func join(
    _ cards: [CardID], _ theme: Group.Theme, _ reasons: [String] = [], notice: String? = nil
  ) -> [Effect<Group.Event>] {
    let new = cards.filter { !theme.cards.contains($0) }
    let (tagged, had) = label(new, theme.tag)
    return untag(new, butNot: theme.tag) + tagged + [
      .record(.joined(id: theme.id, new, taggedBefore: had)),
      .notice(notice ?? "\(told(new, reasons)) more in “\(theme.name)”."),
    ]
  }
}
