import ExerciseKit

/// Everybody speaks in turn, on one question after another.
///
/// Sources: the circle of many cultures; What, So What, Now What? after T. Borton, “Reach, Touch
/// and Teach” (1970), and Liberating Structures; Six Thinking Hats, E. de Bono (1985). Our own
/// wording.
struct Rounds: Exercise {
  static let about = ExerciseAbout(
    id: "rounds", name: "Rounds",
    summary: "everybody speaks in turn: check-in, What? So what? Now what?, Six Hats",
    guidance: [
      "/round draws who begins and shows the order. Say: “One after the other. Nobody interrupts; "
        + "you may always pass, and you will be asked once more at the end.”",
      "Type what the speaker says: a plain line is theirs, without @Name. /done: the next one. "
        + "/pass: later.",
      "The order stays, but another person is first in each round: nobody is always last.",
      "Say, at the check-in: “Your name, and one word on how you come into the room.” Begin "
        + "yourself, and be short.",
      "Everybody hears it, so nothing here is secret: write down only what may be kept.",
      "Tip: hold up a hand when the time of a turn is over, and thank the speaker.",
      "Variation: preset=six-hats has everybody wear the same hat at the same time. Say: “Now the "
        + "black hat: only risks. The yellow one has its turn.”",
      "Variation: /call Ruth where somebody must leave early; whose turn it was keeps it.",
      "Accessibility: say each name before its turn; let people stay seated; a turn may be a "
        + "drawing or a written note that you read out.",
    ])

  enum Preset: String, FieldChoice, Codable {
    case checkIn = "check-in"
    case whatSoWhat = "what-so-what-now-what"
    case sixHats = "six-hats"
    case checkOut = "check-out"

    var questions: [String] {
      switch self {
      case .checkIn: ["Who are you, and how do you come into the room?"]
      case .whatSoWhat:
        [
          "What? What happened, what did you notice?",
          "So what? What does it mean, why does it matter?",
          "Now what? What follows from it for us?",
        ]
      case .sixHats:
        [
          "Blue hat: what do we want to find out?", "White hat: what do we know, what is missing?",
          "Red hat: what do you feel about it? No reasons needed.",
          "Black hat: what could go wrong?", "Yellow hat: what good could come of it?",
          "Green hat: what else could we do?", "Blue hat: what did we find out?",
        ]
      case .checkOut: ["What do you take with you, and what do you leave here?"]
      }
    }
  }

  enum Order: String, FieldChoice, Codable {
    case drawn, roster
  }

  struct Settings: Fields {
    @Field("Which questions: check-in, what-so-what-now-what, six-hats or check-out")
    var preset = Preset.checkIn
    @Field("Your own questions in place of those, with | between; a round each")
    var questions = ""
    @Field("Who begins: drawn by chance, or as on the roster") var order = Order.drawn
    @Field(
      "Seconds that a turn should take; a word for the room, nothing ends by itself", 10...3600)
    var seconds = 60
  }

  struct State: Codable {
    var turns = Turns()
  }

  typealias Event = Turns.Event

  static let initialState = State()
  static let actions: [any Action<Rounds>.Type] = [
    Say.self, Round.self, Done.self, Pass.self, Call.self,
  ]
  static let lineAction: (any Action<Rounds>.Type)? = Say.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    state.turns.evolve(event)
  }
}

extension Room<Rounds> {
  var questions: [String] {
    let own = settings.questions.items
    return own.isEmpty ? settings.preset.questions : own
  }

  /// The question of a round; after the last one they begin again.
  func question(_ round: Int) -> String {
    let questions = questions
    return round > 0 ? questions[(round - 1) % questions.count] : questions[0]
  }

  /// The clock of a turn; it stops where nobody is next.
  func pace(of speaker: ParticipantID?) -> Turns.Pace {
    .init(label: name(of: speaker) ?? "", seconds: speaker == nil ? 0 : settings.seconds)
  }

  /// The word to whoever takes the next turn.
  func notice(next: ParticipantID?) -> Effect<Rounds.Event> {
    .notice(name(of: next).map { "\($0), please." } ?? "Everybody had a turn; /round goes on.")
  }
}
