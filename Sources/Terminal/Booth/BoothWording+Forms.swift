/// What the forms say. Translations come here.
extension BoothWording {
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  // MARK: Every form

  static let typeNumber = "Type a number:"
  static func notOnList(_ word: String) -> String { "“\(word)” is not on the list." }
  static func notAnOption(_ word: String, of count: Int, or label: String?) -> String {
    notOnList(word) + " Type a number from 1 to \(count)"
      + (label.map { ", or a label as \($0)." } ?? ".")
  }
  static func labelToo(_ label: String) -> String { " A label, as \(label), does for the number." }
  static func twice(_ word: String) -> String { "\(word) stands there twice. Name each once." }
  static func cost(_ cost: Int) -> String { "costs \(cost)" }
  static let nothingYet = "Nothing is answered yet."

  // MARK: Choosing

  static func choose(_ bounds: ClosedRange<Int>, isSingle: Bool) -> String {
    if isSingle { return "Choose one." }
    if bounds.lowerBound == bounds.upperBound { return "Choose \(bounds.upperBound)." }
    return bounds.lowerBound <= 1
      ? "Choose up to \(bounds.upperBound)."
      : "Choose \(bounds.lowerBound) to \(bounds.upperBound)."
  }
  static let oneChosen = "Chosen. Enter goes on; or choose another."
  static func chosen(_ count: Int, of most: Int) -> String {
    "\(count) chosen, \(max(0, most - count)) left."
  }
  static func choicesLeft(_ count: Int) -> String {
    "You have \(Self.count(count, "choice", "choices")) left; that is allowed."
  }
  static func tooMany(_ most: Int) -> String {
    "You can choose \(most) at most, so nothing was changed. "
      + "Take one back first: go to it and press Space, or type its number again."
  }
  static let onlyOne = "Only one can be chosen here. Type one number."
  static let chooseOneKeys = ["↑ ↓ move", "Space chooses", "Enter goes on"]
  static let chooseKeys = ["↑ ↓ move", "Space chooses or takes back", "Enter goes on"]
  static func typeChoice(or label: String?) -> String {
    "Type the number of your choice, then Enter. The same number again takes it back, 0 as well."
      + (label.map(labelToo) ?? "")
  }
  static func typeChoices(or label: String?) -> String {
    "Type the numbers of your choices with spaces between, such as 1 3, then Enter. "
      + "A number that is chosen already takes it back; 0 takes all back."
      + (label.map(labelToo) ?? "")
  }

  // MARK: Ranking

  static let yourOrder = "Your order, the best first:"
  static let nothingRanked = "    (nothing yet)"
  static let notRanked = "Not in your order, and so below all that is:"
  static let level = "  level with  "
  static func rank(_ most: Int, allowsTies: Bool) -> String {
    "Put up to \(most) in order, the best first."
      + (allowsTies ? " Two may be level." : "")
  }
  static func ranked(_ count: Int, of most: Int) -> String {
    "\(count) in order, \(max(0, most - count)) left."
  }
  static func ranksLeft(_ count: Int) -> String {
    "You may put \(count) more in order; leaving them out is allowed."
  }
  static func tooManyRanked(_ most: Int) -> String {
    "You can put \(most) in order at most. Take one out first: go to it and press Space."
  }
  static let rankFirst = "This is not in your order yet. Space puts it there."
  static let isBest = "It is your first already."
  static let isLast = "It is the last in your order already. Space takes it out."
  static let noTies = "Two can't be level here. Give each a place of its own."
  static func tooManyTyped(_ most: Int) -> String {
    "You can put \(most) in order at most, so nothing was changed."
  }
  static let rankKeys = [
    "↑ ↓ move", "Space puts in or takes out", "← higher", "→ lower", "Enter goes on",
  ]
  static func typeRank(_ way: String, allowsTies: Bool, or labelled: String?) -> String {
    rankWay(way, or: labelled) + (allowsTies ? " = between two makes them level." : "")
      + " 0 takes all out."
  }
  static func rankWay(_ way: String, or labelled: String?) -> String {
    "Type the order with spaces between, the best first: \(way)"
      + (labelled.map { ", or with labels: \($0)." } ?? ".")
  }
  static func typeOrder(_ way: String) -> String { "Type the order, such as \(way):" }

