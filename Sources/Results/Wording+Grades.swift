import VotingMethods

extension Wording {
  static let noGrades = "Nobody gave a grade."

  private static let consent = ["an objection", "a concern", "consent"]

  /// The steps of Kaner's scale, from 1 to 8.
  private static let gradients = [
    "veto", "serious disagreement", "dislike but support of the group",
    "more discussion needed", "no opinion", "support with reservations",
    "agreement with a minor point of contention", "whole-hearted endorsement",
  ]

  /// What a grade is called where the vote has no names of its own.
  static func grade(_ grade: Int, by method: MethodID) -> String {
    switch method {
    case .consent where consent.indices.contains(grade): consent[grade]
    case .gradients where gradients.indices.contains(grade - 1):
      "\(grade) (\(gradients[grade - 1]))"
    case .fistToFive: grade == 0 ? "a fist" : grade == 1 ? "1 finger" : "\(grade) fingers"
    default: "grade \(grade)"
    }
  }

  static func grade(_ grade: Int, _ name: String) -> String { "“\(name)”" }

  static func sameGrades(_ grade: String, _ noun: String) -> String {
    "All \(noun) were graded alike; the grade in the middle is \(grade)."
  }

  static func median(_ names: String, _ grade: String, _ count: Int) -> String {
    count == 1
      ? "More than half gave \(names) at least \(grade)."
      : "More than half gave at least \(grade) to each of \(names)."
  }

  static func noOtherMedian(_ noun: String, _ grade: String) -> String {
    "No other \(noun) gets there: the next best that more than half agree on is at least \(grade)."
  }

  static let removalMeaning =
    "To tell them apart, the grade in the middle is taken out of each, again and again, until the "
    + "grades in the middle differ."
  static let gaugeMeaning =
    "To tell them apart, it is counted how many gave a better grade and how many a worse one. "
    + "Those with more better than worse come first, by how many are better; then the others, "
    + "by how few are worse."

  static func stillEqual(_ names: String) -> String { "Even so \(names) stay level." }

  static func toldApart(_ names: String, _ count: Int) -> String {
    "That puts \(names) first."
  }

  static func removed(
    _ count: Int, _ one: String, _ grade: String, _ other: String, _ otherGrade: String
  ) -> String {
    "After \(Wording.count(count, "grade", "grades")) taken out of each, \(one) has \(grade) in "
      + "the middle and \(other) \(otherGrade)."
  }

  static func gauge(_ name: String, above: Int, below: Int) -> String {
    "\(name): \(above) better, \(below) worse."
  }
}
