import ExerciseKit
import Results
import VotingMethods

/// Everybody says which cards they would pay for out of one budget.
struct BudgetPoll: Poll {
  static let about = ExerciseAbout(
    id: "budget", name: "Shared budget",
    summary: "choose what one budget should pay for; every card has a cost",
    guidance: PollGuidance.lines(
      [
        "Before the vote every card needs its cost: /cost c3 900. Read each out with its cost.",
        "Say how much there is in all, and by which method it is given out.",
        "Say: “Choose everything that you would pay for, also if it is more than there is.”",
      ],
      tip: "greedy-budget funds the most wanted first; that is quick to explain.",
      variation: "equal-shares-budget gives everybody an equal part of the money, so that smaller "
        + "groups get something too.",
      access: "keep the costs on the wall while people vote, and read them to whoever can't see "
        + "it."))

  enum Method: String, MethodChoice {
    case equalSharesBudget = "equal-shares-budget"
    case greedyBudget = "greedy-budget"
    case greedyBudgetNoSkip = "greedy-budget-no-skip"
    case greedyBudgetThreshold = "greedy-budget-threshold"
    case phragmenBudget = "phragmen-budget"
  }

  struct Settings: PollSettings {
    @Field("How much there is to spend", 0...Price.possible.upperBound) var budget = 0
    @Field("How it is given out") var method = Method.equalSharesBudget
    @Field("How many cards a person may choose; 0 for any", 0...100) var choices = 0
    @Field("By greedy-budget-threshold: how many must want a card", 1...1_000) var threshold = 1
    @Field("What stands before an amount") var currency = "£"
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed

    var moneySign: String? { currency.isEmpty ? nil : currency }
  }

  static let actions: [any Action<BudgetPoll>.Type] = [
    Support.self, Cost.self, Reveal<BudgetPoll>.self, Reopen<BudgetPoll>.self,
  ]
  static let lineAction: (any Action<BudgetPoll>.Type)? = Support.self
  static let words = PollWords(
    "cards", "What should the money be spent on?", unit: ("card", "cards"))

  /// What a plain line is: `@Ruth c3 c7`.
  struct Support: Action {
    static let about = ActionAbout(
      "support", "Choose what the money should pay for", attribution: .required, isPrivate: true,
      examples: ["support @Ruth c3 c7"])
    @Field("What you would pay for") var cards: [CardID]

    func decide(in room: Room<BudgetPoll>) throws(Refusal) -> [Effect<Event>] {
      try BudgetPoll.take(cards, in: room)
    }
  }

  static func options(of room: Room<BudgetPoll>) -> [Card] {
    guard room.settings.budget > 0 else { return [] }
    return room.taken.filter { $0.hidden == nil && room.cost(of: $0) != nil }
  }

  static func whyNothing(_ room: Room<BudgetPoll>) -> Refusal {
    if room.taken.isEmpty {
      return Refusal(
        "There is nothing to vote on: no cards came in.",
        hint: "/back, collect some, and come again.")
    }
    return room.settings.budget == 0
      ? Refusal(
        "There is nothing to spend: the budget of this activity is 0.",
        hint: "Set it on the agenda: /agenda change 2 set=budget=10000")
      : Refusal("There is nothing to vote on: no card has a cost.", hint: "/cost c3 900")
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    .chooseSome(0...(settings.choices > 0 ? min(settings.choices, options) : options))
  }

  static func request(_ settings: Settings, options: Int, votes: [[CardID]]) -> CountRequest {
    let needsThreshold = settings.method == .greedyBudgetThreshold
    return CountRequest(
      settings.method.id, budget: settings.budget,
      options: needsThreshold ? [.threshold: "\(settings.threshold)"] : [:])
  }

  static func ballots(
    _ casts: [Cast<[CardID]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    let projects = zip(slate.candidates, slate.costs).map { Project($0, cost: $1) }
    var ballots = BudgetBallots(projects: projects, budget: settings.budget)
    for cast in casts {
      let support = slate.places(of: cast.vote).map { BudgetBallots.Support($0) }
      try? ballots.append(support, count: cast.weight)
    }
    return .projects(ballots)
  }

  static func instructions(_ settings: Settings) -> String {
    let choose =
      settings.choices > 0 ? "Choose up to \(settings.choices) cards" : "Choose the cards"
    return "\(choose) that you would pay for. There is "
      + "\(settings.currency)\(settings.budget.grouped) in all. "
      + settings.method.id.goesOn(1)
  }

  static var hasCosts: Bool { true }

  static var columns: [View.Table.Column] {
    [.init("Card"), .init("Text"), .init("Cost", isNumeric: true)]
  }

  static func row(of card: Card, in room: Room<BudgetPoll>) -> [String] {
    let cost = room.cost(of: card).map { room.settings.currency + $0.grouped }
    return [card.id.rawValue, card.text, cost ?? ""]
  }

  static func legend(_ room: Room<BudgetPoll>) -> [View.Block] {
    let unpriced = room.taken.filter { $0.hidden == nil && room.cost(of: $0) == nil }.map(\.id)
    guard let first = unpriced.first else { return [] }
    let names = unpriced.map(\.rawValue).joined(separator: ", ")
    return [
      .note("Without a cost, and so not to be voted on: \(names).", .warning),
      .note("Say what a card costs: /cost \(first) 900", .hint),
    ]
  }

  static func particulars(of count: PollCount, in room: Room<BudgetPoll>) -> Particulars {
    Particulars(
      noun: .card, costs: count.cards.map { room.cost(of: $0) ?? 0 },
      currency: room.settings.currency)
  }
}
