import ExerciseProtocol
import OrderedCollections

extension Command {
  static let by = Command(
    "by", "Say who said a card, where it has the wrong name or none", group: .cards,
    parameters: [
      Parameter("cards", .field(.cards), "One card or several: c3 c5-c7", isRequired: true),
      Parameter("name", .names, "Who said it; nobody for no name", isRequired: true),
    ], examples: ["/by c4 Sarah Hughes", "/by c4 Liz and Tom", "/by c4 c6 nobody"],
    details: [
      "The words stay as they are. Where no names are kept there is none to give.",
      "Somebody who is not on the roster joins it.",
    ]
  ) { desk, invocation throws(Problem) in
    let cards = invocation.arguments.strings("cards").map { CardID($0) }
    let names = invocation.arguments.strings("name").map(\.listedName)
    guard !names.isEmpty else { throw .nobodyGiven(example: "/by c4 Sarah Hughes") }
    var people: [NameReading.Who] = []
    for typed in names {
      let who = try desk.open().session.answer(typed, to: invocation.doubt)
      if case .unsure(let doubt) = who {
        guard desk.surroundings.isInteractive, names.count == 1 else { throw .unsure(doubt) }
        return desk.ask(who: doubt, for: "name", in: invocation)
      }
      if case .newcomer(let name) = who, desk.isNobodys(name) { throw .notANobody(name) }
      if case .nobody(let word) = who, names.count > 1 { throw .notANobody(word) }
      people.append(who)
    }
    let logged = try desk.commit { timeline throws(Problem) in
      try desk.attribution(of: cards, to: people, in: timeline.session)
    }
    let result: JSONValue = ["cards": .array(cards.map(\.json))]
    if logged.isEmpty { return .unchanged(result: result) }
    let session = try desk.open().session
    let isSeveral = people.count > 1
    let said = cards.compactMap { session.board[$0] }.map { card in
      "\(card.id) is by \(session.names(ofAuthors: card) ?? "nobody")"
    }
    let all = Acknowledgement.of(logged, in: session)
    return .done(isSeveral ? said.joined(separator: ". ") : all, result: result)
  }
}

extension Desk {
  /// Asks again for one value of a command, where the name could be one person's or another's.
  fileprivate func ask(
    who doubt: NameDoubt, for parameter: String, in invocation: Invocation
  ) -> Response {
    var (invocation, question) = (invocation, Parameter.actor(doubt))
    (question.name, question.kind) = (parameter, .names)
    invocation.doubt = doubt
    invocation.arguments[parameter] = nil
    return Response(next: .ask(Form(invocation: invocation, missing: [question])))
  }

  fileprivate func attribution(
    of cards: [CardID], to people: [NameReading.Who], in session: Session
  ) throws(Problem) -> [Event] {
    var events: [Event] = []
    var authors: [ParticipantID] = []
    for who in people {
      switch who {
      case .known(let person): authors.append(person.id)
      case .newcomer(let name):
        guard name.utf8.count <= 200 else { throw .tooLong("name", limit: 200) }
        let id = ParticipantID("p\(session.labels.participants + events.count + 1)")
        events.append(.joined(Participant(id: id, name: name)))
        authors.append(id)
      case .nobody, .unsure: break
      }
    }
    authors = authors.withoutRepeats
    let changed = cards.compactMap { session.board[$0] }.filter { $0.authors != authors }
    if !authors.isEmpty, let secret = changed.first(where: { !keepsNames($0, in: session) }) {
      throw .keepsNoNames(secret.id, session.title(of: secret.activity))
    }
    guard !changed.isEmpty else { return [] }
    for card in changed {
      if card.author != authors.first {
        events.append(.cardAttributed(card.id, to: authors.first))
      }
      var attributes = card.attributes
      attributes.setAuthors(authors)
      if attributes != card.attributes {
        events.append(.cardNoted(card.id, attributes: attributes))
      }
    }
    return events
  }

  /// Whether the activity in which the card was written keeps names at all.
  private func keepsNames(_ card: Card, in session: Session) -> Bool {
    guard let activity = session.agenda[card.activity],
      let line = exercise(called: activity.plan.exercise)?.description.lineAction
    else { return true }
    return actions(of: activity).first { $0.name == line }?.privacy ?? .open == .open
  }
}

extension Problem {
  fileprivate static func keepsNoNames(_ card: CardID, _ title: String) -> Problem {
    Problem(
      "No names are kept in “\(title)”, so \(card) can't be given one.",
      hint: "Whoever wrote there was told so. /edit changes the words.")
  }

  /// `/edit c4 @Sarah …`: the words of a card are one matter, and whose it is another.
  static func editIsNoName(_ card: CardID, _ who: NameReading.Who) -> Problem {
    let name: String =
      switch who {
      case .known(let person): person.name
      case .newcomer(let name), .nobody(let name): name
      case .unsure(let doubt): doubt.typed
      }
    return Problem(
      "/edit changes the words of \(card), and not who said it.",
      hint: "/by \(card) \(name) says that. Words that begin with @ are written \\@.",
      isUsage: true)
  }
}
