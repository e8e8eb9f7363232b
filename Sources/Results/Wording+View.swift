import VotingMethods

extension Wording {
  static let why = "Why"
  static let ties = "Ties"
  static let toldTitle = "How it was counted"
  static let method = "Method"
  static let course = "What happened, stage by stage"
  static let allStages = "All stages"
  static let pairs = "One to one"
  static let pairsMeaning = "How many prefer the one at the start of the row to the one above."
  static let closest = "The closest contests"
  static let preferred = "Preferred"
  static let contest = "Contest"
  static let votes = "Votes"
  static let ahead = "Ahead"
  static let level = "level"
  static let quotaRow = "Quota"
  static let lostRow = "To nobody"
  static let emptyCell = "–"
  static let outCell = "out"
  static let tiedMark = "tied"
  static let rounded = "The numbers are rounded; the exact ones are in the result's file."

  static func numbers(_ method: MethodID) -> String { "What was voted: \(title(method))" }
  static func result(_ method: MethodID) -> String { "Result: \(title(method))" }

  /// What people call a method.
  static func title(_ method: MethodID) -> String { method.traits.title }

  static func told(_ parameter: String) -> String {
    switch parameter {
    case "seats": "Places"
    case "tie-break": "Ties broken by"
    case "strength": "Victories measured by"
    case "support-from": "Support from"
    case "support-share": "Support needed"
    default: parameter.split(separator: "-").joined(separator: " ").capitalisedFirst
    }
  }

  static func winnerMark(_ method: MethodID) -> String {
    switch method {
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold, .equalSharesBudget,
      .phragmenBudget:
      "funded"
    case .fistToFive, .gradients, .consent: "adopted"
    case .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV, .sntv, .block, .rrv, .starPR:
      "elected"
    default: "chosen"
    }
  }

  static func stage(_ number: Int, of method: MethodID) -> String {
    switch method {
    case .star: number == 1 ? "Stars" : "Runoff"
    case .bucklin: number == 1 ? "First choices" : "To choice \(number)"
    case .largestRemainder: number == 1 ? "Votes" : "Remainders"
    case .twoRound: "Round \(number)"
    case .seqPAV, .seqPhragmen, .equalShares, .rrv, .starPR: "Place \(number)"
    default: "Stage \(number)"
    }
  }
  static let firstStage = "At the first stage:"
  static func lastStage(_ number: Int) -> String { "At the last stage (\(number)):" }
  static func seatCount(_ seats: Int) -> String { count(seats, "seat", "seats") }

  static func support(_ supporters: String, of voices: String, _ percent: String) -> String {
    "\(supporters) of \(voices) (\(percent) %)"
  }

  static func beatsSome(_ wins: Rational, of others: Int) -> String {
    "beats \(wins) of \(others)"
  }

  static func middle(_ grade: String) -> String { "middle grade \(grade)" }

  static func moment(_ stage: Int, _ parts: [String]) -> String {
    "Stage \(stage): \(parts.joined(separator: "; "))."
  }

  static func surplus(_ name: String) -> String { "\(name)'s surplus passes on" }
  static func furtherVotes(_ name: String) -> String { "more of \(name)'s votes pass on" }
  static func isOut(_ names: [String]) -> String {
    "\(list(names)) \(names.count == 1 ? "is" : "are") taken out"
  }
  static func isIn(_ names: [String]) -> String {
    "\(list(names)) \(names.count == 1 ? "is" : "are") elected"
  }

  static func electedCell(_ total: String) -> String { "elected \(total)" }
  static func outCell(_ total: String) -> String { "out \(total)" }
  static func to(_ id: String) -> String { "to \(id)" }
  static func against(_ one: String, _ other: String) -> String { "\(one) – \(other)" }
}