  // MARK: Points

  static let pointsKeys = ["↑ ↓ move", "→ more", "← less", "Enter goes on"]
  static let typePoints = "Type an option's number:"
  static func typePoints(for option: Int) -> String { "Points for \(option):" }
  static func typePointsBlind(_ example: String) -> String {
    "Type what each gets, such as \(example), in one line; "
      + "or one number for each, in the order of the list, with - for none."
  }
  static func notAPair(_ word: String, _ example: String) -> String {
    "“\(word)” can't be understood here. Type the option's number, = and a number: \(example)."
  }
  static func placeOrDots(_ word: String, _ label: String) -> String {
    "“\(word)” could be a place on the paper or a number of dots. Type \(label)=1 for one dot "
      + "there; the label of a card by itself is one dot."
  }
  static func outOfBounds(_ allowed: ClosedRange<Int>) -> String {
    "It must be from \(allowed.lowerBound) to \(allowed.upperBound)."
  }
  static func judged(_ count: Int, of all: Int) -> String { "\(count) of \(all) judged." }
  static func notJudged(_ count: Int) -> String {
    "\(count) \(count == 1 ? "is" : "are") not judged; that is allowed."
  }
  static func score(_ range: ClosedRange<Int>) -> String {
    "Give each from \(range.lowerBound) to \(range.upperBound); \(range.upperBound) is best."
  }
  static func typeScore(_ range: ClosedRange<Int>) -> String {
    "Type an option's number, Enter, then its points, Enter; "
      + "or several at once, such as 1=\(range.upperBound) 2=\(range.lowerBound). - takes them "
      + "back."
  }

  // MARK: Dots

  static func dots(_ total: Int, perOption: Int) -> String {
    "Spread \(count(total, "dot", "dots"))"
      + (perOption < total ? ", up to \(perOption) on one." : ".")
  }
  static func dotsLeft(_ left: Int) -> String { "\(count(left, "dot", "dots")) left." }
  static func dotsUnused(_ left: Int) -> String {
    "You have \(count(left, "dot", "dots")) left; that is allowed."
  }
  static func dotsBounds(_ most: Int) -> String {
    "One can have 0 to \(count(most, "dot", "dots"))."
  }
  static func tooManyDots(_ total: Int, left: Int) -> String {
    "There are \(count(total, "dot", "dots")) in all and you have \(left) left, "
      + "so nothing was changed. Take one back elsewhere first."
  }
  static let typeDots =
    "Type an option's number, Enter, then its dots, Enter; or several at once, such as 1=2 3=1."
  static func typeDots(for option: Int) -> String { "Dots for \(option):" }

  // MARK: Credits

  static func credits(_ total: Int) -> String {
    "Buy votes with \(count(total, "credit", "credits")): 1 vote costs 1, 2 cost 4, 3 cost 9."
  }
  static func creditsLeft(_ left: Int, of total: Int) -> String {
    "\(total - left) spent; \(count(left, "credit", "credits")) left."
  }
  static func creditsUnused(_ left: Int) -> String {
    "You have \(count(left, "credit", "credits")) left; that is allowed."
  }
  static func votesCost(_ votes: Int) -> String {
    let number = abs(votes)
    return "\(count(number, "vote", "votes")) \(votes < 0 ? "against" : "for") it "
      + "\(number == 1 ? "costs" : "cost") \(number * number)"
  }
  static func creditsBounds(_ most: Int, _ total: Int) -> String {
    "\(count(most, "vote", "votes")) on one \(most == 1 ? "is" : "are") the most "
      + "that \(count(total, "credit", "credits")) can buy."
  }
  static func tooManyCredits(left: Int, over: Int) -> String {
    "That costs \(over) more than the \(count(left, "credit", "credits")) you have left, "
      + "so nothing was changed. Take votes back elsewhere first."
  }
  static let creditsKeys = [
    "↑ ↓ move", "→ one more for", "← one more against", "Enter goes on",
  ]
  static let typeCredits =
    "Type an option's number, Enter, then its votes, Enter; or several at once, such as 1=3 2=-1. "
    + "A number below 0 is against it."
  static func typeVotes(for option: Int) -> String { "Votes for \(option) (- against):" }

