extension Wording {
  // MARK: Pairwise survey

  static let noDuels = "No question was answered."

  static func surveyMeaning(_ decided: String, undecided: Int, _ noun: String) -> String {
    let open =
      undecided == 0
      ? ""
      : " “I can't decide” was the answer to \(Amount.text(undecided)) more; it counts for neither."
    return
      "People were asked which of two they prefer: \(decided) answers. The share is how "
      + "likely the \(noun) is to win the next one: (won + 1) of (fought + 2), so that a few duels "
      + "leave it near one half.\(open)"
  }

  static func record(_ name: String, won: Int, of duels: Int, share: String) -> String {
    "\(name) won \(Amount.text(won)) of \(count(duels, "duel", "duels")), a share of \(share) %."
  }

  static func nextBest(_ record: String) -> String { "Next: \(record)" }
  static func share(_ percent: String) -> String { "\(percent) %" }

  // MARK: Opinion groups

  static let noOpinions = "Too few people answered enough statements to look for groups."
  static let nothingTelling = "Nothing tells this group clearly from the others."
  static let answersOfGroups = "How many agreed, of those who answered"

  static func common(_ statements: [String]) -> String {
    switch statements.count {
    case 0: "There is no statement with which most of every group agree."
    case 1: "Most of every group agree with one statement: \(statements[0])."
    default:
      "Most of every group agree with \(statements.count) statements: "
        + statements.joined(separator: "; ") + "."
    }
  }

  /// Groups are called by letters, the largest A.
  static func group(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "group \(letters.indices.contains(number) ? String(letters[number]) : "\(number + 1)")"
  }

  static func groupSize(_ name: String, _ people: Int) -> String {
    "\(name) (\(count(people, "person", "people")))"
  }

  static func groups(_ sizes: [String], leftOut: Int) -> String {
    let out =
      leftOut == 0
      ? ""
      : " \(count(leftOut, "person", "people")) answered too few statements to be placed."
    return sizes.count == 1
      ? "All who answered enough are in one group: \(sizes[0])." + out
      : "People who answer alike were found in \(sizes.count) groups: \(list(sizes))." + out
  }

  static func commonRefusal(_ statements: [String]) -> String {
    "Most of every group disagree with \(list(statements))."
  }

  static func mostAgreed(_ name: String, _ shares: [String]) -> String {
    "\(name) has the most agreement across the groups: \(list(shares))."
  }

  static func part(_ count: Int, of all: Int) -> String { "\(count) of \(all)" }

  static func groupShare(_ group: String, _ agree: Int, of all: Int) -> String {
    "\(part(agree, of: all)) in \(group)"
  }

  private static func stance(_ agrees: Bool) -> String { agrees ? "agree" : "disagree" }

  static func telling(_ statement: String, agrees: Bool, _ said: Int, of all: Int) -> String {
    "\(part(said, of: all)) \(stance(agrees)): \(statement)"
  }

  static func minority(_ statement: String, agrees: Bool, _ said: Int, of all: Int) -> String {
    telling(statement, agrees: agrees, said, of: all) + " (most people don't say so)"
  }

  static func agreeing(_ group: String) -> String { group.capitalisedFirst }
}
