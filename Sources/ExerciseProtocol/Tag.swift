/// Tags as they are typed, compared and kept: the one reader of them.
///
/// A tag is a word with a letter or a picture in it: letters of any script, digits, `-`, `_` and
/// pictures such as 🎉. It is kept in small letters, so that `#Idea` and `#idea` are one tag;
/// tags of before, which may have capitals, are compared without them. Punctuation ends it.
package enum Tag {
  /// The tag that `word` is: `idea` of `#Idea.`; nil where it can be none, such as `#12` or `#`.
  ///
  /// - Parameter word: with its sign or without; punctuation around it does not count.
  package static func reading(_ word: some StringProtocol) -> String? {
    var letters = Substring(word)
    while let first = letters.first, openers.contains(first) { letters.removeFirst() }
    if letters.first == "#" || letters.first == "＃" { letters.removeFirst() }
    while let last = letters.last, !isOfTag(last) || last == "-" { letters.removeLast() }
    guard letters.allSatisfy(isOfTag), letters.contains(where: makesTag) else { return nil }
    return letters.lowercased()
  }

  /// Whether the two are one tag, whatever their capitals and their Unicode form.
  package static func isSame(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    one == other || one.folded == other.folded
  }

  /// The words of a text and the tags at its end.
  ///
  /// Every tag among the last words counts; a word among them that can't be one, such as `#12`,
  /// stays in the text. Tags alone are words, not labels of nothing.
  ///
  /// - Returns: the words without the tags; the tags in their order, each once; and the words
  ///   with a sign that are no tags, as they stand.
  package static func atEnd(
    of text: some StringProtocol
  ) -> (words: String, tags: [String], notTags: [String]) {
    var left = Substring(text).trimmingBlanks
    let whole = String(left)
    var (tail, tags, notTags): ([String], [String], [String]) = ([], [], [])
    // From the end, because most lines have no tag: then only the last word is looked at.
    while let word = left.lastSigned {
      left = left[..<word.startIndex].trimmingBlanks
      if let read = Word(word) {
        tags.insert(contentsOf: read.tags, at: 0)
        if !read.closing.isEmpty { tail.insert(read.closing, at: 0) }
      } else {
        tail.insert(unescaped(word), at: 0)
        if word.first != "\\" { notTags.insert(String(word), at: 0) }
      }
    }
    guard !left.isEmpty else { return (whole, [], []) }
    if tags.isEmpty, tail == notTags { return (whole, [], notTags) }
    let words = tail.reduce(String(left)) { text, part in
      part.first.map(closers.contains) == true ? text + part : "\(text) \(part)"
    }
    return (words, [String]().changed(adding: tags, removing: []), notTags)
  }

  /// Whether the text is a tag and nothing else: `#idea`, `(#idea)`.
  package static func isAlone(_ text: String) -> Bool {
    !text.contains(where: \.isWhitespace) && Word(Substring(text))?.tags.count == 1
  }

  /// The tags that a text begins with: `#idea Put a bench`. They are words of it as well, for
  /// `#MeToo changed us` says something; tags alone are words.
  package static func atStart(of text: some StringProtocol) -> [String] {
    var tags: [String] = []
    for word in Substring(text).split(whereSeparator: \.isWhitespace) {
      guard let read = Word(word) else {
        return [String]().changed(adding: tags, removing: [])
      }
      tags += read.tags
    }
    return []
  }

  /// Without the backslash that says that it is no tag.
  private static func unescaped(_ word: Substring) -> String {
    String(word.hasPrefix("\\#") ? word.dropFirst() : word)
  }

  private static func isOfTag(_ character: Character) -> Bool {
    character == "-" || character == "_" || character.isNumber || makesTag(character)
  }

  /// Letters and pictures; a digit alone numbers something.
  private static func makesTag(_ character: Character) -> Bool {
    character.isLetter
      || character.unicodeScalars.contains { scalar in
        scalar.properties.isEmojiPresentation || scalar.properties.generalCategory == .otherSymbol
      }
  }

  fileprivate static let openers: Set<Character> = ["(", "[", "{", "“", "\"", "‘", "«"]
  fileprivate static let closers: Set<Character> = [")", "]", "}", "”", "\"", "’", "»"]

  /// A word that is one tag or several: `#idea.`, `(#idea)`, `#idea#young`.
  private struct Word {
    var tags: [String] = []
    /// What closes something that was opened before the word.
    var closing = ""

    init?(_ word: Substring) {
      var body = word
      let isOpened = body.first.map(openers.contains) == true
      if isOpened { body.removeFirst() }
      let letters = body.lastIndex { Tag.isOfTag($0) }
      guard body.first == "#" || body.first == "＃", let letters else { return nil }
      let after = body[body.index(after: letters)...]
      for part in body[...letters].split(whereSeparator: { "#＃,".contains($0) }) {
        guard let tag = Tag.reading(part), part.first.map(Tag.isOfTag) == true else { return nil }
        tags.append(tag)
      }
      closing = isOpened ? "" : String(after.filter(closers.contains))
    }
  }
}

extension Card {
  /// Whether it has this tag, whatever the capitals: old cards may have some.
  public func isTagged(_ tag: String) -> Bool { tags.contains { Tag.isSame($0, tag) } }

  /// The cards that were merged into this one, which says the same: its attribute `merged`.
  public var sources: [CardID] {
    (attributes["merged"] ?? "").split(separator: " ").map { CardID(String($0)) }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The last word, where it has the sign of a tag.
  fileprivate var lastSigned: Substring? {
    let blank = lastIndex(where: \.isWhitespace)
    let word = self[(blank.map { index(after: $0) } ?? startIndex)...]
    let bare = word.drop(while: Tag.openers.contains)
    let isSigned = bare.first == "#" || bare.first == "＃" || word.hasPrefix("\\#")
    return isSigned ? word : nil
  }
}
