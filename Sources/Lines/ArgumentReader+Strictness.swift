import ExerciseProtocol

/// What keeps a text from swallowing what was meant for something else, and a command from passing
/// over what it was given: a mistake that is taken for words is told by nobody.
extension ArgumentReader {
  /// Whether the word stands in quotes from its first character on: then it is words and no option.
  func isWhollyQuoted(_ word: Word) -> Bool {
    word.isQuoted && words.line[word.range.lowerBound] == "\""
  }

  // MARK: Empty values

  func checkEmpty(
    _ parameter: Parameter, _ text: String, at place: Range<Int>
  ) throws(Problem) {
    guard !parameter.mayBeEmpty, text.allSatisfy(\.isWhitespace) else { return }
    throw .empty(parameter).placed(at: place)
  }

  // MARK: Options

  /// The last word that is no option: is it one that there is not? Nearly an option's name, or
  /// written as they all are, in three small letters or more; `E=mc2` and `a=b` are words.
  func checkLastWord(_ word: Word) throws(Problem) {
    if let (key, value) = keyAndValue(of: word, sign: "=") {
      let options = parameters.filter(\.isOption).map(\.name)
      let near = near(key)
      let looksSo = key.allSatisfy { $0.isLowercase || $0 == "-" } && !options.isEmpty
      if !near.isEmpty || looksSo {
        throw .unknownOption(key, value, near: near, all: options).placed(at: word.range)
      }
    }
    // `minuts:15`, where fifteen can be minutes.
    if let (key, value) = keyAndValue(of: word, sign: ":"), let near = taker(of: key, value) {
      throw .unsigned("\(key):\(value)", near, value).placed(at: word.range)
    }
  }

  /// `minutes = 15`: with blanks around the sign it is three words.
  func checkApart(_ slice: ArraySlice<Word>) throws(Problem) {
    let last = slice.suffix(3).map(\.text)
    guard last.count > 1, let end = slice.last, !slice.suffix(3).contains(where: \.isQuoted)
    else { return }
    let parts = last.joined(separator: " ").split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, last.contains(where: { $0.hasPrefix("=") || $0.hasSuffix("=") }),
      let key = parts[0].split(separator: " ").last.map({ $0.lowercased() }),
      case let values = parts[1].split(separator: " "), values.count == 1,
      let near = taker(of: key, String(values[0])),
      let first = slice.suffix(3).first(where: { $0.text.lowercased().hasPrefix(key) })
    else { return }
    throw .unsigned("\(key) = \(values[0])", near, String(values[0]))
      .placed(at: first.range.lowerBound..<end.range.upperBound)
  }

  /// The option that a misspelt name and a value of its kind are nearly.
  private func taker(of key: String, _ value: String) -> String? {
    guard key.count > 2, key.allSatisfy(\.isLetter) else { return nil }
    let near = near(key)
    return parameters.first { parameter in
      guard parameter.isOption, near.contains(parameter.name) else { return false }
      switch parameter.kind {
      case .minutes, .field(.integer): return Int(value) != nil
      case .field(.date): return value.first?.isNumber == true
      case .field(.choice(let names)): return names.contains(value.lowercased())
      case .field(.flag): return ["yes", "no"].contains(value.lowercased())
      default: return false
      }
    }?.name
  }

  /// In the middle of a text: an option that came too early, or one that is nearly spelt right.
  func checkOptions(
    within slice: ArraySlice<Word>, swallowedBy text: Parameter
  ) throws(Problem) {
    for word in slice {
      guard let (key, value) = keyAndValue(of: word, sign: "=") else { continue }
      let options = parameters.filter(\.isOption).map(\.name)
      if options.contains(key) { throw .optionInText(key, text).placed(at: word.range) }
      let near = near(key).filter(options.contains)
      guard near.isEmpty else {
        throw .unknownOption(key, value, near: near, all: options).placed(at: word.range)
      }
    }
  }

  /// The names that a key is nearly; a key of one letter or two is nearly everything.
  private func near(_ key: String) -> [String] {
    let names = parameters.map(\.name)
    if names.contains(key) { return [key] }
    return key.count > 2 ? Suggestion.nearest(to: key, among: names) : []
  }

  /// `minutes` and `20` of `minutes=20`, whether there is such an option or not; nil for what is
  /// none, such as `c1=2`, an address, or what stands in quotes.
  private func keyAndValue(of word: Word, sign: Character) -> (key: String, value: String)? {
    guard !isWhollyQuoted(word), let place = word.text.firstIndex(of: sign) else { return nil }
    let key = word.text[..<place]
    guard let first = key.first, first.isLetter, key.last != "-",
      key.allSatisfy({ $0.isLetter || $0 == "-" })
    else { return nil }
    let names = parameters.map(\.name)
    let known = names.contains(key.lowercased()) || key.count > 2
    guard known else { return nil }
    let spelt = names.contains(key.lowercased()) ? key.lowercased() : String(key)
    return (spelt, String(word.text[word.text.index(after: place)...]))
  }

  // MARK: Sub-words and other choices

  /// Whether a word that is passed over for a choice was meant to be one. A word of three letters
  /// is near to too much to tell.
  func checkMisspelt(_ word: Word, for parameter: Parameter) throws(Problem) {
    guard !parameter.isRequired, !isWhollyQuoted(word), let choices = parameter.choices else {
      return
    }
    let bare = Self.letters(of: word.text)
    guard bare.count > 3 || bare.count < word.text.count else { return }
    let near = Suggestion.nearest(to: bare, among: choices)
    guard near.isEmpty else { throw .misspelt(word.text, near, parameter).placed(at: word.range) }
  }

  /// “decison:” without what people put behind a word.
  private static func letters(of word: String) -> String {
    word.filter { $0.isLetter || $0 == "-" }
  }

  /// Everything that was given must be of use to the sub-word that was given, or to none.
  func checkSubword() throws(Problem) {
    guard let subwords, let first = parameters.first, let choices = first.choices else { return }
    let subword = arguments.text(first.name) ?? ""
    let stray = parameters.dropFirst().filter { parameter in
      arguments[parameter.name] != nil && !subwords.takes(parameter.name, after: subword)
    }
    let placed = stray.compactMap { parameter in
      places[parameter.name].map { (parameter: parameter, place: $0) }
    }
    guard let found = placed.min(by: { $0.place.lowerBound < $1.place.lowerBound }) else { return }
    guard !found.parameter.isOption else {
      let takers = subwords.takers(of: found.parameter.name, among: choices)
      throw .strayOption(found.parameter.name, after: subword, takers).placed(at: found.place)
    }
    let typed = String(words.line[found.place])
    guard subword.isEmpty, let word = Words(typed).words.first else {
      throw .strayWords(typed, after: subword).placed(at: found.place)
    }
    let place = found.place.lowerBound..<(found.place.lowerBound + word.range.count)
    let near = Suggestion.nearest(to: Self.letters(of: word.text), among: choices)
    throw (near.isEmpty ? Problem.notThat(first, word.text) : .misspelt(word.text, near, first))
      .placed(at: place)
  }
}
