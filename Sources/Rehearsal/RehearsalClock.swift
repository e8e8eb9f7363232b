import ExerciseProtocol

/// A room's time that goes as fast as it is told to: from half past nine of a day that is always
/// the same, so that a rehearsal can be repeated to the byte.
final class RehearsalClock {
  private(set) var now: Timestamp
  private var chance: Chance

  /// - Parameter chance: what exercises and boxes get in place of the machine's.
  init(chance: Chance) {
    self.chance = chance
    now = Timestamp("2026-10-12T09:30:00Z") ?? Timestamp(milliseconds: 0)
  }

  func advance(seconds: Double) {
    // Whole seconds: nobody's time is measured closer than that.
    now = now.advanced(bySeconds: max(0, seconds).rounded())
  }

  func drawn() -> UInt64 { chance.next() }

  /// The day on which it is played.
  var today: CivilDate? { CivilDate(now.description.prefix(10)) }
}
