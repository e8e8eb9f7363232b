import ExerciseProtocol
import OrderedCollections

/// A card out of sight and back, in every activity; an exercise with a /hide of its own does it its
/// own way.
extension Command {
  static let hide = Command(
    "hide", "Take cards out of sight, for a reason that the report keeps", group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "One card or several: c3 c5-c7", isRequired: true),
      Parameter("reason", .field(.text), "Why, in a few words", isRequired: true),
    ], examples: ["/hide c12 Off topic"],
    details: ["/unhide brings them back; /delete takes them away for good."],
    standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    let reason = invocation.arguments.text("reason") ?? ""
    return try desk.setSight(of: cards, isHidden: true) { .cardHidden($0, reason: reason) }
  }

  static let unhide = Command(
    "unhide", "Put hidden cards back in sight", group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "One card or several: c3 c5-c7", isRequired: true)
    ], examples: ["/unhide c12"], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    return try desk.setSight(of: cards, isHidden: false) { .cardUnhidden($0) }
  }
}

extension Desk {
  /// Those that are so already are passed over; where all are, it is told and nothing happens.
  fileprivate func setSight(
    of cards: [CardID], isHidden: Bool, _ event: (CardID) -> Event
  ) throws(Problem) -> Response {
    let logged = try commit { timeline in
      cards.filter { card in
        timeline.session.board[card].map { ($0.hidden != nil) != isHidden } ?? false
      }.map(event)
    }
    let result: JSONValue = ["cards": .array(cards.map(\.json)), "events": .integer(logged.count)]
    guard !logged.isEmpty else {
      let names = cards.map(\.rawValue).andList
      let (are, way) = (cards.count == 1 ? "is" : "are", isHidden ? "/unhide" : "/hide")
      throw Problem(
        "\(names) \(are) \(isHidden ? "hidden already" : "not hidden").",
        hint: "\(way) \(cards.map(\.rawValue).joined(separator: " ")) "
          + (isHidden ? "brings back." : "and a reason hides."))
    }
    return .done(Acknowledgement.of(logged, in: try open().session), result: result)
  }
}
