package import ExerciseProtocol
import OrderedCollections

extension Session: LineScope {
  package var people: [Participant] { Array(roster.values) }
  package var lastCard: CardID? { board.keys.last }

  package func place(of card: CardID) -> Int? { board.index(forKey: card) }
  package func cards(in places: ClosedRange<Int>) -> [CardID] { Array(board.keys[places]) }
}
