package import ExerciseProtocol

/// A clock that ran on although nobody was there: somebody left the room, or the machine, and did
/// not stop it.
package struct LeftRunning: Hashable, Sendable {
  /// The last thing that was done before.
  package var since: Timestamp
  /// By activity, how many seconds it ran in nobody's presence.
  package var seconds: [ActivityID: Double]
}

extension Timeline {
  /// A room that works says or does something in three hours; a lunch is shorter.
  package static let longestSilence: Double = 3 * 3600

  /// The clocks that ran through such a silence and were not set right since; nil where none did.
  package func leftRunning(at now: Timestamp) -> LeftRunning? {
    var presence = Presence()
    let gone = Set(undone)
    for entry in events {
      presence.pass(to: entry.at)
      if !gone.contains(entry.step) { presence.fold(entry.event) }
    }
    presence.pass(to: now)
    guard let since = presence.since, !presence.idle.isEmpty else { return nil }
    return LeftRunning(since: since, seconds: presence.idle)
  }
}

/// Which clock runs, and when somebody last did something.
private struct Presence {
  var idle: [ActivityID: Double] = [:]
  var since: Timestamp?
  private var last: Timestamp?
  private var current: ActivityID?
  private var isRunning = false

  mutating func pass(to now: Timestamp) {
    defer { last = now }
    guard let last, isRunning, let current else { return }
    let silence = now.seconds(since: last)
    guard silence > Timeline.longestSilence else { return }
    idle[current, default: 0] += silence
    since = last
  }

  mutating func fold(_ event: Event) {
    switch event {
    case .started(let id, _): (current, isRunning) = (id, true)
    case .resumed: isRunning = true
    case .paused: isRunning = false
    case .stopped: (current, isRunning) = (nil, false)
    case .unplanned(let id) where id == current: (current, isRunning) = (nil, false)
    case .unplanned(let id): idle[id] = nil
    case .clockSet(let id, _): idle[id] = nil
    case .restored(let session):
      current = session.current
      isRunning = session.currentActivity?.timer.runningSince != nil
      idle = [:]
    default: break
    }
  }
}
