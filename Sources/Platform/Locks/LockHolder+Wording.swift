extension LockHolder {
  /// Who keeps others from `thing`: “process 4711 (charrette) has had the session for 42 s, and is
  /// stopped”.
  package func words(about thing: String) -> String {
    let who =
      process.map { "process \($0)" + (name.isEmpty ? "" : " (\(name))") } ?? "another process"
    let stopped = isStopped ? ", and is stopped" : ""
    guard let seconds, seconds > 0 else { return "\(who) is writing to \(thing)\(stopped)" }
    return "\(who) has been writing to \(thing) for \(Self.words(seconds: seconds))\(stopped)"
  }

  /// What to do about it before what was refused is done `again`.
  package func hint(again: String) -> String {
    guard let process else { return "Wait a moment, then \(again)." }
    guard isStopped else {
      return "Wait a moment, then \(again). If it never ends: kill \(process)"
    }
    return "Let it go on (fg in its terminal, or kill -CONT \(process)), or end it "
      + "(kill -KILL \(process)); then \(again)."
  }

  private static func words(seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    default: "\(seconds / 3600) h"
    }
  }
}
