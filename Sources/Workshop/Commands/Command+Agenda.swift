import ExerciseProtocol
import OrderedCollections

extension Command {
  static let agenda = Command(
    "agenda", "See the agenda; add, change, move or remove activities, or save it as a template",
    group: .agenda,
    parameters: [
      Parameter(
        "do", .field(.choice(["show", "add", "change", "move", "remove", "start", "save"])),
        "What to do with it"),
      Parameter(
        "what", .exercise,
        "For add: the exercise, “break” or “template”; for start: a time; for save: a name; else "
          + "the number, or here"),
      Parameter(
        "title", .field(.text),
        "What it is called; after template: its name; for move: the new place"),
      Parameter(
        "focus", .field(.text), "The question that it works on", isOption: true,
        mayBeEmpty: true),
      Parameter("minutes", .minutes, "How long it is to take", isOption: true),
      Parameter(
        "at", .field(.integer(1...999)), "The place on the agenda; last where not given",
        isOption: true),
      Parameter(
        "takes", .field(.text),
        "Which cards come in: previous, all, nothing, a #tag, or activities: 2, or a title",
        isOption: true),
      Parameter(
        "aside", .field(.flag), "Whether cards pass it by, as they do a break", isOption: true),
      Parameter(
        "set", .field(.text), "The exercise's settings: dots=5,max-per-card=2", isOption: true),
      Parameter(
        "replace", .field(.flag), "For save: yes writes over a template of yours", isOption: true),
    ],
    examples: [
      "/agenda", "/agenda add discussion Hopes and fears minutes=15",
      "/agenda change 2 minutes=20 focus=\"Who is left out?\"", "/agenda move 3 1",
      "/agenda remove 3", "/agenda add break Lunch minutes=45 at=3", "/agenda start 09:30",
      "/agenda change 4 takes=2", "/agenda add template proposition at=2",
      "/agenda save our-day Our day",
    ],
    details: [
      "Activities that were begun keep everything when they are moved. One with cards in it "
        + "can't be removed; leave it out by going past it.",
      "A break has no exercise and collects nothing; cards pass it by, and so they do a check-in. "
        + "takes=2 names the activity that gives, wherever it is moved.",
      "start gives the agenda its times of day: 09:30, 2pm, now, or off.",
      "save keeps the agenda as a template of your own: /templates lists it from then on.",
    ], kindAfter: ["template": .template],
    subwords: Subwords(
      [
        "": [], "show": [], "remove": ["what"], "move": ["what", "title", "at"],
        "add": ["what", "title", "focus", "minutes", "at", "takes", "aside", "set"],
        "change": ["what", "title", "focus", "minutes", "takes", "aside", "set"],
        "start": ["what", "title"], "save": ["what", "title", "replace"],
      ],
      needed: [
        "add": ["what"], "change": ["what"], "move": ["what"], "remove": ["what"],
        "start": ["what"],
      ])
  ) { desk, invocation throws(Problem) in
    let arguments = invocation.arguments
    switch arguments.text("do") {
    case "add" where desk.addsTemplate(arguments): return try desk.addTemplate(arguments)
    case "add": return try desk.addActivity(arguments)
    case "save": return try desk.saveAgenda(arguments)
    case "change": return try desk.changeActivity(arguments)
    case "move": return try desk.moveActivity(arguments)
    case "remove": return try desk.removeActivity(arguments)
    case "start": return try desk.startAgenda(arguments)
    default: return desk.agendaResponse(try desk.open().session)
    }
  }
}

extension Desk {
  /// Whether “template” stands where an exercise could, and no exercise is called so.
  fileprivate func addsTemplate(_ arguments: Arguments) -> Bool {
    arguments.text("what")?.lowercased() == "template" && exercise(called: "template") == nil
  }

  fileprivate func addActivity(_ arguments: Arguments) throws(Problem) -> Response {
    let session = try open().session
    let typed = (arguments.text("what") ?? "").lowercased()
    let exercise = exercise(called: typed)?.description
    let isBreak = typed == Activity.breakID
    guard isBreak || exercise != nil else {
      let all = exercises.exercises.map(\.description.id) + [Activity.breakID]
      throw .noSuchExercise(typed, near: Suggestion.nearest(to: typed, among: all), all: all)
    }
    var plan = Activity.Plan(
      id: ActivityID("a\(session.labels.activities + 1)"), exercise: typed,
      title: isBreak ? "Break" : exercise?.name ?? typed)
    let index = try session.index(typed: arguments.integer("at"))
    try apply(arguments, to: &plan, isBreak ? nil : exercise, at: index)
    if arguments["aside"] == nil {
      plan.aside = isAside(plan)
    }
    // What only opens or closes a meeting works on no cards.
    if plan.aside, arguments["takes"] == nil { plan.takes = .nothing }
    let made = plan
    let logged = try commit { timeline in
      var plan = made
      plan.id = ActivityID("a\(timeline.session.labels.activities + 1)")
      return [.planned(plan, index: index)]
    }
    var response = Response.done(
      Acknowledgement.of(logged, in: try open().session), result: ["activity": made.id.json])
    response.view.blocks += asideNews(made, wasSaid: arguments["aside"] != nil)
    response.view.blocks += supplyNews(since: session, touched: made.id)
    return response
  }

