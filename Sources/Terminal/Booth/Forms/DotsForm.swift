package import ExerciseProtocol

/// Dots to spread, so many at most on one: ``PaperForm/dots(total:perOption:)``.
package struct DotsKind: PointsKind {
  let total: Int
  let perOption: Int

  package init(total: Int, perOption: Int) {
    self.total = total
    self.perOption = perOption
  }

  package func mark(_ value: Int?) -> String { value.map(String.init) ?? " " }
  package func rule(_ question: PaperQuestion) -> String {
    BoothWording.dots(total, perOption: perOption)
  }
  package func standing(_ values: [Int], _ question: PaperQuestion) -> String {
    rule(question) + " " + BoothWording.dotsLeft(total - values.reduce(0, +))
  }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? {
    let left = total - values.reduce(0, +)
    let room = question.options.count * min(perOption, total)
    return values.isEmpty || left == 0 || room <= total - left ? nil : BoothWording.dotsUnused(left)
  }
  package var typing: String { BoothWording.typeDots }
  package func label(for option: Int) -> String { BoothWording.typeDots(for: option) }
  package func isNothing(_ value: Int) -> Bool { value == 0 }
  package func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int? {
    max(0, (value ?? 0) + (up ? 1 : -1))
  }
  package func outOfBounds(_ value: Int, _ allowed: ClosedRange<Int>) -> String {
    BoothWording.dotsBounds(allowed.upperBound)
  }
  package func refusal(of values: [Int], before: [Int], _ question: PaperQuestion) -> String? {
    let used = values.reduce(0, +)
    return used <= total ? nil : BoothWording.tooManyDots(total, left: total - before.reduce(0, +))
  }
}
