package import ExerciseProtocol
internal import Platform
package import Workshop

/// Keeps one plugin's runner: starts it when it is first needed, knows which activities are open
/// in it, ends it after any failure and starts afresh at the next question.
///
/// To be used on one thread, the one that also made it.
package final class Supervisor {
  package let library: String
  /// What failures call the plugin; set to its name once that is known.
  package var plugin: String
  /// Failures since the last good answer.
  package internal(set) var failures = 0
  /// What confines the process that is, or that was; nil where none ever got ready.
  package private(set) var confinement: Confinement?
  let runner: RunnerSettings
  let turn: Turn
  var process: RunnerProcess?
  /// What is left of the line that is carried out.
  var allowance = Allowance()
  /// How much of the processor it had used when its rest began, and when that was.
  var rest: (used: Int, at: Int)?
  /// It was asked something since.
  var wasAsked = false
  /// It uses the processor though nothing is asked of it.
  var isRestless = false
  /// Why the plugin can't be started now, though it was found; asked before each start.
  var hindrance: () -> PluginFailure.Kind? = { nil }
  var lastLog: [String] = []
  /// What the process that is was asked, and what it answered last; nil until it answers.
  var conversation = Conversation()
  var lastAnswer: [UInt8]?
  /// What each open activity must be told before its next question.
  private var pending: [ActivityID: [Occurrence]] = [:]
  /// What the plugin welcomed beyond version 1.0, in the process that is.
  private var extensions: [ExtensionID] = []

  /// This many failures in a row, and the plugin is off until ``enable()``.
  package static let failureLimit = 3

  /// - Parameter turn: what it has in common with the other plugins of a host.
  package init(
    library: String, plugin: String, runner: RunnerSettings, turn: Turn = Turn()
  ) {
    self.library = library
    self.plugin = plugin
    self.runner = runner
    self.turn = turn
  }

  /// The process's id, while there is one.
  package var processID: Int32? {
    guard let process, process.isRunning else { return nil }
    return process.process
  }
  package var isDisabled: Bool { failures >= Supervisor.failureLimit }
  /// The last lines that the plugin printed, in the process that is or in the one that was.
  package var logTail: [String] { process?.logTail ?? lastLog }

  package func manifest() throws(PluginFailure) -> Manifest {
    try answering { () throws(PluginFailure) in
      let reply = try exchange(.manifest, deadline: runner.deadlines.question)
      guard case .manifest(let manifest) = reply else {
        throw failed(reply.failure(insteadOf: "a manifest"))
      }
      if let excess = reply.excess { throw failed(.garbage("its manifest has \(excess.clause)")) }
      return manifest
    }
  }

  /// See ``ExerciseCalling/ask(_:of:exercise:brief:)``. The answer is of the kind that was asked
  /// for, or, to a ``ExerciseQuestion/decide(_:)``, a refusal.
  package func ask(
    _ question: ExerciseQuestion, of activity: ActivityID, brief: () -> ActivityBrief
  ) throws(PluginFailure) -> Reply {
    try answering { () throws(PluginFailure) in
      try start()
      if pending[activity] == nil || conversation.isLong(activity) {
        try open(brief(), as: activity)
      }
      let news = pending[activity] ?? []
      let request = question.request(activity, events: news)
      let reply = try exchange(request, deadline: runner.deadlines.question)
      guard question.isAnswered(by: reply) else {
        throw failed(reply.failure(insteadOf: question.answer))
      }
      // Older kits refuse a decision where they could not fold what came with it. Nobody can tell
      // that from the person's refusal, so the next question opens the activity anew.
      pending[activity] = reply.isRefusal && !news.isEmpty ? nil : []
      return reply
    }
  }

  /// See ``ExerciseCalling/section(_:of:about:)``.
  package func section(
    _ section: String, about activities: [SectionActivity]
  ) throws(PluginFailure) -> View? {
    try answering { () throws(PluginFailure) in
      try start()
      guard extensions.contains(.reportSection) else { return nil }
      for activity in activities where pending[activity.id] == nil {
        try open(activity.brief(), as: activity.id)
      }
      let news = activities.map { ActivityNews($0.id, events: pending[$0.id] ?? []) }
      let reply = try exchange(
        .section(section, activities: news), deadline: runner.deadlines.question)
      guard case .view(let view) = reply else {
        throw failed(reply.failure(insteadOf: "a view"))
      }
      for activity in activities { pending[activity.id] = [] }
      return view
    }
  }

  /// See ``ExerciseCalling/importing(_:by:of:fields:)``.
  package func importing(
    _ file: FileForm, by importer: String, fields: JSONValue
  ) throws(PluginFailure) -> Reply? {
    try answering { () throws(PluginFailure) in
      try start()
      guard extensions.contains(.importer) else { return nil }
      let request = Request.importing(importer, file: file, fields: fields)
      let reply = try exchange(request, deadline: runner.deadlines.question)
      switch reply {
      case .changes, .refused: return reply
      default: throw failed(reply.failure(insteadOf: "changes or a refusal"))
      }
    }
  }

  package func note(_ occurrence: Occurrence, in activity: ActivityID) {
    pending[activity]?.append(occurrence)
  }

  package func forget(_ activity: ActivityID) { pending[activity] = nil }

  /// Lets a plugin that was disabled try again.
  package func enable() { failures = 0 }

  /// Ends the runner in order, if there is one; the next question starts another.
  package func close() {
    askToEnd()
    close(by: MonotonicDeadline(seconds: runner.deadlines.close))
  }

  /// The two halves of ``close()``, so that many plugins end at the same time.
  func askToEnd() { process?.askToEnd() }

  func close(by deadline: MonotonicDeadline) {
    process?.finish(by: deadline)
    stop()
  }

  private func open(
    _ brief: ActivityBrief, as activity: ActivityID
  ) throws(PluginFailure) {
    do throws(PluginFailure) {
      let reply = try exchange(.open(brief), deadline: runner.deadlines.open)
      guard case .done = reply else { throw failed(reply.failure(insteadOf: "“done”")) }
    } catch {
      // What it was to go on from may be all that is wrong: folding all events does without.
      guard brief.state != nil, case .fault(let words) = error.kind else { throw error }
      throw failed(.staleState(words))
    }
    pending[activity] = []
  }
}

