import ExerciseProtocol
import OrderedCollections

extension Command {
  static let carry = Command(
    "carry", "Bring in the actions that an earlier session left open", group: .cards,
    parameters: [Parameter("name", .session, "Which session; the last one where not given")],
    examples: ["/carry", "/carry Team day"],
    details: [
      "They become the next activity, or come into the one that the room is at where that is one "
        + "of commitments. There /done c3, /keep c3 and /drop c3 say what became of each."
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

  /// - Throws: where there is no session but this one, or it can't be read.
  fileprivate func earlierSession(called typed: String?) throws(Problem) -> Session {
    let here = try open().log.name
    let names = try library.list().map(\.name).filter { $0 != here }
    let name = try typed.map { (typed) throws(Problem) in try session(called: typed).name }
    guard let name = name ?? names.first else {
      throw Problem(
        "There is no earlier session in \(library.place).",
        hint: "Actions come from a session of the same folder.")
    }
    guard names.contains(name) else {
      throw Problem(
        "There is no other session “\(name)” in \(library.place).", hint: "/sessions lists them.",
        isUsage: true)
    }
    return try folded(name)
  }

  private func folded(_ name: String) throws(Problem) -> Session {
    var timeline = Timeline()
    timeline.append(try library.open(name).events)
    return timeline.session
  }

  /// What the last session of the folder left open, in words; nothing where that is nothing. Not
  /// being able to read it is no reason to begin no new one.
  func offerOfOpenActions() -> [View.Block] {
    guard let here = live?.log.name,
      let name = (try? library.list())?.first(where: { $0.name != here })?.name,
      let earlier = try? folded(name)
    else { return [] }
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
      if var owner = action.owner, known[owner.name] == nil {
        people += 1
        owner.id = ParticipantID("p\(people)")
        known[owner.name] = owner.id
        events.append(.joined(owner))
      }
      cards += 1
      var attributes = ["carried": action.origin]
      attributes["owner"] = action.owner.flatMap { known[$0.name] }?.rawValue
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
      takes: .nothing, settings: ["pass-on-open": false])
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
