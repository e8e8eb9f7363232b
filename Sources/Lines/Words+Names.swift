import ExerciseProtocol

extension LineScope {
  /// Who is named by the `@` that a text begins with; nil where it begins with none, or it is no
  /// name.
  package func leadingName(in text: String) -> NameReading.Who? {
    guard text.hasPrefix("@") else { return nil }
    return Words(text).name(at: 0, in: self)?.who
  }
}

/// Names in a line, by the characters where they stand.
extension Words {
  /// Who is named at this `@`, and the first character after the name and the punctuation that ends
  /// it; nil where it is no name.
  func name(
    at sign: Int, in scope: some LineScope, colonEnds: Bool = true,
    doubts: LongerNames = .none
  ) -> (who: NameReading.Who, end: Int)? {
    var start = sign + 1
    // `@ Ruth`: a blank slipped in; of words only a known name is one then.
    let isApart = start < line.count && line[start].isWhitespace && !line[start].isNewline
    if isApart { start += 1 }
    guard start < line.count, !line[start].isWhitespace else { return nil }
    if "\"“".contains(line[start]), let quoted = quotedName(from: start) {
      guard let who = scope.name(quoted.name) else { return nil }
      return (who, quoted.end)
    }
    // A few words are enough for a name, however long the line is.
    var texts: [String] = []
    var starts: [Int] = []
    var index = start
    while index < line.count, texts.count < 8 {
      let end = line[index...].firstIndex(where: \.isWhitespace) ?? line.count
      starts.append(index)
      texts.append(String(line[index..<end]))
      index = line[end...].firstIndex { !$0.isWhitespace } ?? line.count
      // A name does not go on below.
      if line[end..<index].contains(where: \.isNewline) { break }
    }
    guard
      let reading = NameReader(scope).read(texts, colonEnds: colonEnds, doubts: doubts)
    else { return nil }
    if isApart {
      guard line[sign] == "@", case .known = reading.who else { return nil }
    }
    return (reading.who, starts[reading.words - 1] + reading.letters)
  }

  /// `"Ann Marie"` or `“Ann Marie”`, and the punctuation after it.
  private func quotedName(from open: Int) -> (name: String, end: Int)? {
    guard let close = line[(open + 1)...].firstIndex(where: { "\"”".contains($0) }) else {
      return nil
    }
    let rest = line[close...].prefix { !$0.isWhitespace }
    let end = close + TypedWord(String(rest)).end(after: 1)
    return (String(line[(open + 1)..<close]), end)
  }

  /// Behind a dash or a colon that stands by itself after a name: `@Ruth – I agree`.
  func pastDash(from end: Int) -> Int {
    guard let start = line[end...].firstIndex(where: { !$0.isWhitespace }), start > end,
      "-–—:,".contains(line[start]), start + 1 < line.count, line[start + 1].isWhitespace
    else { return end }
    return start + 1
  }

  /// The end of what is at fault in a name, for carets: without the punctuation after it.
  func nameEnd(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start + 1, line[end - 1].isPunctuation, line[end - 1] != "." { end -= 1 }
    return end
  }

  /// The line without these characters and the blanks after them.
  func removing(_ range: Range<Int>) -> Words {
    let rest = line[range.upperBound...].drop(while: \.isWhitespace)
    return Words(String(line[..<range.lowerBound] + rest))
  }

  /// The same line with blanks in place of these characters, so that everything else stands where
  /// it stood.
  func blanking(_ range: Range<Int>) -> Words {
    var characters = line
    for index in range { characters[index] = " " }
    return Words(String(characters))
  }
}
