package import ExerciseProtocol

/// What the session leaves behind.
package struct Outcome: Hashable, Sendable {
  package var kind: Kind
  package var text: String
  /// Who sees to it.
  package var owners: [ParticipantID]
  package var due: CivilDate?
  /// The cards that it came from.
  package var cards: [CardID]
  /// Where it was recorded; nil outside every activity.
  package var activity: ActivityID?

  package enum Kind: String, CaseIterable, Sendable {
    case decision, action, insight
  }

  package init(
    kind: Kind, text: String, owners: [ParticipantID] = [], due: CivilDate? = nil,
    cards: [CardID] = [], activity: ActivityID? = nil
  ) {
    self.kind = kind
    self.text = text
    self.owners = owners
    self.due = due
    self.cards = cards
    self.activity = activity
  }
}
