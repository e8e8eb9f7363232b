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
  try onOneProcessor { try questions(ground, "on one processor") }
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
