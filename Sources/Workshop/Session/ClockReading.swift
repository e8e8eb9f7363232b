package import ExerciseProtocol
import OrderedCollections

/// Where the room stands against the clock. Advice for the facilitator; nothing ends by itself.
package struct ClockReading: Hashable, Sendable {
  /// Seconds left of the current activity's time; negative when it is over; nil where none was
  /// planned.
  package var left: Double?
  /// Seconds the current activity has run.
  package var elapsed: Double
  package var isPaused: Bool
  /// Seconds by which the session runs behind its plan; negative: ahead. Nil where nothing is
  /// planned.
  package var behind: Double?
  /// The step within the activity that has a time of its own, and how much of that is left.
  package var inner: Inner?

  package struct Inner: Hashable, Sendable {
    package var label: String
    /// Seconds; negative when it is over.
    package var left: Double
  }
}

extension Session {
  /// The clock as it stands at `now`; nil while the room is at no activity.
  ///
  /// Behind and ahead: where the agenda has a start, how much later than planned the current step
  /// can be expected to end. Else the time that steps used, or that the current one was given,
  /// against what was planned for them; one without planned time counts as long as it took. What
  /// `/time` gives puts the session behind at once.
  ///
  /// - Parameter offset: how many seconds the clock on the wall is before UTC at a moment.
  package func clock(
    at now: Timestamp, offset: (Timestamp) -> Int = { _ in 0 }
  ) -> ClockReading? {
    guard let current, let activity = agenda[current] else { return nil }
    let elapsed = activity.timer.elapsed(at: now)
    let planned = activity.plannedSeconds
    return ClockReading(
      left: planned.map { $0 - elapsed }, elapsed: elapsed,
      isPaused: activity.timer.runningSince == nil,
      behind: behindStart(at: now, offset) ?? behindPlan(activity, at: now),
      inner: activity.pace.map { .init(label: $0.label, left: $0.left(after: elapsed)) })
  }

  private func behindPlan(_ activity: Activity, at now: Timestamp) -> Double? {
    guard agenda.values.contains(where: { $0.plannedSeconds != nil }) else { return nil }
    var behind = 0.0
    if let planned = activity.plan.seconds {
      behind = max(activity.timer.elapsed(at: now), activity.plannedSeconds ?? 0) - planned
    }
    for other in agenda.values where other.id != activity.id && other.wasStarted {
      guard let planned = other.plan.seconds else { continue }
      behind += other.timer.elapsed(at: now) - planned
    }
    return behind
  }

  /// Nil where the agenda has no start, or one of another day.
  private func behindStart(at now: Timestamp, _ offset: (Timestamp) -> Int) -> Double? {
    guard let times = AgendaTimes(self, at: now, offset: offset), let step = times.current else {
      return nil
    }
    let behind = step.expected.seconds(since: step.planned)
    return behind.magnitude < 43_200 ? behind : nil
  }
}

extension Activity {
  /// The planned time with what was added to it; nil where none was planned.
  package var plannedSeconds: Double? {
    if let minutes = plan.minutes { return Double(max(0, minutes * 60 + timer.extra)) }
    return timer.extra > 0 ? Double(timer.extra) : nil
  }
}
