import ExerciseKit

/// Ideas on a question: each for themselves, in rounds, on sheets that are passed on, or alone,
/// then in pairs, in fours and all together.
///
/// Sources: brainwriting 6-3-5, B. Rohrbach, “Kreativ nach Regeln: Methode 635”, Absatzwirtschaft
/// 12 (1969); 1-2-4-All, H. Lipmanowicz and K. McCandless, Liberating Structures (CC BY-NC). Our
/// own wording.
struct Collect: Exercise {
  static let about = ExerciseAbout(
    id: "collect", name: "Collect",
    summary: "gather ideas on a question: solo, in rounds, on passed sheets, or 1-2-4-All",
    guidance: [
      "Read the question out twice. Say: “Every idea counts, also half an idea. We judge nothing "
        + "now; there is time for that later.”",
      "Give a minute of silence before the first idea: the quick should not be the "
        + "only ones heard.",
      "Type as people speak, a line an idea; a paste of several lines is as many ideas. >c3 builds "
        + "on a card, #word at the end labels it.",
      "Where the mode is not solo, /round begins each round or step and tells what to say.",
      "The same thing twice? /merge c3 c7 keeps both sources; /split c7 takes it back.",
      "Tip: when it goes quiet, count to ten. The second wave holds the unusual ideas.",
      "Variation: mode=rounds. One idea each, in an order that all see; /pass comes round again.",
      "Variation: mode=pass-it-on is brainwriting 6-3-5: six people, three ideas, five minutes, "
        + "then the sheet goes on to the next one.",
      "Variation: mode=1-2-4-all. First alone, then in pairs, then in fours, then all together, "
        + "each with a time of its own.",
      "Variation: privacy=sealed has everybody write in the booth; nothing is read before the end.",
      "Accessibility: read every card aloud as you type it; let people speak instead of writing, "
        + "or hand you a note; offer a break before the last round.",
    ])

  enum Mode: String, FieldChoice, Codable {
    case solo, rounds
    case passItOn = "pass-it-on"
    case oneTwoFourAll = "1-2-4-all"
  }

  struct Settings: Fields {
    @Field("How: solo, rounds, pass-it-on (brainwriting 6-3-5), or 1-2-4-all") var mode = Mode.solo
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.open
    @Field("How many ideas everybody is asked for in a round", 1...20) var perRound = 3
    @Field("Seconds that a turn should take in rounds; nothing ends by itself", 10...3600)
    var turnSeconds = 60
    @Field("Minutes of a round in which sheets are passed on", 1...60) var roundMinutes = 5
    @Field("Minutes of the steps of 1-2-4-All: alone, pairs, fours, all") var stepMinutes =
      "1 2 4 5"
    @Field("The cards that came in go on as well") var passOnTaken = false

    /// Minutes of each step; 1, 2, 4 and 5 where the setting has fewer numbers.
    var steps: [Int] {
      let given = stepMinutes.split { !$0.isNumber }.compactMap { Int($0) }
        .map { min(max($0, 1), 1440) }
      return (0..<4).map { $0 < given.count ? given[$0] : [1, 2, 4, 5][$0] }
    }
  }

  struct State: Codable, MergingState {
    var turns = Turns()
    /// The round, or the step of 1-2-4-All, from 1; 0 before the first.
    var round = 0
    /// Who sits beside whom, as drawn: sheets go along it, and neighbours make the pairs and fours.
    var ring: [ParticipantID] = []
    /// When the round began, in milliseconds of a ``Timestamp``.
    var since = 0
    /// Who gave something in this round.
    var given: [ParticipantID] = []
    /// Who gave something at all.
    var contributors: [ParticipantID] = []
    var merging = Merging()
  }

  /// The time of a round or step, for the facilitator's clock; events of before have none.
  struct Pace: Codable {
    var label: String
    var seconds: Int
  }

  enum Event: Codable, MergingEvent {
    /// A round or step begins; the ring is drawn with the first.
    case began(round: Int, ring: [ParticipantID], pace: Pace?)
    case turn(Turns.Event)
    case contributed(ParticipantID)
    case merged(Merging.Record)
    case split(CardID)
  }

  static let initialState = State()
  static let actions: [any Action<Collect>.Type] = [
    Idea.self, Round.self, Pass.self, Merge<Collect>.self, Split<Collect>.self,
  ]
  static let lineAction: (any Action<Collect>.Type)? = Idea.self

  static func evolve(_ state: inout State, _ event: Event, at time: Timestamp) {
    switch event {
    case .began(let round, let ring, _):
      state.round = round
      state.ring = ring
      state.since = time.milliseconds
      state.given = []
    case .turn(let event):
      if case .began(let round, _, _) = event {
        state.round = round
        state.since = time.milliseconds
        state.given = []
      }
      state.turns.evolve(event)
    case .contributed(let person):
      if !state.given.contains(person) { state.given.append(person) }
      if !state.contributors.contains(person) { state.contributors.append(person) }
    case .merged(let record): state.merging.add(record)
    case .split(let card): state.merging.split(card)
    }
  }

  /// The ideas, and before them, if that is set, what came in.
  static func give(from room: Room<Collect>) -> [CardID] {
    ((room.settings.passOnTaken ? room.visibleTaken : []) + room.visible).map(\.id)
  }

  /// One question for any number of ideas.
  static func paper(for room: Room<Collect>) -> Paper? {
    Paper([
      PaperQuestion(
        "text", (room.focus ?? "What are your ideas?") + " One idea a line.", .text(lines: 40),
        isRequired: true)
    ])
  }
}

extension Collect.State {
  /// The round that this mode is at; 0 where the rounds so far were another mode's.
  func round(in mode: Collect.Mode) -> Int {
    mode == .rounds ? turns.round : ring.isEmpty ? 0 : round
  }
}
