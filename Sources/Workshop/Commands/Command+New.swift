import ExerciseProtocol

extension Command {
  /// What to do where a session is there that could be mistaken for the new one.
  private static let same = Parameter(
    "same", .field(.choice(["open", "new"])),
    "Where one is there that is called nearly the same: open it, or begin a new one",
    isOption: true)

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
      same,
    ],
    examples: [
      "/new Solace Summit template=proposition", "/new Team day", "/new Day two series=Solace",
    ]
  ) { desk, invocation throws(Problem) in
    let name = invocation.arguments.text("name") ?? ""
    let template = try invocation.arguments.text("template").map(desk.template(called:))
    let title = invocation.arguments.text("title") ?? name
    let others = try desk.sessionsMistakable(for: name)
    switch invocation.arguments.text("same") {
    case "open"?:
      guard others.count < 2 else { throw .mistakable(name, others) }
      return try desk.openSession(called: others.first?.name ?? name)
    case nil where !others.isEmpty:
      guard desk.surroundings.isInteractive else { throw .mistakable(name, others) }
      var question = same
      question.summary = Problem.mistakable(name, others).message
      return Response(next: .ask(Form(invocation: invocation, missing: [question])))
    default:
      return try desk.begin(
        title, called: name, with: template, series: invocation.arguments.text("series"))
    }
  }
}

extension Desk {
  /// The sessions that a new one of this name would be mistaken for; none where one is called just
  /// so, which is refused as it ever was.
  package func sessionsMistakable(for name: String) throws(Problem) -> [SessionListing] {
    let sessions = try library.list()
    let isThere = sessions.contains { session in
      session.name == name
        || session.name == SessionName.from(title: name) && session.title ?? name == name
    }
    return isThere ? [] : sessions.mistakable(for: name)
  }

  /// What the files of a new session are called: another name than those of any other, whatever
  /// kind of disk they are carried to.
  func freeName(for title: String) throws(Problem) -> String {
    let name = SessionName.from(title: title)
    let names = Set(try library.list().map(\.name))
    guard names.contains(name), try !sessionsMistakable(for: title).isEmpty else { return name }
    var number = 2
    while names.contains("\(name) \(number)") { number += 1 }
    return "\(name) \(number)"
  }
}

extension Problem {
  package static func mistakable(_ name: String, _ others: [SessionListing]) -> Problem {
    let called = others.map { "“\($0.called)”" }.andList
    return Problem(
      "\(called) \(others.count == 1 ? "is" : "are") there already, and called nearly the same.",
      hint: "/open \(others.first?.called ?? "") opens it; /new \(name) same=new begins another.",
      isUsage: true)
  }
}
