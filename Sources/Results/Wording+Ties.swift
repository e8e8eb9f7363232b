import VotingMethods

extension Wording {
  /// What the tied have in common, where it is decided who is elected.
  private static func equal(_ method: MethodID) -> String {
    switch method {
    case .plurality, .sntv: "had equally many first preferences"
    case .approval: "had equally many approvals"
    case .score, .borda, .copeland, .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold,
      .nanson, .baldwin, .rrv:
      "had equally many points"
    case .scoreMean: "had the same average"
    case .dots: "had equally many dots"
    case .majorityJudgment, .majorityJudgmentGauge: "were graded alike"
    case .minimax: "had equally large worst defeats"
    case .schulze: "were level: neither has the stronger chain of victories"
    case .rankedPairs: "could each win, depending on which of equally strong victories comes first"
    case .seqPhragmen, .phragmenBudget: "would have laid the same burden on their supporters"
    case .equalShares, .equalSharesBudget: "were equally good buys for their supporters"
    case .kemeny: "could each win: orders with either of them first are equally good"
    case .starPR: "had equally many stars"
    case .largestRemainder: "had equally large remainders"
    case .dhondt, .sainteLague: "had the same result of division"
    case .pairwiseSurvey: "had the same share of duels won"
    case .star: "were scored higher by equally many voters"
    default: "had equally many votes"
    }
  }

  static func tie(
    _ method: MethodID, _ question: Tie.Question, _ who: String, stage: Int?
  ) -> String {
    let opening = stage.map { "At stage \($0), " } ?? ""
    switch (question, method) {
    case (.election, _): return opening + "\(who) \(equal(method))"
    case (.exclusion, .coombs):
      return opening + "\(who) were last on equally many ballots"
    case (.exclusion, .baldwin): return opening + "\(who) had equally few points"
    case (.exclusion, _): return opening + "\(who) had equally few votes"
    case (.surplus, _): return opening + "\(who) had equally many votes above the quota"
    case (.order, .star): return "\(who) had equally many stars, with too few places in the runoff"
    case (.order, .twoRound):
      return "\(who) had equally many first preferences, with too few places in the second round"
    case (.order, _):
      return "\(who) could each win, depending on which of equally strong victories comes first"
    }
  }

  static let unbroken = "nobody broke this tie: the room has to."

  /// Of projects: the first of the lot was too dear, and by the rule nothing more is funded.
  static func lotForNone(_ seed: UInt64) -> String {
    "the lot drawn from seed \(seed) decided which came first, and the money was not enough for it."
  }

  static func lot(_ seed: UInt64, _ question: Tie.Question, _ chosen: [String]) -> String {
    "the lot drawn from seed \(seed) \(fate(question, chosen))."
  }

  /// A lot that somebody drew and entered.
  static func drawn(_ question: Tie.Question, _ chosen: [String]) -> String {
    "the lot drawn by hand \(fate(question, chosen))."
  }

  static let drawnForNone =
    "the lot drawn by hand decided which came first, and the money was not enough for it."

  /// Of a tie at which the count ends.
  static func stops(_ question: Tie.Question, isAboutMoney: Bool) -> String {
    let what =
      switch question {
      case .election where isAboutMoney: "what is funded"
      case .election: "who is elected"
      case .exclusion: "who is taken out of the count"
      case .surplus: "whose votes above the quota pass on first"
      case .order: "who goes on"
      }
    return "nobody broke this tie. The count stops here, because it depends on \(what)."
  }

  /// Instead of who won, where the count stops.
  static func stopped(_ tied: [String], certain: [String], isAboutMoney: Bool) -> String {
    let word = isAboutMoney ? "funded, whatever" : "chosen, whoever"
    let elected =
      certain.isEmpty
      ? (isAboutMoney ? "Nothing is funded yet." : "Nobody is chosen yet.")
      : "\(list(certain)) \(certain.count == 1 ? "is" : "are") \(word) else is."
    return "\(elected) \(stops(between: tied))"
  }

  static func stops(between tied: [String]) -> String {
    "The count stops at a tie between \(list(tied))."
  }

  static func prior(
    _ stage: Int, _ method: MethodID, _ question: Tie.Question, _ chosen: [String]
  ) -> String {
    switch question {
    case .exclusion where method == .coombs:
      "\(list(chosen)) was last on most ballots at stage \(stage), and was taken out of the count."
    case .exclusion: "\(list(chosen)) had fewest at stage \(stage), and was taken out of the count."
    case .surplus: "\(list(chosen)) had most at stage \(stage), and came first."
    default: "\(list(chosen)) had most at stage \(stage), and came first."
    }
  }

  static func rule(_ rule: String, _ question: Tie.Question, _ chosen: [String]) -> String {
    let why =
      switch rule {
      case "preferences": "the preferences between them"
      case "highest scores": "the number of highest scores"
      case "stars": "the number of stars"
      default: "the method's own rule (\(rule))"
      }
    return "\(why) \(fate(question, chosen))."
  }

  /// Where a later tie ends the count there is no result that could be the same.
  static func immaterial(
    _ question: Tie.Question, _ chosen: [String], isUnfinished: Bool = false
  ) -> String {
    let same =
      isUnfinished
      ? "what can come of the count does not depend on it."
      : "whichever way it is decided, the result is the same."
    guard !chosen.isEmpty else { return same }
    let way = question == .exclusion ? "taken out first" : "first"
    return same + " It is shown here with \(list(chosen)) \(way)."
  }

  /// What a lot or a rule did with the chosen.
  private static func fate(_ question: Tie.Question, _ chosen: [String]) -> String {
    switch question {
    case .exclusion: return "took \(list(chosen)) out of the count"
    case .surplus: return "put \(list(chosen)) first"
    case .election, .order:
      return chosen.count == 1 ? "put \(chosen[0]) first" : "chose \(list(chosen)), in this order"
    }
  }

  static func allWays(_ names: String) -> String {
    "Every way to break the ties was followed: \(names) each win in one at least; nobody chose "
      + "between them: the room has to."
  }
}
