package import ExerciseProtocol

/// An order of preference: ``PaperForm/rank(atMost:allowsTies:)``.
///
/// What is ranked stands on top, the best first; the rest below, as on the paper. Where ranks may
/// be shared, moving past a neighbour takes two steps: level with it, then beyond.
package struct RankForm: BoothForm {
  package let question: PaperQuestion
  /// Positions of options, the best rank first.
  private var ranks: [[Int]] = []
  /// The option that the arrow keys have come to; it keeps the focus while it moves.
  private var focused: Int?
  private let atMost: Int
  private let allowsTies: Bool

  package init(_ question: PaperQuestion) {
    self.question = question
    if case .rank(let atMost, let allowsTies) = question.form {
      self.atMost = max(0, min(atMost, question.options.count))
      self.allowsTies = allowsTies
    } else {
      (atMost, allowsTies) = (question.options.count, false)
    }
  }

  package var answer: JSONValue? {
    ranks.isEmpty
      ? nil
      : .array(ranks.map { .array($0.map { .string(question.options[$0].id) }) })
  }

  // MARK: What is shown

  private var rest: [Int] {
    let ranked = Set(ranks.flatMap { $0 })
    return question.options.indices.filter { !ranked.contains($0) }
  }

  /// Options in the order in which they are shown.
  private var order: [Int] { ranks.flatMap { $0 } + rest }

  package var rows: [BoothRow] {
    let options = question.options.numbered
    let ranked = ranks.enumerated().flatMap { number, rank in
      rank.map { index in
        var row = options[index]
        row.mark = "[\(rank.count > 1 ? "=" : "")\(number + 1)]"
        return row
      }
    }
    let others = rest.map { index in
      var row = options[index]
      row.mark = "[ ]"
      return row
    }
    return [heading(BoothWording.yourOrder)] + ranked
      + (ranked.isEmpty ? [BoothRow(BoothWording.nothingRanked)] : [])
      + (others.isEmpty ? [] : [heading(BoothWording.notRanked)]) + others
  }

  private func heading(_ text: String) -> BoothRow { BoothRow(text, mark: "-") }

  package var focus: Int? {
    guard let focused, let place = order.firstIndex(of: focused) else { return nil }
    let count = ranks.reduce(0) { $0 + $1.count }
    return 1 + place + (place >= count ? 1 : 0) + (count == 0 ? 1 : 0)
  }

  private var count: Int { ranks.reduce(0) { $0 + $1.count } }

  package var rule: String { BoothWording.rank(atMost, allowsTies: allowsTies) }
  package var standing: String { rule + " " + BoothWording.ranked(count, of: atMost) }
  package var summary: [String] {
    ranks.enumerated().map { number, rank in
      let texts = rank.map { "\($0 + 1). \(question.options[$0].named)" }
      return "[\(number + 1)] " + texts.joined(separator: BoothWording.level)
    }
  }
  package var leftover: String? {
    ranks.isEmpty || count >= atMost ? nil : BoothWording.ranksLeft(atMost - count)
  }
  package var keys: [String] { BoothWording.rankKeys }
  package var typing: String {
    BoothWording.typeRank(way, allowsTies: allowsTies, or: labelled)
  }
  package var label: String { BoothWording.typeOrder(way) }

  /// The way in which an order is typed, on this very paper: `2 1`, `3 1=2`.
  private var way: String { example { "\($0 + 1)" } }
  /// The same with labels; nil where there are none.
  private var labelled: String? {
    let labels = question.options.compactMap(\.label)
    return labels.count == question.options.count && !labels.isEmpty
      ? example { labels[$0] } : nil
  }

  private func example(_ word: (Int) -> String) -> String {
    switch min(question.options.count, atMost) {
    case ...1: word(0)
    case 2: word(1) + " " + word(0)
    default: word(2) + " " + word(0) + (allowsTies ? "=" : " ") + word(1)
    }
  }

  /// What is wrong, and the way.
  private func refused(_ why: String) -> BoothFormReply {
    .refused(why + " " + BoothWording.rankWay(way, or: labelled))
  }

  // MARK: Keys

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    var place = BoothFocus(order.count)
    place.index = focused.flatMap { order.firstIndex(of: $0) }
    if place.move(key) {
      focused = place.index.map { order[$0] }
      return .changed
    }
    guard let focused else { return .ignored }
    switch key {
    case .scalar(" "): return isRanked(focused) ? take(out: focused) : add(focused)
    case .enter where ranks.isEmpty:
      let reply = add(focused)
      return reply == .changed ? .advanced : reply
    case .left, .scalar("+"): return isRanked(focused) ? move(focused, by: -1) : add(focused)
    case .right, .scalar("-"):
      return isRanked(focused) ? move(focused, by: 1) : .refused(BoothWording.rankFirst)
    default: return .ignored
    }
  }

  private func isRanked(_ option: Int) -> Bool { ranks.contains { $0.contains(option) } }

  private mutating func add(_ option: Int) -> BoothFormReply {
    guard count < atMost else { return .refused(BoothWording.tooManyRanked(atMost)) }
    ranks.append([option])
    return .changed
  }

  private mutating func take(out option: Int) -> BoothFormReply {
    for index in ranks.indices { ranks[index].removeAll { $0 == option } }
    ranks.removeAll(where: \.isEmpty)
    return .changed
  }

  private mutating func move(_ option: Int, by step: Int) -> BoothFormReply {
    guard let rank = ranks.firstIndex(where: { $0.contains(option) }) else { return .ignored }
    if ranks[rank].count > 1 {
      ranks[rank].removeAll { $0 == option }
      ranks.insert([option], at: step < 0 ? rank : rank + 1)
      return .changed
    }
    let neighbour = rank + step
    guard ranks.indices.contains(neighbour) else {
      return .refused(step < 0 ? BoothWording.isBest : BoothWording.isLast)
    }
    if allowsTies {
      ranks[neighbour].append(option)
      ranks.remove(at: rank)
    } else {
      ranks.swapAt(rank, neighbour)
    }
    return .changed
  }

  // MARK: Typing

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let words = Self.words(typed)
    if words == ["0"] {
      clear()
      return .changed
    }
    var order: [[Int]] = []
    for word in words {
      var rank: [Int] = []
      for part in word.split(separator: "=", omittingEmptySubsequences: false) {
        guard let index = question.index(of: String(part)) else {
          return refused(BoothWording.notOnList(String(part)))
        }
        if rank.contains(index) || order.contains(where: { $0.contains(index) }) {
          return refused(BoothWording.twice(String(part)))
        }
        rank.append(index)
      }
      if rank.count > 1, !allowsTies { return refused(BoothWording.noTies) }
      order.append(rank)
    }
    guard order.reduce(0, { $0 + $1.count }) <= atMost else {
      return refused(BoothWording.tooManyTyped(atMost))
    }
    ranks = order
    focused = order.first?.first
    return .changed
  }

  /// `3 > 1 = 2, 5` is `3`, `1=2`, `5`.
  private static func words(_ typed: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for word in BoothNumbers.words(typed.replacing(">", by: " ").replacing("=", by: " = ")) {
      if word == "=" {
        if words.isEmpty { words.append("") }
        words[words.count - 1] += "="
        isOpen = true
      } else if isOpen {
        words[words.count - 1] += word
        isOpen = false
      } else {
        words.append(word)
      }
    }
    return words
  }

  package mutating func clear() { ranks = [] }
}

extension String {
  fileprivate func replacing(_ character: Character, by text: String) -> String {
    reduce(into: "") { $0 += $1 == character ? text : String($1) }
  }
}
