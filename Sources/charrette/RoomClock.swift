import ExerciseProtocol
import Glibc

/// The clock on the wall of the room: this machine's time zone.
enum RoomClock {
  /// How many seconds it is ahead of UTC at a time.
  static func utcOffset(at time: Timestamp) -> Int {
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }
}
