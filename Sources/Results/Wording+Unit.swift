import VotingMethods

extension Wording {
  /// What a method counts, by the word for one and for several.
  struct Unit: Hashable, Sendable {
    let one: String
    let many: String

    init(_ method: MethodID) {
      (one, many) =
        switch method {
        case .plurality, .sntv: ("first preference", "first preferences")
        case .approval: ("approval", "approvals")
        case .scoreMean: ("point on average", "points on average")
        case .score, .borda, .copeland, .nanson, .baldwin, .rrv, .greedyBudget, .greedyBudgetNoSkip,
          .greedyBudgetThreshold:
          ("point", "points")
        case .dots: ("dot", "dots")
        case .star, .starPR: ("star", "stars")
        default: ("vote", "votes")
        }
    }

    func count(_ value: Rational, _ amount: Amount) -> String {
      "\(amount.text(value)) \(value == 1 ? one : many)"
    }

    /// "3 more dots".
    func more(_ value: Rational, _ amount: Amount) -> String { "\(amount.text(value)) more" }
  }

  /// What the number of a method is, where its name doesn't tell.
  static func meaning(of method: MethodID, _ noun: Particulars.Noun) -> String? {
    switch method {
    case .borda:
      "From each ballot, \(article(noun.one)) has a point for every other ranked below, and half a "
        + "point for every other ranked alike."
    case .quadratic:
      "Votes against are taken off those in favour. Two votes on one \(noun.one) cost 4 credits, "
        + "three cost 9, and so on."
    case .scoreMean: "Only those who gave points count for the average."
    case .score: "A blank counts as the lowest score."
    default: nil
    }
  }

  static func article(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0.lowercased()) } == true ? "an " : "a ") + noun
  }

  /// Of the tied or nearest others: "c5 has 9 dots", "c5 and c6 have 9 dots each".
  static func those(_ names: String, _ amount: String, _ count: Int) -> String {
    count == 1 ? "\(names) has \(amount)" : "\(names) have \(amount) each"
  }

  static func each(_ names: String, _ amount: String) -> String {
    "\(names) have \(amount) each."
  }

  static func ahead(
    _ winner: (name: String, amount: String), by more: String, _ others: String
  ) -> String {
    "\(winner.name) has \(winner.amount), the most; \(others): that is a lead of \(lead(more))."
  }

  static func lastPlace(
    _ winner: (name: String, amount: String), by more: String, _ others: String, _ noun: String
  ) -> String {
    "The last place went to \(winner.name) with \(winner.amount); \(others): \(lead(more)) short."
  }

  private static func lead(_ more: String) -> String {
    more.hasSuffix(" more") ? String(more.dropLast(5)) : more
  }

  static func level(_ winner: (name: String, amount: String), _ others: String) -> String {
    "\(winner.name) has \(winner.amount); \(others): there is nothing between them."
  }

  static func allEqual(_ amount: String, _ noun: String) -> String {
    "All \(noun) have equally much: \(amount) each."
  }

  static func half(_ name: String, _ part: String, of whole: String, isMore: Bool) -> String {
    isMore
      ? "\(name) has \(part) of \(whole) first preferences, more than half."
      : "\(part) of \(whole) is not more than half: a method that compares two at a time may "
        + "choose otherwise."
  }
}
