import ExerciseProtocol
import OrderedCollections

extension Command {
  static let show = Command(
    "show", "Show where we are: this activity, another one, a card, or the proposition",
    group: .cards,
    parameters: [
      Parameter(
        "what", .field(.text), "An activity's number or title, a card, or “proposition”")
    ], examples: ["/show", "/show 2", "/show c12", "/show proposition"]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard let what = invocation.arguments.text("what") else {
      guard let current = session.current else { return desk.agendaResponse(session) }
      return try desk.showActivity(current, audience: .facilitator)
    }
    if what.lowercased() == "proposition" { return desk.showProposition(session) }
    if CardID.looksLikeCard(what), "cC>".contains(what.first ?? " ") {
      return desk.explain(.card(try session.card(what)))
    }
    return try desk.showActivity(try session.activity(called: what).id, audience: .facilitator)
  }
}

extension Desk {
  /// The view that an activity's exercise makes of it, or the host in its place; of a vote that was
  /// counted, the result, for which no exercise is asked.
  func showActivity(_ id: ActivityID, audience: Audience) throws(Problem) -> Response {
    let (view, problem) = try shown(id, for: audience)
    return Response(
      view,
      result: [
        "activity": id.json, "view": view.json, "result": counted(in: id)?.json,
        "unanswered": .list([problem?.message].compactMap(\.self)),
      ])
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
