/// When the console wakes of its own accord: each second for a clock that is seen to run, when an
/// activity's time is up, once the room is quiet for the snapshot, and now and again for what other
/// terminals did where nothing tells of it. Between these it sleeps: an instant that has passed
/// would keep a processor busy.
package struct Heartbeat: Sendable {
  package typealias Instant = ContinuousClock.Instant

  /// What there is to wake for.
  package struct Needs: Hashable, Sendable {
    /// How far the clock in the prompt is into its second; nil where none is seen to run.
    package var intoSecond: Duration?
    /// How long until an activity's time is up; nil where no clock runs towards its end.
    package var untilTimeUp: Duration?
    /// How many events the snapshot lacks; 0 where it can't be written.
    package var unsaved = 0
    /// How many events there are.
    package var events = 0
    /// Whether a session is open, which other terminals may change.
    package var hasOthers = false
    /// Whether a descriptor tells of what they do.
    package var isToldOfOthers = false

    package init() {}
  }

  /// What is to be done at a beat.
  package enum Task: Hashable, Sendable { case drawClock, saveSnapshot, lookForOthers }

  /// How long nothing must have been typed before the snapshot is written.
  package static let quiet = Duration.seconds(5)
  /// How long to leave a snapshot alone that could not be written.
  package static let patience = Duration.seconds(60)
  /// From one look for others to the next, where nothing tells of them.
  package static let interval = Duration.seconds(2)
  /// The same where something does: not every disk that machines share tells all.
  package static let longInterval = Duration.seconds(30)

  private var lastLine: Instant
  private var saveNotBefore: Instant
  private var lastLook: Instant
  /// Whether the last look failed: then the descriptor that tells of others is left alone.
  private var couldNotLook = false

  package init(at now: Instant) {
    (lastLine, saveNotBefore, lastLook) = (now, now, now)
  }

  /// When to wake at the latest, always after `now`; nil: not at all.
  package func next(for needs: Needs, after now: Instant) -> Instant? {
    var beats: [Instant] = []
    if let intoSecond = needs.intoSecond { beats.append(now + .seconds(1) - intoSecond) }
    if let rest = needs.untilTimeUp { beats.append(now + rest) }
    if isWorthSaving(needs) { beats.append(saveTime) }
    if needs.hasOthers { beats.append(lookTime(needs)) }
    // What is due already is done at the next moment there is.
    return beats.min().map { max($0, now + .milliseconds(1)) }
  }

  /// What is to be done at `now`; it counts as done.
  package mutating func tasks(for needs: Needs, at now: Instant) -> Set<Task> {
    var tasks: Set<Task> = []
    if needs.intoSecond != nil { tasks.insert(.drawClock) }
    if isWorthSaving(needs), saveTime <= now {
      tasks.insert(.saveSnapshot)
      saveNotBefore = now + Self.patience
    }
    if needs.hasOthers, lookTime(needs) <= now {
      tasks.insert(.lookForOthers)
      lastLook = now
    }
    return tasks
  }

  /// A line was typed: the room is not quiet.
  package mutating func lineWasTyped(at now: Instant) { lastLine = now }

  /// What others did was read, or could not be: then to be told of it at once again would be to be
  /// told for ever.
  package mutating func looked(at now: Instant, successfully: Bool) {
    (lastLook, couldNotLook) = (now, !successfully)
  }

  /// Whether the descriptor that tells of others is to be watched.
  package var watchesOthers: Bool { !couldNotLook }

  private var saveTime: Instant { max(lastLine + Self.quiet, saveNotBefore) }

  /// A large document is not written again for every word.
  private func isWorthSaving(_ needs: Needs) -> Bool {
    needs.unsaved > 0 && (needs.unsaved * 10 >= needs.events || needs.events < 2000)
  }

  private func lookTime(_ needs: Needs) -> Instant {
    lastLook + (needs.isToldOfOthers && !couldNotLook ? Self.longInterval : Self.interval)
  }
}
