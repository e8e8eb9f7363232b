import ExerciseProtocol
import PluginHost
import SessionStore
import Workshop

/// What it costs to ask a plugin in its own process for a decision: a Swift one that does real
/// work, and a C one that answers at once. Against bare messages of the same sizes to a process and
/// back.
///
/// To wake a process on another processor costs several times as much as on the same one, and who
/// ends up where is chance: so first all are kept on one, which makes the ratios hold.
func pluginRoundTrip(_ ground: Ground) throws -> [Row] {
  try onOneProcessor {
    try questions(ground, "on one processor") + sandbox(ground) + rest(ground)
  }
    + questions(ground, "wherever the system puts it")
}

private func questions(_ ground: Ground, _ place: String) throws -> [Row] {
  let folder = try ground.folder("plain")
  try copyFile(ground.built("libmisbehaving-plugin.so"), to: "\(folder)/libplain.so")
  let host = try Workplace(ground, pluginFolders: [folder]).host
  let say = Asked(host, exercise: "discussion", "say", ["text": .string(Workplace.sentence)])
  let answer = Asked(host, exercise: "plain", "answer", [:])
  let (swiftEcho, cEcho) = (try say.echo(), try answer.echo())
  let measured = try inTurns(
    5000, warmup: 100,
    [
      .timed("a plugin asked and answering, \(place): Swift, Comments", say.ask),
      .timed("a plugin asked and answering, \(place): C, the smallest", answer.ask),
      .timed("bare socket to a child process and back, \(swiftEcho.sizes)", swiftEcho.echo.ask),
      .timed("bare socket to a child process and back, \(cEcho.sizes)", cEcho.echo.ask),
    ])
  return [
    .measured(measured[0], against: measured[2]), .measured(measured[1], against: measured[3]),
  ]
}

/// What the sandbox costs: the same with it and without it, from nothing to a plugin's first
/// answer, for each further answer, and for the first after a crash.
private func sandbox(_ ground: Ground) throws -> [Row] {
  let comments = try ground.built("libcharrette-comments.so")
  let folder = try ground.folder("plain")
  let misbehaving = "\(folder)/libplain.so"
  func started(_ library: String, _ sandbox: Sandbox) throws -> Supervisor {
    var settings = RunnerSettings(
      program: try ground.built("exercise-runner"), host: "charrette benchmarks")
    settings.sandbox = sandbox
    let supervisor = Supervisor(library: library, plugin: "measured", runner: settings)
    _ = try supervisor.manifest()
    return supervisor
  }
  func start(_ name: String, _ library: String, _ sandbox: Sandbox) -> Contestant {
    Contestant(name) {
      var supervisor: Supervisor?
      let duration = try ContinuousClock().measure { supervisor = try started(library, sandbox) }
      supervisor?.close()
      return duration
    }
  }
  let starts = try inTurns(
    100, warmup: 5,
    [
      start("a Swift plugin started to its first answer, sandbox on", comments, .strict),
      start("the same, sandbox off", comments, .off),
      start("a C plugin started to its first answer, sandbox on", misbehaving, .strict),
      start("the same, sandbox off", misbehaving, .off),
      restart("the next answer after a crash, sandbox on", try started(misbehaving, .strict)),
      restart("the same, sandbox off", try started(misbehaving, .off)),
    ])
  let (strict, off) = (try started(misbehaving, .strict), try started(misbehaving, .off))
  let rounds = try inTurns(
    5000, warmup: 100,
    [
      .timed("a question and its answer, sandbox on") { _ = try strict.manifest() },
      .timed("the same, sandbox off") { _ = try off.manifest() },
    ])
  return [
    .measured(starts[0], against: starts[1]), .measured(starts[2], against: starts[3]),
    .measured(starts[4], against: starts[5]), .measured(rounds[0], against: rounds[1]),
  ]
}

/// What it costs a plugin that rests to be looked at before and after each line: nothing to
/// speak of.
private func rest(_ ground: Ground) throws -> [Row] {
  let settings = RunnerSettings(
    program: try ground.built("exercise-runner"), host: "charrette benchmarks")
  let turn = Turn()
  let supervisor = Supervisor(
    library: "\(try ground.folder("plain"))/libplain.so", plugin: "measured", runner: settings,
    turn: turn)
  _ = try supervisor.manifest()
  let measured = try inTurns(
    5000, warmup: 100,
    [
      .timed("a question that is a line, and the look at the plugin before and after") {
        _ = try supervisor.manifest()
      },
      Contestant("the same without the look") {
        try turn.carriedOut {
          try ContinuousClock().measure { _ = try supervisor.manifest() }
        }
      },
    ])
  return [.measured(measured[0], against: measured[1])]
}

/// From the next question to its answer, where the plugin has crashed: it has to start again and
/// to open the activity.
private func restart(_ name: String, _ supervisor: Supervisor) -> Contestant {
  func ask(_ action: String) throws(PluginFailure) {
    let call = Call(action: action, fields: [:], actor: nil, at: .now())
    _ = try supervisor.ask(.decide(call), of: "a1") {
      ActivityBrief(
        id: "a1", exercise: "plain", title: "Benchmark", focus: nil, settings: .object([]))
    }
  }
  return Contestant(name) {
    do { try ask("abort") } catch {}
    return try ContinuousClock().measure { try ask("answer") }
  }
}

/// One question to one plugin, again and again.
private struct Asked {
  let host: ExerciseHost
  let exercise: String
  let activity: ActivityID
  let call: Call

  init(_ host: ExerciseHost, exercise: String, _ action: String, _ fields: JSONValue) {
    self.host = host
    self.exercise = exercise
    activity = ActivityID(exercise)
    call = Call(action: action, fields: fields, actor: "p1", at: .now())
  }

  func ask() throws { _ = try reply() }

  private func reply() throws(PluginFailure) -> Reply {
    try host.ask(.decide(call), of: activity, exercise: exercise) {
      ActivityBrief(
        id: activity, exercise: exercise, title: "Benchmark", focus: nil, settings: .object([]),
        participants: [Participant(id: "p1", name: "Roger")])
    }
  }

  /// Bare messages as long as this question and its answer are, with the four bytes before each
  /// that tell its length.
  func echo() throws -> (echo: PingPong, sizes: String) {
    let request = Request.decide(activity, call, events: []).json.serialized().count + 4
    let reply = try reply().json.serialized().count + 4
    return (
      try PingPong(asking: request, answering: reply), "\(request) and \(reply) bytes"
    )
  }
}
