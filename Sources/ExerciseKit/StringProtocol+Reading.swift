import ExerciseProtocol

/// What exercises read out of the text that people type, each the same way.
extension StringProtocol {
  /// Without blanks at its ends.
  public var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The items of a setting that holds several: cut at `|` and at line breaks (commas part one
  /// setting from the next); those with nothing in them are left out.
  public var items: [String] {
    split { $0 == "|" || $0.isNewline }.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// As a tag: `Getting about, at night` is `getting-about-at-night`. Nil where no letter or digit
  /// is in it.
  public var asTag: String? {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  /// The words, and the tags at their end without their signs: `… on Sundays #buses #Young!` gives
  /// `buses` and `young`. Tags alone are words, not labels of nothing. What has the sign and can be
  /// no tag, such as `#12`, stays among the words; the host says so.
  public var withoutTrailingTags: (words: String, tags: [String]) {
    let read = Tag.atEnd(of: self)
    return (read.words, read.tags)
  }
}

extension [String] {
  /// In a sentence: `Ruth, Roger and Mike`.
  public var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}
