import ExerciseProtocol

/// What belongs to a plain line beside its words: `Ring the school owner=Liz due=next week`.
extension LineReader {
  /// Reads the options that stand behind or before what was said, in any order, as after a command.
  ///
  /// - Returns: what was said without them, with its tags; nil where there are none.
  /// - Throws: where a value is none of its kind, or an option stands within the words.
  func readOptions(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: Words
  ) throws(Problem) -> String? {
    let options = shape.parameters.filter {
      $0.kind != .field(.text) && invocation.arguments[$0.name] == nil
    }
    guard !options.isEmpty, words.words.contains(where: { $0.text.contains("=") }) else {
      return nil
    }
    var reader = ArgumentReader(words, from: 0, parameters: options, scope: scope, days: days)
    guard let said = try reader.readAroundText() else { return nil }
    for name in reader.arguments.names { invocation.arguments[name] = reader.arguments[name] }
    invocation.readings += reader.dayReadings
    return said
  }

  /// The day at the end of what was said, where a day can be given with it.
  func readDayInText(
    _ invocation: inout Invocation, _ shape: CommandShape, _ text: Parameter
  ) throws(Problem) {
    guard let days,
      let date = shape.parameters.first(where: { $0.kind == .field(.date) && !$0.isRequired }),
      invocation.arguments[date.name] == nil, let said = invocation.arguments.text(text.name),
      let found = try said.dayAtEnd(days, named: date.name, allowingOn: true)
    else { return }
    invocation.arguments[text.name] = .string(found.words)
    invocation.arguments[date.name] = .string(found.day.description)
    if let reading = (days as DayReader?).reading(date.name, found.day, typed: said) {
      invocation.readings.append(reading)
    }
  }

  /// A label by itself says nothing: `c12 due=Friday` is about a card that is there.
  func checkIsSaid(
    _ said: String, _ invocation: Invocation, _ shape: CommandShape
  ) throws(Problem) {
    let labels = said.split(whereSeparator: \.isWhitespace).map(String.init)
    let options = shape.parameters.filter {
      $0.kind != .field(.text) && $0.kind != .field(.card)
        && invocation.arguments[$0.name] != nil
    }
    guard !options.isEmpty || labels.isEmpty else {
      return
    }
    guard !labels.isEmpty else { throw .nothingSaid }
    guard labels.allSatisfy({ $0.lowercased().hasPrefix("c") && CardID.looksLikeCards($0) }) else {
      return
    }
    let names = options.map(\.name).filter { name in
      commands.contains { $0.name == .action(name) }
    }
    throw .onlyLabels(said, changing: names)
  }
}

extension ArgumentReader {
  /// Reads the options at both ends of a plain line.
  ///
  /// - Returns: the words between them and the tags; nil where there is no option.
  mutating func readAroundText() throws(Problem) -> String? {
    var tags: [String] = []
    while end > position {
      let last = end
      while end > position, words.words[end - 1].text.hasPrefix("#") { end -= 1 }
      guard end > position, try readOneOption() else {
        end = last
        break
      }
      tags =
        words.words[endOfOption(before: last)..<last].map(\.text).filter { $0.hasPrefix("#") }
        + tags
    }
    while position < end, try readLeadingOption() {}
    try checkWithin(words.words[position..<end])
    guard !arguments.isEmpty else { return nil }
    guard position < end else { throw .nothingSaid }
    let said = words.words[position].range.lowerBound..<words.words[end - 1].range.upperBound
    return ([String(words.line[said])] + tags).joined(separator: " ")
  }

  private mutating func readOneOption() throws(Problem) -> Bool {
    if try readTrailingDay() { return true }
    if try readTrailingPeople() { return true }
    guard try readOption(at: end - 1) else { return false }
    end -= 1
    return true
  }

  /// Where the tags behind an option begin; it has been read up to `end`.
  private func endOfOption(before last: Int) -> Int {
    var start = last
    while start > end, words.words[start - 1].text.hasPrefix("#") { start -= 1 }
    return start
  }

  /// `due=next week Ring the school`, `owner=Liz, Tom Ring the school`: as many words as are one
  /// value.
  private mutating func readLeadingOption() throws(Problem) -> Bool {
    let first = words.words[position]
    guard !isWhollyQuoted(first), let equals = first.text.firstIndex(of: "="),
      let parameter = parameters.first(where: {
        $0.name == first.text[..<equals].lowercased()
      })
    else { return false }
    let value = Word(
      text: String(first.text[first.text.index(after: equals)...]), range: first.range,
      isQuoted: first.isQuoted)
    let most = [.field(.date), .field(.person)].contains(parameter.kind) && !first.isQuoted ? 8 : 1
    for count in stride(from: min(most, end - position), to: 1, by: -1) {
      let run = [value] + words.words[(position + 1)..<(position + count)]
      guard let read = try? self.value(of: parameter, in: run[...]), read.count == count else {
        continue
      }
      take(read.json, for: parameter, at: first.range.lowerBound..<run[count - 1].range.upperBound)
      position += count
      return true
    }
    guard try readOption(at: position) else { return false }
    position += 1
    return true
  }

  /// What is left is words; an option among them, or nearly one behind them, was meant for one.
  private func checkWithin(_ said: ArraySlice<Word>) throws(Problem) {
    for (index, word) in zip(said.indices, said) where !isWhollyQuoted(word) {
      guard let equals = word.text.firstIndex(of: "="), equals > word.text.startIndex else {
        continue
      }
      let name = word.text[..<equals].lowercased()
      let rest = [String(word.text[equals...].dropFirst())] + said[(index + 1)...].map(\.text)
      let value = rest.joined(separator: " ")
      if let parameter = parameters.first(where: { $0.name == name }) {
        guard rest.count < 5 else {
          throw Problem.optionInText(name, parameter).placed(at: word.range)
        }
        let end = said[said.endIndex - 1].range.upperBound
        throw Problem.notThat(parameter, value).placed(at: word.range.lowerBound..<end)
      }
      guard index == said.endIndex - 1, name.count > 2, name.allSatisfy(\.isLetter) else {
        continue
      }
      let near = Suggestion.nearest(to: name, among: parameters.map(\.name))
      guard near.isEmpty else {
        throw Problem.unknownOption(name, value, near: near, all: parameters.map(\.name))
          .placed(at: word.range)
      }
    }
  }
}

extension Problem {
  /// - Parameter changing: the commands that say of a card what was typed behind it.
  fileprivate static func onlyLabels(_ said: String, changing names: [String]) -> Problem {
    let hint = names.first.map { "/\($0) \(said) … says it of the card that is there. " } ?? ""
    return Problem(
      "“\(said)” is a label and says nothing by itself.",
      hint: hint + "Words are needed: what is it about?", isUsage: true)
  }
}
