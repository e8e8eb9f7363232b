import ExerciseProtocol
import OrderedCollections
import Polling

extension Command {
  static let delete = Command(
    "delete", "Take cards away for good, as if they had never been written", group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "One card or several: c3 c5-c7", isRequired: true)
    ], examples: ["/delete c4"],
    details: [
      "For what was typed by mistake: no view, vote or report knows of it any more. It is a step "
        + "of its own, so /undo brings it back. The journal keeps its words.",
      "/hide takes a card out of sight with a reason that the report keeps; "
        + "/edit gives it other words; /merge puts two that say the same together.",
      "A card that was answered, voted on or decided stays.",
    ]
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    let logged = try desk.commit { timeline throws(Problem) in
      let session = timeline.session
      let there = cards.filter { session.board[$0] != nil }
      if let reason = desk.whyStays(Set(there), in: session) { throw reason }
      return there.map { .cardRemoved($0) }
    }
    let result: JSONValue = ["cards": .array(cards.map(\.json)), "events": .integer(logged.count)]
    return .done(
      "\(cards.map(\.rawValue).andList) \(cards.count == 1 ? "is" : "are") deleted. "
        + "/undo brings \(cards.count == 1 ? "it" : "them") back.", result: result)
  }
}

extension Desk {
  /// What rests on cards that would go.
  fileprivate func whyStays(_ cards: Set<CardID>, in session: Session) -> Problem? {
    if let vote = votes(on: cards, in: session) { return vote }
    if let reply = session.board.values.first(where: { card in
      !cards.contains(card.id) && card.parent.map(cards.contains) == true
    }), let parent = reply.parent {
      let all = (cards.map(\.rawValue) + [reply.id.rawValue]).sorted()
      return Problem(
        "\(parent) was answered by \(reply.id) and stays.",
        hint: "/delete \(all.joined(separator: " ")) takes the answer away too.")
    }
    if let (card, source) = standIn(among: cards, in: session) {
      let all = (cards.map(\.rawValue) + [source.rawValue]).sorted()
      return Problem(
        "\(card) stands for \(source) too, and stays.",
        hint: "/delete \(all.joined(separator: " ")) takes it away too; after /unhide \(source) "
          + "that one stands by itself.")
    }
    if let outcome = session.outcomes.first(where: { !cards.isDisjoint(with: $0.cards) }),
      let card = outcome.cards.first(where: cards.contains)
    {
      return Problem(
        "\(card) stays: the \(outcome.kind.rawValue) “\(outcome.text.excerpt(60))” came from it.",
        hint: "/log and /undo take that back first.")
    }
    return nil
  }

  /// A card that stands for another, which was merged into it and would go out of sight with it.
  private func standIn(
    among cards: Set<CardID>, in session: Session
  ) -> (card: CardID, source: CardID)? {
    for card in cards {
      let sources = session.board[card]?.sources ?? []
      if let source = sources.first(where: {
        !cards.contains($0) && session.board[$0]?.hidden != nil
      }) {
        return (card, source)
      }
    }
    return nil
  }

  /// The vote that rests on one of the cards: one that was counted, or one by name in which
  /// somebody voted for it. (What is open in secret, the guard of votes keeps.)
  func votes(on cards: Set<CardID>, in session: Session) -> Problem? {
    for poll in session.polls.values where poll.phase.isCounted {
      let paper = poll.terms.paper.questions.flatMap(\.options).map { CardID($0.id) }
      if let card = paper.first(where: cards.contains) {
        return .votedOn(card, session.title(of: poll.terms.activity))
      }
    }
    let labels = Dictionary(uniqueKeysWithValues: cards.map { ($0.rawValue, $0) })
    for activity in session.agenda.values where hidesWhatPeopleDo(in: activity) {
      for recorded in activity.recorded {
        if let card = recorded.event.firstLabel(in: labels) {
          return .votedOn(card, activity.plan.title)
        }
      }
    }
    return nil
  }

  /// Whether what people do there is kept from the history: votes are.
  private func hidesWhatPeopleDo(in activity: Activity) -> Bool {
    guard let exercise = exercise(called: activity.plan.exercise)?.description else {
      return !activity.recorded.isEmpty
    }
    return exercise.actions.contains { $0.name == exercise.lineAction && $0.isPrivate }
  }
}

extension Problem {
  fileprivate static func votedOn(_ card: CardID, _ title: String) -> Problem {
    Problem(
      "\(card) stays as it is: people voted on it in “\(title)”.",
      hint: "What was voted on stays, so that the result can be understood. /edit \(card) mends a "
        + "word; the result keeps the words that were voted on.")
  }
}

extension String {
  /// Its first line, cut where it is longer.
  func excerpt(_ length: Int) -> String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > length ? line.prefix(length - 1) + "…" : line
  }
}
