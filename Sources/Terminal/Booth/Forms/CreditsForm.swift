package import ExerciseProtocol

/// Votes bought with credits, n for n × n, for or against: ``PaperForm/credits(_:)``.
package struct CreditsKind: PointsKind {
  let total: Int

  package init(_ total: Int) { self.total = total }

  private func spent(_ values: [Int]) -> Int { values.reduce(0) { $0 + $1 * $1 } }

  package func mark(_ value: Int?) -> String {
    value.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? " "
  }
  package func details(_ value: Int) -> [String] { [BoothWording.votesCost(value)] }
  package func rule(_ question: PaperQuestion) -> String { BoothWording.credits(total) }
  package func standing(_ values: [Int], _ question: PaperQuestion) -> String {
    rule(question) + " " + BoothWording.creditsLeft(total - spent(values), of: total)
  }
  package func leftover(_ values: [Int], _ question: PaperQuestion) -> String? {
    let left = total - spent(values)
    return values.isEmpty || left == 0 ? nil : BoothWording.creditsUnused(left)
  }
  package var keys: [String] { BoothWording.creditsKeys }
  package var typing: String { BoothWording.typeCredits }
  package var example: String { "2=3 4=-1" }
  package func label(for option: Int) -> String { BoothWording.typeVotes(for: option) }
  package func isNothing(_ value: Int) -> Bool { value == 0 }
  package func step(_ value: Int?, up: Bool, _ question: PaperQuestion) -> Int? {
    (value ?? 0) + (up ? 1 : -1)
  }
  package func outOfBounds(_ value: Int, _ allowed: ClosedRange<Int>) -> String {
    BoothWording.creditsBounds(allowed.upperBound, total)
  }
  package func refusal(of values: [Int], before: [Int], _ question: PaperQuestion) -> String? {
    let spent = spent(values)
    return spent <= total
      ? nil : BoothWording.tooManyCredits(left: total - self.spent(before), over: spent - total)
  }
}
