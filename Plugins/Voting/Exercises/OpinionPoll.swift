import ExerciseKit
import Results
import VotingMethods

/// Agree, disagree or pass, on each statement: who thinks alike, and what all agree upon.
struct OpinionPoll: Poll {
  static let about = ExerciseAbout(
    id: "opinions", name: "Opinions",
    summary: "agree, disagree or pass on statements: see who thinks alike and what all share",
    guidance: PollGuidance.lines(
      [
        "Each card is a statement to agree or disagree with; reword those that aren't.",
        "Say: “Answer what you can, pass where you have no view, leave out what you don't know.”",
      ],
      last: "Groups are of answers, not of people: begin with what all share. Say: “What divides "
        + "us, and what would each side need?”",
      tip: "it needs a good number of people and statements: from fifteen or so of each.",
      access: "read statements aloud for whoever can't see the screen."))

  struct Settings: PollSettings {
    @Field("How many groups to look for; 0 to find that out", 0...20) var groups = 0
    @Field("How many statements somebody must have answered; 0 for seven, or all", 0...1_000)
    var answersNeeded = 0
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed
  }

  static let actions: [any Action<OpinionPoll>.Type] = [
    Answer.self, Reveal<OpinionPoll>.self, Reopen<OpinionPoll>.self,
  ]
  static let lineAction: (any Action<OpinionPoll>.Type)? = Answer.self
  static let words = PollWords(
    "answers", "Do you agree with these statements?", unit: ("answer", "answers"))
  static let steps = ["disagree", "pass", "agree"]

  /// What a plain line is: `@Ruth c3=2 c7=0`.
  struct Answer: Action {
    static let about = ActionAbout(
      "answer", "Agree (2), pass (1) or disagree (0)", attribution: .required, isPrivate: true,
      examples: ["answer @Ruth c3=2 c7=0"])
    @Field("Statements, and 2 to agree, 1 to pass, 0 to disagree", 0...2, numbered: true)
    var answers: [CardID: Int]

    func decide(in room: Room<OpinionPoll>) throws(Refusal) -> [Effect<Event>] {
      try OpinionPoll.take(answers, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm { .grade(steps) }

  static func request(
    _ settings: Settings, options: Int, votes: [[CardID: Int]]
  ) -> CountRequest {
    var told: [CountOption: String] = [:]
    if settings.groups > 0 { told[.groups] = "\(settings.groups)" }
    if settings.answersNeeded > 0 { told[.answersNeeded] = "\(settings.answersNeeded)" }
    return CountRequest(.opinionGroups, options: told)
  }

  static func ballots(
    _ casts: [Cast<[CardID: Int]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots {
    var ballots = OpinionBallots(candidates: slate.candidates)
    for cast in casts {
      let row = slate.cards.map { card -> OpinionBallots.Opinion? in
        switch cast.vote[card.id] {
        case 0: .disagree
        case 1: .pass
        case 2: .agree
        default: nil
        }
      }
      try? ballots.append(row, count: cast.weight)
    }
    return .opinions(ballots)
  }

  static func instructions(_ settings: Settings) -> String {
    "Agree, pass or disagree with each statement; leave out what you don't know. What all groups "
      + "agree with goes on."
  }

  static func legend(_ room: Room<OpinionPoll>) -> [View.Block] {
    [.facts(steps.enumerated().map { View.Fact("\($0)", $1) })]
  }

  static func particulars(of count: PollCount, in room: Room<OpinionPoll>) -> Particulars {
    Particulars(noun: Particulars.Noun("statement", "statements"))
  }
}
