import ExerciseKit

/// What a host holds of a session with one open activity, and what it does with an exercise's
/// changes. A value; its rules are those of the real host.
struct SessionStandIn {
  /// The activity under test; the cards that come in are of one before it.
  static let activity: ActivityID = "a2"
  static let earlier: ActivityID = "a1"

  private(set) var participants: [Participant] = []
  /// The exercise's own events, in order.
  private(set) var recorded: [Occurrence] = []
  /// The seed of the activity's lot, once its box was opened.
  private(set) var lot: Int?
  /// The labels of the cards that came in.
  private(set) var taken: [CardID] = []
  var now: Timestamp
  /// The session's proposition, once an exercise set one.
  var proposition: (title: String, text: String)?
  private let plan: ActivityBrief
  private var cardsByLabel: [CardID: Card] = [:]
  /// Every label ever given to a card that is there, in order.
  private var labels: [CardID] = []
  /// The labels of the cards contributed in the activity.
  private var contributed: [CardID] = []
  /// The numbers in the last labels that were given; none is ever given twice.
  private var last = (cards: 0, people: 0)

  init(
    exercise: ExerciseDescription, title: String?, focus: String?, settings: JSONValue,
    cards: [String], people: [String], now: Timestamp
  ) {
    self.now = now
    plan = ActivityBrief(
      id: Self.activity, exercise: exercise.id, title: title ?? exercise.name, focus: focus,
      settings: settings.completed(from: exercise.settings))
    for name in people { fold(.participant(newcomer(name))) }
    for text in cards {
      let card = Card(id: newLabel(), text: text, activity: Self.earlier, at: now)
      cardsByLabel[card.id] = card
      last.cards = max(last.cards, number(card.id.rawValue))
      taken.append(card.id)
      labels.append(card.id)
    }
  }

  var settings: JSONValue { plan.settings }

  /// The cards contributed in the activity, and after them those that came in.
  var cards: [Card] { (contributed + taken).compactMap { cardsByLabel[$0] } }

  /// What the exercise is opened with: from `state`, or from nothing.
  func brief(from state: SavedState? = nil) -> ActivityBrief {
    var brief = plan
    brief.cards = cards
    brief.taken = taken
    brief.participants = participants
    brief.lot = lot
    brief.state = state
    brief.events = state == nil ? recorded : []
    return brief
  }

  var lastCard: CardID? { labels.last }
  func place(of card: CardID) -> Int? { labels.firstIndex(of: card) }
  func cards(in places: ClosedRange<Int>) -> [CardID] { Array(labels[places]) }

  func card(_ id: CardID) throws(HarnessFailure) -> Card {
    guard let card = cardsByLabel[id] else { throw .unknownCard(id) }
    return card
  }

  func person(_ name: String) throws(HarnessFailure) -> ParticipantID {
    guard let person = participants.first(where: { $0.name == name }) else {
      throw .unknownPerson(name)
    }
    return person.id
  }

  /// Somebody who is not on the roster yet.
  func newcomer(_ name: String) -> Participant {
    Participant(id: ParticipantID("p\(last.people + 1)"), name: name)
  }

  private func newLabel() -> CardID { CardID("c\(last.cards + 1)") }

  /// The number in `label`, where it is one of ours.
  private func number(_ label: String) -> Int { Int(label.dropFirst()) ?? 0 }

  /// Takes in what happened, as the journal would.
  mutating func fold(_ occurrence: Occurrence) {
    switch occurrence {
    case .card(let card):
      last.cards = max(last.cards, number(card.id.rawValue))
      if cardsByLabel.updateValue(card, forKey: card.id) == nil {
        contributed.append(card.id)
        labels.append(card.id)
      }
    case .cardRemoved(let id):
      cardsByLabel[id] = nil
      contributed.removeAll { $0 == id }
      taken.removeAll { $0 == id }
      labels.removeAll { $0 == id }
    case .participant(let person):
      last.people = max(last.people, number(person.id.rawValue))
      if let index = participants.firstIndex(where: { $0.id == person.id }) {
        participants[index] = person
      } else {
        participants.append(person)
      }
    case .recorded: recorded.append(occurrence)
    case .lot(let seed): lot = seed
    }
  }
}

extension SessionStandIn: ChangeGround {
  func cardOnBoard(_ id: CardID) -> Card? { cardsByLabel[id] }
  var board: [Card] { labels.compactMap { cardsByLabel[$0] } }
  /// All that are here are the activity's own, or came in.
  func mayChange(_ card: Card) -> Bool { true }
  var everybody: [Participant] { participants }
  var lastLabels: (cards: Int, people: Int) { last }
}

extension JSONValue {
  /// This object with the defaults of the fields that it leaves out.
  func completed(from fields: [FieldDescription]) -> JSONValue {
    guard case .object(var members) = self else { return self }
    for field in fields where self[field.name] == nil {
      if let value = field.defaultValue { members.append(.init(field.name, value)) }
    }
    return .object(members)
  }
}
