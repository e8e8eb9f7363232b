/// How long a lock is waited for, in milliseconds. Nothing is waited for without an end: whoever
/// has a lock may have been stopped, and then everybody else would stand still with it.
package struct LockPatience: Hashable, Sendable {
  /// For whoever is at work, and done in a moment.
  package var working: Int
  /// For a process that was stopped, and may never go on.
  package var stopped: Int

  package init(working: Int, stopped: Int) {
    (self.working, self.stopped) = (working, stopped)
  }

  /// Where somebody waits at a prompt.
  package static let prompt = LockPatience(working: 1000, stopped: 300)
  /// Where nobody waits: a script is not to fail because a disk is slow.
  package static let script = LockPatience(working: 10_000, stopped: 300)
  /// For what can as well be done the next time.
  package static let moment = LockPatience(working: 300, stopped: 300)

  /// From when on it is worth asking who has the lock: nearly all are done before.
  var unasked: Int { min(working, stopped) }
}
