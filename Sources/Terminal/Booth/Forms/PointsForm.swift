package import ExerciseProtocol

/// A whole number for each option. What the numbers mean, and how many there are to give, is the
/// kind's own: see ``PointsKind``.
package struct PointsForm<Kind: PointsKind>: BoothForm {
  package let question: PaperQuestion
  let kind: Kind
  private var points: [Int: Int] = [:]
  private var place: BoothFocus
  /// The option that a number typed by itself is for.
  private var armed: Int?

  package init(_ question: PaperQuestion, _ kind: Kind) {
    self.question = question
    self.kind = kind
    place = BoothFocus(question.options.count)
  }

  package var answer: JSONValue? {
    let members = points.sorted { $0.key < $1.key }.map {
      JSONValue.Member(question.options[$0.key].id, .integer($0.value))
    }
    return members.isEmpty ? nil : .object(members)
  }

  package var rows: [BoothRow] {
    let marks = question.options.indices.map { kind.mark(points[$0]) }
    let width = marks.map(\.count).max() ?? 0
    return question.options.numbered.enumerated().map { index, row in
      var row = row
      let gap = String(repeating: " ", count: width - marks[index].count)
      row.mark = "[\(kind.isText ? marks[index] + gap : gap + marks[index])]"
      if let value = points[index] { row.details += kind.details(value) }
      return row
    }
  }

  package var focus: Int? { place.index }
  package var rule: String { kind.rule(question) }
  package var standing: String { kind.standing(points.values.sorted(), question) }
  package var summary: [String] {
    points.sorted { $0.key < $1.key }.map {
      "[\(kind.mark($0.value))] \($0.key + 1). \(question.options[$0.key].named)"
        + kind.details($0.value).map { " (\($0))" }.joined()
    }
  }
  package var leftover: String? { kind.leftover(points.values.sorted(), question) }
  package var keys: [String] { kind.keys }
  package var typing: String { kind.typing + labelled }
  package var typingBlind: String { BoothWording.typePointsBlind(kind.example) + labelled }
  private var labelled: String { question.exampleLabel.map(BoothWording.labelToo) ?? "" }
  package var label: String {
    armed.map { kind.label(for: $0 + 1) } ?? BoothWording.typePoints
  }

  // MARK: Keys

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    if place.move(key) {
      armed = place.index
      return .changed
    }
    guard let index = place.index else { return .ignored }
    switch key {
    case .right, .scalar("+"): return set(kind.step(points[index], up: true, question), at: index)
    case .left, .scalar("-"): return set(kind.step(points[index], up: false, question), at: index)
    default: return .ignored
    }
  }

  /// Nil: not judged at all.
  private mutating func set(_ value: Int?, at index: Int) -> BoothFormReply {
    var points = self.points
    points[index] = value.flatMap { kind.isNothing($0) ? nil : $0 }
    if let reason = refusal(of: points, at: index) { return .refused(reason) }
    self.points = points
    return .changed
  }

  private func refusal(of points: [Int: Int], at index: Int) -> String? {
    let allowed = question.pointsAllowed
    if let value = points[index], !allowed.contains(value) {
      return kind.outOfBounds(value, allowed)
    }
    return kind.refusal(of: Array(points.values), before: Array(self.points.values), question)
  }

  // MARK: Typing

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let words = pairs(in: typed)
    if let word = words.first, words.count == 1, !word.contains("=") {
      if question.options.count == 1 { return take(["1=\(word)"]) }
      return enterAlone(word)
    }
    return take(words)
  }

  package mutating func enterWhole(_ typed: String) -> BoothFormReply {
    clear()
    return take(pairs(in: typed))
  }

  /// A number by itself: first an option's, then what it is given.
  private mutating func enterAlone(_ word: String) -> BoothFormReply {
    if let option = armed {
      let reply = take(["\(option + 1)=\(word)"])
      if reply == .changed { armed = nil }
      return reply
    }
    guard let index = question.index(of: word) else {
      return .refused(question.notAnOption(word))
    }
    armed = index
    place.index = index
    return .changed
  }

  /// `2=5`, all of them or none. As many numbers as there are options are for these, in order.
  private mutating func take(_ words: [String]) -> BoothFormReply {
    var words = words
    switch dots(in: words) {
    case .success(let pairs): words = pairs
    case .failure(let refusal): return .refused(refusal.text)
    }
    if words.count == question.options.count, !words.contains(where: { $0.contains("=") }) {
      words = words.enumerated().map { "\($0 + 1)=\($1)" }
    }
    var points = self.points
    var seen: Set<Int> = []
    for word in words {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { return .refused(BoothWording.notAPair(word, kind.example)) }
      guard let index = question.index(of: parts[0]) else {
        return .refused(question.notAnOption(parts[0]))
      }
      guard seen.insert(index).inserted else { return .refused(BoothWording.twice(parts[0])) }
      guard let value = kind.value(parts[1]) else {
        return .refused(BoothWording.notAPair(word, kind.example))
      }
      if let value, !question.pointsAllowed.contains(value) {
        return .refused(kind.outOfBounds(value, question.pointsAllowed))
      }
      points[index] = value.flatMap { kind.isNothing($0) ? nil : $0 }
    }
    if let reason = kind.refusal(
      of: Array(points.values), before: Array(self.points.values), question)
    {
      return .refused(reason)
    }
    self.points = points
    return .changed
  }

  private struct Refusal: Error { var text: String }

  /// Of dots a label by itself is one dot: `c5 c5 c12` is `c5=2 c12=1`. A number among labels is a
  /// place on the paper where it is too large for dots; else it could be either.
  private func dots(in words: [String]) -> Result<[String], Refusal> {
    guard case .dots = question.form, words.count > 1,
      !words.contains(where: { $0.contains("=") }),
      words.contains(where: { Int($0) == nil && question.index(of: $0) != nil })
    else { return .success(words) }
    var counts: [Int: Int] = [:]
    for word in words {
      guard let index = question.index(of: word) else {
        return .failure(Refusal(text: question.notAnOption(word)))
      }
      if let number = Int(word), question.pointsAllowed.contains(number) {
        let text = BoothWording.placeOrDots(word, question.options[index].id)
        return .failure(Refusal(text: text))
      }
      counts[index, default: 0] += 1
    }
    return .success(counts.sorted { $0.key < $1.key }.map { "\($0.key + 1)=\($0.value)" })
  }

  /// Words, with `2 = 5` and `2:5` as `2=5`.
  private func pairs(in typed: String) -> [String] {
    let tight = typed.reduce(into: "") { text, character in
      let character = character == ":" ? "=" : character
      if character == "=" { while text.last == " " { text.removeLast() } }
      if character != " " || text.last != "=" { text.append(character) }
    }
    return BoothNumbers.words(tight)
  }

  package mutating func clear() {
    points = [:]
    armed = nil
  }
}
