import ExerciseProtocol
import OrderedCollections

extension Command {
  static let new = Command(
    "new", "Begin a session, from a template or with an empty agenda", group: .session,
    parameters: [
      Parameter("name", .session, "What the workshop is called", isRequired: true),
      Parameter("template", .template, "A recipe for the agenda", isOption: true),
      Parameter(
        "title", .field(.text), "The title, where it is to be another than the name",
        isOption: true),
      Parameter(
        "series", .field(.text), "Whom it belongs to: it is told what the last one left open",
        isOption: true),
    ],
    examples: [
      "/new Solace Summit template=proposition", "/new Team day", "/new Day two series=Solace",
    ]
  ) { desk, invocation throws(Problem) in
    let name = invocation.arguments.text("name") ?? ""
    let template = try invocation.arguments.text("template").map(desk.template(called:))
    let title = invocation.arguments.text("title") ?? name
    return try desk.begin(
      title, called: name, with: template, series: invocation.arguments.text("series"))
  }

  static let open = Command(
    "open", "Open a session that was begun earlier", group: .session,
    parameters: [Parameter("name", .session, "Its name", isRequired: true)],
    examples: ["/open Solace Summit"]
  ) { desk, invocation throws(Problem) in
    try desk.openSession(called: invocation.arguments.text("name") ?? "")
  }

  static let sessions = Command(
    "sessions", "List the sessions of this folder, the latest first", group: .session,
    examples: ["/sessions"]
  ) { desk, _ throws(Problem) in
    let sessions = try desk.library.list()
    let result: JSONValue = [
      "place": .string(desk.library.place),
      "sessions": .array(
        sessions.map { ["name": .string($0.name), "modified": $0.modified.json] }),
    ]
    guard !sessions.isEmpty else {
      return Response(
        View([.text("There is no session in \(desk.library.place) yet.")]), result: result)
    }
    let rows = sessions.map { [$0.name, String("\($0.modified)".prefix(16)) + "Z"] }
    return Response(
      View([.table(View.Table([.init("Session"), .init("Last changed")], rows))]),
      result: result)
  }

  static let saveAs = Command(
    "save-as", "Copy the session under another name and go on there", group: .session,
    parameters: [
      Parameter("name", .session, "The new name", isRequired: true),
      Parameter("in", .field(.file), "Another folder, on another disk perhaps", isOption: true),
    ], examples: ["/save-as Solace Summit, second day", "/save-as Solace Summit in=/media/stick"]
  ) { desk, invocation throws(Problem) in
    let name = SessionName.from(title: invocation.arguments.text("name") ?? "")
    return try desk.saveAs(name, in: invocation.arguments.text("in"))
  }

  static let quit = Command(
    "quit", "Leave; everything is on disk already", group: .session, examples: ["/quit"]
  ) { desk, _ throws(Problem) in
    try? desk.live?.saveSnapshot()
    return Response(next: .leave)
  }
}

/// How a session's file is called, from what the facilitator calls the workshop.
enum SessionName {
  /// Letters, digits, spaces and `-_.` stay, anything else becomes a hyphen: the name is a file's,
  /// on any disk. The title keeps every character.
  static func from(title: String) -> String {
    var name = ""
    for character in title {
      let isFine = character.isLetter || character.isNumber || " -_.".contains(character)
      let next: Character = isFine ? character : "-"
      if next == "-", name.last == "-" { continue }
      name.append(next)
    }
    while name.utf8.count > 90 { name.removeLast() }
    let trimmed = name.drop { " -.".contains($0) }.reversed().drop { " -.".contains($0) }
    return trimmed.isEmpty ? "session" : String(trimmed.reversed())
  }
}

extension [String] {
  /// The session that is called so, or else the only one that differs in capitals alone.
  func session(called typed: String, isExact: Bool) -> String? {
    // As it is spelt on the disk: an accent has two spellings that compare alike.
    if let name = first(where: { $0 == typed }) { return name }
    let near = filter { $0.lowercased() == typed.lowercased() }
    return isExact || near.count != 1 ? nil : near.first
  }
}

extension Desk {
  /// Opens the session of that name. How it is capitalised does not matter to somebody who sees
  /// which one is open then; a script gets the one that it names, or none.
  package func openSession(called typed: String) throws(Problem) -> Response {
    let names = try library.list().map(\.name)
    guard let name = names.session(called: typed, isExact: !surroundings.isInteractive) else {
      throw Problem.noSession(typed, in: library.place, among: names)
    }
    let opened = try library.open(name)
    take(opened)
    return welcomeBack(opened.notices)
  }

  /// Creates the session, plans the template's agenda, and opens it.
  package func begin(
    _ title: String, called name: String? = nil, with template: Template?,
    series: String? = nil
  ) throws(Problem) -> Response {
    let plans = try template.map(plans(of:)) ?? []
    let name = SessionName.from(title: name ?? title)
    let log = try library.create(name)
    let begun = LiveSession(OpenedSession(log: log, events: []), exercises: exercises)
    let id = UniqueID.random()
    let logged: [LoggedEvent]
    do throws(Problem) {
      logged = try begun.commit(at: now) { _ in
        [.created(id: id, title: title)] + (series.map { [.aside(.series($0))] } ?? [])
          + plans.enumerated().map { .planned($1, index: $0) }
      }
    } catch {
      library.discard(log)
      throw error
    }
    // Only now: if the disk refused, the session that was open stays open.
    take(begun)
    try? begun.saveSnapshot()
    var blocks: [View.Block] = [.note("The session “\(title)” begins.", .success)]
    if let template {
      blocks += [.text(template.head.summary)] + agendaResponse(try open().session).view.blocks
      blocks.append(.note("/start begins the first activity.", .hint))
    } else {
      blocks.append(.note(Problem.emptyAgenda.hint ?? "", .hint))
    }
    blocks += offerOfOpenActions()
    return Response(
      View(blocks), result: ["name": .string(name), "events": .integer(logged.count)])
  }

  /// Where an opened session stands, and what was found wrong with its files.
  package func welcomeBack(_ notices: [Problem]) -> Response {
    guard let session else { return Response() }
    let found = notices + missingBoxes() + (live?.timeline.inconsistencies ?? [])
    var blocks = View.warnings(found).blocks
    blocks.append(.note("“\(session.title)” is open.", .success))
    let cards = session.board.count
    let place = session.currentActivity.map { "We are at “\($0.plan.title)”" }
    blocks.append(
      .text(
        [place, cards.counted("card", "cards"), session.present.count.counted("person", "people")]
          .compactMap(\.self).joined(separator: ", ") + "."))
    blocks += offerOfRewinding()
    return Response(
      View(blocks),
      result: [
        "title": .string(session.title), "cards": .integer(cards),
        "notices": .list(found.map(\.message)),
      ])
  }
}
