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
  /// Behind and ahead: the time used so far, against the planned time of all activities that are
  /// over and as much of the current one's as has been used. An activity without planned time
  /// counts as long as it took.
  package func clock(at now: Timestamp) -> ClockReading? {
    guard let current, let activity = agenda[current] else { return nil }
    let elapsed = activity.timer.elapsed(at: now)
    let planned = activity.plannedSeconds
    var behind = planned.map { max(0, elapsed - $0) } ?? 0
    for other in agenda.values where other.id != current && other.wasStarted {
      guard let planned = other.plannedSeconds else { continue }
      behind += other.timer.elapsed(at: now) - planned
    }
    let hasPlan = agenda.values.contains { $0.plannedSeconds != nil }
    return ClockReading(
      left: planned.map { $0 - elapsed }, elapsed: elapsed,
      isPaused: activity.timer.runningSince == nil, behind: hasPlan ? behind : nil,
      inner: activity.pace.map { .init(label: $0.label, left: $0.left(after: elapsed)) })
  }
}

extension Activity {
  /// The planned time with what was added to it; nil where none was planned.
  package var plannedSeconds: Double? {
    if let minutes = plan.minutes { return Double(max(0, minutes * 60 + timer.extra)) }
    return timer.extra > 0 ? Double(timer.extra) : nil
  }
}
