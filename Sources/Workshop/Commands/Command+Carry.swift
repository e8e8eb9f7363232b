import ExerciseProtocol
import OrderedCollections

extension Command {
  static let carry = Command(
    "carry", "Bring in the actions that an earlier session left open", group: .cards,
    parameters: [
      Parameter("name", .session, "Which session; the last one of the series where not given")
    ],
    examples: ["/carry", "/carry Team day"],
    details: [
      "Without a name it looks at the sessions of this one's series alone, or of its client's "
        + "folder: see /series.",
      "They become the next activity, or come into the one that the room is at where that is one "
        + "of commitments. There /done c3, /keep c3 and /drop c3 say what became of each.",
    ]
  ) { desk, invocation throws(Problem) in
    let earlier = try desk.earlierSession(called: invocation.arguments.text("name"))
    let actions = earlier.openActions
    guard !actions.isEmpty else {
      return Response(View([.text("“\(earlier.title)” left no open action.")]))
    }
    var brought = 0
    let logged = try desk.commit { timeline throws(Problem) in
      let events = try desk.carrying(actions, of: earlier, into: timeline.session)
      brought = events.count { if case .cardAdded = $0 { true } else { false } }
      return events
    }
    guard !logged.isEmpty else {
      return Response(View([.text("The actions of “\(earlier.title)” are here already.")]))
    }
    return desk.carried(brought, from: earlier, logged)
  }
}

extension Desk {
  /// The exercise whose matter they are. The only one that the desk knows by name.
  private static let exerciseOfActions = "commit"

  /// - Throws: where there is no session before this one that it belongs to, or it can't be read.
  fileprivate func earlierSession(called typed: String?) throws(Problem) -> Session {
    _ = try open()
    if let typed { return try otherSession(called: typed) }
    guard let latest = latestOfSeries() else {
      throw Problem(
        "No earlier session in \(library.place) belongs to this one's series.",
        hint: "/series and a name says whom this one belongs to; /carry and a name takes the "
          + "session that you name.")
    }
    return latest.session
  }

  /// What the last session of the same series or client left open, in words; nothing where that is
  /// nothing. Not being able to read it is no reason to begin no new one.
  func offerOfOpenActions() -> [View.Block] {
    guard let earlier = latestOfSeries()?.session else { return [] }
    let actions = earlier.openActions
    guard !actions.isEmpty else { return [] }
    let shown = actions.prefix(5).map(\.described)
    let more = actions.count > 5 ? ["and \(actions.count - 5) more"] : []
    let left = actions.count.counted("open action", "open actions")
    return [
      .text("“\(earlier.title)” left \(left):"), .list(shown + more, ordered: false),
      .note("/carry brings them in, to begin with.", .hint),
    ]
  }

  /// The events that bring actions in: an activity for them unless the room is at one, people who
  /// are not here yet, and a card each.
  fileprivate func carrying(
    _ actions: [OpenAction], of earlier: Session, into session: Session
  ) throws(Problem) -> [Event] {
    let here = Set(session.board.values.compactMap { $0.attributes["carried"] })
    let new = actions.filter { !here.contains($0.origin) }
    guard !new.isEmpty else { return [] }
    var events: [Event] = []
    let plan = try planOfActions(in: session, after: earlier)
    if session.agenda[plan.id] == nil {
      events.append(.planned(plan, index: session.placeForActions))
    }
    var (cards, people) = (session.labels.cards, session.labels.participants)
    var known = Dictionary(session.roster.values.map { ($0.name, $0.id) }) { first, _ in first }
    for action in new {
      for var owner in action.owners where known[owner.name] == nil {
        people += 1
        owner.id = ParticipantID("p\(people)")
        known[owner.name] = owner.id
        events.append(.joined(owner))
      }
      cards += 1
      var attributes = ["carried": action.origin]
      attributes.setOwners(action.owners.compactMap { known[$0.name] })
      attributes["due"] = action.due?.description
      events.append(
        .cardAdded(
          Card(
            id: CardID("c\(cards)"), text: action.text, activity: plan.id, at: now,
            tags: ["action"], attributes: attributes)))
    }
    return events
  }

  private func planOfActions(
    in session: Session, after earlier: Session
  ) throws(Problem) -> Activity.Plan {
    let exercise = Self.exerciseOfActions
    if let current = session.currentActivity, current.plan.exercise == exercise {
      return current.plan
    }
    let title = "Open from “\(earlier.title)”"
    guard self.exercise(called: exercise) != nil else {
      throw .missingExercise(exercise, title: title)
    }
    // They are looked at here; the next activity does not begin with them.
    return Activity.Plan(
      id: ActivityID("a\(session.labels.activities + 1)"), exercise: exercise, title: title,
      takes: .nothing, settings: ["pass-on-open": false], aside: true)
  }

  fileprivate func carried(_ count: Int, from earlier: Session, _ logged: [LoggedEvent]) -> Response
  {
    let cards = logged.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    let session = session ?? Session()
    var blocks: [View.Block] = [
      .note(
        "\(count.counted("action", "actions")) from “\(earlier.title)”: "
          + "\(Acknowledgement.of(logged, in: session)).", .success)
    ]
    if let id = cards.first?.activity, session.current != id, let index = session.index(of: id) {
      blocks.append(.note("/start \(index + 1) turns to them.", .hint))
    }
    return Response(View(blocks), result: ["cards": .list(cards)])
  }
}

extension Session {
  /// Next on the agenda; at its beginning where nothing was begun.
  fileprivate var placeForActions: Int {
    let last = current ?? agenda.values.last(where: \.wasStarted)?.id
    return last.flatMap { index(of: $0) }.map { $0 + 1 } ?? 0
  }
}
