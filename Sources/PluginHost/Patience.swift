package import Platform
package import Workshop

/// One wait for a plugin: until when, what it is taken for if it does not answer by then, and who
/// waits.
package struct Patience {
  let deadline: MonotonicDeadline
  /// What it did where the deadline passes.
  let failure: PluginFailure.Kind
  let clock: any WaitingClock
  /// Nil: nobody is there, or nobody is to be told any more.
  var attendant: (any Attendant)?
  /// When the attendant is told; nil: it has been.
  var notice: MonotonicDeadline?
  /// Called once it is told.
  var hasTold: () -> Void = {}

  package init(
    seconds: Double, clock: any WaitingClock = SystemClock(), failure: PluginFailure.Kind? = nil
  ) {
    deadline = MonotonicDeadline(seconds: seconds, on: clock)
    self.failure = failure ?? .hung(seconds: seconds)
    self.clock = clock
  }

  /// How long to wait before something has to be looked at, for poll(2).
  func milliseconds(atMost pulse: Int32) -> Int32 {
    let next = min(deadline.remainingMilliseconds, pulse)
    return notice.map { min($0.remainingMilliseconds, next) } ?? next
  }

  /// Tells whoever waits, where it is time to.
  mutating func tellIfDue(of plugin: String) {
    guard let attendant, notice?.hasPassed == true else { return }
    notice = nil
    attendant.waits(for: plugin)
    hasTold()
  }
}

/// What one plugin has left of one line.
struct Allowance {
  private var turn: Int?
  /// In nanoseconds.
  private var spent = 0
  /// What large requests have added, in seconds.
  private var extra = 0.0
  private(set) var isTold = false
  /// Why it is asked nothing more in this line; nil: it may be.
  private(set) var end: PluginFailure?

  /// Begins afresh where another line has begun.
  mutating func begin(_ turn: Int) {
    if self.turn != turn { self = Allowance(turn: turn) }
  }

  init(turn: Int? = nil) { self.turn = turn }

  mutating func spend(_ nanoseconds: Int) { spent += nanoseconds }
  mutating func hasTold() { isTold = true }
  mutating func stop(_ failure: PluginFailure) { end = failure }

  /// The wait for one answer to `bytes`, which may take `seconds`: as long, or what is left of the
  /// line where that is less. Nil where nothing is left.
  mutating func patience(
    _ seconds: Double, for bytes: Int, _ deadlines: RunnerSettings.Deadlines,
    on clock: any WaitingClock
  ) -> Patience? {
    extra = min(deadlines.mostForSize, extra + deadlines.extra(for: bytes))
    let whole = deadlines.line + extra
    let left = whole - Double(spent) / 1_000_000_000
    guard left > 0 else { return nil }
    let limit = seconds + deadlines.extra(for: bytes)
    return limit <= left
      ? Patience(seconds: limit, clock: clock)
      : Patience(seconds: left, clock: clock, failure: .overran(seconds: whole))
  }

  /// How much longer it is waited for in silence.
  func silence(_ deadlines: RunnerSettings.Deadlines) -> Double {
    max(0, deadlines.silence - Double(spent) / 1_000_000_000)
  }
}
