import ExerciseProtocol

/// Days that people know by a name of their own.
extension DayReader {
  /// `Christmas`, `new year's eve`, `Easter`: the next one that comes, today included.
  func feast(_ words: [String]) -> CivilDate? {
    let name = words.joined(separator: " ").replacing("’", with: "'")
    if ["easter", "easter sunday"].contains(name) {
      return (0...1).lazy.compactMap { easter(of: today.year + $0) }.first { $0 >= today }
    }
    guard let (day, month) = Self.fixed[name] else { return nil }
    return (0...1).lazy.compactMap { self.day(day, month: month, year: today.year + $0) }
      .first { $0 >= today }
  }

  private static let fixed: [String: (day: Int, month: Int)] = [
    "christmas": (25, 12), "xmas": (25, 12), "christmas day": (25, 12),
    "christmas eve": (24, 12), "boxing day": (26, 12), "halloween": (31, 10),
    "new year": (1, 1), "new year's": (1, 1), "new year's day": (1, 1),
    "new year's eve": (31, 12), "silvester": (31, 12),
  ]

  /// The anonymous Gregorian computus (Nature, 20 April 1876).
  private func easter(of year: Int) -> CivilDate? {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let days = epact + toSunday - 7 * late + 114
    return day(days % 31 + 1, month: days / 31, year: year)
  }
}
