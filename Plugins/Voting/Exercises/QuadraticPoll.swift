import ExerciseKit
import VotingMethods

/// Everybody buys votes for or against cards; n votes on a card cost n × n credits.
struct QuadraticPoll: Poll {
  static let about = ExerciseAbout(
    id: "quadratic", name: "Quadratic voting",
    summary: "buy votes for and against cards; each further vote on a card costs more",
    guidance: PollGuidance.lines(
      [
        "Explain the price with a row of numbers on the wall: 1 vote costs 1, 2 cost 4, 3 cost 9.",
        "Say: “Spread your credits by how much you care. A vote below 0 is against a card.”",
        "Say how many credits there are; what isn't spent is lost.",
      ],
      tip: "let people try it on something that does not matter first: tea, coffee or water.",
      access: "the booth always shows what is spent and what is left: nobody has to reckon."))

  struct Settings: PollSettings {
    @Field("How many credits everybody has", 1...10_000) var credits = 25
    @Field("How many cards go on to the next activity", 1...100) var winners = 3
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed
  }

  static let actions: [any Action<QuadraticPoll>.Type] = [
    Spend.self, Reveal<QuadraticPoll>.self, Reopen<QuadraticPoll>.self,
  ]
  static let lineAction: (any Action<QuadraticPoll>.Type)? = Spend.self
  static let words = PollWords(
    "votes", "How much do these matter to you?", unit: ("credit", "credits"))

  /// What a plain line is: `@Ruth c3=3 c7=-1`.
  struct Spend: Action {
    static let about = ActionAbout(
      "spend", "Buy votes with your credits", attribution: .required, isPrivate: true,
      examples: ["spend @Ruth c3=3 c7=-1"])
    @Field("Cards, and the votes for (or below 0: against) each", -100...100)
    var votes: [CardID: Int]

    func decide(in room: Room<QuadraticPoll>) throws(Refusal) -> [Effect<Event>] {
      try QuadraticPoll.take(votes.filter { $0.value != 0 }, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm { .credits(settings.credits) }

  /// What so many votes cost; absurd numbers of them are no reason to trap.
  private static func cost(of votes: [CardID: Int]) -> Int {
    votes.values.reduce(0) { sum, votes in
      let bounded = min(max(votes, ScoreBallots.bounds.lowerBound), ScoreBallots.bounds.upperBound)
      return sum + bounded * bounded
    }
  }

  static func request(
    _ settings: Settings, options: Int, votes: [[CardID: Int]]
  ) -> CountRequest {
    // Fewer credits than there were don't void what was bought with them.
    let most = votes.map(cost).max() ?? 0
    return CountRequest(
      .quadratic, winners: settings.winners, of: options,
      settings: [.credits: "\(max(settings.credits, most))"])
  }

  static func ballots(
    _ casts: [Cast<[CardID: Int]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    .scores(ScoreBallots(casts, on: slate, range: -settings.credits...settings.credits))
  }

  static func instructions(_ settings: Settings) -> String {
    "Everybody has \(words.counted(settings.credits)): 1 vote on a card costs 1, 2 cost 4, 3 cost "
      + "9. \(MethodID.quadratic.goesOn(settings.winners))"
  }

  static func remark(on votes: [CardID: Int], _ settings: Settings) -> String? {
    let left = settings.credits - cost(of: votes)
    return left == 0 ? "All credits are spent." : "\(words.counted(left)) not spent."
  }
}
