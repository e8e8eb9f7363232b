package import ExerciseProtocol

/// What is said of a day that was typed.
extension DayReader {
  /// In full, and what whoever typed it may not have meant: a day that is past, or one that is next
  /// year because this year's is just over.
  package func echo(of day: CivilDate, typed: some StringProtocol) -> String {
    if day < today { return "\(day.inWords), which is past" }
    let saysYear = typed.split { !$0.isNumber }.contains { $0.count == 4 }
    guard !saysYear, day.year == today.year + 1,
      let earlier = self.day(day.day, month: day.month, year: today.year),
      (1...90).contains(today.daysSinceEpoch - earlier.daysSinceEpoch)
    else { return day.inWords }
    return "\(day.inWords), for \(earlier.inWords) is past; \(earlier) is how to say that one"
  }

  /// Why words that are shaped like a day are none; nil where they are a day, or not shaped so.
  package func fault(_ text: some StringProtocol) -> String? {
    guard day(text) == nil else { return nil }
    var words = plainWords(text)
    let year = words.last.flatMap(Self.year)
    if year != nil { words.removeLast() }
    let name = words.count > 2 ? weekday(words[0]) : nil
    if name != nil { words.removeFirst() }
    guard let (number, month) = dayAndMonth(words) else { return nil }
    let last = lastDay(of: month, year: year)
    let monthName = CivilDate.months[month - 1]
    guard (1...last).contains(number) else {
      let inYear = month == 2 ? year.map { " \($0)" } ?? "" : ""
      return "\(monthName)\(inYear) has \(last) days"
    }
    guard let name, let found = self.day("\(number) \(monthName)" + (year.map { " \($0)" } ?? "")),
      found.weekday != name
    else { return nil }
    return "\(number) \(monthName) \(found.year) is a \(CivilDate.weekdays[found.weekday])"
  }

  /// `31 november`, `november 31st`, `31/11`, `31.11.`.
  private func dayAndMonth(_ words: [String]) -> (day: Int, month: Int)? {
    if words.count == 2 {
      for (number, name) in [(words[0], words[1]), (words[1], words[0])] {
        if let month = month(name), let day = Self.dayNumber(number) { return (day, month) }
      }
    }
    guard words.count == 1, let sign = words[0].first(where: { "/.".contains($0) }) else {
      return nil
    }
    let parts = words[0].split(separator: sign).map { Int($0) }
    guard (2...3).contains(parts.count), let first = parts[0], let second = parts[1],
      sign == "/" || words[0].last == "." || words[0].count == 5 || parts.count == 3
    else { return nil }
    let orders = isMonthFirst ? [(second, first), (first, second)] : [(first, second)]
    return orders.first { (1...12).contains($0.1) && (1...39).contains($0.0) }
      .map { (day: $0.0, month: $0.1) }
  }

  private func lastDay(of month: Int, year: Int?) -> Int {
    if month == 2, year == nil { return 29 }
    let days = (28...31).filter { day($0, month: month, year: year ?? today.year) != nil }
    return days.last ?? 31
  }
}

extension Problem {
  /// What was typed looks like a day and is none.
  static func noSuchDay(_ typed: String, because reason: String) -> Problem {
    Problem(
      "There is no “\(typed)”: \(reason).",
      hint: "Type another day, such as Friday, 30 November or 2026-11-30.", isUsage: true)
  }
}
