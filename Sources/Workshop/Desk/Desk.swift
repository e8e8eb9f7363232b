package import ExerciseProtocol
import OrderedCollections
import Polling

/// The facilitator's desk: everything that a line can reach. It holds no terminal: lines come in as
/// text, responses go out as values, files and plugins are behind ports.
///
/// A class because it is the one thing here with an identity: the open session changes under it.
package final class Desk {
  package let exercises: any ExerciseCalling
  /// The folder that the open session is in; another once it was saved elsewhere.
  package internal(set) var library: any SessionLibrary
  package let files: any FileAccess
  package let surroundings: Surroundings
  package private(set) var live: LiveSession?
  /// Results that journals of before leave to their bundles, by the bundle's digest.
  var oldCounts: [Fingerprint: CountedPoll] = [:]
  /// Of which activity this terminal was told that its time is up, and whether its bell rings.
  package var timeUp = TimeUp()
  /// What a line would do is worked out, and nothing of it is done.
  var isOnTrial = false
  /// The actions that were asked for last: every line asks for them several times.
  private var knownActions:
    (exercise: InstalledExercise, settings: JSONValue, actions: [ActionDescription])?

  /// What differs between a live terminal, a script and a test.
  package struct Surroundings {
    /// The time, from the machine's clock or a virtual one.
    package var now: () -> Timestamp
    /// Chance, of which exercises get some with each call. Where the clock is virtual it is drawn
    /// from that, so that a script does the same each time.
    package var random: () -> UInt64
    /// How many seconds the clock on the wall is before UTC at a moment. Where the clock is virtual
    /// there is no wall, and it is 0.
    package var utcOffset: (Timestamp) -> Int
    /// Whether somebody can be asked, and commands may be abbreviated.
    package var isInteractive: Bool
    /// The templates that are installed, and where the facilitator's own are kept.
    package var templates: any TemplateLibrary
    /// A view as the text of a report file.
    package var report: (View) -> String
    /// The same as a page in HTML; nil where none can be made.
    package var page: ((View) -> String)?
    /// What /plugins shows and does; the host of the plugins answers it.
    package var plugins: any PluginAdministration
    /// Whether `11/12` is in November here.
    package var isMonthFirst = false

    package init(
      now: @escaping () -> Timestamp,
      random: @escaping () -> UInt64 = {
        var system = SystemRandomNumberGenerator()
        return system.next()
      }, utcOffset: @escaping (Timestamp) -> Int = { _ in 0 }, isInteractive: Bool,
      templates: any TemplateLibrary = NoTemplates(), report: @escaping (View) -> String,
      plugins: any PluginAdministration
    ) {
      self.now = now
      self.random = random
      self.utcOffset = utcOffset
      self.isInteractive = isInteractive
      self.templates = templates
      self.report = report
      self.plugins = plugins
    }

    /// The day on the wall's calendar, for “Friday”.
    func day(of time: Timestamp) -> CivilDate {
      let seconds = Double(time.milliseconds) / 1000 + Double(utcOffset(time))
      return CivilDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
    }
  }

  package init(
    exercises: any ExerciseCalling, library: any SessionLibrary, files: any FileAccess,
    surroundings: Surroundings
  ) {
    self.exercises = exercises
    self.library = library
    self.files = files
    self.surroundings = surroundings
  }

  package var session: Session? { live?.session }
  package var now: Timestamp { surroundings.now() }

  // MARK: Lines

  /// Does what a line asks for.
  package func perform(_ line: String) throws(Problem) -> Response {
    try exercises.asOneLine { () throws(Problem) in try performed(line) }
  }

  private func performed(_ line: String) throws(Problem) -> Response {
    switch try reader.read(line) {
    case .nothing: return Response()
    case .explain(let topic): return explain(topic)
    case .invoke(let invocation, let shape, let shortFor):
      let missing = shape.missing(in: invocation)
      if !missing.isEmpty {
        guard surroundings.isInteractive else {
          let subword = shape.parameters.first.flatMap { invocation.arguments.text($0.name) }
          throw .missing(missing, example: shape.example(after: subword) ?? shape.examples.first)
        }
        return Response(next: .ask(Form(invocation: invocation, missing: missing)))
      }
      var response = try carryOut(invocation)
      response.warn(of: live?.log.takeNotices() ?? [])
      if let shortFor {
        response.view.blocks.insert(.note("/\(shortFor)", .hint), at: 0)
      }
      if surroundings.isInteractive, case .action = invocation.command,
        let meant = Command.meant(by: line)
      {
        response.view.blocks.append(
          .note("If you meant the command: /undo takes this back, then /\(meant).", .hint))
      }
      return response
    }
  }

  /// Carries out an invocation whose values are complete.
  package func carryOut(_ invocation: Invocation) throws(Problem) -> Response {
    try exercises.asOneLine { () throws(Problem) in
      var response = try tellingFate(of: invocation.command) { () throws(Problem) in
        switch invocation.command {
        case .own(let name):
          guard let command = Command.named(name) else { throw .unknownCommand(name, near: []) }
          return try command.run(self, invocation)
        case .action: return try act(invocation)
        }
      }
      for reading in invocation.readings { response.view.blocks.append(.note(reading, .hint)) }
      return response
    }
  }

  // MARK: What can be typed here

  var reader: LineReader {
    var reader = LineReader(
      scope: session, commands: self.commands, plainLine: plainLine,
      allowsAbbreviation: surroundings.isInteractive, days: days)
    reader.asks = surroundings.isInteractive
    reader.isPlace = { self.isPlace($0) }
    return reader
  }

  /// What days are called today.
  var days: DayReader {
    DayReader(today: surroundings.day(of: now), isMonthFirst: surroundings.isMonthFirst)
  }

  private var plainLine: Result<CommandShape, Problem> {
    guard let session else { return .failure(.noSession) }
    guard session.current != nil else { return .failure(.noActivity(session)) }
    if let plan = session.currentActivity?.plan, plan.isBreak {
      return .failure(.breakCollectsNothing(plan.title))
    }
    if let plan = session.currentActivity?.plan, exercise(called: plan.exercise) == nil {
      return .failure(.missingExercise(plan.exercise, title: plan.title))
    }
    return lineAction.map { .success($0) }
      ?? .failure(.noPlainLines(session.currentActivity?.plan.title))
  }

  /// The kit's own commands, and the actions of the current activity; an action can't take the name
  /// of one of the kit's commands, but for those that only stand in for an action.
  package var commands: [CommandShape] {
    let actions = currentActions
    let own = Command.all.filter { command in
      !command.standsInForAction || !actions.contains { $0.name == command.shape.name.text }
    }
    let taken = Set(own.map(\.shape.name.text))
    return own.map(shape)
      + actions.filter { !taken.contains($0.name) }.map { CommandShape($0) }
  }

  /// A command of the kit's, as it is in the current activity.
  private func shape(of command: Command) -> CommandShape {
    // Outside an activity no plugin is looked for.
    guard command.shape.name == .own("import"), let activity = session?.currentActivity else {
      return command.shape
    }
    let importers = Importers(self, for: activity)
    var shape = command.shape
    shape.parameters = importers.parameters
    shape.details += importers.details
    return shape
  }

  var lineAction: CommandShape? {
    guard let name = currentExercise?.description.lineAction else { return nil }
    return currentActions.first { $0.name == name }.map { CommandShape($0) }
  }

  /// The actions of the current activity, as its settings make them.
  private var currentActions: [ActionDescription] {
    guard let activity = session?.currentActivity else { return [] }
    return actions(of: activity)
  }

  func actions(of activity: Activity) -> [ActionDescription] {
    guard let exercise = exercise(called: activity.plan.exercise) else { return [] }
    let settings = session?.settings(of: activity) ?? activity.plan.settings
    if let known = knownActions, known.exercise == exercise, known.settings == settings {
      return known.actions
    }
    let actions = exercise.description.actions(under: settings)
      .filter { ActionName.isUsable($0.name) }
    knownActions = (exercise, settings, actions)
    return actions
  }

  /// The exercise that the room is at, if its plugin is installed.
  var currentExercise: InstalledExercise? {
    session?.currentActivity.flatMap { exercise(called: $0.plan.exercise) }
  }

  func exercise(called id: String) -> InstalledExercise? {
    exercises.exercises.first { $0.description.id == id }
  }

  // MARK: The open session

  /// The open session.
  ///
  /// - Throws: where none is open.
  func open() throws(Problem) -> LiveSession {
    guard let live else { throw .noSession }
    return live
  }

  /// Puts the open session away, whole, and takes another up.
  package func take(_ opened: OpenedSession) {
    take(LiveSession(opened, exercises: exercises))
  }

  func take(_ next: LiveSession) {
    // In this order: the next session's activities have the same ids as these.
    if let live {
      try? live.saveSnapshot()
      for id in live.session.agenda.keys { exercises.forget(id) }
    }
    live = next
  }

  /// Makes a change true and answers with what happened.
  func commit(
    _ decide: (Timeline) throws(Problem) -> [Event]
  ) throws(Problem) -> [LoggedEvent] {
    let live = try open()
    guard isOnTrial else { return try live.commit(at: now, decide) }
    _ = try decide(live.timeline)
    return []
  }
}

/// What the facilitator can see and do about plugins.
package protocol PluginAdministration: AnyObject {
  /// One for each plugin that was found, and one for each that was passed over.
  var listing: [PluginListing] { get }
  /// Switches a plugin on again after too many failures; ends its process, so that it starts
  /// afresh.
  func enable(_ plugin: String) throws(Problem)
}

package struct PluginListing: Hashable, Sendable {
  package var id: String
  package var name: String
  package var version: String
  package var state: String
  package var exercises: [String]
  /// How it came here, in a few words; empty where that is not recorded.
  package var origin: String
  /// Of its library, in hexadecimal; empty where that is not known.
  package var sha256: String

  package init(
    id: String, name: String, version: String, state: String, exercises: [String],
    origin: String = "", sha256: String = ""
  ) {
    self.id = id
    self.name = name
    self.version = version
    self.state = state
    self.exercises = exercises
    self.origin = origin
    self.sha256 = sha256
  }
}
