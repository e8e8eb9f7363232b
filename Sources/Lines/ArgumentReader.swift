import ExerciseProtocol

/// Reads the words after a command into the values that its parameters declare.
///
/// Values come in the order of the parameters, or as `name=value` anywhere. A parameter that may be
/// left out is passed over where a word can't be its value. The last text takes the rest of the
/// line.
///
/// No word is lost: one that nothing takes is refused, and so is one that looks as if it was meant
/// for something else than the text that would swallow it (`ArgumentReader+Strictness.swift`).
package struct ArgumentReader {
  let words: Words
  let parameters: [Parameter]
  let subwords: Subwords?
  let scope: (any LineScope)?
  let days: DayReader?
  var position: Int
  var end: Int
  var arguments = Arguments()
  /// Where in the line each value stands.
  private(set) var places: [String: Range<Int>] = [:]
  /// Why a parameter passed over a word: what to say if no other takes it.
  private var firstMismatch: Problem?

  /// - Parameters:
  ///   - start: the index of the first word that is an argument.
  ///   - subwords: which parameters go together; nil where all may.
  ///   - scope: where people and cards are looked up; without one, none is known.
  ///   - days: what `Friday` is; without it, days are written as 2026-12-11.
  package init(
    _ words: Words, from start: Int, parameters: [Parameter], subwords: Subwords? = nil,
    scope: (any LineScope)?, days: DayReader? = nil
  ) {
    self.words = words.joiningFiles(for: parameters, from: start)
    self.parameters = parameters
    self.subwords = subwords
    (self.scope, self.days) = (scope, days)
    position = start
    end = self.words.words.count
  }

  /// - Throws: a problem with its place in the line.
  package mutating func read() throws(Problem) -> Arguments {
    try readTrailingOptions()
    while position < end {
      if try readOption(at: position) {
        position += 1
        continue
      }
      try readPositional()
    }
    try checkSubword()
    try readDayInText()
    return arguments
  }

  /// Options after a text belong to the command and not to the text.
  private mutating func readTrailingOptions() throws(Problem) {
    while end > position {
      if try readTrailingDay() { continue }
      if try readTrailingPeople() { continue }
      guard try readOption(at: end - 1) else {
        try checkLastWord(words.words[end - 1])
        return try checkApart(words.words[position..<end])
      }
      end -= 1
    }
  }

  /// Reads the word as `name=value` if it is one.
  mutating func readOption(at index: Int) throws(Problem) -> Bool {
    let word = words.words[index]
    guard !isWhollyQuoted(word), let equals = word.text.firstIndex(of: "=") else { return false }
    let name = word.text[..<equals].lowercased()
    guard let parameter = parameters.first(where: { $0.name == name }) else { return false }
    let given = Word(
      text: String(word.text[word.text.index(after: equals)...]), range: word.range,
      isQuoted: word.isQuoted)
    try checkEmpty(parameter, given.text, at: word.range)
    guard arguments[parameter.name] == nil else {
      throw .givenTwice(parameter.name).placed(at: word.range)
    }
    guard let read = try value(of: parameter, in: [given]) else {
      throw .notThat(parameter, given.text).placed(at: word.range)
    }
    take(read.json, for: parameter, at: word.range)
    return true
  }

  private mutating func readPositional() throws(Problem) {
    firstMismatch = nil
    for parameter in parameters where !parameter.isOption && arguments[parameter.name] == nil {
      let word = words.words[position]
      if parameter.takesRest && isLastText(parameter) {
        try readRest(for: parameter)
        return
      }
      if let read = try value(of: parameter, in: words.words[position..<end]) {
        try checkEmpty(parameter, word.text, at: word.range)
        let last = words.words[position + read.count - 1]
        take(read.json, for: parameter, at: word.range.lowerBound..<last.range.upperBound)
        position += read.count
        return
      }
      try checkMisspelt(word, for: parameter)
      let problem = Problem.notThat(parameter, word.text).placed(at: word.range)
      if parameter.isRequired { throw problem }
      firstMismatch = firstMismatch ?? problem
    }
    let word = words.words[position]
    throw firstMismatch ?? Problem.tooMuch(word.text).placed(at: word.range)
  }

  mutating func take(_ value: JSONValue, for parameter: Parameter, at place: Range<Int>) {
    arguments[parameter.name] = value
    places[parameter.name] = place
  }

  private func isLastText(_ parameter: Parameter) -> Bool {
    parameters.last(where: \.takesRest)?.name == parameter.name
  }

  /// The rest of the line as it stands, or names cut at commas.
  private mutating func readRest(for parameter: Parameter) throws(Problem) {
    let slice = words.words[position..<end]
    guard let first = slice.first, let last = slice.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let isOneQuoted = slice.count == 1 && isWhollyQuoted(first)
    if !isOneQuoted { try checkOptions(within: slice, swallowedBy: parameter) }
    let text = isOneQuoted ? first.text : String(words.line[range])
    try checkEmpty(parameter, text, at: range)
    // Quotes around a name say that it is one.
    let names = parameter.kind == .names ? self.names(in: String(words.line[range])) : nil
    take(names ?? .string(text), for: parameter, at: range)
    position = end
  }

  /// The entries of a list of people, as they stand: see ``ListedPerson``.
  private func names(in text: String) -> JSONValue {
    .array(ListedPerson.entries(in: text).map(JSONValue.string))
  }

  /// The value of `parameter` at the start of `words` and how many words it took; nil where the
  /// words are not shaped like one.
  ///
  /// - Throws: where they are, but name something that is not there or out of bounds.
  func value(
    of parameter: Parameter, in words: ArraySlice<Word>
  ) throws(Problem) -> (json: JSONValue, count: Int)? {
    guard let word = words.first else { return nil }
    do throws(Problem) {
      switch parameter.kind {
      case .files: return try files(in: words)
      case .field(.cards), .field(.points), .field(.tags), .field(.person), .field(.ranking),
        .field(.duels), .field(.date):
        return try series(parameter, words)
      default:
        return try single(parameter, word.text).map { ($0, 1) }
      }
    } catch {
      throw error.placed(at: word.range)
    }
  }

  /// All words up to an option: each is a file, read as a single one is.
  private func files(
    in words: ArraySlice<Word>
  ) throws(Problem) -> (json: JSONValue, count: Int)? {
    let run = words.prefix { word in
      let name = word.text.prefix { $0 != "=" }.lowercased()
      return !word.text.contains("=") || !parameters.contains { $0.name == name }
    }
    let one = Parameter("file", .field(.file), "")
    var paths: [JSONValue] = []
    for word in run {
      if let path = try single(one, word.text) { paths.append(path) }
    }
    return paths.isEmpty ? nil : (.array(paths), run.count)
  }

  private func single(_ parameter: Parameter, _ text: String) throws(Problem) -> JSONValue? {
    switch parameter.kind {
    case .field(.integer(let range)): return try integer(parameter, text, range)
    case .step:
      // A card stands for the step that made it.
      if text.lowercased().hasPrefix("c"), CardID.looksLikeCard(text) {
        return .string(text.lowercased())
      }
      return try integer(parameter, text.withoutHash, 1 ... .max)
    case .field(.flag): return Self.flags[text.lowercased()].map(JSONValue.bool)
    case .field(.choice(let names)): return try choice(text, names)
    case .field(.card):
      guard CardID.looksLikeCard(text), let scope else { return nil }
      return .string(try scope.card(text).rawValue)
    case .field(.file): return .string(TypedFile.plain(text))
    case .minutes: return Minutes(typed: text).map { .string($0.text) }
    default: return .string(text)
    }
  }

  /// Whether the parameter is followed by a text that must be given and was not.
  private func needsText(after parameter: Parameter) -> Bool {
    guard let index = parameters.firstIndex(of: parameter) else { return false }
    return parameters[(index + 1)...].contains {
      $0.kind == .field(.text) && $0.isRequired && !$0.isOption && arguments[$0.name] == nil
    }
  }

  private static let flags = [
    "yes": true, "on": true, "true": true, "y": true, "no": false, "off": false, "false": false,
    "n": false,
  ]

  private func integer(
    _ parameter: Parameter, _ text: String, _ range: ClosedRange<Int>
  ) throws(Problem) -> JSONValue? {
    guard let integer = Int(text) else { return nil }
    guard range.contains(integer) else { throw .outOfRange(parameter.name, integer, range) }
    return .integer(integer)
  }

  private func choice(_ text: String, _ names: [String]) throws(Problem) -> JSONValue? {
    let typed = text.lowercased()
    if names.contains(typed) { return .string(typed) }
    guard !typed.isEmpty else { return nil }
    let matches = names.filter { $0.hasPrefix(typed) }
    return matches.count == 1 ? .string(matches[0]) : nil
  }

  /// A tag that is given as one: then a number is one too. A minus before it stays.
  private static func tag(_ typed: Substring) throws(Problem) -> String {
    let sign = typed.hasPrefix("-") ? "-" : ""
    let name = typed.dropFirst(sign.count)
    if let tag = Tag.reading(name) { return sign + tag }
    let bare = String(name).withoutHash.filter { $0.isNumber || $0 == "-" || $0 == "_" }
    guard bare.contains(where: \.isNumber), bare.count == String(name).withoutHash.count else {
      throw .notATag(String(name))
    }
    return sign + bare
  }

  /// Values that take as many words as there are of their shape.
  private func series(
    _ parameter: Parameter, _ words: ArraySlice<Word>
  ) throws(Problem) -> (json: JSONValue, count: Int)? {
    if parameter.kind == .field(.date) { return try day(in: words) }
    guard let scope else { return nil }
    switch parameter.kind {
    case .field(.person) where parameter.isSeveral:
      let run = words.prefix { !$0.text.contains("=") }
      let people = try scope.people(listed: run)
      return people.isEmpty ? nil : (.array(people.map(\.id.json)), run.count)
    case .field(.person):
      let (person, count) = try scope.person(in: words)
      return (person.id.json, count)
    case .field(.tags):
      let tags = try words.prefix { !$0.text.contains("=") }
        .flatMap { $0.text.split(separator: ",") }
        .map { typed throws(Problem) in JSONValue.string(try Self.tag(typed)) }
      return tags.isEmpty ? nil : (.array(tags), words.prefix { !$0.text.contains("=") }.count)
    case .field(.cards):
      var run = beforeDay(scope.cardList(words), in: words)
      // `/move c9 5`: a number by itself at the end is what the next parameter still needs.
      if run.count > 1, run.endIndex == end, let last = run.last, Int(last.text) != nil,
        needsText(after: parameter)
      {
        run = run.dropLast()
      }
      var cards: [CardID] = []
      for word in run where CardID.looksLikeCards(word.text) {
        do throws(Problem) {
          cards += try scope.cards(word.text)
        } catch {
          throw error.placed(at: word.range)
        }
      }
      return run.isEmpty ? nil : (.array(cards.withoutRepeats.map(\.json)), run.count)
    case .field(.points(let range)):
      return try scope.points(in: words, range, numbered: parameter.isNumbered)
    case .field(.ranking): return try scope.ranking(in: words)
    case .field(.duels): return try scope.duels(in: words)
    default: return nil
    }
  }
}
