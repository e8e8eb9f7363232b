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
    if what == "proposition" { return desk.showProposition(session) }
    if CardID.looksLikeCard(what), what.hasPrefix("c") || what.hasPrefix(">") {
      return desk.explain(.card(try session.card(what)))
    }
    return try desk.showActivity(try session.activity(called: what).id, audience: .facilitator)
  }
}

extension Desk {
  /// The view that an activity's exercise makes of it.
  func showActivity(_ id: ActivityID, audience: Audience) throws(Problem) -> Response {
    switch try open().ask(.view(audience), of: id) {
    case .view(let said):
      var view = said.inAPluginsWords
      view.blocks += pollBlocks(of: id, for: audience)
      return Response(view, result: ["activity": id.json, "view": view.json])
    case .refused(let refusal): throw Problem(refusal)
    default: throw Problem("The plugin answered something else than was asked.")
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
