package import Glibc

/// The time that plugins are given, and the way to wait for them. The machine's own, but in tests,
/// where an answer takes as long as the test says.
package protocol WaitingClock: Sendable {
  /// In nanoseconds, on a clock that nobody sets.
  var now: Int { get }

  /// As poll(2): the descriptors on which something is to be seen, 0 once `milliseconds` are over,
  /// -1 where a signal came.
  func wait(for descriptors: inout [pollfd], milliseconds: Int32) -> Int32
}

package struct SystemClock: WaitingClock {
  package init() {}

  package var now: Int { Self.nanoseconds(CLOCK_MONOTONIC) }

  /// Milliseconds since 1970, by the clock that people set.
  package static var milliseconds: Int { nanoseconds(CLOCK_REALTIME) / 1_000_000 }

  /// Seconds since the machine was started: the same for all processes, whatever is done to clocks.
  package static var secondsSinceStart: Int { nanoseconds(CLOCK_BOOTTIME) / 1_000_000_000 }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  package func wait(for descriptors: inout [pollfd], milliseconds: Int32) -> Int32 {
    poll(&descriptors, nfds_t(descriptors.count), milliseconds)
  }
}

/// A moment by which something must be done.
package struct MonotonicDeadline: Sendable {
  private let clock: any WaitingClock
  private let nanoseconds: Int

  /// `seconds` from now.
  package init(seconds: Double, on clock: any WaitingClock = SystemClock()) {
    self.clock = clock
    nanoseconds = clock.now + Int(seconds * 1_000_000_000)
  }

  package var hasPassed: Bool { clock.now >= nanoseconds }

  /// What is left, for poll(2): rounded up, so that a wait never ends just before the moment; 0
  /// once it has passed.
  package var remainingMilliseconds: Int32 {
    let left = nanoseconds - clock.now
    return Int32(clamping: max(0, (left + 999_999) / 1_000_000))
  }
}
