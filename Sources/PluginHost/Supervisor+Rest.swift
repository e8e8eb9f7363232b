/// Between two questions.
extension Supervisor {
  /// What a process may use while nothing is asked of it, in nanoseconds: tidying up after an
  /// answer takes less. And the share of the time that goes by, one in so many.
  private static let restlessness = (least: 20_000_000, oneIn: 50)

  /// A line is over.
  ///
  /// - Returns: whether it is to be looked at again.
  func beginRest() -> Bool {
    guard let process, !process.isPaused, let used = process.processorTime else { return false }
    rest = (used, runner.clock.now)
    return true
  }

  /// Stops a process that has used the processor since ``beginRest()``: until its next question, and
  /// from then on after each answer. To one that rests it costs the reading of a clock.
  func stopIfRestless() {
    guard let rest, let process, !process.isPaused, let used = process.processorTime else { return }
    let (worked, passed) = (used - rest.used, runner.clock.now - rest.at)
    guard worked >= Self.restlessness.least, worked * Self.restlessness.oneIn >= passed else {
      return
    }
    isRestless = true
    process.pause()
  }
}
