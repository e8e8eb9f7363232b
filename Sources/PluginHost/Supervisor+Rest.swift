internal import Platform

/// Between two questions.
extension Supervisor {
  /// What a process may use while nothing is asked of it, in nanoseconds: tidying up after an
  /// answer takes less. And the share of the time that goes by, one in so many.
  private static let restlessness = (least: 20_000_000, oneIn: 50)
  /// Nobody can have used so much in this time, on however many processors there are.
  private static let tooSoon = 1_000_000

  /// A line is over.
  ///
  /// - Returns: whether it is to be looked at after a while.
  func beginRest() -> Bool {
    guard let process, !process.isPaused else { return false }
    guard wasAsked || rest == nil else { return true }
    wasAsked = false
    rest = process.processorTime.map { ($0, runner.clock.now) }
    return rest != nil
  }

  /// Stops a process that has used the processor since ``beginRest()``: until its next question,
  /// and from then on after each answer. To one that rests it costs the reading of a clock.
  func stopIfRestless() {
    guard let rest, !wasAsked, let process, !process.isPaused else { return }
    let passed = runner.clock.now - rest.at
    guard passed >= Self.tooSoon, let used = process.processorTime else { return }
    let worked = used - rest.used
    guard worked >= Self.restlessness.least, worked * Self.restlessness.oneIn >= passed else {
      return
    }
    isRestless = true
    process.pause()
  }
}