// MARK: - The process

extension Supervisor {
  /// Counts what becomes of one question: a good answer to it, not one on the way to it, is what
  /// proves the plugin sound.
  private func answering<Answer>(
    _ body: () throws(PluginFailure) -> Answer
  ) throws(PluginFailure) -> Answer {
    try turn.carriedOut { () throws(PluginFailure) in
      try checkMayBeAsked()
      wasAsked = true
      do throws(PluginFailure) {
        let answer = try body()
        failures = 0
        if isRestless { process?.pause() }
        return answer
      } catch {
        throw counted(error)
      }
    }
  }

  func stop() {
    process?.end()
    if let process { lastLog = process.logTail }
    process = nil
    turn.hasStopped(self)
    (rest, isRestless) = (nil, false)
    pending.removeAll()
    conversation = Conversation()
    lastAnswer = nil
  }

  /// The runner; where there is none it is started, and agrees on a version with the plugin.
  @discardableResult private func start() throws(PluginFailure) -> RunnerProcess {
    if let process { return process }
    if let hindrance = hindrance() { throw failed(hindrance) }
    let started = try RunnerProcess(
      runner: runner.program, library: library, plugin: plugin, sandbox: runner.sandbox,
      isInstalled: runner.isInstalled)
    process = started
    turn.hasStarted(self)
    let bytes = try waiting(runner.deadlines.load, for: 0) { patience throws(PluginFailure) in
      try started.receive(patience)
    }
    let greeting = try json(bytes)
    guard case .ready(_, _, let confinement) = try status(greeting) else {
      throw failed(.garbage("it answered before it was asked"))
    }
    self.confinement = confinement
    let hello = Request.hello(
      versions: [protocolVersion], host: runner.host, extensions: ExtensionID.all)
    let reply = try exchange(hello, deadline: runner.deadlines.load)
    guard case .welcome(let version, let welcomed) = reply else {
      throw failed(reply.failure(insteadOf: "a welcome"))
    }
    guard version == protocolVersion else {
      throw failed(
        .incompatible(host: "messages \(protocolVersion)", plugin: "messages \(version)"))
    }
    extensions = welcomed.filter(ExtensionID.all.contains)
    return started
  }

  /// Asks and reads the answer; a fault is a failure.
  private func exchange(
    _ request: Request, deadline: Double
  ) throws(PluginFailure) -> Reply {
    let process = try start()
    let bytes = request.json.serialized()
    conversation.asked(request, bytes)
    guard let follow = runner.follow else {
      return try reply(from: process, to: bytes, deadline: deadline)
    }
    let watch = Stopwatch()
    func told(_ outcome: Exchange.Outcome) -> Exchange {
      Exchange(
        plugin: plugin, process: process.process, request: request.json, outcome: outcome,
        milliseconds: watch.milliseconds)
    }
    do throws(PluginFailure) {
      let reply = try reply(from: process, to: bytes, deadline: deadline)
      follow(told(.reply(reply.json)))
      return reply
    } catch {
      follow(told(.none(error.problem.message)))
      throw error
    }
  }

  private func reply(
    from process: RunnerProcess, to request: [UInt8], deadline: Double
  ) throws(PluginFailure) -> Reply {
    lastAnswer = nil
    let bytes = try waiting(deadline, for: request.count) { patience throws(PluginFailure) in
      try process.call(request, patience)
    }
    lastAnswer = bytes
    guard let answer = try answer(in: bytes) else { return .refused(.moreChangesThanAreTaken) }
    guard try status(answer) == nil else { throw failed(.garbage("it was ready twice")) }
    let reply: Reply
    do { reply = try Reply(json: answer, path: "reply") } catch {
      throw failed(.garbage(error.reason))
    }
    if case .fault(let message) = reply { throw failed(.fault(message)) }
    return reply
  }

  private func json(_ bytes: [UInt8]) throws(PluginFailure) -> JSONValue {
    do { return try JSONValue(parsing: bytes) } catch { throw failed(.garbage(error.reason)) }
  }

  /// The runner's own words, if these are; those that are a failure are thrown.
  private func status(_ value: JSONValue) throws(PluginFailure) -> RunnerStatus? {
    let status: RunnerStatus?
    do { status = try RunnerStatus(value) } catch { throw failed(.garbage(error.reason)) }
    if let failure = status?.failure { throw failed(failure) }
    return status
  }

  func failed(_ kind: PluginFailure.Kind) -> PluginFailure {
    process?.failure(kind) ?? PluginFailure(plugin: plugin, kind: kind, log: lastLog)
  }
}
