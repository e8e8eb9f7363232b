import ExerciseKit
import VotingMethods

/// Everybody gives each card points out of a range.
struct ScorePoll: Poll {
  static let about = ExerciseAbout(
    id: "score", name: "Scores",
    summary: "give every card points; the one with the most goes on",
    guidance: PollGuidance.lines(
      [
        "Say what the lowest and the highest number mean, in words, before anybody votes.",
        "Say: “Judge each card for itself; two may have the same.”",
      ],
      tip: "a card without points has the lowest by score and star; by score-mean it isn't judged.",
      variation: "method=star lets the two best run off against each other.",
      access: "read the numbers and what they mean aloud for whoever can't see the wall."))

  enum Method: String, MethodChoice {
    case score
    case scoreMean = "score-mean"
    case star
  }

  struct Settings: PollSettings {
    @Field("How it is counted; star has points from 0 to 5") var method = Method.score
    @Field("The lowest points", -100...100) var lowest = 0
    @Field("The highest points", -100...100) var highest = 5
    @Field("By score-mean: how many must have given a card points", 1...1_000) var quorum = 1
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed

    var range: ClosedRange<Int> {
      method.id.scale ?? min(lowest, highest)...max(lowest, highest)
    }
  }

  static let actions: [any Action<ScorePoll>.Type] = [
    Give.self, Reveal<ScorePoll>.self, Reopen<ScorePoll>.self,
  ]
  static let lineAction: (any Action<ScorePoll>.Type)? = Give.self
  static let words = PollWords(
    "points", "How good is each of these?", unit: ("point", "points"))

  /// What a plain line is: `@Ruth c3=5 c7=1`.
  struct Give: Action {
    static let about = ActionAbout(
      "score", "Give the cards points", attribution: .required, isPrivate: true,
      examples: ["score @Ruth c3=5 c7=1"])
    @Field("Cards, and the points of each", -100...100, numbered: true)
    var points: [CardID: Int]

    func decide(in room: Room<ScorePoll>) throws(Refusal) -> [Effect<Event>] {
      try ScorePoll.take(points, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm { .score(settings.range) }

  static func request(
    _ settings: Settings, options: Int, votes: [[CardID: Int]]
  ) -> CountRequest {
    CountRequest(
      settings.method.id, winners: 1, of: options,
      settings: settings.method == .scoreMean ? [.quorum: "\(settings.quorum)"] : [:])
  }

  static func ballots(
    _ casts: [Cast<[CardID: Int]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots { .scores(ScoreBallots(casts, on: slate, range: settings.range)) }

  static func instructions(_ settings: Settings) -> String {
    "Give each card from \(settings.range.lowerBound) to \(settings.range.upperBound) points, the "
      + "best the most. \(settings.method.id.goesOn(1))"
  }
}
