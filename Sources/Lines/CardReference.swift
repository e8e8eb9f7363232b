package import ExerciseProtocol

/// How cards are named in a line: `c12`, `12`, `>12`; several as `c3,c5` or `c3-c7`, with commas,
/// `and`, `&` or blanks between. A colon or a comma behind a label ends it and is no part of it.
extension CardID {
  /// Whether the word is shaped like one card's label.
  package static func looksLikeCard(_ word: String) -> Bool { CardID(typed: word) != nil }

  /// Whether the word is shaped like one card or several.
  package static func looksLikeCards(_ word: String) -> Bool {
    let parts = word.split { ",;&+".contains($0) }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        return ends.count <= 2 && ends.allSatisfy { CardID(typed: String($0)) != nil }
      }
  }

  /// The label that a word of this shape names.
  fileprivate init?(typed word: String) {
    let name = (word.hasPrefix(">") ? String(word.dropFirst()) : word).lowercased()
      .withoutEndOfLabel(isSigned: word.hasPrefix(">"))
    let digits = name.hasPrefix("c") ? name.dropFirst() : name[...]
    let number = digits.prefix { $0.isASCII && $0.isNumber }
    let letter = digits.dropFirst(number.count)
    // A merged copy's label ends in one letter: c12b.
    guard !number.isEmpty, number.count <= 9, letter.count <= 1,
      letter.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    self.init("c" + digits)
  }
}

extension LineScope {
  /// The card that the word names.
  package func card(_ word: String) throws(Problem) -> CardID {
    guard let label = CardID(typed: word) else { throw .notACard(word) }
    guard place(of: label) != nil else { throw .unknownCard(label, last: lastCard) }
    return label
  }

  /// The cards that the word names, in its order.
  package func cards(_ word: String) throws(Problem) -> [CardID] {
    var cards: [CardID] = []
    for part in word.split(whereSeparator: { ",;&+".contains($0) }) {
      let ends = part.split(separator: "-").map(String.init)
      if ends.count == 2 {
        cards += try range(from: ends[0], to: ends[1])
      } else {
        cards.append(try card(String(part)))
      }
    }
    return cards
  }

  private func range(from first: String, to last: String) throws(Problem) -> [CardID] {
    let (first, last) = (try card(first), try card(last))
    guard let start = place(of: first), let end = place(of: last), start <= end else {
      throw .emptyCardRange(first, last)
    }
    return cards(in: start...end)
  }
}

extension LineScope {
  /// The words of a list that begins with these: labels, and what stands between two of them.
  func cardList(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    var end = words.startIndex
    while end < words.endIndex {
      let isJoiner = end > words.startIndex && words[end].text.joinsCards
      if isJoiner, end + 1 < words.endIndex, words[end + 1].text.isCardsByLetter {
        end += 2
      } else if CardID.looksLikeCards(words[end].text) {
        end += 1
      } else {
        break
      }
      if words[end - 1].text.last == ":" { break }
    }
    return words[words.startIndex..<end]
  }
}

extension String {
  fileprivate var joinsCards: Bool { ["and", "&", "+", ",", ";"].contains(lowercased()) }
  /// `c7` and not `7`, which behind “and” may begin anything.
  fileprivate var isCardsByLetter: Bool {
    lowercased().hasPrefix("c") && CardID.looksLikeCards(self)
  }

  /// `c12:`, `c12,`: the label. A number with a colon is none, it may be a time.
  fileprivate func withoutEndOfLabel(isSigned: Bool) -> String {
    guard isSigned || hasPrefix("c") else { return self }
    var text = self[...]
    while let last = text.last, ":,;".contains(last) { text.removeLast() }
    return String(text)
  }
}
