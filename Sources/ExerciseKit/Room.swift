public import ExerciseProtocol

/// What an action or a view can see of its activity. A value: nothing done to it changes anything.
public struct Room<Host: Exercise>: Sendable {
  public let settings: Host.Settings
  public let state: Host.State
  /// What the agenda calls the activity.
  public let title: String
  /// The question that the activity works on.
  public let focus: String?
  /// When the action was taken; in a view, when the last thing happened.
  public let now: Timestamp
  /// Whose action this is; nil where nobody was named, in an anonymous action, and in a view.
  public let actor: ParticipantID?
  /// How many votes this action counts for: 1, unless a poll published another weight.
  public let weight: Int
  /// Once the activity's box was opened and counted: the seed of its lot, by which ties are broken.
  /// Nil before, and where there is no secret vote.
  public let lot: Int?
  /// Chance for this action, another at each: `Chance(seed: room.seed)`. What an action draws must
  /// be in what it records, for `evolve` has none. 0 in a view.
  public let seed: Int
  /// The people in the room, in the order in which they joined. Whoever is known only because an
  /// import named them as an author is not among them: see ``people``.
  public var participants: [Participant] { people.filter(\.isPresent) }
  /// All who are known: those in the room, and those who said something elsewhere.
  public let people: [Participant]
  let board: Board

  /// The cards contributed in this activity, in order; the hidden ones too.
  public var cards: [Card] { board.cards }
  /// The cards taken in from earlier activities, in the order in which they were given.
  public var taken: [Card] { board.taken }

  /// The card with this label, here or taken in.
  ///
  /// - Throws: a refusal that names the label.
  public func card(_ id: CardID) throws(Refusal) -> Card {
    guard let card = board.card(id) else {
      throw Refusal(
        "There is no card \(id) in this activity.", hint: "/cards lists the cards of the session.")
    }
    return card
  }

  /// What a card stands for besides itself, to be shown behind its words: `, also c7 “Late buses”
  /// (Roger White)`. Empty where nothing was merged into it.
  public func alsoSaid(by card: Card) -> String {
    card.sources.map { id in
      guard let source = board.source(id) else { return ", also \(id)" }
      return ", also \(id) “\(source.text)”" + (authors(of: source).map { " (\($0))" } ?? "")
    }.joined()
  }

  /// The same room with other settings and other cards taken in: as it stood when something was
  /// decided that stays, whatever changes later.
  public func standing(under settings: Host.Settings, with taken: [Card]) -> Room {
    var board = board
    board.take(taken)
    return Room(
      settings: settings, state: state, title: title, focus: focus, now: now, actor: actor,
      weight: weight, lot: lot, seed: seed, people: people, board: board)
  }

  /// The name of a participant, or nil for nobody.
  public func name(of participant: ParticipantID?) -> String? {
    guard let participant else { return nil }
    return people.first { $0.id == participant }?.name ?? participant.rawValue
  }
}

extension Room {
  /// The names of all who said it, `Liz and Tom`; nil where nobody is named.
  public func authors(of card: Card) -> String? {
    let names = card.authors.compactMap { name(of: $0) }
    guard let last = names.last, names.count > 1 else { return names.first }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// The cards that an activity knows: its own and those it took in.
struct Board: Sendable {
  private(set) var cards: [Card] = []
  private(set) var taken: [Card] = []
  private var places: [CardID: Place] = [:]
  /// Cards of elsewhere that were merged into one of these: they are told, and nothing else.
  private var merged: [CardID: Card] = [:]
  private let activity: ActivityID

  private enum Place {
    case own(Int)
    case taken(Int)
  }

  init(_ brief: ActivityBrief) {
    activity = brief.id
    let byID = Dictionary(brief.cards.map { ($0.id, $0) }) { first, _ in first }
    for id in brief.taken {
      guard let card = byID[id], places[id] == nil else { continue }
      places[id] = .taken(taken.count)
      taken.append(card)
    }
    for card in brief.cards where places[card.id] == nil { put(card) }
    let sources = Set((cards + taken).flatMap(\.sources))
    for card in brief.cards where places[card.id] == nil && sources.contains(card.id) {
      merged[card.id] = card
    }
  }

  /// A card that was merged into another, wherever that was.
  func source(_ id: CardID) -> Card? { card(id) ?? merged[id] }

  func card(_ id: CardID) -> Card? {
    switch places[id] {
    case .own(let index): cards[index]
    case .taken(let index): taken[index]
    case nil: nil
    }
  }

  /// Adds the card, or replaces what was known of it. A card of another activity that was not taken
  /// in is none of this one's business.
  mutating func put(_ card: Card) {
    switch places[card.id] {
    case .own(let index): cards[index] = card
    case .taken(let index): taken[index] = card
    case nil:
      guard card.activity == activity else { return }
      places[card.id] = .own(cards.count)
      cards.append(card)
    }
  }

  /// Puts these cards in the place of those that were taken in.
  mutating func take(_ taken: [Card]) {
    self.taken = taken
    places = [:]
    for (index, card) in cards.enumerated() { places[card.id] = .own(index) }
    for (index, card) in taken.enumerated() { places[card.id] = .taken(index) }
  }

  mutating func remove(_ id: CardID) {
    cards.removeAll { $0.id == id }
    taken.removeAll { $0.id == id }
    places = [:]
    for (index, card) in taken.enumerated() { places[card.id] = .taken(index) }
    for (index, card) in cards.enumerated() { places[card.id] = .own(index) }
  }
}
