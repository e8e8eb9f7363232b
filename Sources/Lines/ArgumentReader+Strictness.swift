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

  /// The last word that is no option: is it one that there is not?
  func checkLastWord(_ word: Word) throws(Problem) {
    guard let name = optionName(of: word) else { return }
    let options = parameters.filter(\.isOption).map(\.name)
    let near = Suggestion.nearest(to: name, among: parameters.map(\.name))
    guard !options.isEmpty || !near.isEmpty else { return }
    throw .unknownOption(name, near: near, all: options).placed(at: word.range)
  }

  /// In the middle of a text: an option that came too early, or one that is nearly spelt right.
  func checkOptions(
    within slice: ArraySlice<Word>, swallowedBy text: Parameter
  ) throws(Problem) {
    for word in slice {
      guard let name = optionName(of: word) else { continue }
      let options = parameters.filter(\.isOption).map(\.name)
      if options.contains(name) { throw .optionInText(name, text).placed(at: word.range) }
      let near = Suggestion.nearest(to: name, among: options)
      guard near.isEmpty else {
        throw .unknownOption(name, near: near, all: options).placed(at: word.range)
      }
    }
  }

  /// `minutes` of `minutes=20`, whether there is such an option or not; nil for what is none, such
  /// as `c1=2`, an address, or what stands in quotes.
  private func optionName(of word: Word) -> String? {
    guard !isWhollyQuoted(word), let equals = word.text.firstIndex(of: "=") else { return nil }
    let name = word.text[..<equals].lowercased()
    guard let first = name.first, first.isLetter, name.last != "-",
      name.allSatisfy({ $0.isLetter || $0 == "-" })
    else { return nil }
    return name
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
