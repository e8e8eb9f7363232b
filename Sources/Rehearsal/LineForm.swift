import ExerciseProtocol

/// The shape of a line, learned from an example or from the hint of a refusal, as people learn it:
/// they take the example and put their own into it.
struct LineForm: Hashable {
  enum Part: Hashable {
    /// As it stands: `consent`.
    case word(String)
    /// Labels of cards.
    case cards
    /// Cards and a number for each: `c3=4 c7=2`.
    case points
    case number
    case date
    /// Words of one's own.
    case words
  }

  var parts: [Part]
  /// Between what its numbers lie, where that was said.
  var bounds: ClosedRange<Int>?

  /// The form of an action's first field, where that is a text in which cards or numbers are named:
  /// `put c1 c4-c7 Getting about`. Nil where it is in people's own words.
  init?(examplesOf action: ActionDescription) {
    guard let first = action.fields.first, first.type == .text else { return nil }
    for example in action.examples {
      let words = example.split(separator: " ").dropFirst().drop { $0.hasPrefix("@") }
      // A part after a semicolon is one more of the same.
      let own = words.prefix { !$0.hasSuffix(";") } + words.drop { !$0.hasSuffix(";") }.prefix(1)
      let parts = Self.parts(of: own.map { $0.trimming(";") }, keepsWords: false)
      guard parts.first == .cards else { continue }
      self.parts = parts
      bounds = Self.bounds(in: action.summary) ?? Self.bounds(in: first.summary)
      return
    }
    return nil
  }

  /// The choices that are numbered on the screen.
  static func choices(_ count: Int) -> [LineForm] {
    (0..<count).map { LineForm([.word("\($0 + 1)")], nil) }
  }

  private init(_ parts: [Part], _ bounds: ClosedRange<Int>?) {
    (self.parts, self.bounds) = (parts, bounds)
  }

  /// What a refusal's hint shows: `@Ruth consent, @Ruth objection … with the reason`, `c3 7 2`,
  /// `They are 1 Not at all, 2 Rather not`.
  static func all(in hint: String) -> [LineForm] {
    let bounds = bounds(in: hint)
    let pieces = hint.split(separator: "@", omittingEmptySubsequences: false).dropFirst().map {
      piece in
      // The name is whoever's turn it is.
      piece.split(separator: " ").dropFirst().joined(separator: " ")
    }
    guard pieces.isEmpty else {
      return pieces.compactMap { piece in
        let parts = Self.parts(of: clause(of: piece), keepsWords: true)
        return isForm(parts) ? LineForm(parts, bounds) : nil
      }
    }
    let choices = numberedChoices(in: hint)
    guard choices.isEmpty else { return choices.map { LineForm([.word($0)], nil) } }
    let tail = hint.split(separator: ":").last.map(String.init) ?? ""
    let parts = Self.parts(of: clause(of: tail), keepsWords: false)
    let namesCards = parts.contains(.cards) || parts.contains(.points)
    return namesCards && !parts.contains(.words) ? [LineForm(parts, bounds)] : []
  }

  /// At most two words of its own before anything else: more is a sentence about the line.
  private static func isForm(_ parts: [Part]) -> Bool {
    let words = parts.filter { if case .word = $0 { true } else { false } }
    return !parts.isEmpty && words.count <= 2
  }

  /// Up to the first mark or word that ends the example.
  private static func clause(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if ["or", "and", "with", "for", "from", "then"].contains(word) { break }
      words.append(word.trimming(".,;:"))
      if word.last.map({ ".,;:".contains($0) }) == true { break }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func parts(of words: [String], keepsWords: Bool) -> [Part] {
    var parts: [Part] = []
    for word in words {
      let part: Part
      let sides = word.split(separator: "=").map(String.init)
      if isCards(word) {
        part = .cards
      } else if sides.count == 2, isCards(sides[0]), Int(sides[1]) != nil {
        part = .points
      } else if Int(word) != nil {
        part = .number
      } else if CivilDate(word) != nil {
        part = .date
      } else if !keepsWords || word == "…" {
        part = .words
      } else {
        part = .word(word)
      }
      // Labels in a row, and words in a row, are one part.
      if parts.last != part || part == .number { parts.append(part) }
    }
    return parts
  }

  /// `c3`, `c4-c7`, `c3,c5`.
  private static func isCards(_ word: String) -> Bool {
    word.split(whereSeparator: { "-,".contains($0) }).allSatisfy { label in
      label.first == "c" && label.count > 1 && label.dropFirst().allSatisfy(\.isNumber)
    } && word.first == "c"
  }

  /// “From 0 to 10”, with words between as it may be: `from 0, a fist, to 5`.
  private static func bounds(in text: String) -> ClosedRange<Int>? {
    let words = text.lowercased().split(whereSeparator: { " ,;:.–".contains($0) }).map(String.init)
    guard let from = words.firstIndex(of: "from"), from + 1 < words.count,
      let low = Int(words[from + 1])
    else { return nil }
    let rest = words[(from + 2)...]
    guard let to = rest.firstIndex(of: "to"), to + 1 < words.count, let high = Int(words[to + 1]),
      low <= high
    else { return nil }
    return low...high
  }

  /// The numbers of `They are 1 Not at all, 2 Rather not.`
  private static func numberedChoices(in hint: String) -> [String] {
    let items = hint.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    let numbers = items.compactMap { item in
      item.first { Int($0) != nil }
    }
    return items.count > 1 && numbers.count == items.count ? numbers : []
  }
}
