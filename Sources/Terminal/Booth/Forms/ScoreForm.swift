package import ExerciseProtocol

/// Points on each option, independent of the others: ``PaperForm/score(_:)``.
package struct ScoreKind: PointsKind {
  let range: ClosedRange<Int>

  package init(_ range: ClosedRange<Int>) { self.range = range }

  package func mark(_ value: Int?) -> String { value.map(String.init) ?? "-" }
  package func rule(_ question: PaperQuestion) -> String { BoothWording.score(range) }
  package func standing(_ values: [Int], _ question: PaperQuestion) -> String {
    BoothWording.score(range) + " " + BoothWording.judged(values.count, of: question.options.count)
  }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? {
    let missing = question.options.count - values.count
    return missing > 0 && !values.isEmpty ? BoothWording.notJudged(missing) : nil
  }
  package var typing: String { BoothWording.typeScore(range) }

  /// The first step from no judgement goes to the lowest, or to 0 where points go both ways.
  package func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int? {
    guard let value else { return up ? (range.contains(0) ? 0 : range.lowerBound) : nil }
    if up { return value + 1 }
    return value == range.lowerBound ? nil : value - 1
  }
}
