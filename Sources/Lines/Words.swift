/// A word of a line, and where it stands.
package struct Word: Hashable, Sendable {
  /// Without its quotes.
  package var text: String
  /// In characters of the line, with its quotes.
  package var range: Range<Int>
  package var isQuoted: Bool
}

/// A line cut into words: at spaces, but not within "double quotes" (`\"` and `\\` inside them
/// stand for themselves). A quote that is not at the start of a word or after a `=` or `@` is just
/// a character, because people type inches and apostrophes.
package struct Words: Sendable {
  package let line: [Character]
  package private(set) var words: [Word] = []

  package init(_ line: some StringProtocol) {
    self.line = Array(line)
    var index = 0
    while let word = next(from: &index) { words.append(word) }
  }

  /// A line that is one word, whatever is in it.
  package init(asOneWord text: String) {
    line = Array(text)
    words = [Word(text: text, range: line.indices, isQuoted: true)]
  }

  /// The same line, cut otherwise.
  init(_ line: [Character], _ words: [Word]) { (self.line, self.words) = (line, words) }

  /// The line from this character on, without spaces at its ends.
  package func rest(from index: Int) -> String {
    var tail = line[min(index, line.count)...].drop(while: \.isBlank)
    while tail.last?.isBlank == true { tail.removeLast() }
    return String(tail)
  }

  private func next(from index: inout Int) -> Word? {
    while index < line.count, line[index].isBlank { index += 1 }
    guard index < line.count else { return nil }
    let start = index
    var text = ""
    var isQuoted = false
    while index < line.count, !line[index].isBlank {
      let opensQuote =
        line[index] == "\"" && (index == start || line[index - 1] == "=" || line[index - 1] == "@")
      if opensQuote, let end = closingQuote(after: index) {
        text += unescaped(line[(index + 1)..<end])
        isQuoted = true
        index = end + 1
      } else {
        text.append(line[index])
        index += 1
      }
    }
    return Word(text: text, range: start..<index, isQuoted: isQuoted)
  }

  private func closingQuote(after open: Int) -> Int? {
    var index = open + 1
    while index < line.count {
      if line[index] == "\\" { index += 1 } else if line[index] == "\"" { return index }
      index += 1
    }
    return nil
  }

  private func unescaped(_ characters: ArraySlice<Character>) -> String {
    var text = ""
    var isEscaped = false
    for character in characters {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return text
  }
}

extension Words {
  /// The word that begins with a quote, or has one behind its sign, that is not closed yet: it goes
  /// on to the end of the line, blanks and all.
  package var unclosed: Word? {
    for word in words where !word.isQuoted {
      guard
        let quote = word.range.first(where: { place in
          line[place] == "\""
            && (place == word.range.lowerBound || "=@".contains(line[place - 1]))
        })
      else { continue }
      let text = String(line[word.range.lowerBound..<quote] + line[(quote + 1)...])
      return Word(text: text, range: word.range.lowerBound..<line.count, isQuoted: true)
    }
    return nil
  }
}

extension Character {
  /// `isWhitespace`, without asking Unicode about ASCII: every character of a line is looked at.
  var isBlank: Bool {
    guard let byte = asciiValue else { return isWhitespace }
    return byte == 0x20 || 0x09...0x0D ~= byte
  }
}
