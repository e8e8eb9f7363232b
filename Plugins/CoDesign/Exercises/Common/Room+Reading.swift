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

  /// Everybody whose voice is waited for: the participants, or the whole roster where it has none.
  var voices: [Participant] {
    let voices = participants.filter { $0.role == .participant }
    return voices.isEmpty ? participants : voices
  }

  /// `c3  We need a guide (Ruth)`.
  func line(_ card: Card) -> String {
    "\(card.id)  \(card.text)" + (name(of: card.author).map { " (\($0))" } ?? "")
  }

  /// - Throws: where names are kept, and nobody was named: a second answer of the same person could
  ///   not be told from another's.
  func checkSomebody(_ keeping: Keeping, hint: String) throws(Refusal) {
    guard keeping != .open || actor != nil else { throw Refusal("Whose is this?", hint: hint) }
  }

  /// How many have done their part, as far as that is known, and for the facilitator alone who has
  /// not: nobody is shown up on the wall.
  ///
  /// - Parameters:
  ///   - ready: who has; those whom the roster does not know are not counted.
  ///   - count: of contributions, for where no names are kept.
  ///   - done: what they have done: “contributed”.
  func readiness(
    _ ready: [ParticipantID], count: Int, _ done: String, _ keeping: Keeping, for audience: Audience
  ) -> [View.Block] {
    switch keeping {
    case .sealed where lot == nil && count == 0:
      return [.text("What is written in the booth stays sealed until the box is opened.")]
    case .anonymous, .sealed:
      return [.text("\(counted(count, "contribution")) so far. No names are kept.")]
    case .open:
      let ready = Set(ready)
      let expected = voices.filter { !ready.contains($0.id) }
      let all = participants.count { ready.contains($0.id) }
      guard all + expected.count > 0 else { return [] }
      let have = all == 1 ? "has" : "have"
      var blocks: [View.Block] = [
        .text("\(all) of \(all + expected.count) \(have) \(done).")
      ]
      if audience == .facilitator, !expected.isEmpty, all > 0 {
        blocks.append(.note("Not yet: \(expected.map(\.name).listed)", .hint))
      }
      return blocks
    }
  }
}

/// `1 card`, `2 cards`.
func counted(_ number: Int, _ thing: String) -> String {
  number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
}

extension [String] {
  /// `Ruth, Roger and Mike`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}
