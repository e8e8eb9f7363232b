package import ExerciseProtocol
import OrderedCollections

extension Session: LineScope {
  package var people: [Participant] { Array(roster.values) }
  package var lastCard: CardID? { board.keys.last }
  package var onlyCard: CardID? {
    guard let activity = currentActivity else { return nil }
    let (own, taken) = visibleCards(of: activity)
    return own.count + taken.count == 1 ? (own + taken).first?.id : nil
  }

  package func place(of card: CardID) -> Int? { board.index(forKey: card) }
  package func cards(in places: ClosedRange<Int>) -> [CardID] { Array(board.keys[places]) }

  /// A name for examples, by which somebody here is called: a room's own is understood at once.
  var somebody: String {
    let firsts = people.compactMap { $0.name.split(separator: " ").first.map(String.init) }
    return firsts.first { people(called: $0).count == 1 } ?? "Roger"
  }
}
