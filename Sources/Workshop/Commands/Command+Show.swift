import ExerciseProtocol
import OrderedCollections

extension Command {
  static let show = Command(
    "show", "Show where we are: this activity, another one, a card, or the proposition",
    group: .cards,
    parameters: [
      Parameter(
        "what", .field(.text),
        "An activity's number or title, a card, a #tag, or “proposition”; then brief, loose or wall"
      )
    ],
    examples: [
      "/show", "/show 2", "/show c12", "/show #idea", "/show proposition", "/show brief",
      "/show loose", "/show wall", "/show c12 wall",
    ],
    details: [
      "brief shows a large activity in a few lines: how many cards are where, and the newest ones; "
        + "all shows all of it. loose lists the cards that have no place yet: in no theme, in no "
        + "region, not placed.",
      "wall brings it up on the wall (charrette show): /show c12 wall a card, /show wall the page "
        + "where we are; /wall by itself shows what else it can do.",
    ]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    let (what, manner) = Manner.split(invocation.arguments.text("what") ?? "", in: session)
    if manner == .wall {
      return try what.isEmpty ? desk.showPlaceOnWall() : desk.showOnWall(what)
    }
    if what.isEmpty {
      guard let current = session.current else {
        if manner == .loose { throw .noActivity(session) }
        return desk.agendaResponse(session)
      }
      return try desk.showActivity(current, manner)
    }
    if what.hasPrefix("#") {
      let cards = try session.filtered(Array(session.board.values), by: what)
      return Response(
        session.listing(of: cards), result: ["cards": .array(cards.map(\.json))])
    }
    if what.lowercased() == "proposition" { return desk.showProposition(session) }
    if CardID.looksLikeCard(what), "cC>".contains(what.first ?? " ") {
      return desk.explain(.card(try session.card(what)))
    }
    return try desk.showActivity(try session.activity(called: what).id, manner)
  }
}

/// How much of it, or where.
private enum Manner: String {
  case all, brief, loose, wall

  /// What is to be shown, and how. A title that ends in such a word is a title.
  static func split(_ words: String, in session: Session) -> (what: String, manner: Manner) {
    let isTitle = session.agenda.values.contains {
      $0.plan.title.lowercased() == words.lowercased()
    }
    let parts = words.split(whereSeparator: \.isWhitespace)
    guard !isTitle, let last = parts.last, let manner = Manner(rawValue: last.lowercased()) else {
      return (words, .all)
    }
    return (parts.dropLast().joined(separator: " "), manner)
  }
}

extension Desk {
  /// The view that an activity's exercise makes of it, or the host in its place; of a vote that was
  /// counted, the result, for which no exercise is asked.
  func showActivity(
    _ id: ActivityID, audience: Audience
  ) throws(Problem) -> Response {
    let (view, problem) = try shown(id, for: audience)
    return Response(
      view,
      result: [
        "activity": id.json, "view": view.json, "result": counted(in: id)?.json,
        "unanswered": .list([problem?.message].compactMap(\.self)),
      ])
  }

  fileprivate func showActivity(_ id: ActivityID, _ manner: Manner) throws(Problem) -> Response {
    switch manner {
    case .brief: try showBrief(id)
    case .loose: try showLoose(id)
    case .all, .wall: try showActivity(id, audience: .facilitator)
    }
  }

  fileprivate func showProposition(_ session: Session) -> Response {
    guard let proposition = session.proposition else {
      return Response(View([.text("No proposition was written down yet.")]))
    }
    return Response(
      View([.heading(proposition.title, level: 1), .text(proposition.text)]),
      result: ["title": .string(proposition.title), "text": .string(proposition.text)])
  }
}
