import ExerciseKit
import VotingMethods

/// “Which of these two?”, over and over: a survey in pairs.
struct DuelPoll: Poll {
  static let about = ExerciseAbout(
    id: "duels", name: "Duels",
    summary: "which of these two? many small choices put many cards in order",
    guidance: PollGuidance.lines(
      [
        "Good for many cards: nobody has to read them all, and nobody has to rank them.",
        "Say: “Choose the better of the two for this question; pass where you can't tell.”",
        "Each person answers a few pairs; the more people, the surer the order.",
      ],
      tip: "say beforehand how many pairs you ask for; ten are done in three minutes.",
      access: "two cards at a time are easy to read aloud to whoever can't see the screen."))

  struct Settings: PollSettings {
    @Field("How many pairs everybody is asked about, at most", 1...200) var pairs = 10
    @Field("How many cards go on to the next activity", 1...100) var winners = 3
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed
  }

  static let actions: [any Action<DuelPoll>.Type] = [
    Prefer.self, Reveal<DuelPoll>.self, Reopen<DuelPoll>.self,
  ]
  static let lineAction: (any Action<DuelPoll>.Type)? = Prefer.self
  static let words = PollWords("duels", "Which of these two?", unit: ("pair", "pairs"))

  /// What a plain line is: `@Ruth c3>c1 c7>c3`.
  struct Prefer: Action {
    static let about = ActionAbout(
      "prefer", "Say of two cards which is better", attribution: .required, isPrivate: true,
      examples: ["prefer @Ruth c3>c1 c7>c3"])
    @Field("Pairs of cards, the better one first") var duels: Duels

    func decide(in room: Room<DuelPoll>) throws(Refusal) -> [Effect<Event>] {
      if let duel = duels.fought.first(where: { $0.better == $0.worse }) {
        throw Refusal(
          "\(duel.better) can't be compared with itself.", field: "duels", hint: "Write c1>c2.")
      }
      return try DuelPoll.take(duels, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    .duels(min(settings.pairs, max(1, options * (options - 1) / 2)))
  }

  static func request(_ settings: Settings, options: Int, votes: [Duels]) -> CountRequest {
    CountRequest(.pairwiseSurvey, winners: settings.winners, of: options)
  }

  static func ballots(
    _ casts: [Cast<Duels>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    var ballots = DuelBallots(candidates: slate.candidates)
    for cast in casts {
      for duel in cast.vote.fought {
        guard let better = slate.place(of: duel.better), let worse = slate.place(of: duel.worse)
        else { continue }
        try? ballots.append(better, over: worse, count: cast.weight)
      }
    }
    return .duels(ballots)
  }

  static func instructions(_ settings: Settings) -> String {
    "Of two cards say which is better, up to \(words.counted(settings.pairs)). "
      + MethodID.pairwiseSurvey.goesOn(settings.winners)
  }
}
