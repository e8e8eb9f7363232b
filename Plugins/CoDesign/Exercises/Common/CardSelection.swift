import ExerciseKit

/// Cards as they are picked out at the keyboard, and the words after them.
///
/// A line begins with any number of: a label (`c3`), several (`c3,c5`), a range in the order in
/// which the cards are shown (`c3-c7`), a tag (`#young`), a search (`~bus`, `~"late bus"`), or `*`
/// for all that are in no theme. Commas, `and` and `&` may stand between, and a colon behind the
/// last. The first word that is none of these begins the words. They may stand before a colon too.
///
/// ```
/// c1 c4-c7 #young Getting about        ~"late bus" ~tram Waiting times
/// c66, c72 and c80: Honest             Honest: c66 c72
/// ```
struct CardSelection: Equatable {
  /// Each once, in the order in which they were picked.
  private(set) var cards: [CardID] = []
  /// What is left of the line.
  private(set) var words = ""
  /// Whether anything was picked by a sign, even if that found no card.
  private(set) var isGiven = false
  /// What the cards were picked by: `that say “idea”`; nothing where labels were among it.
  private(set) var reasons: [String] = []

  /// - Parameters:
  ///   - cards: what can be picked, in the order in which it is shown.
  ///   - loose: what `*` picks.
  /// - Throws: a refusal that names the label, tag or words that no card has.
  init(_ line: String, from cards: [Card], loose: [CardID] = []) throws(Refusal) {
    let (name, picked) = Self.nameBeforeCards(line.trimmed)
    var rest = picked[...]
    var hasLabels = false
    while let (sign, after) = Self.sign(at: rest) {
      let found = try Self.cards(of: sign, among: cards, loose: loose)
      for id in found where !self.cards.contains(id) { self.cards.append(id) }
      isGiven = true
      if let reason = sign.reason { reasons.append(reason) } else { hasLabels = true }
      rest = Self.pastJoiner(after.drop(while: \.isWhitespace))
    }
    words = name.isEmpty ? String(rest) : name
    if hasLabels { reasons = [] }
  }

  private enum Sign {
    case labels([ClosedRange<CardID>])
    case tag(String)
    case search(String)
    case loose

    var reason: String? {
      switch self {
      case .labels: nil
      case .tag(let tag): "with #\(Tag.reading(tag) ?? tag)"
      case .search(let words): "that say “\(words)”"
      case .loose: "in no theme"
      }
    }
  }

  /// `Getting about: c1 c4-c7`: the name, where behind the last colon stand cards alone.
  private static func nameBeforeCards(_ line: String) -> (name: String, rest: String) {
    guard sign(at: line[...]) == nil, let colon = line.lastIndex(of: ":") else { return ("", line) }
    let picked = line[line.index(after: colon)...].trimmed
    var rest = picked[...]
    while case (.labels, let after)? = sign(at: rest) {
      rest = pastJoiner(after.drop(while: \.isWhitespace))
    }
    return rest.isEmpty && !picked.isEmpty ? (line[..<colon].trimmed, picked) : ("", line)
  }

  /// Behind `and`, `&` or `+`, where another sign follows.
  private static func pastJoiner(_ text: Substring) -> Substring {
    let word = text.prefix { !$0.isWhitespace }
    let after = text[word.endIndex...].drop(while: \.isWhitespace)
    guard ["and", "&", "+"].contains(word.lowercased()), sign(at: after) != nil else { return text }
    return after
  }

  /// The sign that the text begins with and what comes after it.
  private static func sign(at text: Substring) -> (Sign, after: Substring)? {
    let whole = text.prefix { !$0.isWhitespace }
    let after = text[whole.endIndex...]
    var word = whole
    while word.count > 1, let last = word.last, ",;:".contains(last) { word.removeLast() }
    if word == "*" { return (.loose, after) }
    if word.hasPrefix("#"), word.contains(where: \.isLetter) {
      return (.tag(String(word.dropFirst())), after)
    }
    if word.hasPrefix("~\""), let end = text.dropFirst(2).firstIndex(of: "\"") {
      return (
        .search(String(text.dropFirst(2)[..<end])), text[text.index(after: end)...]
      )
    }
    if word.hasPrefix("~"), word.count > 1 { return (.search(String(word.dropFirst())), after) }
    return labels(word).map { (.labels($0), after) }
  }

  private static func labels(_ word: Substring) -> [ClosedRange<CardID>]? {
    var ranges: [ClosedRange<CardID>] = []
    for part in word.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = label(ends[0], isFirst: true),
        let last = ends.count == 2 ? label(ends[1], isFirst: false) : first
      else { return nil }
      ranges.append(first <= last ? first...last : last...first)
    }
    return ranges.isEmpty ? nil : ranges
  }

  /// `c12`, and after a hyphen `12` too; a merged copy's label ends in a letter.
  private static func label(_ text: Substring, isFirst: Bool) -> CardID? {
    let name = text.lowercased()
    guard name.hasPrefix("c") || !isFirst else { return nil }
    let digits = name.hasPrefix("c") ? name.dropFirst() : name[...]
    let number = digits.prefix { $0.isASCII && $0.isNumber }
    let letter = digits.dropFirst(number.count)
    guard (1...9).contains(number.count), letter.count <= 1,
      letter.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    return CardID("c" + digits)
  }

  private static func cards(
    of sign: Sign, among cards: [Card], loose: [CardID]
  ) throws(Refusal) -> [CardID] {
    switch sign {
    case .loose: return loose
    case .tag(let tag):
      let found = cards.filter { $0.isTagged(tag) }
      guard !found.isEmpty else { throw Refusal("No card here has the tag #\(tag).") }
      return found.map(\.id)
    case .search(let words):
      let found = cards.filter { $0.text.lowercased().contains(words.lowercased()) }
      guard !found.isEmpty else { throw Refusal("No card here says “\(words)”.") }
      return found.map(\.id)
    case .labels(let ranges):
      var found: [CardID] = []
      for range in ranges {
        let inside = cards.map(\.id).filter(range.contains)
        guard !inside.isEmpty, inside.contains(range.lowerBound) else {
          throw Refusal(
            "There is no card \(range.lowerBound) here.", hint: "/show shows the cards.")
        }
        found += inside
      }
      return found
    }
  }
}
