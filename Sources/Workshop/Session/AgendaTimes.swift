package import ExerciseProtocol
import OrderedCollections

/// The times of day of an agenda that has a start: of the steps that were begun, when they were; of
/// those to come, when they can be expected as things stand.
package struct AgendaTimes: Hashable, Sendable {
  package var steps: [ActivityID: Timestamp] = [:]
  package var end: Timestamp
  /// When it was to end by its plan.
  package var plannedEnd: Timestamp
  /// When the current step was to end by the plan, and when it can be expected to.
  package var current: (planned: Timestamp, expected: Timestamp)? {
    planned.flatMap { planned in expected.map { (planned, $0) } }
  }
  /// Whether the room has been at the last step and left it.
  package var isOver: Bool

  private var planned: Timestamp?
  private var expected: Timestamp?

  /// - Parameter offset: how many seconds the clock on the wall is before UTC at a moment.
  package init?(_ session: Session, at now: Timestamp, offset: (Timestamp) -> Int) {
    guard let schedule = session.schedule, let first = session.agenda.keys.first else { return nil }
    let from = schedule.from.flatMap { session.index(of: $0) } ?? session.index(of: first) ?? 0
    let activities = session.agenda.values.dropFirst(from)
    guard let opening = activities.first else { return nil }
    let start = Self.start(schedule.minute, near: opening.begun ?? now, offset)
    var (plan, likely) = (start, start)
    var ended: Timestamp?
    for activity in activities {
      let elapsed = activity.timer.elapsed(at: now)
      if let begun = activity.begun {
        steps[activity.id] = begun
        likely = max(likely, begun.advanced(bySeconds: elapsed))
        ended = likely
      } else {
        // Between two steps the next one begins at the earliest now.
        if session.current == nil, ended != nil { likely = max(likely, now) }
        steps[activity.id] = likely
      }
      plan = plan.advanced(bySeconds: activity.plan.seconds ?? elapsed)
      if activity.id == session.current {
        likely = now.advanced(bySeconds: max(0, (activity.plannedSeconds ?? 0) - elapsed))
        (planned, expected) = (plan, likely)
      } else if !activity.wasStarted {
        likely = likely.advanced(bySeconds: activity.plannedSeconds ?? 0)
      }
    }
    isOver = session.current == nil && session.agenda.values.last?.wasStarted == true
    (plannedEnd, end) = (plan, isOver ? ended ?? likely : likely)
  }

  /// The moment around `time` at which it is `minute` by the clock on the wall: up to six hours
  /// before, else the next one. A room that begins at ten past midnight and was to at ten to is
  /// late, not a day early; one that looks at ten in the morning at a start at 23:55 is early.
  private static func start(
    _ minute: Int, near time: Timestamp, _ offset: (Timestamp) -> Int
  ) -> Timestamp {
    let shift = offset(time) * 1000
    let day = 86_400_000
    let (days, _) = (time.milliseconds + shift).flooredQuotient(by: day)
    let moments = (-1...1).map { (days + $0) * day + minute * 60_000 - shift }
    let start = moments.first { $0 >= time.milliseconds - day / 4 }
    return Timestamp(milliseconds: start ?? time.milliseconds)
  }
}

extension Activity.Plan {
  /// As it was planned, whatever `/time` gave or took.
  var seconds: Double? { minutes.map { Double($0 * 60) } }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = ((self % divisor) + divisor) % divisor
    return ((self - remainder) / divisor, remainder)
  }
}
