import Comments
package import ExerciseKit
package import ExerciseProtocol
import Voting
package import Workshop

/// The kit's own plugins without a process, and exercises that a test scripts. Does what the port
/// asks for: an activity that is not open is opened with its brief, what was noted since comes with
/// the next question, what was forgotten is opened again.
package final class TestExercises: ExerciseCalling {
  package private(set) var exercises: [InstalledExercise] = []
  /// Every call to decide, in order.
  package var calls: [Call] = []
  /// Every brief that an activity was opened with, in order.
  package private(set) var opened: [ActivityBrief] = []
  /// The next question fails so.
  package var failure: PluginFailure?
  /// Which questions fail, and how; asked before each.
  package var failing: (ExerciseQuestion, ActivityID) -> PluginFailure? = { _, _ in nil }
  /// What an activity shows, in place of what its exercise says.
  package var shown: (ActivityID) -> View? = { _ in nil }
  /// Which cards an activity gives on, in place of what its exercise says.
  package var given: (ActivityID) -> [CardID]? = { _ in nil }
  /// The next view fails so.
  package var failsView: PluginFailure?
  /// What the next file becomes, whichever importer reads it.
  package var imported: Reply?
  package private(set) var contributions: [InstalledContributions] = []
  /// What the plugins could not serve; none of ours ever says so.
  package private(set) var faults: [String] = []
  private var servers: [String: ExerciseServer] = [:]
  private var plugins: [String: ExerciseServer] = [:]
  private var scripts: [String: (Call) -> Reply] = [:]
  private var pending: [ActivityID: [Occurrence]] = [:]

  package init() {
    install(Comments.plugin)
    install(Voting.plugin)
  }

  /// A plugin beside those that every desk has.
  package func install(_ plugin: Plugin) {
    let (manifest, server) = (plugin.manifest, ExerciseServer(plugin))
    plugins[manifest.id] = server
    if !manifest.contributes.isEmpty {
      contributions.append(.init(plugin: manifest.id, contributes: manifest.contributes))
    }
    for exercise in manifest.exercises {
      exercises.append(.init(plugin: manifest.id, description: exercise))
      servers[exercise.id] = server
    }
  }

  /// An exercise whose every decision is `answer`'s.
  package func install(
    _ description: ExerciseDescription, answer: @escaping (Call) -> Reply
  ) {
    exercises.append(.init(plugin: "scripted", description: description))
    scripts[description.id] = answer
  }

  /// As if the plugin's folder had been taken away.
  package func uninstall(_ exercise: String) {
    exercises.removeAll { $0.description.id == exercise }
    servers[exercise] = nil
    scripts[exercise] = nil
  }

  package func ask(
    _ question: ExerciseQuestion, of activity: ActivityID, exercise: String,
    brief: () -> ActivityBrief
  ) throws(PluginFailure) -> Reply {
    if let failure {
      self.failure = nil
      pending = [:]
      throw failure
    }
    if let failure = failing(question, activity) {
      pending = [:]
      throw failure
    }
    if case .view = question, let view = shown(activity) { return .view(view) }
    if case .give = question, let cards = given(activity) { return .cards(cards) }
    if case .view = question, let failure = failsView {
      failsView = nil
      throw failure
    }
    if case .decide(let call) = question { calls.append(call) }
    if let script = scripts[exercise] { return question.answer(from: script) }
    guard let server = servers[exercise] else {
      throw PluginFailure(plugin: exercise, kind: .unknownExercise(exercise))
    }
    if pending[activity] == nil {
      let brief = brief()
      opened.append(brief)
      let reply = try answer(server, .open(brief))
      guard case .done = reply else {
        throw PluginFailure(plugin: "test", kind: .fault("\(reply)"))
      }
    }
    let news = pending[activity] ?? []
    let reply = try answer(server, question.request(activity, events: news))
    if case .refused = reply, !news.isEmpty {
      pending[activity] = nil
    } else {
      pending[activity] = []
    }
    return reply
  }

  package func note(_ occurrence: Occurrence, in activity: ActivityID) {
    pending[activity]?.append(occurrence)
  }

  package func forget(_ activity: ActivityID) { pending[activity] = nil }

  package func section(
    _ section: String, of plugin: String, about activities: [SectionActivity]
  ) throws(PluginFailure) -> View? {
    guard let server = plugins[plugin] else { return nil }
    var news: [ActivityNews] = []
    for activity in activities {
      if pending[activity.id] == nil { _ = try answer(server, .open(activity.brief())) }
      news.append(ActivityNews(activity.id, events: pending[activity.id] ?? []))
      pending[activity.id] = []
    }
    guard case .view(let view) = try answer(server, .section(section, activities: news)) else {
      return nil
    }
    return view
  }

  package func importing(
    _ file: FileForm, by importer: String, of plugin: String, fields: JSONValue
  ) throws(PluginFailure) -> Reply? {
    if let imported { return imported }
    guard let server = plugins[plugin] else { return nil }
    return try answer(server, .importing(importer, file: file, fields: fields))
  }

  private func answer(
    _ server: ExerciseServer, _ request: Request
  ) throws(PluginFailure) -> Reply {
    let reply = server.answer(request)
    if case .fault(let message) = reply {
      faults.append(message)
      pending = [:]
      throw PluginFailure(plugin: "test", kind: .fault(message))
    }
    return reply
  }
}

extension ExerciseQuestion {
  fileprivate func request(_ id: ActivityID, events: [Occurrence]) -> Request {
    switch self {
    case .decide(let call): .decide(id, call, events: events)
    case .view(let audience): .view(id, audience, events: events)
    case .give: .give(id, events: events)
    case .paper: .paper(id, events: events)
    case .state: .state(id, events: events)
    }
  }

  fileprivate func answer(from script: (Call) -> Reply) -> Reply {
    switch self {
    case .decide(let call): script(call)
    case .view: .view(View())
    case .give: .cards([])
    case .paper: .paper(nil)
    case .state: .state(SavedState(version: 1, data: .object([])))
    }
  }
}
