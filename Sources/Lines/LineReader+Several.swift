import ExerciseProtocol

/// Several people at the end of a line, where whoever answers for it can be several:
/// `Ring the school by Friday @Liz @Tom`. For those at its start see `LineReader+Authors.swift`.
extension LineReader {
  /// Reads the names that a line ends with, or that the words of a command begin with; tags, days
  /// and options may stand behind them. What is read is taken out of `words`.
  ///
  /// - Parameter index: the first word that is no command.
  func readPeopleInText(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words, after index: Int
  ) throws(Problem) {
    guard let parameter = shape.severalPeople, !invocation.isSomebodys, let scope,
      shape.parameters.contains(where: { $0.kind == .field(.text) }),
      invocation.arguments[parameter.name] == nil
    else { return }
    var known = 0
    for place in words.words.indices.dropFirst(index)
    where words.words[place].text.hasPrefix("@") && !words.words[place].isQuoted {
      let start = words.words[place].range.lowerBound
      guard start >= known, let (people, end) = words.names(from: start, in: scope) else {
        continue
      }
      known = end
      let isBefore = index > 0 && words.words[index..<place].allSatisfy { $0.isBeforeText(shape) }
      guard isBefore || words.endsSentence(at: place, after: index) && words.isTail(from: end, days)
      else { continue }
      var ids: [ParticipantID] = []
      for who in people {
        switch who {
        case .known(let person): ids.append(person.id)
        case .unsure(let doubt): throw Problem.unsure(doubt).placed(at: start..<end)
        // Nobody joins by being named behind a sentence: it may be an address, or a joke.
        case .newcomer, .nobody:
          let name = words.line[start..<end].map(String.init).joined()
          invocation.readings.append("“\(name)” names nobody here, so it stays in the words.")
          return
        }
      }
      invocation.arguments[parameter.name] = .array(ids.withoutRepeats.map(\.json))
      words = words.removing(start..<end)
      return
    }
  }
}

extension Invocation {
  /// Puts back the people who were read before the values of a command were.
  mutating func restore(_ named: Arguments, _ shape: CommandShape) throws(Problem) {
    guard let parameter = shape.severalPeople, let people = named[parameter.name] else { return }
    guard arguments[parameter.name] == nil else { throw .givenTwice(parameter.name) }
    arguments[parameter.name] = people
  }
}

extension CommandShape {
  /// The person that several can be, such as the owners of an action.
  var severalPeople: Parameter? {
    parameters.first { $0.kind == .field(.person) && $0.isSeveral }
  }
}

extension Word {
  /// Whether it is what a command takes before its words: a sub-word, cards.
  fileprivate func isBeforeText(_ shape: CommandShape) -> Bool {
    CardID.looksLikeCards(text)
      || shape.parameters.first?.choices?.contains(text.lowercased()) == true
  }
}

extension Words {
  /// Whom the names that follow each other from this `@` on are, and where the last ends; nil where
  /// the first is no name.
  fileprivate func names(
    from sign: Int, in scope: some LineScope
  ) -> (who: [NameReading.Who], end: Int)? {
    var (people, end): ([NameReading.Who], Int) = ([], sign)
    var next = sign
    while next < line.count, line[next] == "@", let (who, after) = name(at: next, in: scope) {
      people.append(who)
      (next, end) = (after, after)
      skipBlanks(&next)
      let joiner = next + 3
      if joiner < line.count, line[joiner].isWhitespace,
        String(line[next..<joiner]).folded.isNameJoiner
      {
        next = joiner
      }
      skipBlanks(&next)
    }
    return people.isEmpty ? nil : (people, end)
  }

  private func skipBlanks(_ index: inout Int) {
    while index < line.count, line[index].isWhitespace || line[index].separatesNames { index += 1 }
  }

  /// Whether a sentence may end before the word there: in `Talk to @Ruth` the name belongs to it.
  fileprivate func endsSentence(at place: Int, after index: Int) -> Bool {
    guard place > index else { return false }
    let before = words[place - 1].text.folded
    return !Self.needingAName.contains(before)
  }

  private static let needingAName: Set<String> = [
    "to", "with", "from", "for", "of", "about", "at", "and", "or", "by", "via", "than", "like",
    "as",
    "ask", "tell", "call", "ring", "invite", "email", "mail", "text", "phone", "thank", "see",
    "meet", "help", "on", "in", "is", "not", "the",
  ]

  /// Whether nothing but tags, options and a day stands from there on.
  fileprivate func isTail(from end: Int, _ days: DayReader?) -> Bool {
    let rest = Words(String(line[end...])).words
    if let first = rest.first, first.text.folded == "by" { return true }
    if let first = rest.first, ["until", "till", "on"].contains(first.text.folded) {
      let day = rest.dropFirst().prefix { !$0.text.hasPrefix("#") && !$0.text.contains("=") }
      let said = day.map(\.text).joined(separator: " ")
      return CivilDate(said) != nil || days?.day(said) != nil
    }
    return rest.allSatisfy { $0.text.hasPrefix("#") || $0.text.contains("=") }
  }
}
