import ExerciseProtocol
import Glibc
import Logging
import PluginHost
import SessionStore
import SystemPackage
import TestSupport
import Workshop

/// The house as the executable puts it together, without its terminal: real files, real plugins in
/// processes of their own.
struct Workplace {
  let desk: Desk
  let host: ExerciseHost
  let library: FileSessionLibrary
  let sessions: String

  /// - Parameter pluginFolders: besides the plugins that were built beside this program.
  init(_ ground: Ground, pluginFolders: [String] = []) throws {
    sessions = try ground.folder("sessions")
    host = ExerciseHost(
      finder: PluginFinder(folders: pluginFolders, executableFolder: BuildProducts.folder),
      runner: RunnerSettings(
        program: try ground.built("exercise-runner"), host: "charrette benchmarks"),
      cacheFolder: try ground.folder("cache"),
      logger: Logger(label: "benchmarks") { _ in SwiftLogNoOpLogHandler() })
    library = FileSessionLibrary(folder: FilePath(sessions), origin: .random())
    desk = Desk(
      exercises: host, library: library, files: LocalFiles(),
      surroundings: Desk.Surroundings(
        now: { .now() }, isInteractive: false,
        report: { _ in "" }, plugins: host))
    _ = try ground.built("libcharrette-comments.so")
  }

  /// Makes a session with that many events, in one discussion, in a few large appends, and opens
  /// it.
  func openSession(_ name: String, events count: Int) throws {
    try makeSession(name, events: count)
    desk.take(try library.open(name))
  }

  func makeSession(_ name: String, events count: Int) throws {
    let log = try library.create(name)
    let events = Self.events(count, at: .now())
    var start = 0
    while start < events.count {
      let end = min(start + 10_000, events.count)
      guard case .done = try log.append(Array(events[start..<end]), at: .now(), after: start)
      else { throw BenchmarkFailure("somebody else writes to \(sessions)") }
      start = end
    }
  }

  func journal(_ name: String) -> String { "\(sessions)/\(name).journal.jsonl" }

  /// The first events of a discussion of 30 people, with a reply to every third card.
  private static func events(_ count: Int, at now: Timestamp) -> [Event] {
    let discussion = Activity.Plan(id: "a1", exercise: "discussion", title: "Discussion")
    let people = (1...30).map { Participant(id: .init("p\($0)"), name: "Person\($0)") }
    var events: [Event] = [
      .created(id: UniqueID.random(), title: "Benchmark"), .planned(discussion, index: 0),
      .started("a1", taken: []),
    ]
    events += people.map { .joined($0) }
    for number in 1...max(1, count - events.count) {
      let card = Card(
        id: .init("c\(number)"), text: "\(sentence) \(number)",
        author: people[number % people.count].id,
        parent: number % 3 == 0 ? .init("c\(number / 2)") : nil, activity: "a1", at: now)
      events.append(.cardAdded(card))
    }
    return events
  }

  /// About as long as what people say.
  static let sentence =
    "There is no one place where all that the council knows of a street comes together"
}
