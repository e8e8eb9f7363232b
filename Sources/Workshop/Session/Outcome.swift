package import ExerciseProtocol

/// What the session leaves behind.
package struct Outcome: Hashable, Sendable {
  package var kind: Kind
  package var text: String
  /// Who sees to it.
  package var owner: ParticipantID?
  package var due: CivilDate?
  /// The cards that it came from.
  package var cards: [CardID]
  /// Where it was recorded; nil outside every activity.
  package var activity: ActivityID?

  package enum Kind: String, CaseIterable, Sendable {
    case decision, action, insight
  }

  package init(
    kind: Kind, text: String, owner: ParticipantID? = nil, due: CivilDate? = nil,
    cards: [CardID] = [], activity: ActivityID? = nil
  ) {
    self.kind = kind
    self.text = text
    self.owner = owner
    self.due = due
    self.cards = cards
    self.activity = activity
  }
}
