package import ExerciseProtocol

/// Reads a day as people say it: `Friday`, `next Friday`, `11 December`, `11/12`, `tomorrow`,
/// `next week`, `end of January`, `in 3 weeks`, `Christmas`.
///
/// A day of the week is the next one that comes, today's name a week from now; `next Friday` is
/// that of next week, whose first day is Monday. A day without a year is the next one that comes,
/// today included. `next week` is its Monday, `next month` its first day. What only looks like a
/// day, such as 31 November, is none, and ``fault(_:)`` says why.
package struct DayReader: Hashable, Sendable {
  package var today: CivilDate
  /// Whether `11/12` is in November, as in the United States. Where one order alone gives a day,
  /// as in `25/12`, it is that one.
  package var isMonthFirst: Bool

  package init(today: CivilDate, isMonthFirst: Bool = false) {
    (self.today, self.isMonthFirst) = (today, isMonthFirst)
  }

  /// The day that the words name, nothing else being said in them.
  package func day(_ text: some StringProtocol) -> CivilDate? {
    let words = plainWords(text)
    switch words.count {
    case 1: return named(words[0]) ?? numbers(words[0])
    case 2: return pair(words[0], words[1]) ?? date(words, year: nil) ?? feast(words)
    case 3:
      if words[0] == "in" { return ahead(words[1], words[2]) }
      if words[0] == "end" { return end(words[1], words[2]) }
      if words == ["day", "after", "tomorrow"] { return today + 2 }
      if words[1...] == ["days", "ago"] { return Self.count(words[0]).map { today + -$0 } }
      if let year = Self.year(words[2]) { return date(Array(words.prefix(2)), year: year) }
      return weekday(words[0], matching: date(Array(words.dropFirst()), year: nil)) ?? feast(words)
    case 4:
      guard let year = Self.year(words[3]) else { return nil }
      return weekday(words[0], matching: date(Array(words[1...2]), year: year))
    default: return nil
    }
  }

  /// In small letters, without what may stand before or within any day.
  func plainWords(_ text: some StringProtocol) -> [String] {
    var words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    if ["on", "by", "this"].contains(words.first) { words.removeFirst() }
    if words.count > 2 { words.removeAll { ["the", "of", "this"].contains($0) } }
    return words
  }

  // MARK: From today on

  private func named(_ word: String) -> CivilDate? {
    switch word {
    case "today", "tonight": return today
    case "tomorrow": return today + 1
    case "yesterday": return today + -1
    default: return weekday(word).map { today + ahead(to: $0) } ?? feast([word])
    }
  }

  private func pair(_ first: String, _ second: String) -> CivilDate? {
    let monday = today + (7 - (today.weekday + 6) % 7)
    switch (first, second) {
    case ("next", "week"): return monday
    case ("next", "month"): return day(1, month: today.month + 1, year: today.year)
    case ("end", "week"): return today + (today.weekday == 5 ? 0 : ahead(to: 5))
    case ("end", "month"): return end(0)
    case ("end", "year"): return day(31, month: 12, year: today.year)
    case ("end", _): return month(second).flatMap { endOf(month: $0) }
    case ("next", _): return weekday(second).map { monday + ($0 + 6) % 7 }
    case ("last", _): return weekday(second).map { today + (ahead(to: $0) - 7) }.map(past)
    default: return nil
    }
  }

  /// `last Friday`, said on a Friday, was a week ago.
  private func past(_ day: CivilDate) -> CivilDate { day < today ? day : day + -7 }

  /// `end next month`, `end January 2027`: the little words are gone.
  private func end(_ first: String, _ second: String) -> CivilDate? {
    switch (first, second) {
    case ("next", "week"): return today + (7 - (today.weekday + 6) % 7) + 4
    case ("next", "month"): return end(1)
    case ("next", "year"): return day(31, month: 12, year: today.year + 1)
    default:
      guard let month = month(first), let year = Self.year(second) else { return nil }
      return lastDay(of: month, year)
    }
  }

  /// The last day of the next month of that name, this one included.
  private func endOf(month: Int) -> CivilDate? {
    lastDay(of: month, month < today.month ? today.year + 1 : today.year)
  }

  private func lastDay(of month: Int, _ year: Int) -> CivilDate? {
    day(1, month: month + 1, year: year).map { $0 + -1 }
  }

  private func ahead(_ number: String, _ unit: String) -> CivilDate? {
    guard let count = Self.count(number), (0...500).contains(count) else { return nil }
    switch unit {
    case "day", "days": return today + count
    case "week", "weeks": return today + 7 * count
    case "fortnight": return today + 14 * count
    case "month", "months":
      let month = today.month + count
      return (0...3).lazy.compactMap { day(today.day - $0, month: month, year: today.year) }.first
    default: return nil
    }
  }

  /// The last day of this month, or of a later one.
  private func end(_ months: Int) -> CivilDate? {
    day(1, month: today.month + months + 1, year: today.year).map { $0 + -1 }
  }

  /// `3`, `three`, `a`.
  private static func count(_ word: String) -> Int? {
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return word == "a" ? 1 : names.firstIndex(of: word).map { $0 + 1 } ?? Int(word)
  }

  private func ahead(to weekday: Int) -> Int { (weekday - today.weekday + 6) % 7 + 1 }

  // MARK: A date

  /// `11 december`, `december 11th`.
  private func date(_ words: [String], year: Int?) -> CivilDate? {
    for (number, name) in [(words[0], words[1]), (words[1], words[0])] {
      guard let month = month(name), let day = Self.dayNumber(number) else { continue }
      return date(day, month, year)
    }
    return nil
  }

  /// `11/12`, `11.12`, `11.12.`, `11/12/2026`; nil for a number such as `3.5`, and for a fraction
  /// such as `3/4` of a month that is none.
  private func numbers(_ word: String) -> CivilDate? {
    guard let sign = word.first(where: { "/.".contains($0) }) else { return nil }
    let parts = word.split(separator: sign).map(String.init)
    guard (2...3).contains(parts.count), let first = Int(parts[0]), let second = Int(parts[1]),
      sign == "/" || word.last == "." || parts.count == 3 || parts[1].count == 2
    else { return nil }
    let year = parts.count == 3 ? Self.year(parts[2]) : nil
    if parts.count == 3, year == nil { return nil }
    let isMonthFirst = isMonthFirst && word.last != "."
    let orders =
      isMonthFirst
      ? [(second, first), (first, second)]
      : [(first, second), (second, first)]
    return orders.lazy.compactMap { self.date($0.0, $0.1, year) }.first
  }

  private func date(_ day: Int, _ month: Int, _ year: Int?) -> CivilDate? {
    guard (1...12).contains(month) else { return nil }
    if let year { return self.day(day, month: month, year: year) }
    // The 29th of February may be some years away.
    return (0...8).lazy.compactMap { self.day(day, month: month, year: today.year + $0) }
      .first { $0 >= today }
  }

  /// A day that the name of another day of the week stands before is none.
  private func weekday(_ word: String, matching date: CivilDate?) -> CivilDate? {
    date.flatMap { weekday(word) == $0.weekday ? $0 : nil }
  }

  static func year(_ word: String) -> Int? { Int(word).flatMap { $0 > 999 ? $0 : nil } }

  func day(_ day: Int, month: Int, year: Int) -> CivilDate? {
    let (years, month) = ((month - 1) / 12, (month - 1) % 12 + 1)
    guard (1...31).contains(day), (1...9998).contains(year + years) else { return nil }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let four = String(repeating: "0", count: 4 - "\(year + years)".count) + "\(year + years)"
    return CivilDate("\(four)-\(two(month))-\(two(day))")
  }

  static func dayNumber(_ word: String) -> Int? {
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th", "."] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    return Int(digits)
  }

  func month(_ word: String) -> Int? { Self.place(of: word, in: CivilDate.months) }
  func weekday(_ word: String) -> Int? { Self.place(of: word, in: CivilDate.weekdays, 0) }

  /// By its name or the first three letters of it, or four.
  private static func place(of word: String, in names: [String], _ first: Int = 1) -> Int? {
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    return names.firstIndex { name in
      name.lowercased() == bare || (3...5).contains(bare.count) && name.lowercased().hasPrefix(bare)
    }.map { $0 + first }
  }
}

extension CivilDate {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// `Friday 11 December 2026`.
  package var inWords: String {
    "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
  }

  /// From Sunday, 0, on; the first day of 1970 was a Thursday.
  var weekday: Int { ((daysSinceEpoch + 4) % 7 + 7) % 7 }
  var year: Int { part(0) }
  var month: Int { part(1) }
  var day: Int { part(2) }

  private func part(_ index: Int) -> Int { Int(description.split(separator: "-")[index]) ?? 1 }

  static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: date.daysSinceEpoch + days)
  }
}
