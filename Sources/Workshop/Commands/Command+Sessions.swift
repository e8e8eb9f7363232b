import ExerciseProtocol
import OrderedCollections

extension Command {
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
        sessions.map {
          [
            "name": .string($0.name), "title": $0.title.map(JSONValue.string),
            "modified": $0.modified.json,
          ]
        }),
    ]
    guard !sessions.isEmpty else {
      return Response(
        View([.text("There is no session in \(desk.library.place) yet.")]), result: result)
    }
    let differ = sessions.contains { session in session.title ?? session.name != session.name }
    let rows = sessions.map {
      [$0.title ?? $0.name] + (differ ? [$0.name] : [])
        + [String("\($0.modified)".prefix(16)) + "Z"]
    }
    let columns = ["Session"] + (differ ? ["Its files"] : []) + ["Last changed"]
    return Response(
      View([.table(View.Table(columns.map { .init($0) }, rows))]),
      result: result)
  }

  static let saveAs = Command(
    "save-as", "Copy the session under another name and go on there", group: .session,
    parameters: [
      Parameter("name", .session, "The new name", isRequired: true),
      Parameter("in", .field(.file), "Another folder, on another disk perhaps", isOption: true),
    ], examples: ["/save-as Solace Summit, second day", "/save-as Solace Summit in=/media/stick"]
  ) { desk, invocation throws(Problem) in
    let title = invocation.arguments.text("name") ?? ""
    let others =
      invocation.arguments["in"] == nil ? try desk.sessionsMistakable(for: title) : []
    guard others.isEmpty else {
      throw Problem(
        Problem.mistakable(title, others).message, hint: "Choose another name for the copy.",
        isUsage: true)
    }
    return try desk.saveAs(
      SessionName.from(title: title), in: invocation.arguments.text("in"))
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

extension Desk {
  /// Opens the session of that name or title. How it is capitalised does not matter to somebody who
  /// sees which one is open then; a script gets the one that it names, or none.
  package func openSession(called typed: String) throws(Problem) -> Response {
    let opened = try library.open(try session(called: typed).name)
    take(opened)
    return welcomeBack(opened.notices)
  }

  /// Creates the session, plans the template's agenda, and opens it.
  package func begin(
    _ title: String, called name: String? = nil, with template: Template?,
    series: String? = nil
  ) throws(Problem) -> Response {
    let plans = try template.map(plans(of:)) ?? []
    let name = try freeName(for: name ?? title)
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
