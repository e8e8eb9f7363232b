import ExerciseProtocol

/// A name before a colon, where places of the exercise may stand there too.
extension LineReader {
  /// Who is named at this `@`, and where what was said begins; nil where it is no name.
  ///
  /// A word before a colon belongs to the name where it is no place: `@Ruth pains: …` is Ruth's in
  /// “pains”, and `@Ruth Smith: …` may be somebody else's.
  func name(
    at sign: Int, in words: Words, of shape: CommandShape, _ scope: any LineScope
  ) -> (who: NameReading.Who, end: Int)? {
    guard let found = anyName(at: sign, in: words, of: shape, scope) else { return nil }
    // `@next go on`: a slip of the fingers, and nobody's name.
    if case .newcomer(let name) = found.who, isWordOfOurs(name) {
      return (.nobody(name), found.end)
    }
    return found
  }

  /// Whether it is what a command is called here.
  func isWordOfOurs(_ name: String) -> Bool {
    let name = name.lowercased()
    return commands.contains { $0.name.text == name }
  }

  /// What is told besides where a word of ours was read as nobody's name.
  func told(ofNobody word: String) -> [String] {
    isWordOfOurs(word) ? ["/\(word.lowercased()) is the command."] : []
  }

  private func anyName(
    at sign: Int, in words: Words, of shape: CommandShape, _ scope: any LineScope
  ) -> (who: NameReading.Who, end: Int)? {
    let doubts: LongerNames = shape.plainText == nil ? .none : asks ? .all : .ofKnown
    guard shape.plainText?.beforeName.contains(":") == true else {
      return words.name(at: sign, in: scope, doubts: doubts)
    }
    guard let isPlace, let short = words.name(at: sign, in: scope, colonEnds: false),
      let long = words.name(at: sign, in: scope, doubts: doubts), long.end > short.end
    else { return words.name(at: sign, in: scope, colonEnds: false, doubts: doubts) }
    let between = words.line[short.end..<long.end].map(String.init).joined()
    let place = between.split { $0.isWhitespace || ":：,".contains($0) }.joined(separator: " ")
    return !place.isEmpty && isPlace(place) ? short : long
  }
}
