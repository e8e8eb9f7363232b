package import ExerciseProtocol
import OrderedCollections

/// Something that somebody is still to do, whatever exercise wrote it down.
package struct OpenAction: Hashable, Sendable {
  package var text: String
  /// Who sees to it, as on the roster of its session.
  package var owners: [Participant]
  package var due: CivilDate?
  /// A name that holds in every session: where it was written down first.
  package var origin: String
}

extension Session {
  /// What this session leaves to be done.
  ///
  /// A card labelled `#action` is an action; what is kept with it under `owner`, `owners`, `due`
  /// and `status` says whose it is, by when, and whether it is `done` or `dropped`. An action that
  /// `/outcome` recorded is one too, unless it only repeats such a card.
  package var openActions: [OpenAction] {
    let cards = board.values.filter { $0.isTagged("action") }
    let written = cards.filter { card in
      card.hidden == nil && !["done", "dropped"].contains(card.attributes["status"] ?? "")
    }.map { card in
      OpenAction(
        text: card.text, owners: card.owners.compactMap { roster[$0] },
        due: card.attributes["due"].flatMap { CivilDate($0) },
        origin: card.attributes["carried"] ?? permalink(to: card.id))
    }
    let known = Set(cards.map(\.id))
    let recorded = outcomes.enumerated().compactMap { index, outcome -> OpenAction? in
      guard outcome.kind == .action, known.isDisjoint(with: outcome.cards) else { return nil }
      return OpenAction(
        text: outcome.text, owners: outcome.owners.compactMap { roster[$0] }, due: outcome.due,
        origin: "charrette:\(id)/outcome-\(index + 1)")
    }
    return written + recorded
  }
}

extension OpenAction {
  /// `Write the guide (Ruth Hyde, by 2026-12-01)`.
  var described: String {
    let remarks = owners.map(\.name) + [due.map { "by \($0)" }].compactMap(\.self)
    return text + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
  }
}
