package import ExerciseProtocol

/// One step of a scale: ``PaperForm/scale(_:)``. A step is typed as its value.
package struct ScaleForm: BoothForm {
  package let question: PaperQuestion
  private let steps: [ScaleStep]
  private var chosen: Int?
  private var place: BoothFocus

  package init(_ question: PaperQuestion) {
    self.question = question
    if case .scale(let steps) = question.form { self.steps = steps } else { steps = [] }
    place = BoothFocus(steps.count)
  }

  package var answer: JSONValue? { chosen.map { .integer(steps[$0].value) } }

  package var rows: [BoothRow] {
    steps.indices.map { index in
      var row = blindRows[index]
      row.mark = index == chosen ? "[x]" : "[ ]"
      return row
    }
  }

  package var blindRows: [BoothRow] {
    steps.map { BoothRow($0.label, label: "\($0.value)") }
  }

  package var focus: Int? { place.index }
  package var rule: String { BoothWording.chooseStep }
  package var standing: String { chosen == nil ? rule : BoothWording.oneChosen }
  package var summary: [String] {
    chosen.map { ["[x] \(steps[$0].value) \(steps[$0].label)"] } ?? []
  }
  package var keys: [String] { BoothWording.chooseOneKeys }
  package var typing: String { BoothWording.typeStep }

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    if place.move(key) { return .changed }
    guard let index = place.index else { return .ignored }
    switch key {
    case .scalar(" "): chosen = chosen == index ? nil : index
    case .enter where chosen != index:
      chosen = index
      return .advanced
    default: return .ignored
    }
    return .changed
  }

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let words = BoothNumbers.words(typed)
    guard words.count == 1, let value = Int(words[0]),
      let index = steps.firstIndex(where: { $0.value == value })
    else { return .refused(BoothWording.notAStep) }
    chosen = index
    place.index = index
    return .changed
  }

  package mutating func clear() { chosen = nil }
}
