import ExerciseProtocol
import OrderedCollections

/// A step in one line, so that it can be told from others: who, what, and which words.
extension Timeline {
  /// What a step did; of what only an exercise understands, where it was.
  func described(_ step: Int) -> String {
    let logged = events(ofStep: step)
    return notes(of: logged, in: session) ?? session.described(logged)
  }

  /// The same, with the words of a card and with who voted or chose, for a list of steps.
  func loggedLine(_ step: Int) -> String {
    let logged = events(ofStep: step)
    let said = described(step)
    let words = logged.compactMap { entry in
      switch entry.event {
      case .cardAdded(let card): card.text
      case .cardEdited(_, let text): text
      case .cardRemoved(let id), .cardNoted(let id, _), .cardTagged(let id, _),
        .cardHidden(let id, _), .cardUnhidden(let id), .cardAttributed(let id, _):
        text(of: id)
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

extension Timeline {
  /// `c1 and c7 done`, `c12 for Ruth, due 2026-12-04`: what was written on cards beside their words
  /// that was not there before; nil for a step of another kind.
  ///
  /// - Parameter session: who people are.
  func notes(of logged: [LoggedEvent], in session: Session) -> String? {
    var told: [String] = []
    var cards: [CardID] = []
    for entry in logged {
      guard case .cardNoted(let id, let now) = entry.event else { return nil }
      let before = attributes(of: id, before: entry.sequence)
      let new = now.filter { before[$0.key] != $0.value }
      let owners = (new["owners"] ?? new["owner"] ?? "").split(separator: " ")
        .compactMap { session.name(of: ParticipantID(String($0))) }
      told += [
        owners.isEmpty ? nil : "for \(owners.andList)", new["due"].map { "due \($0)" },
        new["status"].map { $0 == "kept" ? "still stands" : $0 },
      ].compactMap(\.self)
      cards.append(id)
    }
    guard !cards.isEmpty else { return nil }
    let names = cards.withoutRepeats.map(\.rawValue).andList
    let words = told.withoutRepeats.joined(separator: ", ")
    return words.isEmpty ? "on \(names)" : "\(names) \(words)"
  }

  private func attributes(of card: CardID, before sequence: Int) -> [String: String] {
    events.prefix { $0.sequence < sequence }.lazy.reversed().compactMap { entry in
      switch entry.event {
      case .cardAdded(let added) where added.id == card: added.attributes
      case .cardNoted(card, let attributes): attributes
      default: nil
      }
    }.first ?? [:]
  }
}
