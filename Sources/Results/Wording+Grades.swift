extension Wording {
  static let noGrades = "Nobody gave a grade."

  static func grade(_ grade: Int) -> String { "grade \(grade)" }
  static func grade(_ grade: Int, _ name: String) -> String { "“\(name)”" }

  static func sameGrades(_ grade: String, _ noun: String) -> String {
    "All \(noun) were graded alike; the grade in the middle is \(grade)."
  }

  static func median(_ names: String, _ grade: String, _ count: Int) -> String {
    count == 1
      ? "More than half gave \(names) at least \(grade)."
      : "More than half gave at least \(grade) to \(names), to each of them."
  }

  static func noOtherMedian(_ noun: String, _ grade: String) -> String {
    "No other \(noun) gets there: the next best that more than half agree on is at least \(grade)."
  }

  static let removalMeaning =
    "To tell them apart, the grade in the middle is taken out of each, again and again, until the "
    + "grades in the middle differ."
  static let gaugeMeaning =
    "To tell them apart, it is counted how many gave a better grade and how many a worse one."

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
