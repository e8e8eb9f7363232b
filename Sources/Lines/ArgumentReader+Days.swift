import ExerciseProtocol

/// Days in a line: as values of their own, and at the end of a text.
extension ArgumentReader {
  /// The day at the start of the words, the longest way of saying one first.
  func day(in words: ArraySlice<Word>) -> (json: JSONValue, count: Int)? {
    guard let first = words.first else { return nil }
    if let date = CivilDate(first.text) { return (.string(date.description), 1) }
    for count in stride(from: min(5, words.count), to: 0, by: -1) {
      let said = words.prefix(count).map(\.text).joined(separator: " ")
      if let date = days?.day(said) { return (.string(date.description), count) }
    }
    return nil
  }

  /// `due=next Friday` at the end of the line, where the day has several words.
  mutating func readTrailingDay() throws(Problem) -> Bool {
    guard let days else { return false }
    for count in stride(from: min(5, end - position), to: 1, by: -1) {
      let run = words.words[(end - count)..<end]
      guard let first = run.first, let equals = first.text.firstIndex(of: "="),
        let parameter = parameters.first(where: {
          $0.kind == .field(.date) && $0.name == first.text[..<equals].lowercased()
        }), arguments[parameter.name] == nil, let last = run.last
      else { continue }
      let value = [String(first.text[equals...].dropFirst())] + run.dropFirst().map(\.text)
      guard let date = days.day(value.joined(separator: " ")) else { continue }
      take(
        .string(date.description), for: parameter,
        at: first.range.lowerBound..<last.range.upperBound)
      end -= count
      return true
    }
    return false
  }

  /// `Write the guide by Friday`: where a command takes a day and was given none, the one at the
  /// end of its text is it.
  mutating func readDayInText() {
    guard let days,
      let date = parameters.first(where: { $0.kind == .field(.date) && !$0.isRequired }),
      arguments[date.name] == nil,
      let text = parameters.last(where: { $0.kind == .field(.text) && !$0.isOption }),
      let said = arguments.text(text.name), let found = said.dayAtEnd(days, named: date.name)
    else { return }
    arguments[text.name] = .string(found.words)
    take(.string(found.day.description), for: date, at: places[text.name] ?? 0..<0)
  }

  /// How what was typed for each day is taken, in full; nothing for those written as 2026-12-11.
  package var dayReadings: [String] {
    parameters.compactMap { parameter in
      guard parameter.kind == .field(.date), let place = places[parameter.name],
        let day = arguments.text(parameter.name).flatMap({ CivilDate($0) }),
        !String(words.line[place]).contains(day.description)
      else { return nil }
      return "\(parameter.name): \(day.inWords)"
    }
  }
}

extension String {
  /// `Write the guide by next Friday`, `… due=Friday`: the words, and the day after the last “by”
  /// or the name of the day; nil where none stands there, or it is written as 2026-12-11 after
  /// “by”, which the text keeps.
  func dayAtEnd(_ days: DayReader, named name: String) -> (words: String, day: CivilDate)? {
    let words = split(whereSeparator: \.isWhitespace)
    let option = "\(name)="
    guard
      let by = words.lastIndex(where: {
        $0.lowercased() == "by" || $0.lowercased().hasPrefix(option)
      }), by > 0
    else { return nil }
    let isOption = words[by].lowercased() != "by"
    let said = (isOption ? [words[by].dropFirst(option.count)] : []) + words[(by + 1)...]
    guard (1...5).contains(said.count) else { return nil }
    var phrase = said.joined(separator: " ")
    if isOption { phrase.removeAll { "\"“”".contains($0) } }
    let read = { (phrase: String) in days.day(phrase) ?? (isOption ? CivilDate(phrase) : nil) }
    while let last = phrase.last, ".!".contains(last), read(phrase) == nil { phrase.removeLast() }
    guard let day = read(phrase) else { return nil }
    var rest = self[..<words[by].startIndex]
    while let last = rest.last, last.isWhitespace || last == "," { rest.removeLast() }
    return (String(rest), day)
  }
}
