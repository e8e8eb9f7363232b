internal import Platform
internal import Workshop

/// What one line may take.
extension Supervisor {
  /// Whether anything may be asked in this line.
  func checkMayBeAsked() throws(PluginFailure) {
    guard !isDisabled else {
      throw PluginFailure(plugin: plugin, kind: .disabled(failures: failures), log: lastLog)
    }
    if turn.isGivenUp { throw PluginFailure(plugin: plugin, kind: .givenUp) }
    allowance.begin(turn.number)
    // It has been counted, and what would come of another start is known.
    if let failure = allowance.end { throw failure }
  }

  func counted(_ failure: PluginFailure) -> PluginFailure {
    if failure.kind == .givenUp {
      // Somebody's impatience is no fault of the plugin's.
      turn.giveUp()
      stop()
      return failure
    }
    failures += 1
    let failure = reported(failure)
    if case .overran = failure.kind { allowance.stop(failure) }
    stop()
    return failure
  }

  /// Waits for one answer, at the most `seconds` and what its size adds, and takes the time that it
  /// takes out of what the line has left.
  func waiting(
    _ seconds: Double, for bytes: Int, _ body: (Patience) throws(PluginFailure) -> [UInt8]
  ) throws(PluginFailure) -> [UInt8] {
    let clock = runner.clock
    guard var patience = allowance.patience(seconds, for: bytes, runner.deadlines, on: clock)
    else { throw failed(.overran(seconds: runner.deadlines.line)) }
    patience.attendant = turn.attendant
    if patience.attendant != nil, !allowance.isTold {
      patience.notice = MonotonicDeadline(
        seconds: allowance.silence(runner.deadlines), on: clock)
      patience.hasTold = { [self] in allowance.hasTold() }
    }
    let start = clock.now
    defer { allowance.spend(clock.now - start) }
    return try body(patience)
  }
}
