import ExerciseProtocol
import OrderedCollections

extension Command {
  static let time = Command(
    "time", "See the clock, pause it, set it right, or give more or less time", group: .agenda,
    parameters: [
      Parameter("change", .minutes, "+5 for five more minutes, -5 for five less"),
      Parameter(
        "do", .field(.choice(["pause", "resume", "rewind", "mute", "ring"])),
        "Stop the clock, let it run again, take back what it ran on by itself; no bell, or one"),
    ], examples: ["/time", "/time +5", "/time pause", "/time mute"],
    details: [
      "The clock only advises: when it is over it counts up, and nothing ends by itself. A line "
        + "and the bell tell of it; mute keeps the bell of this terminal quiet, ring lets it ring.",
      "rewind is for a clock that nobody stopped: where for three hours and more nothing was said "
        + "or done, that time is taken back.",
    ]
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    if let bell = desk.setBell(invocation.arguments.text("do")) { return bell }
    guard let activity = session.currentActivity else { throw .noActivity(session) }
    var remarks: [View.Block] = []
    if let typed = invocation.arguments.text("change") {
      remarks += try desk.changeTime(typed, of: activity)
    }
    switch invocation.arguments.text("do") {
    case "pause" where activity.timer.runningSince == nil:
      remarks.append(.text("The clock is paused already."))
    case "pause": _ = try desk.commit { _ in [.paused] }
    case "resume" where activity.timer.runningSince != nil:
      remarks.append(.text("The clock runs already."))
    case "resume": _ = try desk.commit { _ in [.resumed] }
    case "rewind": remarks += try desk.rewind()
    default: break
    }
    return desk.clockResponse(after: remarks)
  }
}

extension Desk {
  /// Nil where the bell is not what was spoken of.
  fileprivate func setBell(_ word: String?) -> Response? {
    guard let word, ["mute", "ring"].contains(word) else { return nil }
    timeUp.isMuted = word == "mute"
    return .done(
      timeUp.isMuted
        ? "The bell of this terminal is mute; a line tells when time is up."
        : "The bell rings when time is up.", result: ["muted": .bool(timeUp.isMuted)])
  }

  /// Gives time or takes it; `typed` is a number of minutes, with a sign where it is a difference.
  ///
  /// - Returns: what is to be said where not all of it was done.
  fileprivate func changeTime(
    _ typed: String, of activity: Activity
  ) throws(Problem) -> [View.Block] {
    let planned = Int(activity.plannedSeconds ?? 0)
    let isDifference = typed.hasPrefix("+") || typed.hasPrefix("-")
    let wanted = (Int(typed) ?? 0) * 60 - (isDifference ? 0 : planned)
    // More than there is can't be taken away: what is added next has to count.
    let seconds = max(-planned, wanted)
    _ = try commit { _ in seconds == 0 ? [] : [.extended(seconds: seconds)] }
    guard seconds > wanted else { return [] }
    let planning =
      planned == 0 ? "No time was planned" : "Only \(Double(planned).clockText) was planned"
    return [.text("\(planning), and no more can be taken away.")]
  }

  /// Takes back what clocks ran on while nobody was here.
  fileprivate func rewind() throws(Problem) -> [View.Block] {
    var titles: [String] = []
    let logged = try commit { timeline in
      guard let left = timeline.leftRunning(at: self.now) else { return [] }
      let session = timeline.session
      let activities = session.agenda.values.filter { left.seconds[$0.id] != nil }
      titles = activities.map { "“\($0.plan.title)”" }
      return activities.map { activity in
        let present = activity.timer.elapsed(at: self.now) - (left.seconds[activity.id] ?? 0)
        return .clockSet(activity.id, seconds: Int(max(0, present)))
      }
    }
    guard !logged.isEmpty else { return [.text("No clock ran on by itself.")] }
    return [.note("The clock of \(titles.andList) is set right.", .success)]
  }

  /// What to say where a clock ran on while nobody was here; nothing where none did, or where it
  /// can't be set right.
  func offerOfRewinding() -> [View.Block] {
    guard let live, live.log.readOnly == nil, let session,
      let left = live.timeline.leftRunning(at: now)
    else { return [] }
    let titles = session.agenda.values.filter { left.seconds[$0.id] != nil }.map(\.plan.title)
    let time = String("\(left.since)".prefix(16)).replacing("T", with: ", ")
    return [
      .note(
        "The clock of \(titles.map { "“\($0)”" }.andList) ran on while nobody was here, since "
          + "\(time) UTC.", .warning),
      .note("/time rewind takes that time back.", .hint),
    ]
  }

  fileprivate func clockResponse(after remarks: [View.Block]) -> Response {
    guard let session, let reading = session.clock(at: now, offset: surroundings.utcOffset),
      let activity = session.currentActivity
    else { return Response(View(remarks)) }
    var facts = [View.Fact("This activity", reading.inWords)]
    if let step = reading.innerInWords { facts.append(View.Fact("This step", step)) }
    if let planned = activity.plannedSeconds {
      facts.append(View.Fact("Planned", planned.clockText))
    }
    if let behind = reading.behind { facts.append(View.Fact("The session", behind.planInWords)) }
    return Response(
      View(remarks + [.facts(facts)] + offerOfRewinding()),
      result: [
        "elapsed": .integer(Int(reading.elapsed)),
        "left": reading.left.map { .integer(Int($0)) }, "paused": .bool(reading.isPaused),
        "behind": reading.behind.map { .integer(Int($0)) },
      ])
  }
}
