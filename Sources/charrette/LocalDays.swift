import ExerciseProtocol
import Glibc

/// Days as they are where this machine is.
enum LocalDays {
  /// The day in the machine's time zone (`TZ`, else the system's).
  static func day(of time: Timestamp) -> CivilDate {
    var seconds = time_t((Double(time.milliseconds) / 1000).rounded(.down))
    var parts = tm()
    localtime_r(&seconds, &parts)
    let days = (Double(Int(seconds) + parts.tm_gmtoff) / 86_400).rounded(.down)
    return CivilDate(daysSinceEpoch: Int(days))
  }

  /// Whether `11/12` is in November by the locale: the first of `LC_ALL`, `LC_TIME` and `LANG` that
  /// is set.
  static var isMonthFirst: Bool {
    let names: [String] = ["LC_ALL", "LC_TIME", "LANG"]
    let locale = names.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.isEmpty }
    return ["en_US", "en_PH", "es_PA", "es_PR", "en_PR"].contains { locale?.hasPrefix($0) == true }
  }
}
