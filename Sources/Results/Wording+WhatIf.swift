extension Wording {
  static let whatIf = "The same ballots by other methods"
  static let chosenColumn = "Chosen"
  static let compared = "Compared"
  static let theResult = "this is the result"
  static let theseBallots = "this vote"
  static let same = "the same"
  static let other = "differs"
  static let nothingToCompare = "No other method counts ballots like these."
  static let whatIfChangesNothing =
    "This changes nothing: the result is by the method that was announced before the vote."

  static func allAgree(_ count: Int, _ winners: String) -> String {
    guard !winners.isEmpty else {
      return "By each of the \(number(count)) methods nothing is chosen."
    }
    return count == 2
      ? "Both methods choose \(winners)." : "All \(number(count)) methods choose \(winners)."
  }

  private static func number(_ count: Int) -> String {
    let words = ["three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(count - 3) ? words[count - 3] : Amount.text(count)
  }

  /// A party's seats in a list: "Riverside 4".
  static func seats(_ name: String, _ seats: Int) -> String { "\(name) \(seats)" }

  static func nobodyAgrees(_ method: String) -> String {
    "No other method comes to the same result as \(method)."
  }

  static func agree(_ methods: [String], _ winners: String) -> String {
    winners.isEmpty
      ? "By \(list(methods)) nothing is chosen."
      : "\(list(methods).capitalisedFirst) choose \(winners)."
  }

  static func differ(
    _ methods: [String], _ winners: String, because reason: String?, by method: String?
  ) -> String {
    let opening =
      winners.isEmpty
      ? "By \(list(methods)) nothing would be chosen"
      : "\(list(methods).capitalisedFirst) would choose \(winners)"
    guard let reason else { return opening + "." }
    return opening + (method.map { ". By \($0): " } ?? ": ") + reason
  }
}
