package import ExerciseProtocol
import OrderedCollections

/// Of which activity this terminal was told that its time is up.
package struct TimeUp: Hashable, Sendable {
  /// Whether the bell keeps quiet.
  package var isMuted = false
  /// The activity that was told of, and the time it had then: more time, and it is told again.
  private var told: Told?
  private var seen: ActivityID?

  private struct Told: Hashable {
    var activity: ActivityID
    var planned: Double
  }

  package init() {}

  /// How long a clock may have been over when it is seen first and still be news: whoever opens a
  /// session that stood open overnight is told something else.
  private static let news = 600.0

  mutating func isNews(_ activity: Activity, at now: Timestamp) -> Bool {
    let isFirst = seen != activity.id
    seen = activity.id
    guard let planned = activity.plannedSeconds, planned > 0 else { return false }
    let left = planned - activity.timer.elapsed(at: now)
    let this = Told(activity: activity.id, planned: planned)
    guard left <= 0, told != this else { return false }
    told = this
    return !isFirst || -left < Self.news
  }
}

extension Desk {
  /// That the time of the current activity is up: one line, once; nil where it is not, or was told.
  package func takeTimeUp() -> View? {
    guard let activity = session?.currentActivity, timeUp.isNews(activity, at: now),
      let planned = activity.plannedSeconds
    else { return nil }
    return View([
      .note(
        "Time is up: “\(activity.plan.title)” has had its \(planned.clockText). /time +5 gives "
          + "more, /next goes on.", .warning)
    ])
  }

  /// Seconds until there may be something to tell; nil where no clock runs towards its end.
  package var secondsToTimeUp: Double? {
    guard let clock = session?.clock(at: now), !clock.isPaused, let left = clock.left, left > 0
    else { return nil }
    return left
  }

  /// What the room and the facilitator see while there is a break.
  func breakView(of activity: Activity) -> View {
    guard let planned = activity.plannedSeconds, session?.current == activity.id,
      activity.timer.runningSince != nil
    else { return AgendaWording.breakView(activity.plan, until: nil, isOver: false) }
    let left = planned - activity.timer.elapsed(at: now)
    return AgendaWording.breakView(
      activity.plan, until: clockTime(now.advanced(bySeconds: left)), isOver: left < 0)
  }
}
