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

  /// Gives each card the tag that was asked for.
  mutating func tag(_ options: ImportOptions) {
    let asked = (options.tag ?? "").split { $0 == "," || $0.isWhitespace }.compactMap(\.asTag)
    for index in comments.indices {
      let tags = comments[index].tags.filter { $0.utf8.count <= 200 }
      comments[index].tags = tags + asked.filter { !tags.contains($0) }
    }
  }
}

extension ImportFailure {
  /// Refuses a list that is longer than what can be taken at once.
  static func check(
    _ count: Int, _ limit: Int, _ text: SourceText, _ format: String
  ) throws(ImportFailure) {
    guard count > limit else { return }
    throw ImportFailure(
      file: text.fileName, format: format, place: .file,
      problem: .tooManyCards(count, limit: limit))
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
  /// As much of it as a card takes, and a little more, so that it is told that it was cut.
  var bounded: String {
    guard utf8.count > AnswerLimits.text else { return self }
    return String(decoding: utf8.prefix(AnswerLimits.text + 16), as: UTF8.self)
  }

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

extension StringProtocol {
  /// For comparing alone: in small letters, with one blank between words.
  var caseless: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
