import ExerciseProtocol
import OrderedCollections
import Workshop

/// What somebody reads off an exercise's view who knows nothing else of the exercise.
struct Screen: Hashable {
  let view: View

  init(_ view: View = View()) { self.view = view }

  /// Commands that a note speaks of, in order: “/pass deals the cards”.
  ///
  /// - Parameter tone: of which notes; nil: of all.
  func commands(_ tone: View.Tone? = nil) -> [Suggestion] {
    view.blocks.flatMap { block -> [Suggestion] in
      guard case .note(let text, let own) = block, tone == nil || tone == own else { return [] }
      return Suggestion.all(in: text)
    }
  }

  /// What the exercise warns of.
  var warning: String? {
    for case .note(let text, .warning) in view.blocks { return text }
    return nil
  }

  /// Whose turn it is: a fact whose value is one person's name.
  func speaker(among people: [Guest]) -> Guest? {
    for case .facts(let facts) in view.blocks {
      for fact in facts {
        if let guest = people.first(where: { $0.name == fact.value }) { return guest }
      }
    }
    return nil
  }

  /// How many questions are numbered on it: so many rounds there are.
  var numbered: Int? {
    let headings = view.blocks.count { block in
      if case .heading(let text, level: 2) = block { Self.number(in: text) != nil } else { false }
    }
    if headings > 0 { return headings }
    for case .list(let items, ordered: true) in view.blocks { return items.count }
    return nil
  }

  /// How many steps there are, where the screen says so: “Pass 2 of 5”.
  var steps: Int? {
    for case .heading(let text, level: 2) in view.blocks {
      if let (_, all) = Self.share(in: text) { return all }
    }
    return nil
  }

  /// Whether it counts people, and somebody has not taken part: “3 of 12 have contributed.”
  var isWaiting: Bool {
    view.blocks.contains { block in
      guard case .text(let text) = block else { return false }
      return text.split(separator: ".").contains { sentence in
        guard let (some, all) = Self.share(in: String(sentence), of: ["has", "have"]) else {
          return false
        }
        return some < all
      }
    }
  }

  /// The 2 and the 5 of “Pass 2 of 5”.
  ///
  /// - Parameter verbs: one of which has to follow; nil: whatever follows.
  private static func share(in text: String, of verbs: [String]? = nil) -> (some: Int, all: Int)? {
    let words = text.split(separator: " ").map(String.init)
    guard let of = words.firstIndex(of: "of"), of > 0, of + 1 < words.count,
      let some = Int(words[of - 1]), let all = Int(words[of + 1])
    else { return nil }
    guard let verbs else { return (some, all) }
    return of + 2 < words.count && verbs.contains(words[of + 2]) ? (some, all) : nil
  }

  /// How many choices are numbered below the question that is open.
  var choices: Int {
    var isOpen = false
    for block in view.blocks {
      switch block {
      case .heading(let text, _): isOpen = text.contains("open")
      case .list(let items, ordered: true) where isOpen: return items.count
      default: continue
      }
    }
    return 0
  }

  /// The numbers of the places of a canvas, in order: `1`, `2`, or in stages × lanes `1.1`, `1.2`.
  var places: [String] {
    for block in view.blocks {
      switch block {
      case .grid(let regions):
        let numbers = regions.compactMap { Self.number(in: $0.title) }
        if numbers.count == regions.count, numbers.count > 1 { return numbers }
      case .table(let table) where table.columns.first?.title.isEmpty == true:
        let stages = table.columns.dropFirst().compactMap { Self.number(in: $0.title) }
        let lanes = table.rows.compactMap { $0.first.flatMap(Self.number) }
        guard stages.count == table.columns.count - 1, lanes.count == table.rows.count else {
          continue
        }
        return stages.flatMap { stage in lanes.map { stage + $0 } }
      default: continue
      }
    }
    return []
  }

  /// `2` of `2  Pains`, `.3` of `.3  Feels`.
  private static func number(in title: String) -> String? {
    guard let word = title.split(separator: " ").first,
      word.allSatisfy({ $0.isNumber || $0 == "." }), title.count > word.count
    else { return nil }
    return String(word)
  }

  /// What is asked here, the nearest first: what a note says of the open place, then the last
  /// heading below the title.
  var prompts: [String] {
    var notes: [String] = []
    var headings: [String] = []
    for block in view.blocks {
      switch block {
      // Who is missing changes while the question stays.
      case .note(let text, _) where !text.hasPrefix("/") && !text.hasPrefix("Not yet"):
        notes.append(text)
      case .heading(let text, let level) where level > 1: headings.append(text)
      default: continue
      }
    }
    // Of several questions one is marked as open.
    let open = headings.filter { $0.contains("open") }
    return notes + open + headings.suffix(1)
  }
}

/// A command that the screen, or a message, speaks of.
struct Suggestion: Hashable {
  /// Without its slash.
  var name: String
  /// The words after it, up to the end of the sentence.
  var rest: [String]

  static func all(in text: String) -> [Suggestion] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.indices.compactMap { index in
      let word = words[index].trimming("(“”.,:;)")
      guard word.hasPrefix("/"), word.count > 1 else { return nil }
      let isLast = words[index].last.map { ".,;:".contains($0) } ?? false
      let rest = isLast ? [] : words[(index + 1)...].map { $0.trimming("(“”.,:;)") }
      return Suggestion(name: String(word.dropFirst()), rest: rest)
    }
  }
}

extension StringProtocol {
  /// Without any of these characters at either end.
  func trimming(_ characters: String) -> String {
    var text = Substring(self)
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
