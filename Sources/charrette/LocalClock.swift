import ExerciseProtocol
import Glibc

/// The clock on the wall, where this machine stands.
enum LocalClock {
  /// How many seconds it is before UTC at a moment: summer time counts.
  static func offset(at time: Timestamp) -> Int {
    var (seconds, parts) = (time_t(time.milliseconds / 1000), tm())
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return parts.tm_gmtoff
  }
}
