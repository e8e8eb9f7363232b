import ExerciseKit

/// 25/10: cards go round, and whoever has one in hand scores it from 1 to 5, without knowing whose
/// it is or what others gave. After five passes the ten with the most are read out.
///
/// Source: 25/10 Crowd Sourcing, H. Lipmanowicz and K. McCandless, Liberating Structures (CC
/// BY-NC). Our own wording.
struct CrowdScoring: Exercise {
  static let about = ExerciseAbout(
    id: "crowd-scoring", name: "Crowd scoring",
    summary: "25/10: pass the cards blindly, score each from 1 to 5, read out the top ten",
    guidance: [
      "Cards come in, or are written here: /write. Say: “If you were ten times bolder, what would "
        + "you propose, and what is the first step?”",
      "/pass deals the cards: everybody gets one that is not their own and that they did not have "
        + "before. Whose it is, is not shown.",
      "Say: “Read it. How good is it? One is a seed, five is a must. Don't talk, don't show it.”",
      "@Ruth 4 scores the card in Ruth's hand. When all have, /pass again; five passes in all.",
      "/reveal shows the ten with the most. Say: “Which of these surprised you?”",
      "Nobody sees a score before the reveal, the facilitator neither.",
      "Tip: fewer cards than people is no harm: several read the same one.",
      "Variation: privacy=sealed lets everybody score all cards in the booth.",
      "Accessibility: read each card quietly to whoever can't see it; scores can be "
        + "shown as fingers.",
    ])

  struct Settings: Fields {
    @Field("How many passes", 1...20) var passes = 5
    @Field("How many cards are read out and go on", 1...100) var top = 10
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.open
  }

  struct Score: Codable, Equatable {
    var card: CardID
    var points: Int
    /// In which pass, from 1; 0 where no cards were dealt.
    var pass: Int
    /// Nil where no names are kept.
    var by: ParticipantID?
  }

  struct State: Codable {
    /// The pass, from 1; 0 before the first.
    var pass = 0
    /// The card in each hand.
    var hands: [ParticipantID: CardID] = [:]
    /// What each had in hand, this pass included.
    var seen: [ParticipantID: [CardID]] = [:]
    var scores: [Score] = []
    var isRevealed = false
  }

  enum Event: Codable {
    case passed(pass: Int, hands: [ParticipantID: CardID])
    case scored([Score])
    case revealed
    case covered
  }

  static let initialState = State()
  static let actions: [any Action<CrowdScoring>.Type] = [
    Give.self, Write.self, Pass.self, Reveal.self, Cover.self,
  ]
  static let lineAction: (any Action<CrowdScoring>.Type)? = Give.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .passed(let pass, let hands):
      state.pass = pass
      state.hands = hands
      for (person, card) in hands { state.seen[person, default: []].append(card) }
    case .scored(let scores):
      for score in scores {
        // A second word of the same person on the same card takes the place of the first.
        if let person = score.by {
          state.scores.removeAll { $0.by == person && $0.card == score.card }
        }
        state.scores.append(score)
      }
    case .revealed: state.isRevealed = true
    case .covered: state.isRevealed = false
    }
  }

  /// The ten with the most, and whoever ties with the last of them; none before the reveal.
  static func give(from room: Room<CrowdScoring>) -> [CardID] {
    room.isOpen ? room.top.map(\.card.id) : []
  }

  /// All cards, to be scored from 1 to 5.
  static func paper(for room: Room<CrowdScoring>) -> Paper? {
    let options = room.allVisible.map { PaperOption($0.id.rawValue, $0.text) }
    guard !options.isEmpty else { return nil }
    return Paper([
      PaperQuestion(
        "scores", "How good is each? From 1, a seed, to 5, a must.", .score(1...5),
        options: options, isRequired: true)
    ])
  }
}
