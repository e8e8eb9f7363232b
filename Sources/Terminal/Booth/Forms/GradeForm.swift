package import ExerciseProtocol

/// A grade for each option, in words: ``PaperForm/grade(_:from:)``. A grade has one number: it is
/// shown, typed and answered as the same.
package struct GradeKind: PointsKind {
  let grades: [String]
  /// The number of the worst.
  let first: Int

  package init(_ grades: [String], from first: Int) {
    self.grades = grades
    self.first = first
  }

  private var last: Int { first + max(0, grades.count - 1) }

  package var isText: Bool { true }
  package func mark(_ value: Int?) -> String {
    guard let value, (first...last).contains(value), !grades.isEmpty else { return "-" }
    return "\(value) \(grades[value - first])"
  }
  package func rule(_ question: PaperQuestion) -> String { BoothWording.grade(grades, from: first) }
  package func standing(_ values: [Int], _ question: PaperQuestion) -> String {
    rule(question) + " " + BoothWording.judged(values.count, of: question.options.count)
  }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? {
    let missing = question.options.count - values.count
    return missing > 0 && !values.isEmpty ? BoothWording.notJudged(missing) : nil
  }
  package var keys: [String] { BoothWording.gradeKeys }
  package var typing: String { BoothWording.typeGrade(first...last) }
  package var example: String { "2=\(last)" }
  package func label(for option: Int) -> String { BoothWording.typeGrade(for: option) }

  package func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int? {
    guard let value else { return up ? first : nil }
    if up { return value + 1 }
    return value == first ? nil : value - 1
  }
}
