import ExerciseProtocol

extension Acknowledgement {
  /// What a line had that was read otherwise than it may have been meant: a word for everybody in
  /// place of a name, and words with the sign of a tag that can be none.
  static func remarks(
    on logged: [LoggedEvent], of invocation: Invocation, _ keepsNames: Bool
  ) -> [View.Block] {
    let cards = logged.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    var remarks: [View.Block] = []
    if let nobody = invocation.nobody, let card = cards.first, keepsNames {
      remarks.append(
        .note(
          "“@\(nobody)” is nobody in particular, so \(card.id) has no name. "
            + "/by \(card.id) NAME gives it one.", .hint))
    }
    if let card = cards.first(where: { Tag.isAlone($0.text) }), let tag = Tag.reading(card.text) {
      remarks.append(
        .note(
          "“\(card.text)” is all that \(card.id) says, so it is its words and no tag. "
            + "/tag CARD \(tag) puts it on another; /undo takes \(card.id) back.",
          .hint))
    }
    let words = cards.prefix(20).flatMap { Tag.atEnd(of: $0.text).notTags }
    if let first = words.first {
      let others = words.count > 1 ? " (and \(words.count - 1) more)" : ""
      remarks.append(
        .note(
          "“\(first)”\(others) stays in the words: a tag needs a letter or a picture, and no sign "
            + "inside but - and _.", .hint))
    }
    return remarks
  }
}
