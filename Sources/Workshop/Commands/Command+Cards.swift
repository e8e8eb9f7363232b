import ExerciseProtocol
import OrderedCollections

extension Command {
  static let cards = Command(
    "cards", "List the cards of the session: all, or those with a tag, a person or a word",
    group: .cards,
    parameters: [
      Parameter("with", .field(.text), "A #tag, a @person, or words of the text"),
      Parameter(
        "here", .field(.flag), "Only those of the current activity", isOption: true),
      Parameter(
        "from", .session, "Bring cards of that session into this activity; last: the one before",
        isOption: true),
      Parameter(
        "step", .field(.text), "With from: only those of this step of it, by number or title",
        isOption: true),
    ],
    examples: [
      "/cards", "/cards #skills", "/cards @Roger", "/cards generation gap",
      "/cards #idea from=\"Day one\"", "/cards from=last step=Ideas",
    ],
    details: [
      "from= takes sessions of this folder, but none of another series: see /series. Each card "
        + "keeps where it came from, and none comes twice. /undo takes all of them back."
    ]
  ) { desk, invocation throws(Problem) in
    if let from = invocation.arguments.text("from") {
      return try desk.bringCards(from: from, invocation.arguments)
    }
    if invocation.arguments["step"] != nil {
      throw Problem(
        "“step” goes with from: cards are brought from a step of another session.",
        hint: "/cards here=yes lists those of the current activity.", isUsage: true)
    }
    let session = try desk.open().session
    var cards = Array(session.board.values)
    if invocation.arguments["here"] == true {
      cards = cards.filter { $0.activity == session.current }
    }
    if let wanted = invocation.arguments.text("with") {
      cards = try session.filtered(cards, by: wanted)
    }
    return Response(
      session.listing(of: cards), result: ["cards": .array(cards.map(\.json))])
  }

  static let tag = Command(
    "tag", "Put tags on cards, or take them off with a minus", group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "One card or several: c3 c5-c7", isRequired: true),
      Parameter(
        "tags", .field(.tags), "The tags; with a minus in front to take one off",
        isRequired: true),
    ], examples: ["/tag c3 skills", "/tag c3 c5 risks -skills"]
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    let tags = invocation.arguments.strings("tags")
    let removed = tags.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()).withoutHash }
    let added = tags.filter { !$0.hasPrefix("-") }.map(\.withoutHash)
    for tag in added where tag.utf8.count > AnswerLimits.name {
      throw .tooLong("tag", limit: AnswerLimits.name)
    }
    let logged = try desk.commit { timeline throws(Problem) in
      var events: [Event] = []
      for id in cards {
        guard let card = timeline.session.board[id] else { continue }
        let changed = card.tags.changed(adding: added, removing: removed)
        // One of before may have more; it keeps them, and may lose some.
        if changed.count > max(card.tags.count, AnswerLimits.tags) {
          throw Problem(Excess("tags on \(id)", changed.count, limit: AnswerLimits.tags))
        }
        if changed != card.tags { events.append(.cardTagged(id, tags: changed)) }
      }
      return events
    }
    let result: JSONValue = ["cards": .array(cards.map(\.json))]
    if logged.isEmpty { return .unchanged(result: result) }
    return .done(Acknowledgement.of(logged, in: try desk.open().session), result: result)
  }

  static let edit = Command(
    "edit", "Give a card other words; the old ones stay in the journal", group: .cards,
    parameters: [
      Parameter("card", .field(.card), "Which card", isRequired: true),
      Parameter("text", .field(.text), "Its new words", isRequired: true),
    ], examples: ["/edit c12 There is a big generation gap"],
    details: [
      "Who said it is another matter: /by c12 Ruth Hyde. Tags at the end are put on it.",
      "/delete c12 takes it away, and /undo brings it back.",
    ]
  ) { desk, invocation throws(Problem) in
    let id = CardID(invocation.arguments.text("card") ?? "")
    let typed = invocation.arguments.text("text") ?? ""
    if let who = try desk.open().session.leadingName(in: typed) { throw .editIsNoName(id, who) }
    let (words, tags, _) = Tag.atEnd(of: typed.withoutEscape)
    // Words as they stand, where there is no tag to be taken off them.
    let text = (tags.isEmpty ? typed.withoutEscape : words).withoutEscapes
    let logged = try desk.commit { timeline in
      guard let card = timeline.session.board[id] else { return [] }
      let all = card.tags.changed(adding: tags, removing: [])
      return (card.text == text ? [] : [.cardEdited(id, text: text)])
        + (all == card.tags ? [] : [.cardTagged(id, tags: all)])
    }
    let result: JSONValue = ["card": id.json]
    if logged.isEmpty { return .unchanged(result: result) }
    return .done(Acknowledgement.of(logged, in: try desk.open().session), result: result)
  }
}

extension Session {
  /// The cards that have a tag (`#skills`), are a person's (`@Roger`), or have these words in them.
  func filtered(_ cards: [Card], by wanted: String) throws(Problem) -> [Card] {
    if wanted.hasPrefix("#") { return cards.filter { $0.isTagged(wanted.tagName) } }
    if wanted.hasPrefix("@") {
      let person = try person(called: wanted.withoutAt)
      return cards.filter { $0.authors.contains(person.id) }
    }
    let words = wanted.lowercased()
    return cards.filter { $0.text.lowercased().contains(words) }
  }

  /// A table of cards: one line of each.
  func listing(of cards: [Card]) -> View {
    guard !cards.isEmpty else { return View([.text("There are no such cards.")]) }
    let rows = cards.map { card in
      let remarks = [
        card.hidden.map { "hidden: \($0)" }, card.attributes["from"].map { "from \($0)" },
        card.sources.isEmpty ? nil : "also \(card.sources.map(\.rawValue).andList)",
      ]
      let tags = card.tags.map { "#\($0)" } + remarks.compactMap(\.self)
      let firstLine = card.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return [
        card.id.rawValue, names(ofAuthors: card) ?? "", tags.joined(separator: " "),
        firstLine.count > 200 ? firstLine.prefix(200) + "…" : firstLine,
      ]
    }
    return View([
      .table(
        View.Table(
          [.init("Card"), .init("Who"), .init("Tags"), .init("Text")], rows)),
      .text(cards.count == 1 ? "1 card" : "\(cards.count) cards"),
    ])
  }
}
