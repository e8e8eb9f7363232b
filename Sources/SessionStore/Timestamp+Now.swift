package import ExerciseProtocol
internal import Platform

extension Timestamp {
  /// The time by this machine's clock.
  package static func now() -> Timestamp { Timestamp(milliseconds: SystemClock.milliseconds) }
}
