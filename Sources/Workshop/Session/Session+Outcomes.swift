import ExerciseProtocol
import OrderedCollections

extension Session {
  /// What the session leaves behind: what `/outcome` recorded, and after it the cards that an
  /// exercise or a person labelled `#decision`, `#action` or `#insight`, unless what was recorded
  /// came from them. An action that was dropped is none any more.
  package var allOutcomes: [Outcome] {
    let known = Set(outcomes.flatMap(\.cards))
    return outcomes + board.values.filter { !known.contains($0.id) }.compactMap(outcome)
  }

  private func outcome(of card: Card) -> Outcome? {
    guard let kind = Outcome.Kind.allCases.first(where: { card.isTagged($0.rawValue) }),
      card.hidden == nil, card.attributes["status"] != "dropped"
    else { return nil }
    return Outcome(
      kind: kind, text: card.text, owners: card.owners,
      due: card.attributes["due"].flatMap { CivilDate($0) }, cards: [card.id],
      activity: card.activity)
  }
}
