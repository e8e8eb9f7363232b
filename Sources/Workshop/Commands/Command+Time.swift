import ExerciseProtocol

extension Command {
  static let time = Command(
    "time", "See the clock, pause it, or give more or less time", group: .agenda,
    parameters: [
      Parameter("change", .minutes, "+5 for five more minutes, -5 for five less"),
      Parameter("do", .field(.choice(["pause", "resume"])), "Stop the clock, or let it run again"),
    ], examples: ["/time", "/time +5", "/time pause"],
    details: ["The clock only advises: when it is over it counts up, and nothing ends by itself."]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard let activity = session.currentActivity else { throw .noActivity(session) }
    if let typed = invocation.arguments.text("change"), let minutes = Int(typed) {
      let planned = Int(activity.plannedSeconds ?? 0)
      let isDifference = typed.hasPrefix("+") || typed.hasPrefix("-")
      // More than there is can't be taken away: what is added next has to count.
      let seconds = max(-planned, minutes * 60 - (isDifference ? 0 : planned))
      _ = try desk.commit { _ in seconds == 0 ? [] : [.extended(seconds: seconds)] }
    }
    switch invocation.arguments.text("do") {
    case "pause" where activity.timer.runningSince != nil:
      _ = try desk.commit { _ in [.paused] }
    case "resume" where activity.timer.runningSince == nil:
      _ = try desk.commit { _ in [.resumed] }
    default: break
    }
    return desk.clockResponse()
  }
}

extension Desk {
  fileprivate func clockResponse() -> Response {
    guard let session, let reading = session.clock(at: now), let activity = session.currentActivity
    else { return Response() }
    var facts = [View.Fact("This activity", reading.inWords)]
    if let planned = activity.plannedSeconds {
      facts.append(View.Fact("Planned", planned.clockText))
    }
    if let behind = reading.behind { facts.append(View.Fact("The session", behind.planInWords)) }
    return Response(
      View([.facts(facts)]),
      result: [
        "elapsed": .integer(Int(reading.elapsed)),
        "left": reading.left.map { .integer(Int($0)) }, "paused": .bool(reading.isPaused),
        "behind": reading.behind.map { .integer(Int($0)) },
      ])
  }
}
