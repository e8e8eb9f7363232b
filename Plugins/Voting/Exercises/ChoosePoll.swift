import ExerciseKit
import Results
import VotingMethods

/// Everybody chooses one card, or several.
struct ChoosePoll: Poll {
  static let about = ExerciseAbout(
    id: "choose", name: "Choice",
    summary: "choose one card or several; counted for one winner, for several, or in proportion",
    guidance: PollGuidance.lines(
      [
        "Read every card out, and ask whether each is clear, before anybody votes.",
        "Say how many each person may choose, how many cards will go on, and by which method.",
        "Say: “Choose what is best for all of us here, not only for you.”",
      ],
      tip: "several good ideas that are alike: use approval, so that they don't take votes from "
        + "each other.",
      variation: "a group that speaks for everybody: seq-pav, seq-phragmen or equal-shares.",
      access: "offer to read the cards to whoever can't see the wall, and to enter a choice for "
        + "them."))

  enum Method: String, MethodChoice {
    case approval, plurality, sntv, block
    case seqPAV = "seq-pav"
    case seqPhragmen = "seq-phragmen"
    case equalShares = "equal-shares"
  }

  struct Settings: PollSettings {
    @Field("How it is counted") var method = Method.approval
    @Field("How many cards go on to the next activity, where the method has several", 1...100)
    var winners = 1
    @Field("How many a person may choose, where the method leaves that open; 0 for any", 0...100)
    var choices = 0
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed

    /// How many a person may choose; nil for any number.
    var most: Int? {
      switch method {
      case .plurality, .sntv: 1
      case .block: choices > 0 ? choices : winners
      default: choices > 0 ? choices : nil
      }
    }
  }

  static let actions: [any Action<ChoosePoll>.Type] = [
    Choose.self, Reveal<ChoosePoll>.self, Reopen<ChoosePoll>.self,
  ]
  static let lineAction: (any Action<ChoosePoll>.Type)? = Choose.self
  static let words = PollWords("cards", "Which of these do you want?", unit: ("card", "cards"))

  /// What a plain line is: `@Ruth c3 c7`.
  struct Choose: Action {
    static let about = ActionAbout(
      "choose", "Choose one card or several", attribution: .required, isPrivate: true,
      examples: ["choose @Ruth c3"])
    @Field("What you choose") var cards: [CardID]

    func decide(in room: Room<ChoosePoll>) throws(Refusal) -> [Effect<Event>] {
      try ChoosePoll.take(cards, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    settings.most == 1 ? .chooseOne : typedForm(settings, options: options)
  }

  static func typedForm(_ settings: Settings, options: Int) -> PaperForm {
    .chooseSome(0...max(0, min(settings.most ?? options, options)))
  }

  static func request(_ settings: Settings, options: Int, votes: [[CardID]]) -> CountRequest {
    CountRequest(settings.method.id, winners: settings.winners, of: options)
  }

  static func ballots(
    _ casts: [Cast<[CardID]>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots { .approvals(ApprovalBallots(casts, on: slate)) }

  static func instructions(_ settings: Settings) -> String {
    let choose =
      switch settings.most {
      case 1: "Choose one."
      case let most?: "Choose up to \(most)."
      case nil: "Choose as many as you like."
      }
    return "\(choose) \(settings.method.id.goesOn(settings.winners))"
  }

  static func particulars(of count: PollCount, in room: Room<ChoosePoll>) -> Particulars {
    guard case .approvals(let ballots)? = count.ballots else { return Particulars(noun: .card) }
    return Particulars(noun: .card, approvals: ballots)
  }
}
