import ExerciseProtocol
import OrderedCollections

extension Command {
  static let start = Command(
    "start", "Begin an activity: the next one that was not begun yet, or the one you name",
    group: .agenda,
    parameters: [
      Parameter("activity", .activity, "Its number on the agenda, or its title"), .anyway,
    ], examples: ["/start", "/start 2"]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    if let typed = invocation.arguments.text("activity") {
      let id = try session.activity(called: typed).id
      if let question = try desk.questionOnLeaving(for: id, invocation) { return question }
      return try desk.turn(to: id)
    }
    if let current = session.currentActivity { return try desk.turn(to: current.id) }
    guard !session.agenda.isEmpty else { throw .emptyAgenda }
    guard let first = session.agenda.values.first(where: { !$0.wasStarted }) else {
      throw .atTheEnd(session.agenda.values.last?.plan.title ?? "")
    }
    return try desk.turn(to: first.id)
  }

  static let next = Command(
    "next", "Go on to the next activity; after the last one, close the agenda", group: .agenda,
    parameters: [.anyway], examples: ["/next", "/next anyway=yes"],
    details: [
      "Out of a vote that nobody revealed or counted it asks first: nothing of it would go on."
    ]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard !session.agenda.isEmpty else { throw .emptyAgenda }
    guard let current = session.current, let index = session.index(of: current) else {
      return try Command.start.run(desk, Invocation(command: .own("start")))
    }
    if let question = try desk.questionOnLeaving(for: nil, invocation) { return question }
    if index + 1 < session.agenda.count {
      return try desk.turn(to: session.agenda.keys[index + 1])
    }
    let logged = try desk.commit { _ in [.stopped] }
    try? desk.open().saveSnapshot()
    return Response(
      View([
        .note("“\(session.title(of: current))” was the last activity on the agenda.", .success),
        .note(
          "/report writes down what came of it; /back returns; /outcome records what is left.",
          .hint),
      ]), result: ["step": logged.first.map { .integer($0.step) }])
  }

  static let back = Command(
    "back", "Return to the activity before this one; nothing is lost by it", group: .agenda,
    examples: ["/back"]
  ) { desk, _ throws(Problem) in
    let session = try desk.open().session
    guard !session.agenda.isEmpty else { throw .emptyAgenda }
    guard let current = session.current, let index = session.index(of: current) else {
      guard let last = session.agenda.values.last(where: \.wasStarted) else {
        throw .noActivity(session)
      }
      return try desk.turn(to: last.id)
    }
    guard index > 0 else { throw .atTheStart(session.title(of: current)) }
    return try desk.turn(to: session.agenda.keys[index - 1])
  }

  static let goto = Command(
    "goto", "Turn to any activity, earlier or later; nothing is lost by it", group: .agenda,
    parameters: [
      Parameter(
        "activity", .activity, "Its number on the agenda, or its title", isRequired: true),
      .anyway,
    ], examples: ["/goto 2", "/goto Dot vote"]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    let id = try session.activity(called: invocation.arguments.text("activity") ?? "").id
    if let question = try desk.questionOnLeaving(for: id, invocation) { return question }
    return try desk.turn(to: id)
  }
}

extension Session {
  /// The activity of that number, title, or beginning of a title; “here” is the one that the room
  /// is at, so that advice holds wherever its activity stands on the agenda.
  func activity(called typed: String) throws(Problem) -> Activity {
    if typed.lowercased() == "here", let here = currentActivity { return here }
    if let number = Int(typed), (1...max(1, agenda.count)).contains(number), !agenda.isEmpty {
      return agenda.values[number - 1]
    }
    if let activity = agenda[ActivityID(typed)] { return activity }
    let name = typed.lowercased()
    let matches = agenda.values.filter { $0.plan.title.lowercased().hasPrefix(name) }
    if !name.isEmpty, matches.count == 1 { return matches[0] }
    throw .noSuchActivity(typed, count: agenda.count)
  }
}

