import ExerciseProtocol
import OrderedCollections
import Polling

extension Parameter {
  /// Goes on out of a vote that is not decided.
  static let anyway = Parameter(
    "anyway", .field(.flag), "Go on, although a vote here is not revealed or counted",
    isOption: true)
}

extension Desk {
  /// Asks before the room leaves for a later activity what is not decided here: a vote that nobody
  /// revealed, a secret one that was not counted, a sealed round whose box was never opened.
  /// Nothing of it would go on.
  ///
  /// - Parameter target: where the room is to turn; nil: to what is next.
  /// - Returns: the question, or that the room stays; nil where there is nothing to ask.
  /// - Throws: where nobody can be asked; with the way on.
  func questionOnLeaving(
    for target: ActivityID?, _ invocation: Invocation
  ) throws(Problem) -> Response? {
    let session = try open().session
    guard let current = session.currentActivity,
      target.map({ (session.index(of: $0) ?? 0) > (session.index(of: current.id) ?? 0) }) ?? true,
      let undecided = undecided(current, in: session)
    else { return nil }
    switch invocation.arguments["anyway"] {
    case true: return nil
    case .bool: return Response(View([.text("We stay at “\(current.plan.title)”.")]))
    default: break
    }
    guard surroundings.isInteractive else {
      throw Problem(
        undecided.what, hint: "\(undecided.mend); or \(Self.again(invocation)) goes on without it.")
    }
    var asked = invocation
    asked.arguments["anyway"] = nil
    return Response(
      View([.note(undecided.what, .warning), .note("\(undecided.mend).", .hint)]),
      next: .ask(
        Form(
          invocation: asked,
          missing: [Parameter("anyway", .field(.flag), "Go on all the same?")])))
  }

  /// The line that goes on all the same.
  private static func again(_ invocation: Invocation) -> String {
    let words = [invocation.arguments.text("activity"), "anyway=yes"].compactMap(\.self)
    return (["/\(invocation.command.text)"] + words).joined(separator: " ")
  }

  /// What of an activity is not decided, and how it is; nil where nothing is open.
  private func undecided(
    _ activity: Activity, in session: Session
  ) -> (what: String, mend: String)? {
    let title = activity.plan.title
    let poll = session.polls(of: activity.id).last
    // In a copy of the session the ballots are elsewhere, and it can only be called off.
    if let poll, poll.phase == .open || poll.phase == .closed, live?.hasBox(poll.id) == false {
      return (
        "The secret vote “\(title)” is not counted, and nothing of it goes on.",
        "/vote call-off and a reason ends it here"
      )
    }
    switch poll?.phase {
    case .open:
      return (
        "The secret vote “\(title)” is open, and nothing of it goes on before it is counted.",
        "/vote close and then /vote count decide it"
      )
    case .closed:
      return (
        "The secret vote “\(title)” is closed and not counted, so that nothing of it goes on.",
        "/vote count decides it"
      )
    case .counted: return nil
    case .calledOff, .replaced, nil: break
    }
    let (own, taken) = session.visibleCards(of: activity)
    let actions = actions(of: activity)
    if actions.contains(where: { $0.privacy == .sealed }), own.isEmpty {
      // Where there is nothing to vote on there is nothing to decide either.
      let isVote = actions.contains { $0.name == "reveal" }
      guard !isVote || !taken.isEmpty else { return nil }
      return (
        "“\(title)” is sealed, and its box was never opened: nothing of it goes on.",
        "/vote open has everybody answer in the booth"
      )
    }
    guard isVote(activity), !taken.isEmpty || !activity.recorded.isEmpty, !activity.isRevealed,
      (try? gift(of: activity).cards.isEmpty) ?? true
    else { return nil }
    return (
      "“\(title)” was not revealed, so that nothing of it goes on"
        + (activity.recorded.isEmpty ? "; nobody has voted." : "."),
      "/reveal shows the count and chooses"
    )
  }

  /// Whether cards pass a step by because of what it is called. A vote is about its title, however
  /// that reads: “Lunch” is a question then.
  func isAside(_ plan: Activity.Plan) -> Bool {
    let actions = exercise(called: plan.exercise)?.description.actions ?? []
    return !plan.isBreak && !actions.contains { $0.name == "reveal" }
      && Activity.Plan.isAside(plan.title, plan.settings)
  }

  /// Whether it ends with a reveal, which nothing goes on before.
  func isVote(_ activity: Activity) -> Bool {
    actions(of: activity).contains { $0.name == "reveal" && $0.isForFacilitator }
  }
}

extension Activity {
  /// Whether what its exercise recorded ends with a reveal. What else stands there only the
  /// exercise knows; so this is used to leave a question out, and for nothing else.
  fileprivate var isRevealed: Bool {
    for entry in recorded.reversed() {
      guard case .object(let members) = entry.event, let name = members.first?.name else {
        continue
      }
      if name.hasPrefix("reveal") { return true }
      if name.hasPrefix("reopen") { return false }
    }
    return false
  }
}
