import ExerciseProtocol
import OrderedCollections

extension Command {
  /// In any activity; where the exercise has a merge of its own, that is done.
  static let merge = Command(
    "merge", "Put cards that say the same together; the first stays and stands for all",
    group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "Which cards, the one that stays first", isRequired: true),
      Parameter("text", .field(.text), "Other words for the one that stays"),
    ], examples: ["/merge c3 c7", "/merge c3 c7 Buses are late in the evening"],
    details: [
      "The others go out of sight and stay in the session; the first tells them as its sources, "
        + "and gets their tags. /undo takes it back.",
      "Once people voted on one of them they stay as they are.",
    ], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    guard let first = cards.first, cards.count > 1 else {
      throw Problem(
        "Merging takes two cards or more.", hint: "/merge c3 c7: c3 stays.", isUsage: true)
    }
    let others = Array(cards.dropFirst())
    let logged = try desk.commit { timeline throws(Problem) in
      let session = timeline.session
      if let vote = desk.votes(on: Set(cards), in: session) { throw vote }
      return try session.merging(others, into: first, text: invocation.arguments.text("text"))
    }
    return .done(
      "\(first) stands for \(others.map(\.rawValue).andList) too.",
      result: [
        "card": first.json, "cards": .array(cards.map(\.json)), "events": .integer(logged.count),
      ])
  }
}

extension Session {
  fileprivate func merging(
    _ others: [CardID], into first: CardID, text: String?
  ) throws(Problem) -> [Event] {
    for id in [first] + others where board[id]?.hidden != nil {
      throw Problem("\(id) is hidden.", hint: "Merge cards that are in sight.")
    }
    guard let card = board[first] else { throw .unknownCard(first, last: lastCard) }
    var events: [Event] = others.map { .cardHidden($0, reason: "merged into \(first)") }
    let tags = card.tags.changed(
      adding: others.flatMap { board[$0]?.tags ?? [] }.filter { !$0.isEmpty }, removing: [])
    if tags != card.tags, tags.count <= AnswerLimits.tags {
      events.append(.cardTagged(first, tags: tags))
    }
    var attributes = card.attributes
    let sources = card.sources + others.flatMap { [$0] + (board[$0]?.sources ?? []) }
    attributes["merged"] = sources.map(\.rawValue).joined(separator: " ")
    events.append(.cardNoted(first, attributes: attributes))
    if let text, text != card.text { events.append(.cardEdited(first, text: text)) }
    return events
  }
}