  // MARK: Grades

  static func grade(_ grades: [String], from first: Int) -> String {
    "Grade each: "
      + grades.enumerated().map { "\($0 + first) \($1)" }.joined(separator: ", ") + "."
  }
  static let gradeKeys = ["↑ ↓ move", "→ better", "← worse", "Enter goes on"]
  static func typeGrade(_ numbers: ClosedRange<Int>) -> String {
    let (least, most) = (numbers.lowerBound, numbers.upperBound)
    return "Type an option's number, Enter, then its grade, \(least) to \(most), Enter; "
      + "or several at once, such as 1=\(most) 2=\(least). - takes a grade back."
  }
  static func typeGrade(for option: Int) -> String { "Grade for \(option):" }

  // MARK: Scales

  static let chooseStep = "Choose the one that fits best."
  static let typeStep = "Type the number that stands before it, then Enter."
  static let notAStep = "Type one of the numbers on the list."

  // MARK: Duels

  static func duels(_ count: Int) -> String {
    "\(Self.count(count, "pair", "pairs")) will be shown, one after the other."
  }
  static func pair(_ number: Int, of count: Int) -> String { "Pair \(number) of \(count)." }
  static let whichOfTwo = "Which of the two do you prefer?"
  static func pairsDone(_ count: Int) -> String {
    "All \(count) pairs have been shown. Enter goes on; ← goes back to a pair."
  }
  static let cannotDecide = "I can't decide"
  static func prefers(_ one: String, to other: String) -> String { "\(one)  rather than  \(other)" }
  static func passed(_ one: String, _ other: String) -> String {
    "Not decided:  \(one)  or  \(other)"
  }
  static func notAsked(_ one: String, _ other: String) -> String {
    "Not answered:  \(one)  or  \(other)"
  }
  static func pairUnanswered(_ number: Int) -> String { "Pair \(number) has no answer yet." }
  static func pairsOpen(_ count: Int) -> String {
    "\(Self.count(count, "pair is", "pairs are")) left undecided; that is allowed."
  }
  static let chooseSide = "Go to one of them with ↑ ↓ first."
  static let duelKeys = [
    "↑ ↓ move", "Space chooses", "← the pair before", "→ skips it", "Tab leaves the rest",
  ]
  static let duelEndKeys = ["← back to the pairs", "Enter goes on"]
  static let typeDuel =
    "Type 1 for the first, 2 for the second, 0 if you can't decide; then Enter."
  static let typeDuelEnd = "To change a pair, type its number, then Enter."
  static let typeDuelLabel = "Type 1, 2 or 0:"
  static let typePair = "To change a pair, type its number:"
  static func typeDuelsBlind(_ count: Int) -> String {
    "Type \(count) numbers in one line, one for each pair: "
      + "1 for its first, 2 for its second, 0 if you can't decide."
  }
  static let notASide = "Type 1, 2 or 0, one number for each pair."
  static func notAPairNumber(_ count: Int) -> String { "Type a number from 1 to \(count)." }

  // MARK: Writing

  static func write(_ lines: Int) -> String {
    lines == 1 ? "One line." : "Up to \(lines) lines."
  }
  static func onLine(_ line: Int, of most: Int) -> String { "You are on line \(line) of \(most)." }
  static func textKeys(_ lines: Int) -> [String] {
    lines == 1
      ? ["Type your answer", "Enter goes on", "F1 help"]
      : ["Enter begins a new line", "Enter twice, or Tab, goes on", "F1 help"]
  }
  static func typeText(_ lines: Int) -> String {
    lines == 1
      ? "Type your answer, then Enter. /clear forgets it, /back returns."
      : "Type line by line, up to \(lines); Enter on an empty line goes on. "
        + "/clear forgets all of it, /back returns."
  }
  static let typeTextBlind = "Type your answer in one line."
  static let typeTextLabel = "Your words:"
  static let textFull = "There is no more room. Say it in fewer words."
  static func noMoreLines(_ most: Int) -> String {
    most == 1
      ? "There is room for one line. Enter alone goes on; /clear forgets it."
      : "There is room for \(most) lines. Tab goes on."
  }
}