  /// That cards pass a step by because of what it is called, and the way out of it.
  private func asideNews(_ plan: Activity.Plan, wasSaid: Bool) -> [View.Block] {
    guard plan.aside, !wasSaid, let place = session?.index(of: plan.id) else { return [] }
    return [
      .note(
        "Cards pass it by, because of its name. /agenda change \(place + 1) aside=no has it give "
          + "its own.", .hint)
    ]
  }

  fileprivate func changeActivity(_ arguments: Arguments) throws(Problem) -> Response {
    let before = try open().session
    let activity = try before.activity(called: arguments.text("what") ?? "")
    var plan = activity.plan
    try apply(
      arguments, to: &plan, exercise(called: plan.exercise)?.description,
      at: before.index(of: activity.id) ?? 0)
    let changed = plan
    var arriving = Arriving()
    let logged = try commit { timeline throws(Problem) in
      guard changed != activity.plan else { return [] }
      arriving = try self.arriving(with: changed, in: timeline.session)
      return [.replanned(changed)] + arriving.events
    }
    let result: JSONValue = ["activity": plan.id.json]
    if logged.isEmpty { return .unchanged(result: result) }
    let session = try open().session
    var response = Response.done(
      Acknowledgement.of(Array(logged.prefix(1)), in: session), result: result)
    response.view.blocks += arriving.news
    if let poll = session.polls(of: plan.id).last, poll.phase.isCounted,
      plan.settings != activity.plan.settings
    {
      response.view.blocks.append(.note(PollWording.settingsStay, .hint))
    }
    response.view.blocks += supplyNews(since: before)
    return response
  }

  fileprivate func moveActivity(_ arguments: Arguments) throws(Problem) -> Response {
    let session = try open().session
    let activity = try session.activity(called: arguments.text("what") ?? "")
    let typed = arguments.text("title")
    guard let place = arguments.integer("at") ?? typed.flatMap({ Int($0) }),
      (1...session.agenda.count).contains(place)
    else {
      throw .noSuchPlace(
        arguments.integer("at").map(String.init) ?? typed, for: activity.plan.title,
        count: session.agenda.count)
    }
    let logged = try commit { timeline in
      let stands = timeline.session.index(of: activity.id) == place - 1
      return stands ? [] : [.moved(activity.id, index: place - 1)]
    }
    var agenda = agendaResponse(try open().session)
    if logged.isEmpty { return .unchanged(result: agenda.result) }
    agenda.view.blocks += supplyNews(since: session, touched: activity.id)
    return agenda
  }

  fileprivate func removeActivity(_ arguments: Arguments) throws(Problem) -> Response {
    let session = try open().session
    let activity = try session.activity(called: arguments.text("what") ?? "")
    guard !session.board.values.contains(where: { $0.activity == activity.id }),
      activity.recorded.isEmpty
    else {
      throw Problem(
        "“\(activity.plan.title)” holds contributions and can't be removed.",
        hint: "/next goes past it; /undo takes back single steps.")
    }
    if let taker = session.namers(of: activity.id).first {
      let place = (session.index(of: taker.id) ?? 0) + 1
      throw Problem(
        "\(session.numbered(taker.id)) takes its cards from “\(activity.plan.title)”.",
        hint: "/agenda change \(place) takes=previous has it take from the step before it; then "
          + "remove this one.")
    }
    _ = try commit { _ in [.unplanned(activity.id)] }
    var response = Response.done("“\(activity.plan.title)” was taken off the agenda.")
    response.view.blocks += supplyNews(since: session)
    return response
  }

  fileprivate func apply(
    _ arguments: Arguments, to plan: inout Activity.Plan, _ exercise: ExerciseDescription?,
    at place: Int
  ) throws(Problem) {
    if let title = arguments.text("title") { plan.title = title }
    if case .bool(let aside)? = arguments["aside"] {
      guard aside || !plan.isBreak else { throw .breakLetsPass(plan.title) }
      plan.aside = aside && !plan.isBreak
    }
    if let focus = arguments.text("focus") { plan.focus = focus.isEmpty ? nil : focus }
    if let typed = arguments.text("minutes").flatMap(Minutes.init(typed:)) {
      plan.minutes = try typed.changed(from: plan.minutes)
    }
    if let takes = arguments.text("takes") {
      guard !plan.isBreak else { throw .breakLetsPass(plan.title) }
      plan.takes = try open().session.intake(typed: takes, at: place)
    }
    if let settings = arguments.text("set") {
      // What settings there are, the exercise alone knows; all else is the agenda's.
      guard !plan.isBreak else { throw .breakHasNone(plan.title) }
      guard let exercise else { throw .missingExercise(plan.exercise, title: plan.title) }
      plan.settings = try SettingsReader(exercise).read(settings, over: plan.settings)
    }
  }
}
