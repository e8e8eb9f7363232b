import ExerciseKit

extension Room {
  /// The title, and the question below it.
  var opening: [View.Block] {
    [.heading(title, level: 1)] + (focus.map { [.text($0)] } ?? [])
  }

  /// The activity's own cards that are not hidden.
  var visible: [Card] { cards.filter { $0.hidden == nil } }
  /// The cards that came in and are not hidden.
  var visibleTaken: [Card] { taken.filter { $0.hidden == nil } }
  /// Both, those that came in first.
  var allVisible: [Card] { visibleTaken + visible }

  /// What is said where everything has to come in, and nothing did.
  static func nothing(to verb: String) -> [View.Block] {
    [
      .note("No cards came in to \(verb).", .warning),
      .note("/back, collect some, and come again with /next.", .hint),
    ]
  }

  /// `c3  We need a guide (Ruth)`.
  func line(_ card: Card) -> String { "\(card.id)  \(words(card))" }

  /// `We need a guide (Ruth)`.
  func words(_ card: Card) -> String {
    let told = [authors(of: card), card.votesElsewhere].compactMap(\.self)
    return card.text + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
      + alsoSaid(by: card)
  }

  /// - Throws: where names are kept, and nobody was named: a second answer of the same person could
  ///   not be told from another's.
  func checkSomebody(_ privacy: Privacy, hint: String) throws(Refusal) {
    guard privacy != .open || actor != nil else { throw Refusal("Whose is this?", hint: hint) }
  }
}

/// `1 card`, `2 cards`.
func counted(_ number: Int, _ thing: String) -> String {
  number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
}