extension Desk {
  /// Turns the room to an activity, with the cards that come to it from earlier ones.
  func turn(to id: ActivityID) throws(Problem) -> Response {
    let live = try open()
    guard live.session.agenda[id] != nil else {
      throw .noSuchActivity(id.rawValue, count: live.session.agenda.count)
    }
    var unanswered: [(giver: Activity, cards: [CardID], problem: Problem)] = []
    var gifts: [Gift] = []
    var step: Int?
    if live.session.current != id {
      let logged = try live.commit(at: now) { timeline throws(Problem) in
        // Open or not counted, a vote is about the cards on its paper, whatever came since.
        if timeline.session.undecidedPoll(of: id) != nil, let here = timeline.session.agenda[id] {
          return [.started(id, taken: Array(here.taken))]
        }
        let taken = try self.intake(of: id, in: timeline.session)
        (unanswered, gifts) = (taken.unanswered, taken.gifts)
        return [.started(id, taken: taken.cards)]
      }
      step = logged.first?.step
      // Where the room turns is a good moment for the document that people read.
      try? live.saveSnapshot()
    }
    let (view, problem) = try shown(id, for: .room)
    var blocks = passage(gifts, to: id) + view.blocks + undecided(before: id) + guidance(for: id)
    blocks += standInBlocks(for: unanswered, step: step)
    if let hint = problem?.hint { blocks.append(.note(hint, .hint)) }
    let problems = unanswered.map(\.problem) + [problem].compactMap(\.self)
    return Response(
      View(blocks),
      result: [
        "activity": id.json, "view": view.json, "result": counted(in: id)?.json,
        "step": unanswered.isEmpty ? nil : step.map(JSONValue.integer),
        "unanswered": .list(problems.map(\.message)),
      ])
  }

  /// The cards that an activity takes in, by what the activities before it give; and which of these
  /// did not answer, with the cards that came from there all the same.
  func intake(
    of id: ActivityID, in session: Session
  ) throws(Problem) -> (
    cards: [CardID], unanswered: [(giver: Activity, cards: [CardID], problem: Problem)],
    gifts: [Gift]
  ) {
    guard let activity = session.agenda[id] else { return ([], [], []) }
    var wanted: String?
    if case .tagged(let tag) = activity.plan.takes { wanted = tag }
    var cards: OrderedSet<CardID> = []
    var unanswered: [(giver: Activity, cards: [CardID], problem: Problem)] = []
    var gifts: [Gift] = []
    for giver in session.givers(to: activity, isIdle: isIdle) {
      let (given, problem) = try gift(of: giver)
      let fitting = given.filter { card in
        wanted.map { session.board[card]?.isTagged($0) == true } ?? true
      }
      cards.append(contentsOf: fitting)
      if let problem {
        unanswered.append((giver, fitting, problem))
      } else {
        gifts.append(Gift(giver: giver, cards: fitting))
      }
    }
    return (Array(cards), unanswered, gifts)
  }

  /// That a vote is not decided which this activity takes from: nothing of it came along.
  private func undecided(before id: ActivityID) -> [View.Block] {
    guard let session, let activity = session.agenda[id] else { return [] }
    return session.givers(to: activity, isIdle: isIdle).compactMap { giver in
      session.undecidedPoll(of: giver.id).map {
        .note(PollWording.stillUndecided(giver.plan.title, $0.phase), .warning)
      }
    }
  }

  /// What the facilitator says and does here; nearest to the prompt, because that is where the eyes
  /// are.
  private func guidance(for id: ActivityID) -> [View.Block] {
    guard let session, let plan = session.agenda[id]?.plan else { return [] }
    if plan.isBreak, plan.guide.isEmpty { return [] }
    let guide = ActivityGuide(plan, exercise(called: plan.exercise)?.description).brief
    var hints = guide.isAll ? [] : [GuideWording.more]
    if let line = lineAction {
      hints.append(
        line.isSealed
          ? session.polls(of: id).last.map { PollWording.next($0.phase) } ?? PollWording.howToOpen
          : line.plainLineHelp(naming: session.somebody))
    }
    return guide.blocks + (hints.isEmpty ? [] : [.note(hints.joined(separator: " "), .hint)])
  }
}

extension Problem {
  static func missingExercise(_ exercise: String, title: String) -> Problem {
    Problem(
      "“\(title)” needs the exercise “\(exercise)”, and no installed plugin provides it.",
      hint: "/plugins tells what was found; /next goes on without it.")
  }
}
