package import ExerciseProtocol
package import Workshop

/// A desk whose ports are all in memory: lines in, events and responses out, no file, no process,
/// and a clock that goes only when it is told to.
package final class TestDesk {
  package let desk: Desk
  package let exercises: TestExercises
  package let files: MemoryFiles
  package let clock: VirtualClock
  package let plugins: TestPlugins
  package let templates: MemoryTemplates

  /// - Parameter library: where the sessions are; two desks with one library hold the same ones.
  package init(
    isInteractive: Bool = true, library: any SessionLibrary = MemoryLibrary(),
    exercises: TestExercises = TestExercises(), clock: VirtualClock = VirtualClock(),
    templates: MemoryTemplates = MemoryTemplates()
  ) {
    let (files, plugins) = (MemoryFiles(), TestPlugins())
    (self.exercises, self.files, self.clock, self.plugins) = (exercises, files, clock, plugins)
    self.templates = templates
    desk = Desk(
      exercises: exercises, library: library, files: files,
      surroundings: Desk.Surroundings(
        now: { clock.now }, random: { clock.drawn() }, isInteractive: isInteractive,
        templates: templates, report: { $0.plainText }, plugins: plugins))
  }

  /// A desk in the first activity of a session: a discussion and after it a dot vote, with Roger
  /// White (p1), Ruth Hyde (p2) and Rhona Roberts (p3) on the roster.
  package static func inDiscussion(isInteractive: Bool = true) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Summit", "/agenda add discussion Needs minutes=20",
      "/agenda add dot-voting Choice minutes=10", "/people add Roger White, Ruth Hyde",
      "/people add Rhona Roberts", "/start",
    ] { try desk.perform(line) }
    return desk
  }

  @discardableResult
  package func perform(_ line: String) throws(Problem) -> Response { try desk.perform(line) }

  package var session: Session { desk.session ?? Session() }
  package var timeline: Timeline { desk.live?.timeline ?? Timeline() }
  package var events: [Event] { timeline.events.map(\.event) }

  /// The events that a line adds.
  package func events(of line: String) throws(Problem) -> [Event] {
    let head = timeline.events.count
    try perform(line)
    return Array(events[head...])
  }

  /// What a program is told about a line.
  package func result(_ line: String) throws(Problem) -> JSONValue? { try perform(line).result }

  /// Why a line was refused; nil where it was not.
  package func problem(_ line: String) -> Problem? {
    do throws(Problem) {
      try perform(line)
      return nil
    } catch {
      return error
    }
  }

  /// The refusal as people see it: the line, carets under the mistake, the message and the hint.
  /// The line and the carets are left out where the problem has no place.
  package func told(_ line: String) -> [String] { problem(line)?.told(of: line) ?? [] }

  /// The call that the exercise got for a line; nil where it got none.
  package func call(_ line: String) throws(Problem) -> Call? {
    exercises.calls = []
    try perform(line)
    return exercises.calls.last
  }
}

extension Problem {
  package func told(of line: String) -> [String] {
    var lines: [String] = []
    if let range {
      lines = [
        line,
        String(repeating: " ", count: range.lowerBound)
          + String(repeating: "^", count: range.count),
      ]
    }
    lines.append(message)
    if let hint { lines.append("Hint: \(hint)") }
    return lines
  }
}

/// A clock that goes only when it is told to.
package final class VirtualClock {
  package private(set) var now = Timestamp(milliseconds: 1_318_411_800_000)

  package init() {}

  private var draws: UInt64 = 0

  /// The next number of a known sequence, in place of chance: SplitMix64's, from 0.
  package func drawn() -> UInt64 {
    draws &+= 0x9E37_79B9_7F4A_7C15
    var word = draws
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  package func advance(seconds: Double) { now = now.advanced(bySeconds: seconds) }
  package func advance(minutes: Double) { advance(seconds: minutes * 60) }
}

/// What /plugins asks, as a list that a test fills.
package final class TestPlugins: PluginAdministration {
  package var listing: [PluginListing] = []
  package private(set) var enabled: [String] = []

  package init() {}

  package func enable(_ plugin: String) throws(Problem) {
    guard listing.contains(where: { $0.id == plugin }) else {
      throw Problem("There is no plugin “\(plugin)”.")
    }
    enabled.append(plugin)
  }
}
