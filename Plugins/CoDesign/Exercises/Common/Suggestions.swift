import ExerciseKit

/// What the words of cards suggest: which say nearly the same, and which share a theme. Only
/// suggestions; nothing is done with them unless somebody does it.
///
/// Method. Near-duplicates: pairs that share a stem which is not in most cards, and whose
/// ``TextSimilarity`` is at or above the threshold, the most alike first. Themes: again and again
/// the stem that most of the cards left over share is taken, with its cards, until none has two
/// (the greedy cover of V. Chvátal, “A greedy heuristic for the set-covering problem”, Mathematics
/// of Operations Research 4, 1979). A stem in more than half of eight or more cards says nothing
/// and is passed over. Ties go by the alphabet and by the cards' labels, so that the same cards
/// always give the same suggestions.
struct Suggestions: Equatable {
  /// Two cards that say nearly the same.
  struct Pair: Equatable {
    var first: CardID
    var second: CardID
    /// From 0 to 1.
    var likeness: Double
  }

  /// Cards that share a word.
  struct Theme: Equatable {
    /// The word, as the first of the cards has it.
    var word: String
    var cards: [CardID]
  }

  private(set) var duplicates: [Pair] = []
  private(set) var themes: [Theme] = []

  /// Nobody reads more.
  static let mostShown = 8
  /// More cards are not compared, so that a view is always quick; the oldest are.
  static let mostCards = 500

  /// - Parameters:
  ///   - cards: what to look at; those in no theme yet.
  ///   - threshold: from which likeness on two cards are near-duplicates, from 0 to 1.
  init(for cards: [Card], threshold: Double) {
    let read = cards.prefix(Self.mostCards).map { ($0.id, $0.text, TextSimilarity($0.text)) }
    var holders: [String: [Int]] = [:]
    for (index, entry) in read.enumerated() {
      for stem in entry.2.stems { holders[stem, default: []].append(index) }
    }
    let most = read.count < 8 ? read.count : read.count / 2
    holders = holders.filter { $0.value.count > 1 && $0.value.count <= most }
    duplicates = Self.duplicates(read.map { ($0.0, $0.2) }, holders, threshold)
    themes = Self.themes(read.map { ($0.0, $0.1) }, holders)
  }

  private static func duplicates(
    _ read: [(id: CardID, text: TextSimilarity)], _ holders: [String: [Int]], _ threshold: Double
  ) -> [Pair] {
    var candidates: Set<[Int]> = []
    // A stem in many cards makes many pairs and is no sign that two say the same.
    for indices in holders.values where indices.count <= 40 {
      for (place, first) in indices.enumerated() {
        for second in indices[(place + 1)...] { candidates.insert([first, second]) }
      }
    }
    let pairs = candidates.compactMap { pair -> Pair? in
      let (first, second) = (read[pair[0]], read[pair[1]])
      let likeness = first.text.likeness(to: second.text)
      return likeness >= threshold
        ? Pair(first: first.id, second: second.id, likeness: likeness) : nil
    }
    let sorted = pairs.sorted {
      ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second)
    }
    return Array(sorted.prefix(mostShown))
  }

  private static func themes(
    _ read: [(id: CardID, text: String)], _ holders: [String: [Int]]
  ) -> [Theme] {
    var left = Set(read.indices)
    var themes: [Theme] = []
    while themes.count < mostShown {
      var best: (stem: String, cards: [Int])?
      for stem in holders.keys.sorted() {
        let cards = (holders[stem] ?? []).filter(left.contains)
        if cards.count > max(1, best?.cards.count ?? 1) { best = (stem, cards) }
      }
      guard let best else { break }
      left.subtract(best.cards)
      let words = read[best.cards[0]].text.lowercased()
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let word = words.first { TextSimilarity.stem($0) == best.stem } ?? best.stem
      themes.append(Theme(word: word, cards: best.cards.map { read[$0].id }))
    }
    return themes
  }
}
