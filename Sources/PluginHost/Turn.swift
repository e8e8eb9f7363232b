package import Workshop

/// What the plugins of one host have in common while a line is carried out: which line it is, who
/// waits, and whether they still do. And what is done about plugins between one line and the next.
///
/// To be used on one thread.
package final class Turn {
  /// Of the line that is, or that was last.
  private(set) var number = 0
  /// The person stopped waiting: nothing more is asked in this line.
  package private(set) var isGivenUp = false
  package weak var attendant: (any Attendant)?
  private var depth = 0
  /// Those that have a process now.
  private var running: [Weak] = []
  /// When it is to be looked whether all plugins rest; nil: it has been, or none runs.
  package private(set) var settlesAt: ContinuousClock.Instant?

  /// How long after a line that is.
  private static let settlingTime = Duration.seconds(1)

  private struct Weak { weak var supervisor: Supervisor? }

  package init() {}

  /// Carries out a line; within another it is a part of that.
  package func carriedOut<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if depth == 0 { begin() }
    depth += 1
    defer {
      depth -= 1
      if depth == 0 { end() }
    }
    return try body()
  }

  func giveUp() { isGivenUp = true }

  func hasStarted(_ supervisor: Supervisor) { running.append(Weak(supervisor: supervisor)) }

  func hasStopped(_ supervisor: Supervisor) {
    running.removeAll { $0.supervisor == nil || $0.supervisor === supervisor }
  }

  private func begin() {
    number += 1
    isGivenUp = false
    for plugin in running { plugin.supervisor?.stopIfRestless() }
  }

  private func end() {
    var isAnyAtRest = false
    for plugin in running where plugin.supervisor?.beginRest() == true { isAnyAtRest = true }
    settlesAt = isAnyAtRest ? .now + Self.settlingTime : nil
  }

  /// Looks at every plugin once, a while after a line.
  package func settle() {
    settlesAt = nil
    guard depth == 0 else { return }
    for plugin in running { plugin.supervisor?.stopIfRestless() }
  }
}
