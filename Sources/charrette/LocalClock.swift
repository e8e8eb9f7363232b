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

  /// Whether `11/12` is in November by the locale: the first of `LC_ALL`, `LC_TIME` and `LANG` that
  /// is set.
  static var isMonthFirst: Bool {
    let variables: [String] = ["LC_ALL", "LC_TIME", "LANG"]
    let values = variables.lazy.compactMap { getenv($0).map { String(cString: $0) } }
    let locale = values.first { !$0.isEmpty } ?? ""
    return ["en_US", "en_PH", "es_PA", "es_PR", "en_PR"].contains { locale.hasPrefix($0) }
  }
}
