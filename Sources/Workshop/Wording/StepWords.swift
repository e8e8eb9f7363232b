import ExerciseProtocol
import OrderedCollections

/// A step in one line, so that it can be told from others: who, what, and which words.
extension Timeline {
  /// What a step did; of what only an exercise understands, where it was.
  func described(_ step: Int) -> String { session.described(events(ofStep: step)) }

  /// The same, with the words of a card and with who voted or chose, for a list of steps.
  func loggedLine(_ step: Int) -> String {
    let logged = events(ofStep: step)
    let said = described(step)
    let words = logged.compactMap { entry in
      switch entry.event {
      case .cardAdded(let card): card.text
      case .cardEdited(_, let text): text
      case .cardRemoved(let id): text(of: id)
      default: nil
      }
    }
    // Several cards are told by their number; the words of the first would mislead.
    guard words.count == 1, let text = words.first else {
      return words.isEmpty ? choosing(logged, said) : said
    }
    return "\(said)  “\(text.excerpt(48))”"
  }

  /// The last words of a card that is gone.
  private func text(of card: CardID) -> String? {
    events.lazy.reversed().compactMap { entry in
      switch entry.event {
      case .cardAdded(let added) where added.id == card: added.text
      case .cardEdited(card, let text): text
      default: nil
      }
    }.first
  }

  /// Whose the exercise's event is, and what the event is called. What was chosen is not told: it
  /// may be a vote that nobody revealed.
  private func choosing(_ logged: [LoggedEvent], _ said: String) -> String {
    var people: [String: String] = [:]
    for person in session.roster.values { people[person.id.rawValue] = person.name }
    let recorded = logged.compactMap { entry in
      if case .recorded(_, let event) = entry.event { event } else { nil }
    }
    guard let event = recorded.first else { return said }
    var words = ""
    if case .object(let members) = event, members.count == 1, let name = members.first?.name,
      name.allSatisfy({ $0.isLetter || $0 == "-" })
    {
      words = ": " + name.map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
    }
    return (event.firstLabel(in: people).map { "\($0)  " } ?? "") + said + words
  }
}

extension Session {
  /// What a step did, in one line; of what only an exercise understands, where it was.
  func described(_ logged: [LoggedEvent]) -> String {
    let said = Acknowledgement.of(logged, in: self)
    guard said.isEmpty, let first = logged.first?.event else { return said }
    switch first {
    case .recorded(let id, _): return "in “\(title(of: id))”"
    case .cardNoted(let id, _): return "on \(id)"
    default: return said
    }
  }
}
