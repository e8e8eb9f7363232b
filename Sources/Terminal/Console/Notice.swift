import ExerciseProtocol
import OrderedCollections
import Workshop

/// What another terminal did, for this one.
enum Notice {
  /// New cards with their words, because the room wants to read them; all else in one line.
  static func ofOthers(_ events: [LoggedEvent], in session: Session) -> View {
    let cards = events.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    if (1...3).contains(cards.count) {
      return View([
        .thread(
          cards.map { card in
            View.ThreadNode(
              id: card.id, text: card.text, author: session.names(ofAuthors: card),
              tags: card.tags, remark: card.parent.map { Wording.reply(to: $0.rawValue) })
          })
      ])
    }
    let said = Acknowledgement.of(events, in: session)
    return said.isEmpty ? View() : View([.note(said, .hint)])
  }
}
