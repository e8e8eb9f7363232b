/// How alike two short texts are, from their letters alone: no language model, no dictionary but a
/// list of small words, the same result on every machine.
///
/// Two measures, of which the larger counts:
/// - The Dice coefficient of the sets of stems (L. R. Dice, “Measures of the amount of ecologic
///   association between species”, Ecology 26, 1945): 2 · |A ∩ B| / (|A| + |B|). It finds the same
///   words in another order.
/// - The Dice coefficient of the sets of letter trigrams (R. C. Angell, G. E. Freund and P.
///   Willett, “Automatic spelling correction using a trigram similarity measure”, Information
///   Processing & Management 19, 1983). It finds typing mistakes.
///
/// A stem is a word in small letters without its commonest English endings. Crude on purpose: it
/// only proposes, people decide.
struct TextSimilarity {
  /// In the order of the text, each once, without small words.
  let stems: [String]
  private let stemSet: Set<String>
  private let trigrams: Set<String>

  init(_ text: String) {
    var stems: [String] = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard !Self.smallWords.contains(String(word)) else { continue }
      let stem = Self.stem(String(word))
      if stem.count > 1, !stems.contains(stem) { stems.append(stem) }
    }
    self.stems = stems
    stemSet = Set(stems)
    let letters = Array(" \(stems.joined(separator: " ")) ")
    trigrams = Set(
      letters.count < 3 ? [] : (0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
  }

  /// From 0, nothing in common, to 1; texts of small words alone are like nothing.
  func likeness(to other: TextSimilarity) -> Double {
    max(Self.dice(stemSet, other.stemSet), Self.dice(trigrams, other.trigrams))
  }

  private static func dice(_ left: Set<String>, _ right: Set<String>) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }

  /// `planning`, `planned` and `plans` are `plan`; a word of three letters is its own stem.
  static func stem(_ word: String) -> String {
    guard word.count > 3 else { return word }
    for (ending, instead) in endings where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count)) + instead
      guard stem.count >= 3, stem.contains(where: "aeiouy".contains) else { continue }
      let letters = Array(stem)
      // planning: plan, but falling: fall.
      if instead.isEmpty, ending != "s", letters.count > 3,
        letters[letters.count - 1] == letters[letters.count - 2],
        !"lsz".contains(letters[letters.count - 1])
      {
        return String(stem.dropLast())
      }
      return stem
    }
    return word
  }

  /// The first that fits is taken away.
  private static let endings = [
    ("ities", "ity"), ("sses", "ss"), ("ies", "y"), ("ings", ""), ("ing", ""), ("ed", ""),
    ("ses", "s"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ss", "ss"), ("us", "us"),
    ("s", ""),
  ]

  /// Words that say nothing of what a text is about.
  private static let smallWords: Set<String> = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "but", "by", "can", "could", "did", "do", "does", "don", "each", "every", "for", "from",
    "get", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "just", "let", "like", "ll", "make", "many", "more", "most", "much", "must", "my",
    "need", "needs", "no", "not", "of", "on", "one", "only", "or", "other", "our", "out", "own",
    "people", "re", "s", "she", "should", "so", "some", "such", "t", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "us",
    "use", "ve", "very", "want", "was", "we", "were", "what", "when", "where", "which", "who",
    "why", "will", "with", "would", "you", "your",
  ]
}
