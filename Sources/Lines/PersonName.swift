import ExerciseProtocol

/// A person's name as files write it, for comparing alone: `Dr. Ruth Hyde`, `HYDE, Ruth`,
/// `Ruth Hyde (she/her)`.
package struct PersonName: Sendable {
  /// Its words, the given name first, folded; without titles, degrees, pronouns and points.
  package let words: [String]

  package init(_ name: String) {
    var text = name.folded
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[open...].contains("/") {
      text = String(text[..<open])
    }
    let parts = text.split(separator: ",").map { PersonName.words(of: $0) }.filter { !$0.isEmpty }
    // `Hyde, Ruth`; what follows a comma may also be a degree, which is gone by now.
    words = parts.count == 2 ? parts[1] + parts[0] : parts.flatMap { $0 }
  }

  /// What two names have in common that are one person's for all that can be told.
  package var key: String { words.joined(separator: " ") }

  private static func words(of part: Substring) -> [String] {
    var words = part.split(separator: " ").map(String.init)
    while let first = words.first, titles.contains(first.withoutPoints) { words.removeFirst() }
    while let last = words.last, degrees.contains(last.withoutPoints) { words.removeLast() }
    return words.map(\.withoutLastPoint).filter { !$0.isEmpty }
  }

  private static let titles: Set<String> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lady", "lord",
    "rev", "reverend", "father", "sister", "hon", "herr", "frau", "mag", "dipl-ing", "ing", "mme",
    "mlle", "monsieur", "madame", "sra", "srta", "don", "doña", "dott", "dottssa", "avv", "pd",
  ]
  private static let degrees: Set<String> = ["phd", "md", "msc", "bsc", "mba", "esq", "obe", "mbe"]

  /// Whether two names may well be one person's, though nobody can say: an initial, a middle name,
  /// the surname first, an accent, one letter, or the first or last name alone.
  package func mayBe(_ other: PersonName) -> Bool {
    let (left, right) = (words.map(\.withoutAccents), other.words.map(\.withoutAccents))
    guard let first = left.first, let last = left.last, let begin = right.first,
      let end = right.last
    else { return false }
    if left == right { return true }
    if left.count == 1 { return left[0].count > 1 && right.count > 1 && right.contains(left[0]) }
    guard right.count > 1 else { return false }
    if left.count == right.count, left == right.reversed() { return true }
    let isFirstLike = first == begin || first.isInitial(of: begin) || begin.isInitial(of: first)
    if last == end {
      return isFirstLike || left.count == right.count && first.isNearly(begin)
    }
    return first == begin && left.count == right.count && last.isNearly(end)
  }
}

extension String {
  fileprivate var withoutPoints: String { filter { $0 != "." } }
  fileprivate var withoutLastPoint: String { hasSuffix(".") ? String(dropLast()) : self }

  /// Letters alone, without the marks above and below them.
  package var withoutAccents: String {
    let plain: [Character: Character] = [
      "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "č": "c", "ć": "c",
      "è": "e", "é": "e", "ê": "e", "ë": "e", "ę": "e", "ì": "i", "í": "i", "î": "i", "ï": "i",
      "ł": "l", "ñ": "n", "ń": "n", "ň": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o",
      "ø": "o", "ř": "r", "š": "s", "ś": "s", "ş": "s", "ù": "u", "ú": "u", "û": "u", "ü": "u",
      "ů": "u", "ý": "y", "ÿ": "y", "ž": "z", "ź": "z", "ż": "z", "ğ": "g", "ı": "i",
      "ŵ": "w", "ŷ": "y", "ẁ": "w", "ẃ": "w", "ẅ": "w", "ỳ": "y", "ā": "a", "ă": "a", "ą": "a",
      "ď": "d", "đ": "d", "ē": "e", "ė": "e", "ě": "e", "ģ": "g", "ī": "i", "į": "i", "ķ": "k",
      "ļ": "l", "ľ": "l", "ņ": "n", "ō": "o", "ő": "o", "ŕ": "r", "ș": "s", "ť": "t", "ţ": "t",
      "ț": "t", "ū": "u", "ű": "u", "ų": "u",
    ]
    return String(map { plain[$0] ?? $0 })
  }

  fileprivate func isInitial(of word: String) -> Bool {
    count == 1 && word.count > 1 && word.hasPrefix(self)
  }

  /// Whether one letter is another, is missing, is too much, or two changed places, in a word that
  /// is no short one.
  func isNearly(_ other: String) -> Bool {
    guard min(count, other.count) > 2 else { return false }
    let (left, right) = (Array(self), Array(other))
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left[start...].reversed(), right[start...].reversed()).prefix { $0 == $1 }.count
    if max(left.count, right.count) - start - end <= 1 { return true }
    let (one, two) = (left.dropFirst(start).dropLast(end), right.dropFirst(start).dropLast(end))
    return one.count == 2 && two.count == 2 && one.elementsEqual(two.reversed())
  }

  /// For telling which names may be one: without accents, blanks, hyphens, apostrophes and points.
  var squashed: String { folded.withoutAccents.filter { $0.isLetter || $0.isNumber } }
}
