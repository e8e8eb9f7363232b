/// A session, as far as proposed changes are held against it: the host's own, and the one that a
/// harness stands in with.
package protocol ChangeGround {
  /// Any card of the session.
  func cardOnBoard(_ id: CardID) -> Card?
  /// Every card of the session, in order.
  var board: [Card] { get }
  /// Whether the activity may change it: one of its own, or one that came in.
  func mayChange(_ card: Card) -> Bool
  /// Everybody on the roster.
  var everybody: [Participant] { get }
  /// The number in the last label that was given to a card, and to a person.
  var lastLabels: (cards: Int, people: Int) { get }
  /// How long the journal is, in bytes; 0 where there is none.
  var journalBytes: Int { get }
}

extension ChangeGround {
  package var journalBytes: Int { 0 }
}

/// Where changes come from, which decides what they may be.
package enum ChangeSource: Hashable, Sendable {
  /// An action: people and the proposition are not its matter.
  case action
  /// An importer: it brings something and touches nothing that was there.
  case importer
}

/// What became of one change, once it is allowed.
package enum ChangeOutcome: Hashable, Sendable {
  case joined(Participant)
  /// Somebody who was known by name alone is in the room now.
  case cameIn(Participant)
  case added(Card)
  /// What an import brought was here before, with the words that it has in the file.
  case known(Card, text: String)
  /// The card as it is after the change.
  case edited(Card)
  case tagged(Card)
  case noted(Card)
  case hidden(Card, reason: String)
  case unhidden(Card)
  case proposed(title: String, text: String)
  case recorded(JSONValue)
}

/// Why a list of changes is refused, whole.
package enum ChangeFault: Error, Hashable, Sendable {
  case unknownCard(CardID)
  /// A card of another activity.
  case foreignCard(CardID)
  /// It answers a card that the list did not propose before it.
  case unknownDraft(Int)
  case namelessPerson
  case tooMuch(Excess)
  /// The session would hold too much with it.
  case full(SessionExcess)
  /// People and the proposition come from importers alone.
  case onlyFromImporters
  /// An importer would touch what was there.
  case notForImporters
}

extension [CardID] {
  /// The cards that an exercise gives on, as a host takes them: those that are there, each once.
  package func given(_ card: (CardID) -> Card?) -> [CardID] {
    var seen: Set<CardID> = []
    return filter { card($0) != nil && seen.insert($0).inserted }
  }
}
