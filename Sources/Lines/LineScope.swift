package import ExerciseProtocol

/// What the words of a line can name: the people on the roster and the cards of the board.
///
/// The session of a workshop is one, and what the author's test harness plays with is another.
package protocol LineScope {
  /// In the order in which they joined.
  var people: [Participant] { get }
  /// The card that came last.
  var lastCard: CardID? { get }
  /// The one card that there is to speak of just now; nil where there are several, or none.
  var onlyCard: CardID? { get }

  /// From 0, where the card stands in the order in which they came; nil where there is none.
  func place(of card: CardID) -> Int?
  /// Those that stand there.
  func cards(in places: ClosedRange<Int>) -> [CardID]
}

extension Array where Element: Hashable {
  /// Each once, where it stands first.
  package var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
