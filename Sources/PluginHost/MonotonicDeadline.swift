internal import Glibc

/// A moment by which something must be done, on the clock that nobody sets.
package struct MonotonicDeadline: Sendable {
  private let nanoseconds: Int

  /// `seconds` from now.
  package init(seconds: Double) {
    nanoseconds = MonotonicDeadline.now + Int(seconds * 1_000_000_000)
  }

  package var hasPassed: Bool { MonotonicDeadline.now >= nanoseconds }

  /// What is left, for poll(2): rounded up, so that a wait never ends just before the moment; 0
  /// once it has passed.
  package var remainingMilliseconds: Int32 {
    let left = nanoseconds - MonotonicDeadline.now
    return Int32(clamping: max(0, (left + 999_999) / 1_000_000))
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
