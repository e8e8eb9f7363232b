package import ExerciseProtocol
package import Logging
internal import Platform
package import Workshop

/// All plugins that are installed here, behind the port that Workshop asks.
///
/// Lazy: no folder is read before ``exercises`` or an answer is first needed, and no plugin is
/// started before it is asked something. To be used on one thread that lives as long as the host.
package final class ExerciseHost: ExerciseCalling {
  private let finder: PluginFinder
  private let runner: RunnerSettings
  private let cacheFolder: String?
  private let logger: Logger
  private let turn = Turn()
  /// Nil until it is needed.
  private var known: InstalledPlugins?
  /// Who was asked about an activity, and is to be told what happens in it.
  private var supervisors: [ActivityID: Supervisor] = [:]

  /// `cacheFolder` is made if need be; nil: manifests are asked for in every process anew.
  package init(
    finder: PluginFinder, runner: RunnerSettings, cacheFolder: String?, logger: Logger
  ) {
    self.finder = finder
    self.runner = runner
    self.cacheFolder = cacheFolder
    self.logger = logger
  }

  deinit { end() }

  package var exercises: [InstalledExercise] { installed.exercises }
  package var contributions: [InstalledContributions] { installed.contributions }
  /// The YAML files that came with plugins, by path.
  package var templateFiles: [String] { installed.templateFiles }
  /// What was found and is not used.
  package var passedOver: [PassedOver] { installed.passedOver }

  package func ask(
    _ question: ExerciseQuestion, of activity: ActivityID, exercise: String,
    brief: () -> ActivityBrief
  ) throws(PluginFailure) -> Reply {
    guard let plugin = installed.provider(of: exercise) else {
      guard let problem = installed.whyNot(exercise)?.problem else {
        throw PluginFailure(plugin: exercise, kind: .unknownExercise(exercise))
      }
      throw PluginFailure(
        plugin: exercise, kind: .setAside(reason: problem.message, mend: problem.hint))
    }
    supervisors[activity] = plugin.supervisor
    return try logging { () throws(PluginFailure) in
      try plugin.supervisor.ask(question, of: activity, brief: brief)
    }
  }

  package func section(
    _ section: String, of plugin: String, about activities: [SectionActivity]
  ) throws(PluginFailure) -> View? {
    guard let plugin = installed.plugin(plugin) else { return nil }
    for activity in activities { supervisors[activity.id] = plugin.supervisor }
    return try logging { () throws(PluginFailure) in
      try plugin.supervisor.section(section, about: activities)
    }
  }

  package func importing(
    _ file: FileForm, by importer: String, of plugin: String, fields: JSONValue
  ) throws(PluginFailure) -> Reply? {
    guard let plugin = installed.plugin(plugin) else { return nil }
    return try logging { () throws(PluginFailure) in
      try plugin.supervisor.importing(file, by: importer, fields: fields)
    }
  }

  private func logging<Answer>(
    _ body: () throws(PluginFailure) -> Answer
  ) throws(PluginFailure) -> Answer {
    do {
      return try turn.carriedOut(body)
    } catch {
      logger.notice(
        "a plugin failed", metadata: ["plugin": "\(error.plugin)", "kind": "\(error.kind)"])
      throw error
    }
  }

  package func note(_ occurrence: Occurrence, in activity: ActivityID) {
    supervisors[activity]?.note(occurrence, in: activity)
  }

  package func forget(_ activity: ActivityID) { supervisors[activity]?.forget(activity) }
}

// MARK: - Lines

extension ExerciseHost {
  package func asOneLine<Result>(
    _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result { try turn.carriedOut(body) }

  package var isGivenUp: Bool { turn.isGivenUp }
  package var attendant: (any Attendant)? {
    get { turn.attendant }
    set { turn.attendant = newValue }
  }
  package var settlesAt: ContinuousClock.Instant? { turn.settlesAt }
  package func settle() { turn.settle() }
}

// MARK: - For /plugins

extension ExerciseHost {
  package var status: [PluginStatus] { installed.plugins.map(PluginStatus.init) }

  /// Lets a plugin that was disabled, or could not tell what it is, try again; false where no
  /// plugin has this id.
  ///
  /// One that was installed, updated or switched on since is found now.
  @discardableResult package func tryAgain(_ id: String) -> Bool {
    if plugin(id).map({ $0.library.isStillThere }) != true { look { _ in false } }
    guard let plugin = plugin(id) else { return false }
    plugin.supervisor.enable()
    if case .failure = plugin.manifest { look { $0 == plugin.library.path } }
    return true
  }

  /// Ends the plugin's process in order; the next question starts another. False where no plugin
  /// has this id.
  @discardableResult package func restart(_ id: String) -> Bool {
    guard let plugin = plugin(id) else { return false }
    plugin.supervisor.close()
    return true
  }

  /// Looks again for what is installed, and asks again those plugins that failed to tell.
  package func refresh() { look { _ in true } }

  /// Ends every process in order, all in the time that one may take.
  package func end() {
    let supervisors = (known?.plugins ?? []).map(\.supervisor)
    for supervisor in supervisors { supervisor.askToEnd() }
    let deadline = MonotonicDeadline(seconds: runner.deadlines.close)
    for supervisor in supervisors { supervisor.close(by: deadline) }
  }

  private func plugin(_ id: String) -> InstalledPlugin? {
    installed.plugin(id)
  }

  private var installed: InstalledPlugins { known ?? look { _ in false } }

  /// Takes stock, in place of what was known; every process is ended, since its library may be
  /// another now.
  @discardableResult private func look(retrying: (String) -> Bool) -> InstalledPlugins {
    end()
    supervisors.removeAll()
    var cache = ManifestCache(folder: cacheFolder)
    // One wait for whoever waits, however many have to be asked what they are.
    let found = turn.carriedOut {
      InstalledPlugins(finder.find(), runner, turn, cache: &cache, retrying: retrying)
    }
    for item in found.passedOver { logger.info("passed over", metadata: ["path": "\(item.path)"]) }
    // Who stopped waiting has stopped waiting for the rest too: they are asked by the next line.
    known = turn.isGivenUp ? nil : found
    return found
  }
}
