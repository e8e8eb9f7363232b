import ExerciseKit

/// What an open poll's result was counted from when it was revealed. From then on the result stays
/// as the room saw it: no card that is edited or hidden later and no setting changes it.
struct RevealedSlate: Codable, Hashable, Sendable {
  var cards: [Line]
  /// The settings, as JSON.
  var settings: String

  /// A card as it read.
  struct Line: Codable, Hashable, Sendable {
    var id: CardID
    var text: String
    var cost: Int?
  }

  init<Host: Poll>(_ room: Room<Host>) {
    cards = Host.options(of: room).map {
      Line(id: $0.id, text: $0.text, cost: Host.hasCosts ? room.cost(of: $0) : nil)
    }
    settings = room.settings.filled.text()
  }
}

extension Room where Host: Poll {
  /// The room as the count was revealed in it; the room itself, where nothing is revealed, or was
  /// by an earlier version, which kept nothing.
  var asRevealed: Room {
    guard !isSealed, state.isRevealed, let slate = state.slate,
      let json = try? JSONValue(parsing: slate.settings),
      let settings = try? Host.Settings(filledFrom: json)
    else { return self }
    let known = Dictionary(taken.map { ($0.id, $0) }) { first, _ in first }
    return standing(
      under: settings,
      with: slate.cards.map { line in
        var card =
          known[line.id] ?? Card(id: line.id, text: line.text, activity: "gone", at: now)
        (card.text, card.hidden) = (line.text, nil)
        return card
      })
  }

  /// What has become since of the cards that the result is about.
  var changedSinceRevealed: [String] {
    guard !isSealed, state.isRevealed, let slate = state.slate else { return [] }
    let known = Dictionary(taken.map { ($0.id, $0) }) { first, _ in first }
    return slate.cards.compactMap { line in
      guard let card = known[line.id] else { return "\(line.id) is no longer on the board." }
      if card.text != line.text { return "\(line.id) now reads: \(card.text)" }
      return card.hidden.map { "\(line.id) is hidden: \($0)" }
    }
  }

  /// The cards that read otherwise than when people began to vote, with their words of then.
  var reworded: [(card: Card, before: String)] {
    Host.options(of: self).compactMap { card in
      guard let before = state.words[card.id], before != card.text else { return nil }
      return (card, before)
    }
  }

  /// The cards that were hidden since people began to vote.
  var hiddenSince: [CardID] {
    taken.filter { $0.hidden != nil && state.words[$0.id] != nil }.map(\.id)
  }
}
