import ExerciseKit

extension ImportedDiscussion {
  /// Takes over what another file of the same format holds.
  mutating func append(_ other: ImportedDiscussion, of file: String?) {
    let count = comments.count
    comments += other.comments.map { comment in
      var comment = comment
      comment.parent = comment.parent.map { $0 + count }
      return comment
    }
    people += other.people
    title = title ?? other.title
    leftOut.merge(other.leftOut, of: file)
    if reading == nil { reading = other.reading }
  }

  /// Leaves out what is too much for one card, so that it does not cost the others, and gives each
  /// card the tag that was asked for.
  ///
  /// - Throws: where there are more cards or people than can be taken at once.
  mutating func fit(_ options: ImportOptions, file: String) throws(ImportFailure) {
    func check(_ count: Int, _ limit: Int) throws(ImportFailure) {
      guard count > limit else { return }
      throw ImportFailure(
        file: file, place: .file, problem: .tooManyCards(count, limit: limit))
    }
    try check(comments.count, AnswerLimits.cards)
    try check(people.count, AnswerLimits.people)
    let asked = (options.tag ?? "").split { $0 == "," || $0.isWhitespace }.compactMap(\.asTag)
    var above: [Int: Int?] = [:]
    var places: [Int] = []
    var kept: [ImportedComment] = []
    for (index, comment) in comments.enumerated() {
      places.append(kept.count)
      guard comment.text.utf8.count <= AnswerLimits.text else {
        above[index] = comment.parent
        leftOut.add(.longCard, "“\(comment.text.prefix(40))…”")
        continue
      }
      var comment = comment
      var parent = comment.parent
      while let next = parent, let higher = above[next] { parent = higher }
      comment.parent = parent.map { places[$0] }
      comment.tags = Array((comment.tags + asked).filter { $0.utf8.count <= 200 }.prefix(64))
      comment.author = comment.author?.asAuthor
      if (comment.url ?? "").utf8.count > AnswerLimits.attribute { comment.url = nil }
      kept.append(comment)
    }
    comments = kept
  }
}

extension HTMLText {
  /// Whether a cell is HTML, as whiteboards write it: a text may speak of `<b>` all the same.
  static func isLikely(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") && text.contains("</")
      || text.contains("<br>") || text.contains("<br/>") || text.contains("<br />")
  }
}

extension String {
  /// A name of a person; nil for what tools write where nobody is named, and for what is no name.
  var asAuthor: String? {
    let name = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let nobody = [
      "", "anonymous", "anonym", "anonyme", "anónimo", "anonymous user", "unknown", "n/a", "na",
      "-", "–", "null", "none", "nobody", "deleted user", "[deleted]",
    ]
    return nobody.contains(name.lowercased()) || name.utf8.count > 200 ? nil : name
  }

  /// `3`, `+3`, `3.0`, `3 votes`; nil for what is no number of votes.
  var asVotes: Int? {
    let digits = trimmed.drop { $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    let rest = trimmed.drop { $0 == "+" }.dropFirst(digits.count)
    let isWhole = rest.isEmpty || rest.first == " " || rest.dropFirst().allSatisfy { $0 == "0" }
    return isWhole ? Int(digits) : nil
  }
}
