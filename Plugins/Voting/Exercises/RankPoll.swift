import ExerciseKit
import VotingMethods

/// Everybody puts the cards in order of preference.
struct RankPoll: Poll {
  static let about = ExerciseAbout(
    id: "rank", name: "Ranking",
    summary: "put the cards in order of preference; counted for one winner or in proportion",
    guidance: PollGuidance.lines(
      [
        "Read every card out.",
        "Say: “The best first. You need not rank them all; what you leave out is below the rest.”",
        "Say how it is counted before anybody votes. One winner: schulze compares every two cards; "
          + "irv takes out the last one after the other.",
      ],
      tip: "with more than eight cards or so, narrow them down first, with dots say.",
      variation: "several winners: scottish-stv gives every group its share. One winner who beats "
        + "all others, and else by runoff: benham, smith-irv or tideman-alternative.",
      access: "in the booth a card is moved with the arrow keys or the order typed as numbers; "
        + "leave people the time that this takes."))

  /// All that count rankings and suit a room. Kemeny is left out, because it gives up where more
  /// than twelve cards beat one another in circles, and so are rules for which the order of the
  /// papers decides (Cambridge) or that only an authority needs (the Senate's, Minneapolis').
  enum Method: String, MethodChoice {
    case schulze
    case rankedPairs = "ranked-pairs"
    case minimax, copeland, smith, borda, irv
    case twoRound = "two-round"
    case scottishSTV = "scottish-stv"
    case meekSTV = "meek-stv"
    case wigSTV = "wig-stv"
    case nanson, baldwin, benham
    case smithIRV = "smith-irv"
    case tidemanAlternative = "tideman-alternative"
    case coombs, bucklin
    case ers97STV = "ers97-stv"
    case northernIrelandSTV = "northern-ireland-stv"

    /// Whether two cards may share a place.
    var takesTies: Bool {
      switch self {
      case .schulze, .rankedPairs, .minimax, .copeland, .smith, .borda, .nanson, .baldwin: true
      case .irv, .twoRound, .scottishSTV, .meekSTV, .wigSTV, .benham, .smithIRV,
        .tidemanAlternative, .coombs, .bucklin, .ers97STV, .northernIrelandSTV:
        false
      }
    }
  }

  struct Settings: PollSettings {
    @Field("How it is counted") var method = Method.schulze
    @Field("How many cards go on to the next activity, where the method has several", 1...100)
    var winners = 1
    @Field("Whether two cards may share a place, where the method takes that") var allowTies = true
    @Field("How many cards a person may rank; 0 for all", 0...100) var places = 0
    @Field(PollPrivacy.summary) var privacy = PollPrivacy.sealed

    var takesTies: Bool { allowTies && method.takesTies }
  }

  static let actions: [any Action<RankPoll>.Type] = [
    Order.self, Reveal<RankPoll>.self, Reopen<RankPoll>.self,
  ]
  static let lineAction: (any Action<RankPoll>.Type)? = Order.self
  static let words = PollWords(
    "order", "In which order would you do these?", unit: ("card", "cards"))

  /// What a plain line is: `@Ruth c3 c1 c7`.
  struct Order: Action {
    static let about = ActionAbout(
      "rank", "Put the cards in order, the best first", attribution: .required, isPrivate: true,
      examples: ["rank @Ruth c3 c1 c7"])
    @Field("The cards, the best first, as c3 c1; where two may share a place, c3 c1=c2")
    var order: Ranking

    func decide(in room: Room<RankPoll>) throws(Refusal) -> [Effect<Event>] {
      try RankPoll.take(order, in: room)
    }
  }

  static func form(_ settings: Settings, options: Int) -> PaperForm {
    let most = settings.places > 0 ? min(settings.places, options) : options
    return .rank(atMost: most, allowsTies: settings.takesTies)
  }

  static func request(_ settings: Settings, options: Int, votes: [Ranking]) -> CountRequest {
    CountRequest(settings.method.id, winners: settings.winners, of: options)
  }

  static func ballots(
    _ casts: [Cast<Ranking>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots { .rankings(RankedBallots(casts, on: slate)) }

  static func instructions(_ settings: Settings) -> String {
    let most = settings.places > 0 ? "up to \(settings.places) cards" : "the cards"
    return "Put \(most) in order, the best first; what you leave out is below the rest."
      + (settings.takesTies ? " Two may share a place, with = between them." : "")
      + " \(settings.method.id.goesOn(settings.winners))"
  }
}
