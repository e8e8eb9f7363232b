import ExerciseKit
import Results
import VotingMethods

/// Everybody gives each card a grade in words.
struct GradePoll: Poll {
  static let about = ExerciseAbout(
    id: "grade", name: "Grades",
    summary: "grade every card in words; the one with the best middle grade goes on",
    guidance: PollGuidance.lines(
      [
        "Read the grades out, the worst first, and agree on what they mean here.",
        "Say: “Grade each card for itself. The middle grade counts, so exaggerating moves "
          + "nothing.”",
        "Ask for a grade for every card: one left out has the worst grade from that person.",
      ],
      tip: "give an example of each grade from something that everybody knows.",
      access: "grades are told in words everywhere, never by colour alone; read them aloud."))

  enum Method: String, MethodChoice {
    case majorityJudgment = "majority-judgment"
    case majorityJudgmentGauge = "majority-judgment-gauge"
  }

  struct Settings: PollSettings {
    @Field("How it is counted") var method = Method.majorityJudgment
    @Field("The grades, the worst first, with commas or semicolons between")
    var grades = "to reject, poor, acceptable, good, very good, excellent"
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed

    /// At least two, each once.
    var names: [String] {
      var names: [String] = []
      for part in grades.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }) {
        let name = part.split(separator: " ").joined(separator: " ")
        if !name.isEmpty, !names.contains(name), names.count < 20 { names.append(name) }
      }
      return names.count > 1 ? names : ["no", "yes"]
    }
  }

  static let actions: [any Action<GradePoll>.Type] = [
    Judge.self, Reveal<GradePoll>.self, Reopen<GradePoll>.self,
  ]
  static let lineAction: (any Action<GradePoll>.Type)? = Judge.self
  static let words = PollWords(
    "grades", "How good is each of these?", unit: ("grade", "grades"))

  /// What a plain line is: `@Ruth c3=5 c7=1`.
  struct Judge: Action {
    static let about = ActionAbout(
      "grade", "Grade the cards, by the numbers of the grades", attribution: .required,
      isPrivate: true, examples: ["grade @Ruth c3=5 c7=1"])
    @Field("Cards, and the number of the grade of each", 0...20, numbered: true)
    var grades: [CardID: Int]

    func decide(in room: Room<GradePoll>) throws(Refusal) -> [Effect<Event>] {
      try GradePoll.take(grades, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm { .grade(settings.names) }

  static func request(
    _ settings: Settings, options: Int, votes: [[CardID: Int]]
  ) -> CountRequest { CountRequest(settings.method.id, winners: 1, of: options) }

  static func ballots(
    _ casts: [Cast<[CardID: Int]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    .scores(ScoreBallots(casts, on: slate, range: 0...settings.names.count - 1))
  }

  static func instructions(_ settings: Settings) -> String {
    "Give each card a grade. The best middle grade wins. \(settings.method.id.goesOn(1))"
  }

  static func legend(_ room: Room<GradePoll>) -> [View.Block] {
    [.facts(room.settings.names.enumerated().map { View.Fact("\($0)", $1) })]
  }

  static func particulars(of count: PollCount, in room: Room<GradePoll>) -> Particulars {
    guard case .scores(let ballots)? = count.ballots else { return Particulars(noun: .card) }
    return Particulars(
      noun: .card, grades: Particulars.GradeSpread(ballots, names: room.settings.names))
  }
}
