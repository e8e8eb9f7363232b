package import ExerciseProtocol

/// A grade for each option, in words: ``PaperForm/grade(_:)``. Typed grades count from 1, the
/// worst; answers from 0.
package struct GradeKind: PointsKind {
  let grades: [String]

  package init(_ grades: [String]) { self.grades = grades }

  package var isText: Bool { true }
  package func mark(_ value: Int?) -> String {
    guard let value, grades.indices.contains(value) else { return "-" }
    return "\(value + 1) \(grades[value])"
  }
  package func rule(_ question: PaperQuestion) -> String { BoothWording.grade(grades) }
  package func standing(_ values: [Int], _ question: PaperQuestion) -> String {
    rule(question) + " " + BoothWording.judged(values.count, of: question.options.count)
  }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? {
    let missing = question.options.count - values.count
    return missing > 0 && !values.isEmpty ? BoothWording.notJudged(missing) : nil
  }
  package var keys: [String] { BoothWording.gradeKeys }
  package var typing: String { BoothWording.typeGrade(grades.count) }
  package func label(for option: Int) -> String { BoothWording.typeGrade(for: option) }

  package func value(_ word: String) -> Int?? {
    word == "-" ? .some(nil) : Int(word).flatMap { $0 > Int.min ? .some($0 - 1) : nil }
  }

  package func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int? {
    guard let value else { return up ? 0 : nil }
    if up { return value + 1 }
    return value == 0 ? nil : value - 1
  }

  package func outOfBounds(_ value: Int, _ allowed: ClosedRange<Int>) -> String {
    BoothWording.outOfBounds(1...(allowed.upperBound + 1))
  }
}
