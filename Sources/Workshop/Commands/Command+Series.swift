import ExerciseProtocol
import OrderedCollections

extension Command {
  static let series = Command(
    "series", "Say whom this session belongs to, so that it knows the sessions before it",
    group: .session,
    parameters: [Parameter("name", .field(.text), "A client, a project; none takes it away")],
    examples: ["/series", "/series Solace", "/series none"],
    details: [
      "What a session left open is offered to sessions of the same series alone, or of the same "
        + "folder below the sessions folder: never in another client's room."
    ]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard let typed = invocation.arguments.text("name") else {
      let name = session.series
      return Response(
        View([
          .text(name.map { "This session is of the series “\($0)”." } ?? "It has no series."),
          .note("/series and a name says whom it belongs to.", .hint),
        ]), result: ["series": name.map(JSONValue.string)])
    }
    let wanted = typed.lowercased() == "none" ? nil : typed
    let logged = try desk.commit { timeline in
      timeline.session.series == wanted ? [] : [.aside(.series(wanted))]
    }
    if logged.isEmpty { return .unchanged() }
    var response = Response.done(Acknowledgement.of(logged, in: try desk.open().session))
    response.view.blocks += desk.offerOfOpenActions()
    return response
  }
}

extension Desk {
  /// Whether the sessions of this folder are all one client's: it lies in a sessions folder, where
  /// each client has one.
  private var isClientsFolder: Bool {
    let parts = library.place.split(separator: "/")
    return parts.count > 1 && parts[parts.count - 2].lowercased() == "sessions"
  }

  /// Whether another session may be spoken of in this one's room.
  func belongsTogether(_ other: Session, _ here: Session) -> Bool {
    guard let one = other.series, let two = here.series else { return isClientsFolder }
    return one.lowercased() == two.lowercased()
  }

  /// Whether it is said of both that they are of different series.
  func isStranger(_ other: Session, to here: Session) -> Bool {
    guard let one = other.series, let two = here.series else { return false }
    return one.lowercased() != two.lowercased()
  }

  /// How many sessions are looked into for one of the same series.
  private static let looked = 50

  /// The latest session before this one that belongs to the same series or client.
  func latestOfSeries() -> (name: String, session: Session)? {
    guard let live, live.session.series != nil || isClientsFolder,
      let names = try? library.list().map(\.name)
    else { return nil }
    for name in names.prefix(Self.looked) where name != live.log.name {
      guard let other = try? folded(name), belongsTogether(other, live.session) else { continue }
      return (name, other)
    }
    return nil
  }

  /// Another session of the folder, by its name; or, where it is a path, of another one.
  ///
  /// - Throws: where it is not there, or is said to be of another series.
  func otherSession(called typed: String) throws(Problem) -> Session {
    let here = try open()
    let found: SessionListing
    do throws(Problem) {
      found = try session(called: typed, besides: here.log.name)
    } catch {
      let own = try library.list().filter { $0.name == here.log.name }
      if case .found = own.session(called: typed, isExact: false) {
        throw Problem(
          "“\(typed)” is the session that is open.", hint: "/sessions lists the others.",
          isUsage: true)
      }
      // A title may have a slash too.
      if typed.contains("/") { return try session(at: typed) }
      throw error
    }
    let other = try folded(found.name)
    guard !isStranger(other, to: here.session) else {
      throw Problem(
        "“\(other.title)” is of another series than this session, and stays out of its room.",
        hint: "\(library.place)/\(found.name) names its file, if you do want it.")
    }
    return other
  }

  private func session(at path: String) throws(Problem) -> Session {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var name = parts.removeLast()
    for ending in [".journal.jsonl", ".json"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    let folder = parts.joined(separator: "/")
    let other = library.elsewhere(folder.isEmpty ? "/" : folder)
    guard try other.list().contains(where: { $0.name == name }) else {
      throw Problem("There is no session at \(path).", hint: "/sessions lists those here.")
    }
    return try folded(name, in: other)
  }

  func folded(_ name: String, in library: (any SessionLibrary)? = nil) throws(Problem) -> Session {
    var timeline = Timeline()
    timeline.append(try (library ?? self.library).open(name).events)
    return timeline.session
  }
}
