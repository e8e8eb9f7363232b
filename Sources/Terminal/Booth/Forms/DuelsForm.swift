package import ExerciseProtocol

/// “Which of these two?”, again and again: ``PaperForm/duels(_:)``. One pair at a time; each can be
/// passed, and each can be come back to.
package struct DuelsForm: BoothForm {
  package let question: PaperQuestion
  private let pairs: [DuelPair]
  private var verdicts: [Verdict?]
  /// The pair that is asked; after the last: none.
  private var current = 0
  private var place = BoothFocus(3)

  private enum Verdict { case first, second, passed }

  package init(_ question: PaperQuestion, pairs: [DuelPair]) {
    self.question = question
    self.pairs = pairs
    verdicts = Array(repeating: nil, count: pairs.count)
  }

  package var answer: JSONValue? {
    let decided = zip(pairs, verdicts).compactMap { pair, verdict -> JSONValue? in
      let (first, second) = (id(pair.first), id(pair.second))
      return switch verdict {
      case .first: .array([first, second])
      case .second: .array([second, first])
      case .passed, nil: nil
      }
    }
    return decided.isEmpty ? nil : .array(decided)
  }

  private func id(_ option: Int) -> JSONValue { .string(question.options[option].id) }
  private func text(_ option: Int) -> String { question.options[option].named }

  // MARK: What is shown

  private func row(_ option: Int, _ number: String) -> BoothRow {
    let option = question.options[option]
    return BoothRow(option.text, label: number, name: option.label ?? "")
  }

  private var isAsking: Bool { pairs.indices.contains(current) }

  package var rows: [BoothRow] {
    guard isAsking else {
      return pairs.indices.map { BoothRow(words($0), label: "\($0 + 1).") }
    }
    let pair = pairs[current]
    let sides = [pair.first, pair.second].map { question.options[$0] }
    let texts = sides.map(\.text) + [BoothWording.cannotDecide]
    let names = sides.map { $0.label ?? "" } + [""]
    let chosen = verdicts[current].map { [.first: 0, .second: 1, .passed: 2][$0] } ?? nil
    return texts.enumerated().map { index, text in
      BoothRow(
        text, mark: index == chosen ? "[x]" : "[ ]", label: index == 2 ? "0." : "\(index + 1).",
        name: names[index])
    }
  }

  package var blindRows: [BoothRow] {
    pairs.enumerated().flatMap { number, pair in
      [
        BoothRow(BoothWording.pair(number + 1, of: pairs.count), mark: "-"),
        row(pair.first, "1."), row(pair.second, "2."),
      ]
    }
  }

  package var focus: Int? { isAsking ? place.index : nil }
  package var rule: String { BoothWording.duels(pairs.count) }
  package var standing: String {
    isAsking
      ? BoothWording.pair(current + 1, of: pairs.count) + " " + BoothWording.whichOfTwo
      : BoothWording.pairsDone(pairs.count)
  }
  package var summary: [String] {
    pairs.indices.filter { verdicts[$0] != nil }.map { "\($0 + 1). " + words($0) }
  }
  package var leftover: String? {
    let open = verdicts.count { $0 == nil || $0 == .passed }
    return answer == nil || open == 0 ? nil : BoothWording.pairsOpen(open)
  }
  package var unfinished: String? {
    isAsking && verdicts[current] == nil && answer != nil
      ? BoothWording.pairUnanswered(current + 1) : nil
  }
  package var keys: [String] { isAsking ? BoothWording.duelKeys : BoothWording.duelEndKeys }
  package var typing: String { isAsking ? BoothWording.typeDuel : BoothWording.typeDuelEnd }
  package var typingBlind: String { BoothWording.typeDuelsBlind(pairs.count) }
  package var label: String { isAsking ? BoothWording.typeDuelLabel : BoothWording.typePair }

  private func words(_ number: Int) -> String {
    let pair = pairs[number]
    return switch verdicts[number] {
    case .first: BoothWording.prefers(text(pair.first), to: text(pair.second))
    case .second: BoothWording.prefers(text(pair.second), to: text(pair.first))
    case .passed: BoothWording.passed(text(pair.first), text(pair.second))
    case nil: BoothWording.notAsked(text(pair.first), text(pair.second))
    }
  }

  // MARK: Keys

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    switch key {
    case .left where current > 0: return go(to: current - 1)
    case .right where isAsking: return go(to: current + 1)
    default: break
    }
    guard isAsking else { return .ignored }
    if place.move(key) { return .changed }
    switch key {
    case .scalar(" "), .enter:
      guard let index = place.index else {
        // An answer that stands is left as it is.
        if key == .enter, verdicts[current] != nil { return go(to: current + 1) }
        return key == .enter ? .ignored : .refused(BoothWording.chooseSide)
      }
      return decide([.first, .second, .passed][index])
    default: return .ignored
    }
  }

  private mutating func go(to pair: Int) -> BoothFormReply {
    current = pair
    place.index = nil
    return .advanced
  }

  private mutating func decide(_ verdict: Verdict) -> BoothFormReply {
    verdicts[current] = verdict
    return go(to: current + 1)
  }

  // MARK: Typing

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let words = BoothNumbers.words(typed)
    guard isAsking else {
      guard words.count == 1, let pair = BoothNumbers.index(words[0], of: pairs.count) else {
        return .refused(BoothWording.notAPairNumber(pairs.count))
      }
      return go(to: pair)
    }
    let sides = words.enumerated().map { verdict($1, of: current + $0) }
    guard current + sides.count <= pairs.count, !sides.contains(nil) else {
      return .refused(BoothWording.notASide)
    }
    for verdict in sides.compactMap({ $0 }) { _ = decide(verdict) }
    return .advanced
  }

  package mutating func enterWhole(_ typed: String) -> BoothFormReply {
    clear()
    guard BoothNumbers.words(typed).count == pairs.count else {
      return .refused(BoothWording.typeDuelsBlind(pairs.count))
    }
    return enter(typed)
  }

  private func verdict(_ word: String, of number: Int) -> Verdict? {
    switch word {
    case "1": return .first
    case "2": return .second
    case "0": return .passed
    default: break
    }
    guard pairs.indices.contains(number) else { return nil }
    let sides = [pairs[number].first, pairs[number].second].map { question.options[$0].label }
    return sides.firstIndex(of: word.lowercased()).map { $0 == 0 ? .first : .second }
  }

  package mutating func clear() {
    verdicts = Array(repeating: nil, count: pairs.count)
    current = 0
    place.index = nil
  }
}
