package import ExerciseProtocol

/// What the numbers of a ``PointsForm`` mean.
package protocol PointsKind: Sendable {
  /// A value as it stands between the brackets; nil: not judged.
  func mark(_ value: Int?) -> String
  /// The marks are words.
  var isText: Bool { get }
  /// What is told below the option: what it costs.
  func details(_ value: Int) -> [String]
  func rule(_ question: PaperQuestion) -> String
  func standing(_ values: [Int], _ question: PaperQuestion) -> String
  func leftover(_ values: [Int], _ question: PaperQuestion) -> String?
  var keys: [String] { get }
  var typing: String { get }
  /// A pair as it is typed: `2=5`.
  var example: String { get }
  func label(for option: Int) -> String
  /// One more or one less; nil: not judged any more.
  func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int?
  /// A typed value; `.some(nil)`: not judged; nil: not a value.
  func value(_ word: String) -> Int??
  /// The same as no answer for this option.
  func isNothing(_ value: Int) -> Bool
  func outOfBounds(_ value: Int, _ allowed: ClosedRange<Int>) -> String
  /// Why all values together can't be; every one is within its bounds.
  func refusal(of values: [Int], before: [Int], _ question: PaperQuestion) -> String?
}

extension PointsKind {
  package var isText: Bool { false }
  package var keys: [String] { BoothWording.pointsKeys }
  package var example: String { "2=3" }

  package func details(_ value: Int) -> [String] { [] }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? { nil }
  package func label(for option: Int) -> String { BoothWording.typePoints(for: option) }
  package func isNothing(_ value: Int) -> Bool { false }
  package func refusal(of values: [Int], before: [Int], _ question: PaperQuestion) -> String? {
    nil
  }

  package func value(_ word: String) -> Int?? {
    word == "-" ? .some(nil) : Int(word).map { .some($0) }
  }

  package func outOfBounds(_ value: Int, _ allowed: ClosedRange<Int>) -> String {
    BoothWording.outOfBounds(allowed)
  }
}
