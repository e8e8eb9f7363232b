package import ExerciseProtocol

/// What a line asks for.
package enum ParsedLine: Hashable, Sendable {
  case nothing
  /// A `?` at the end: explain the thing before it.
  case explain(Topic)
  /// `shortFor`: the whole name of a command that was abbreviated.
  case invoke(Invocation, of: CommandShape, shortFor: String?)
}

/// Something that can be explained.
package enum Topic: Hashable, Sendable {
  /// Where we are and what can be done here.
  case here
  case command(CommandName)
  case card(CardID)
  case person(ParticipantID)
  case tag(String)
}

/// Reads a line as it is typed: what people say, or a slash and a command.
package struct LineReader {
  /// Where people and cards are looked up; without one, none is known.
  package var scope: (any LineScope)?
  package var commands: [CommandShape] { shapes() }
  /// Asked for where a line has a slash alone: most lines have none.
  private let shapes: () -> [CommandShape]
  /// What a plain line is in the current activity, or why it is nothing.
  package var plainLine: Result<CommandShape, Problem>
  /// At a prompt a command may be abbreviated; in a script it may not.
  package var allowsAbbreviation: Bool
  /// Whether somebody can be asked whom a name means: then a doubt is in the invocation, and else
  /// it is a problem.
  package var asks = false
  /// Whether words before a colon are a place of the current activity, which its exercise alone
  /// knows; without it, all are.
  package var isPlace: ((String) -> Bool)?
  /// What `Friday` is; without it, days are written as 2026-12-11.
  package var days: DayReader?

  package init(
    scope: (any LineScope)?, commands: @autoclosure @escaping () -> [CommandShape],
    plainLine: Result<CommandShape, Problem>,
    allowsAbbreviation: Bool, days: DayReader? = nil
  ) {
    self.days = days
    self.scope = scope
    shapes = commands
    self.plainLine = plainLine
    self.allowsAbbreviation = allowsAbbreviation
  }

  package func read(_ line: String) throws(Problem) -> ParsedLine {
    let words = Words(line.withOurSign)
    guard let first = words.words.first else { return .nothing }
    if let topic = topic(words) { return .explain(topic) }
    if first.text.hasPrefix("/"), !first.text.hasPrefix("//"), !first.isQuoted {
      return try readCommand(words)
    }
    return try readContribution(words)
  }

  // MARK: Commands

  private func readCommand(_ words: Words) throws(Problem) -> ParsedLine {
    let typed = words.words[0]
    let (shape, shortFor) = try command(called: String(typed.text.dropFirst()), at: typed.range)
    if words.words.count == 2, words.words[1].text == "?" { return .explain(.command(shape.name)) }
    var invocation = Invocation(command: shape.name)
    var words = words
    try readName(&invocation, shape, &words, after: 1)
    try readPeopleInText(&invocation, shape, &words, after: 1)
    var reader = ArgumentReader(
      words, from: 1, parameters: shape.parameters, subwords: shape.subwords, scope: scope,
      days: days)
    do throws(Problem) {
      let named = invocation.arguments
      invocation.arguments = try reader.read()
      try invocation.restore(named, shape)
      invocation.readings += reader.dayReadings
    } catch {
      var problem = error
      // One valid example is worth more than any rule.
      if let example = shape.example(after: words.words.dropFirst().first?.text) {
        let hint = problem.hint.map { $0.last?.isPunctuation == true ? "\($0) " : "\($0). " }
        problem.hint = (hint ?? "") + "For example: \(example)"
      }
      throw problem
    }
    invocation.keepSaid(shape)
    return .invoke(invocation, of: shape, shortFor: shortFor)
  }

  private func command(
    called typed: String, at range: Range<Int>
  ) throws(Problem) -> (CommandShape, shortFor: String?) {
    let name = typed.lowercased()
    let commands = self.commands
    if let exact = commands.first(where: { $0.name.text == name }) { return (exact, nil) }
    let matches = name.isEmpty ? [] : commands.filter { $0.name.text.hasPrefix(name) }
    if let only = matches.first, matches.count == 1 {
      guard allowsAbbreviation else {
        throw Problem.abbreviated(typed, only.name.text).placed(at: range)
      }
      return (only, only.name.text)
    }
    if matches.count > 1 {
      throw Problem.ambiguousCommand(typed, candidates: matches.map(\.name.text))
        .placed(at: range)
    }
    throw Problem.unknownCommand(
      typed, near: Suggestion.nearest(to: name, among: commands.map(\.name.text))
    ).placed(at: range)
  }

  // MARK: What people say

  private func readContribution(_ words: Words) throws(Problem) -> ParsedLine {
    guard let scope else { throw .noSession }
    let shape = try plainLine.get()
    var invocation = Invocation(command: shape.name)
    var words = words
    try readSigns(&invocation, shape, &words)
    try readNameOfNone(&invocation, shape, &words)
    if let text = shape.plainText {
      guard let first = words.words.first else {
        var problem = Problem.nothingSaid
        // `@next` by itself.
        if let word = invocation.nobody, let told = told(ofNobody: word).first {
          problem.hint = told
        }
        throw problem
      }
      // Line breaks of a paste belong to the text.
      let said =
        try readOptions(&invocation, shape, words) ?? words.rest(from: first.range.lowerBound)
      invocation.isEscaped = said.hasPrefix("\\#")
      invocation.arguments[text.name] = .string(said.withoutEscape)
      try readDayInText(&invocation, shape, text)
      try checkIsSaid(said, invocation, shape)
    } else {
      var reader = ArgumentReader(
        words, from: 0, parameters: shape.parameters, scope: scope, days: days)
      do throws(Problem) {
        invocation.arguments = try reader.read()
        invocation.readings = reader.dayReadings
      } catch {
        var problem = error
        if !invocation.isSomebodys, shape.attribution != .none, let first = words.words.first,
          (try? scope.person(called: first.text)) != nil
        {
          let line = "@" + words.rest(from: first.range.lowerBound)
          problem.hint = "@ says who it is: \(line)"
        }
        throw problem
      }
    }
    invocation.keepSaid(shape)
    return .invoke(invocation, of: shape, shortFor: nil)
  }

  // MARK: `?`

  /// What a line with a question mark alone at its end asks to explain; nil where it is no such
  /// line. A contribution may well end in a question mark: only commands, names and labels are
  /// explained.
  private func topic(_ words: Words) -> Topic? {
    var texts = words.words.map(\.text)
    guard let last = texts.last, last.hasSuffix("?") else { return nil }
    if last == "?" { texts.removeLast() } else { texts[texts.count - 1].removeLast() }
    guard let first = texts.first else { return .here }
    if first.hasPrefix("/"), !first.hasPrefix("//") {
      let name = first.dropFirst().lowercased()
      let matches = commands.filter { $0.name.text == name || $0.name.text.hasPrefix(name) }
      guard let shape = matches.first(where: { $0.name.text == name }) ?? matches.first,
        !isProse(words, shape)
      else { return nil }
      return .command(shape.name)
    }
    guard let scope, texts.count == 1 else { return nil }
    if first.hasPrefix("#") { return .tag(String(first.dropFirst())) }
    if first.hasPrefix("@") {
      return (try? scope.person(called: first.withoutAt)).map { .person($0.id) }
    }
    guard first.lowercased().hasPrefix("c") || first.hasPrefix(">") else { return nil }
    return (try? scope.card(first)).map { .card($0) }
  }

  /// Whether the words after the command are a text already: then a question mark belongs to it.
  private func isProse(_ words: Words, _ shape: CommandShape) -> Bool {
    guard words.words.count > 1 else { return false }
    let asked = words.words[words.words.count - 1].range.upperBound - 1
    let rest = Words(String(words.line[..<asked]))
    let isSomebodys = shape.attribution != .none && words.words[1].text.hasPrefix("@")
    var reader = ArgumentReader(
      rest, from: isSomebodys ? 2 : 1, parameters: shape.parameters, subwords: shape.subwords,
      scope: scope, days: days)
    do throws(Problem) {
      let arguments = try reader.read()
      return shape.parameters.contains { $0.isProse && arguments[$0.name] != nil }
    } catch {
      // What is wrong with it is to be told; to explain the command would pass it over.
      return words.words.last?.text != "?" && shape.parameters.contains(where: \.isProse)
    }
  }
}
