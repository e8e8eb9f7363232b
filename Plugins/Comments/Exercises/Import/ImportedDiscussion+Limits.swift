import ExerciseKit

extension ImportedDiscussion {
  /// Cuts what a session does not take, each told: one comment that is too long must not cost all
  /// the others.
  mutating func fit() {
    for index in comments.indices {
      comments[index].text = cut(comments[index].text, AnswerLimits.text, .longText, index)
      if let name = comments[index].author {
        comments[index].author = cut(name, AnswerLimits.name, .longName, index)
      }
      if let url = comments[index].url, url.utf8.count > AnswerLimits.attribute {
        comments[index].url = nil
      }
      comments[index].tags = Array(comments[index].tags.prefix(AnswerLimits.tags))
    }
    if let text = proposition { proposition = cut(text, AnswerLimits.text, .longText, nil) }
    title = title.map { $0.shortened(to: AnswerLimits.line) }
    let more = comments.count - AnswerLimits.cards
    guard more > 0 else { return }
    comments.removeLast(more)
    leftOut.tell("\(more) comments were left out: a session takes \(AnswerLimits.cards) at once")
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

extension LeftOut.Kind {
  fileprivate static let longText = Self(
    "text that is longer than a card's was cut", "texts that are longer than a card's were cut")
  fileprivate static let longName = Self(
    "name that is longer than a person's was cut", "names that are longer than a person's were cut")
}
