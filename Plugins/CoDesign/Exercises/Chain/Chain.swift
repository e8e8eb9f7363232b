import ExerciseKit

/// Steps that are linked, as a chain or a tree: why, and why again; what must be true for that.
///
/// Sources: 5 Whys, T. Ohno, “Toyota Production System” (1978); theory of change, C. H. Weiss
/// (1995) and the backwards mapping of the Aspen Institute. Our own wording.
struct Chain: Exercise {
  static let about = ExerciseAbout(
    id: "chain", name: "Chain",
    summary: "link step to step, in a chain or a tree: 5 Whys, theory of change",
    guidance: [
      "Type the beginning: the problem as it is felt, or the change that you want to see.",
      "A plain line continues from the newest card; >c3 branches off c3; /root begins another "
        + "tree; /from c3 goes on from there.",
      "5 Whys. Say: “Why is that?”, and take the answer that you can check, not the one that "
        + "blames somebody. Five is a habit, not a rule: stop where you can act.",
      "Theory of change. Begin at the end. Say: “What must happen first, for this to come true?” "
        + "Then of each answer the same.",
      "Say, of each link: “How do we know?” What nobody knows is an assumption: /assume c4 Parents "
        + "read the letters. It is labelled, for a matrix or a test later.",
      "/mark c7 marks what to act on; that is what goes on to the next activity.",
      "Tip: read the chain backwards with “therefore”. Where that sounds odd, a link is missing.",
      "Variation: a chain for each group, and then compare the ends.",
      "Accessibility: every card tells what it hangs on, so that the tree can be followed by ear.",
    ])

  enum Preset: String, FieldChoice, Codable {
    case fiveWhys = "5-whys"
    case theoryOfChange = "theory-of-change"

    var levels: [String] {
      switch self {
      case .fiveWhys:
        ["Problem", "First why", "Second why", "Third why", "Fourth why", "Fifth why"]
      case .theoryOfChange: ["Impact", "Outcome", "Output", "Activity", "What we put in"]
      }
    }

    var question: String {
      switch self {
      case .fiveWhys: "Why is that?"
      case .theoryOfChange: "What must happen first, for this to come true?"
      }
    }
  }

  enum PassOn: String, FieldChoice, Codable {
    case marked, ends, all
  }

  struct Settings: Fields {
    @Field("Which kind: 5-whys or theory-of-change") var preset = Preset.fiveWhys
    @Field("Your own names of the levels in place of those, with | between") var levels = ""
    @Field("Your own question from step to step") var question = ""
    @Field("What is kept: open, names too; or anonymous") var privacy = SpokenPrivacy.open
    @Field("What goes on: marked cards (the ends where none is marked), the ends, or all")
    var passOn = PassOn.marked
  }

  struct State: Codable {
    /// Where the next plain line continues; nil: at the newest card.
    var from: CardID?
    /// In the order in which they were marked.
    var marked: [CardID] = []
    /// Who added a step.
    var contributors: [ParticipantID] = []
  }

  enum Event: Codable {
    case stepped(ParticipantID?)
    case wentTo(CardID)
    case marked(CardID)
    case unmarked(CardID)
  }

  static let initialState = State()
  static let actions: [any Action<Chain>.Type] = [
    Step.self, Root.self, From.self, Assume.self, Mark.self, Unmark.self,
  ]
  static let lineAction: (any Action<Chain>.Type)? = Step.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .stepped(let person):
      state.from = nil
      if let person, !state.contributors.contains(person) { state.contributors.append(person) }
    case .wentTo(let card): state.from = card
    case .marked(let card): if !state.marked.contains(card) { state.marked.append(card) }
    case .unmarked(let card): state.marked.removeAll { $0 == card }
    }
  }

  static func give(from room: Room<Chain>) -> [CardID] {
    let visible = room.visible
    let ends = visible.filter { card in !visible.contains { $0.parent == card.id } }
    let marked = room.state.marked.filter { id in visible.contains { $0.id == id } }
    return switch room.settings.passOn {
    case .all: visible.map(\.id)
    case .ends: ends.map(\.id)
    case .marked: marked.isEmpty ? ends.map(\.id) : marked
    }
  }
}
