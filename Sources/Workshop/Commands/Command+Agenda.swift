import ExerciseProtocol
import OrderedCollections

extension Command {
  static let agenda = Command(
    "agenda", "See the agenda; add, change, move or remove activities, or save it as a template",
    group: .agenda,
    parameters: [
      Parameter(
        "do", .field(.choice(["show", "add", "change", "move", "remove", "save"])),
        "What to do with it"),
      Parameter(
        "what", .exercise,
        "For add: the exercise, or “template”; for save: a name; else the number, or here"),
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
        "takes", .field(.text), "Which cards come in: previous, all, nothing or a #tag",
        isOption: true),
      Parameter(
        "set", .field(.text), "The exercise's settings: dots=5,max-per-card=2", isOption: true),
      Parameter(
        "replace", .field(.flag), "For save: yes writes over a template of yours", isOption: true),
    ],
    examples: [
      "/agenda", "/agenda add discussion Hopes and fears minutes=15",
      "/agenda change 2 minutes=20 focus=\"Who is left out?\"", "/agenda move 3 1",
      "/agenda remove 3", "/agenda add template proposition at=2", "/agenda save our-day Our day",
    ],
    details: [
      "Activities that were begun keep everything when they are moved. One with cards in it "
        + "can't be removed; leave it out by going past it.",
      "save keeps the agenda as a template of your own: /templates lists it from then on.",
    ], kindAfter: ["template": .template],
    subwords: Subwords(
      [
        "": [], "show": [], "remove": ["what"], "move": ["what", "title", "at"],
        "add": ["what", "title", "focus", "minutes", "at", "takes", "set"],
        "change": ["what", "title", "focus", "minutes", "takes", "set"],
        "save": ["what", "title", "replace"],
      ],
      needed: ["add": ["what"], "change": ["what"], "move": ["what"], "remove": ["what"]])
  ) { desk, invocation throws(Problem) in
    let arguments = invocation.arguments
    switch arguments.text("do") {
    case "add" where desk.addsTemplate(arguments): return try desk.addTemplate(arguments)
    case "add": return try desk.addActivity(arguments)
    case "save": return try desk.saveAgenda(arguments)
    case "change": return try desk.changeActivity(arguments)
    case "move": return try desk.moveActivity(arguments)
    case "remove": return try desk.removeActivity(arguments)
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
    let all = exercises.exercises.map(\.description.id)
    let typed = (arguments.text("what") ?? "").lowercased()
    guard let exercise = exercise(called: typed) else {
      throw .noSuchExercise(typed, near: Suggestion.nearest(to: typed, among: all), all: all)
    }
    var plan = Activity.Plan(
      id: ActivityID("a\(session.labels.activities + 1)"), exercise: typed,
      title: exercise.description.name)
    try apply(arguments, to: &plan, exercise.description)
    let index = try session.index(typed: arguments.integer("at"))
    let made = plan
    let logged = try commit { timeline in
      var plan = made
      plan.id = ActivityID("a\(timeline.session.labels.activities + 1)")
      return [.planned(plan, index: index)]
    }
    return .done(
      Acknowledgement.of(logged, in: try open().session),
      result: ["activity": made.id.json])
  }

  fileprivate func changeActivity(_ arguments: Arguments) throws(Problem) -> Response {
    let activity = try open().session.activity(called: arguments.text("what") ?? "")
    var plan = activity.plan
    try apply(arguments, to: &plan, exercise(called: plan.exercise)?.description)
    let changed = plan
    let logged = try commit { _ in changed == activity.plan ? [] : [.replanned(changed)] }
    let result: JSONValue = ["activity": plan.id.json]
    if logged.isEmpty { return .unchanged(result: result) }
    let session = try open().session
    var response = Response.done(Acknowledgement.of(logged, in: session), result: result)
    if let poll = session.polls(of: plan.id).last, poll.phase.isCounted,
      plan.settings != activity.plan.settings
    {
      response.view.blocks.append(.note(PollWording.settingsStay, .hint))
    }
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
    let agenda = agendaResponse(try open().session)
    return logged.isEmpty ? .unchanged(result: agenda.result) : agenda
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
    _ = try commit { _ in [.unplanned(activity.id)] }
    return .done("“\(activity.plan.title)” was taken off the agenda.")
  }

  fileprivate func apply(
    _ arguments: Arguments, to plan: inout Activity.Plan, _ exercise: ExerciseDescription?
  ) throws(Problem) {
    if let title = arguments.text("title") { plan.title = title }
    if let focus = arguments.text("focus") { plan.focus = focus.isEmpty ? nil : focus }
    if let typed = arguments.text("minutes").flatMap(Minutes.init(typed:)) {
      plan.minutes = try typed.changed(from: plan.minutes)
    }
    if let takes = arguments.text("takes") { plan.takes = try Activity.Intake(typed: takes) }
    if let settings = arguments.text("set") {
      // What settings there are, the exercise alone knows; all else is the agenda's.
      guard let exercise else { throw .missingExercise(plan.exercise, title: plan.title) }
      plan.settings = try SettingsReader(exercise).read(settings, over: plan.settings)
    }
  }

  func agendaResponse(_ session: Session) -> Response {
    guard !session.agenda.isEmpty else {
      return Response(
        View([.text("The agenda is empty."), .note(Problem.emptyAgenda.hint ?? "", .hint)]),
        result: ["agenda": .array([])])
    }
    let rows = session.agenda.values.enumerated().map { index, activity in
      [
        session.current == activity.id ? "now" : activity.wasStarted ? "held" : "",
        "\(index + 1)",
        activity.plan.title, activity.plan.exercise,
        activity.plannedSeconds.map(\.clockText) ?? "",
        activity.wasStarted ? activity.timer.elapsed(at: now).clockText : "",
      ]
    }
    let columns: [View.Table.Column] = [
      .init(""), .init("No.", isNumeric: true), .init("Activity"), .init("Exercise"),
      .init("Planned", isNumeric: true), .init("Used", isNumeric: true),
    ]
    var blocks: [View.Block] = [
      .heading("Agenda of \(session.title)", level: 1), .table(View.Table(columns, rows)),
    ]
    if let behind = session.clock(at: now)?.behind {
      blocks.append(.text("The session is \(behind.planInWords)."))
    }
    return Response(
      View(blocks), result: ["agenda": .array(session.agenda.values.map(\.plan.summaryJSON))])
  }
}

extension Activity.Plan {
  fileprivate var summaryJSON: JSONValue {
    [
      "id": id.json, "exercise": .string(exercise), "title": .string(title),
      "focus": focus.map(JSONValue.string), "minutes": minutes.map(JSONValue.integer),
      "settings": settings,
    ]
  }
}

extension Activity.Intake {
  /// Reads what is typed; the refusal names what there is.
  init(typed: String) throws(Problem) {
    guard let intake = Self(text: typed) else {
      throw Problem(
        "“\(typed)” does not say which cards come in.",
        hint: "It is previous, all, nothing, or a tag such as #idea.", isUsage: true)
    }
    self = intake
  }
}
