package import ExerciseProtocol

/// One option, or so many of them: ``PaperForm/chooseOne`` and ``PaperForm/chooseSome(_:)``.
package struct ChooseForm: BoothForm {
  package let question: PaperQuestion
  /// The positions of what is chosen.
  private var chosen: Set<Int> = []
  private var place: BoothFocus
  private let bounds: ClosedRange<Int>
  private let isSingle: Bool

  package init(_ question: PaperQuestion) {
    self.question = question
    place = BoothFocus(question.options.count)
    if case .chooseSome(let bounds) = question.form {
      self.bounds = bounds
      isSingle = false
    } else {
      bounds = 1...1
      isSingle = true
    }
  }

  package var answer: JSONValue? {
    guard let first = chosen.min() else { return nil }
    if isSingle { return .string(question.options[first].id) }
    return .array(chosen.sorted().map { .string(question.options[$0].id) })
  }

  package var rows: [BoothRow] {
    question.options.numbered.enumerated().map { index, row in
      var row = row
      row.mark = chosen.contains(index) ? "[x]" : "[ ]"
      return row
    }
  }

  package var focus: Int? { place.index }
  package var rule: String { BoothWording.choose(bounds, isSingle: isSingle) }
  package var standing: String {
    isSingle
      ? (chosen.isEmpty ? rule : BoothWording.oneChosen)
      : rule + " " + BoothWording.chosen(chosen.count, of: bounds.upperBound)
  }
  package var summary: [String] {
    chosen.sorted().map { "[x] \($0 + 1). \(question.options[$0].named)" }
  }
  package var leftover: String? {
    let most = min(bounds.upperBound, question.options.count)
    return chosen.isEmpty || chosen.count >= most
      ? nil : BoothWording.choicesLeft(most - chosen.count)
  }
  package var keys: [String] { isSingle ? BoothWording.chooseOneKeys : BoothWording.chooseKeys }
  package var typing: String {
    isSingle
      ? BoothWording.typeChoice(or: question.exampleLabel)
      : BoothWording.typeChoices(or: question.exampleLabel)
  }

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    if place.move(key) { return .changed }
    guard let index = place.index else { return .ignored }
    switch key {
    case .scalar(" "): return toggle([index])
    // Whoever comes to an option and presses Enter means that option.
    case .enter where isSingle ? !chosen.contains(index) : chosen.isEmpty:
      let reply = toggle([index])
      return reply == .changed ? .advanced : reply
    default: return .ignored
    }
  }

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let words = BoothNumbers.words(typed)
    if words == ["0"] {
      clear()
      return .changed
    }
    var indices: [Int] = []
    for word in words {
      guard let index = question.index(of: word) else {
        return .refused(question.notAnOption(word))
      }
      if indices.contains(index) { return .refused(BoothWording.twice(word)) }
      indices.append(index)
    }
    if isSingle, indices.count > 1 { return .refused(BoothWording.onlyOne) }
    let reply = toggle(indices)
    if reply == .changed, indices.count == 1 { place.index = indices[0] }
    return reply
  }

  private mutating func toggle(_ indices: [Int]) -> BoothFormReply {
    if isSingle {
      chosen = chosen == Set(indices) ? [] : Set(indices)
      return .changed
    }
    let changed = chosen.symmetricDifference(indices)
    guard changed.count <= bounds.upperBound || changed.count < chosen.count else {
      return .refused(BoothWording.tooMany(bounds.upperBound))
    }
    chosen = changed
    return .changed
  }

  package mutating func clear() { chosen = [] }
}
