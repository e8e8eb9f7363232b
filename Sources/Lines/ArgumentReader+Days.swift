import ExerciseProtocol

/// Days in a line: as values of their own, and at the end of a text.
extension ArgumentReader {
  /// The day at the start of the words, the longest way of saying one first.
  ///
  /// - Throws: where they are shaped like one, and there is no such day.
  func day(in words: ArraySlice<Word>) throws(Problem) -> (json: JSONValue, count: Int)? {
    guard let first = words.first else { return nil }
    if let date = CivilDate(first.text) { return (.string(date.description), 1) }
    for count in stride(from: min(5, words.count), to: 0, by: -1) {
      let said = words.prefix(count).map(\.text).joined(separator: " ")
      if let date = days?.day(said) { return (.string(date.description), count) }
      if let reason = days?.fault(said) { throw .noSuchDay(said, because: reason) }
    }
    return nil
  }

  /// The labels of a list up to where a day begins that the command takes after them: in `c12 11
  /// December` the eleven is no card.
  func beforeDay(_ run: ArraySlice<Word>, in words: ArraySlice<Word>) -> ArraySlice<Word> {
    guard let days, parameters.contains(where: { $0.kind == .field(.date) && !$0.isOption }) else {
      return run
    }
    let place = run.indices.dropFirst().first { index in
      guard run[index].text.first?.isNumber == true else { return false }
      return (2...4).contains { count in
        let said = words[index...].prefix(count).map(\.text).joined(separator: " ")
        return days.day(said) != nil || days.fault(said) != nil
      }
    }
    return place.map { run[run.startIndex..<$0] } ?? run
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
      let value = ([String(first.text[equals...].dropFirst())] + run.dropFirst().map(\.text))
        .joined(separator: " ")
      guard let date = days.day(value) else {
        guard let reason = days.fault(value) else { continue }
        throw Problem.noSuchDay(value, because: reason)
          .placed(at: first.range.lowerBound..<last.range.upperBound)
      }
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
  mutating func readDayInText() throws(Problem) {
    guard let days,
      let date = parameters.first(where: { $0.kind == .field(.date) && !$0.isRequired }),
      arguments[date.name] == nil,
      let text = parameters.last(where: { $0.kind == .field(.text) && !$0.isOption }),
      let said = arguments.text(text.name)
    else { return }
    // “We open on Friday” is a decision as it stands; to do it on Friday is to do it by then.
    let isDone = parameters.first?.choices == nil || arguments.text(parameters[0].name) == "action"
    guard let found = try said.dayAtEnd(days, named: date.name, allowingOn: isDone) else { return }
    arguments[text.name] = .string(found.words)
    take(.string(found.day.description), for: date, at: places[text.name] ?? 0..<0)
  }

  /// How what was typed for each day is taken, in full; nothing for those written as 2026-12-11,
  /// unless they are past.
  package var dayReadings: [String] {
    parameters.compactMap { parameter in
      guard parameter.kind == .field(.date), let place = places[parameter.name],
        let day = arguments.text(parameter.name).flatMap({ CivilDate($0) })
      else { return nil }
      return days.reading(parameter.name, day, typed: String(words.line[place]))
    }
  }
}

extension DayReader? {
  /// `due: Friday 4 December 2026`; nil where that is what was typed.
  func reading(_ name: String, _ day: CivilDate, typed: String) -> String? {
    let isPlain = typed.contains(day.description)
    guard let self else { return isPlain ? nil : "\(name): \(day.inWords)" }
    return isPlain && day >= self.today
      ? nil : "\(name): \(self.echo(of: day, typed: typed))"
  }
}

extension String {
  /// `Write the guide by next Friday`, `… until Friday #soon`, `… due=Friday`: the words with their
  /// tags, and the day after the last “by”, or the name of the day; nil where none stands there.
  ///
  /// - Parameter allowingOn: whether “on Friday” and “until Friday” name it as well.
  /// - Throws: where what stands there is shaped like a day, and there is no such day.
  func dayAtEnd(
    _ days: DayReader, named name: String, allowingOn: Bool
  ) throws(Problem) -> (words: String, day: CivilDate)? {
    let all = split(whereSeparator: \.isWhitespace)
    let tags = all.reversed().prefix { $0.hasPrefix("#") }.reversed()
    let words = all.dropLast(tags.count)
    let option = "\(name)="
    let signs = ["by"] + (allowingOn ? ["until", "till", "on"] : [])
    guard
      let by = words.lastIndex(where: {
        signs.contains($0.lowercased()) || $0.lowercased().hasPrefix(option)
      }), by > 0
    else { return nil }
    let isOption = words[by].lowercased().hasPrefix(option)
    let said = (isOption ? [words[by].dropFirst(option.count)] : []) + words[(by + 1)...]
    guard (1...6).contains(said.count) else { return nil }
    var phrase = said.joined(separator: " ")
    if isOption { phrase.removeAll { "\"“”".contains($0) } }
    let read = { (phrase: String) in days.day(phrase) ?? CivilDate(phrase) }
    while let last = phrase.last, ".!".contains(last), read(phrase) == nil { phrase.removeLast() }
    guard let day = read(phrase) else {
      guard let reason = days.fault(phrase) else { return nil }
      throw .noSuchDay(phrase, because: reason)
    }
    var rest = self[..<words[by].startIndex]
    while let last = rest.last, last.isWhitespace || last == "," { rest.removeLast() }
    return (([rest] + tags).joined(separator: " "), day)
  }
}
