import ExerciseKit
import VotingMethods

/// Everybody spreads some dots over the cards that came in; the cards with the most go on.
struct DotVoting: Poll {
  static let about = ExerciseAbout(
    id: "dot-voting", name: "Dot voting",
    summary: "spread your dots over the cards; those with the most go on",
    guidance: PollGuidance.lines(
      [
        "Read the cards out once more; nobody votes on what they did not hear.",
        "Say: “Put your dots where it matters most to you; several on one card, if it is that "
          + "important.”",
        "@Ruth c3 c3 c7 puts two dots on c3 and one on c7. Nobody sees a count before the end.",
      ], isSecret: false,
      last: "Say, of the result: “What does it tell us? What would we miss if we took only these?”",
      tip: "dots say what interests people, not what they agree to; decide with a test of consent.",
      access: "read the cards aloud with their labels, and place dots for whoever asks you to."))

  struct Settings: PollSettings {
    @Field("How many dots everybody has", 1...100) var dots = 3
    @Field("How many of them may lie on one card", 1...100) var maxPerCard = 2
    @Field("How many cards go on to the next activity", 1...100) var winners = 3
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.open
  }

  static let actions: [any Action<DotVoting>.Type] = [
    Place.self, Reveal<DotVoting>.self, Reopen<DotVoting>.self,
  ]
  static let lineAction: (any Action<DotVoting>.Type)? = Place.self
  static let words = PollWords(
    "dots", "Which of these matter most to you?", unit: ("dot", "dots"))

  /// What a plain line is: `@Ruth c3 c3 c7`.
  struct Place: Action {
    static let about = ActionAbout(
      "dots", "Place your dots", attribution: .required, isPrivate: true,
      examples: ["dots @Ruth c3=2 c7", "dots @Ruth c3 c3 c7"])
    @Field("Cards, and how many dots on each", 0...100) var dots: [CardID: Int]

    func decide(in room: Room<DotVoting>) throws(Refusal) -> [Effect<Event>] {
      try DotVoting.take(dots.filter { $0.value > 0 }, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    .dots(total: settings.dots, perOption: min(settings.dots, settings.maxPerCard))
  }

  static func request(
    _ settings: Settings, options: Int, votes: [[CardID: Int]]
  ) -> CountRequest {
    // A cap that was lowered since does not void what was given under the old one.
    let most = votes.map { $0.values.reduce(0) { $0 + min(max(0, $1), 10_000) } }.max() ?? 0
    let heaviest = votes.compactMap { $0.values.max() }.max() ?? 0
    return CountRequest(
      .dots, winners: settings.winners, of: options,
      settings: [
        .dots: "\(max(settings.dots, most))",
        .cap: "\(max(min(settings.dots, settings.maxPerCard), heaviest))",
      ])
  }

  static func ballots(
    _ casts: [Cast<[CardID: Int]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    .scores(ScoreBallots(casts, on: slate, range: 0...settings.dots))
  }

  static func instructions(_ settings: Settings) -> String {
    "Everybody has \(words.counted(settings.dots)), at most \(settings.maxPerCard) on one card."
  }

  static func remark(on dots: [CardID: Int], _ settings: Settings) -> String? {
    let left = settings.dots - dots.values.reduce(0, +)
    return left == 0 ? "All dots are placed." : "\(words.counted(left)) not used."
  }
}
