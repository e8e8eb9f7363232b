import ExerciseKit

extension ImportedDiscussion {
  /// Cuts what a session does not take, each told: one comment that is too long must not cost all
  /// the others.
  mutating func fit() {
    for index in comments.indices {
      comments[index].text = cut(comments[index].text, AnswerLimits.text, .longText, index)
      if let name = comments[index].author {
        comments[index].author = cut(plain(name), AnswerLimits.name, .longName, index).trimmedOrNil
      }
      if let url = comments[index].url, url.utf8.count > AnswerLimits.attribute {
        comments[index].url = nil
      }
      comments[index].tags = Array(comments[index].tags.prefix(AnswerLimits.tags))
    }
    for index in people.indices { people[index].name = plain(people[index].name) }
    people.removeAll { $0.name.isEmpty }
    if let text = proposition { proposition = cut(text, AnswerLimits.text, .longText, nil) }
    title = title.map { $0.shortened(to: AnswerLimits.line) }
    let more = comments.count - AnswerLimits.cards
    guard more > 0 else { return }
    comments.removeLast(more)
    leftOut.tell("\(more) comments were left out: a session takes \(AnswerLimits.cards) at once")
  }

  /// A name in one line, without what nobody sees or what turns the line around.
  private mutating func plain(_ name: String) -> String {
    let seen = name.unicodeScalars.filter { !$0.isUnfitForNames }
    for _ in 0..<(name.unicodeScalars.count - seen.count) { leftOut.add(.unseen, name.trimmed) }
    return String(String.UnicodeScalarView(seen)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private mutating func cut(
    _ text: String, _ limit: Int, _ kind: LeftOut.Kind, _ index: Int?
  ) -> String {
    guard text.utf8.count > limit else { return text }
    leftOut.add(kind, index.map { CardDraft.mention($0) })
    return text.shortened(to: limit)
  }
}

extension String {
  /// Its beginning, with `…` in the place of the rest, in at most `limit` bytes.
  fileprivate func shortened(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit - 3)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end] + "…"
  }
}

extension Unicode.Scalar {
  /// Control characters but blanks, and marks of direction.
  fileprivate var isUnfitForNames: Bool {
    if properties.isWhitespace { return false }
    return properties.generalCategory == .control
      || [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF].contains {
        $0.contains(value)
      }
  }
}

extension LeftOut.Kind {
  fileprivate static let unseen = Self(
    "character that nobody sees was left out of a name",
    "characters that nobody sees were left out of names", isOfPlaces: false)
  fileprivate static let longText = Self(
    "text that is longer than a card's was cut", "texts that are longer than a card's were cut")
  fileprivate static let longName = Self(
    "name that is longer than a person's was cut", "names that are longer than a person's were cut")
}
