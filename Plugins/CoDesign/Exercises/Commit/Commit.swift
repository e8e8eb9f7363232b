import ExerciseKit

/// What the room leaves with: actions with an owner and a date, decisions, insights.
struct Commit: Exercise {
  static let about = ExerciseAbout(
    id: "commit", name: "Commit",
    summary: "write down actions with an owner and a date, decisions and insights",
    guidance: [
      "Begin with what is open from last time, where there is any. Say: “Done, still good, or no "
        + "longer needed?” /done c3, /keep c3, /drop c3 We found another way.",
      "A plain line is an action: @Ruth Write the guide by 2026-12-01. The name is who sees to it.",
      "Say, of each action: “Who, by when, and how will we see that it is done?” An action without "
        + "a name is a wish.",
      "/decision and /insight take the others; >c12 or c12 tells what it comes from.",
      "Ask the owner, not the room. Say: “Ruth, do you want to?” Silence is not a yes.",
      "Tip: one name each. Others can help; one person answers for it.",
      "Variation: end with a round: “What do I do tomorrow because of today?”",
      "Accessibility: read the list out at the end, with names and dates, and send it afterwards.",
    ])

  struct Settings: Fields {
    @Field("What is kept: open, names too; or anonymous, then owners only where they are typed")
    var privacy = SpokenKeeping.open
    @Field("Open actions that came in, and were kept or not spoken of, go on as well")
    var passOnOpen = true
  }

  enum Kind: String, FieldChoice, Codable {
    case action, decision, insight
  }

  /// What became of an action.
  enum Status: String, Codable {
    case open, kept, done, dropped
  }

  struct State: Codable {
    /// What was said of a card after it was written: it takes the place of what the card says.
    var owners: [CardID: ParticipantID] = [:]
    var dues: [CardID: String] = [:]
    var statuses: [CardID: Status] = [:]
    var reasons: [CardID: String] = [:]
  }

  enum Event: Codable {
    case owned(CardID, by: ParticipantID)
    case due(CardID, on: String)
    case became(CardID, Status, reason: String?)
  }

  static let initialState = State()
  static let actions: [any Action<Commit>.Type] = [
    Agree.self, Decision.self, Insight.self, Owner.self, Due.self, Done.self, Keep.self, Drop.self,
  ]
  static let lineAction: (any Action<Commit>.Type)? = Agree.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .owned(let card, let person): state.owners[card] = person
    case .due(let card, let date): state.dues[card] = date
    case .became(let card, let status, let reason):
      state.statuses[card] = status
      state.reasons[card] = reason
    }
  }

  /// Everything that was written here, and the actions of last time that are still open.
  static func give(from room: Room<Commit>) -> [CardID] {
    let old = room.offered.filter { ![.done, .dropped].contains(room.status(of: $0)) }
    return (room.settings.passOnOpen ? old.map(\.id) : []) + room.visible.map(\.id)
  }
}

extension Room<Commit> {
  /// The open actions of last time: cards that came in with the tag `action`.
  var offered: [Card] { visibleTaken.filter { $0.tags.contains("action") } }

  func status(of card: Card) -> Commit.Status { state.statuses[card.id] ?? .open }

  /// Who sees to it.
  func owner(of card: Card) -> ParticipantID? {
    state.owners[card.id] ?? card.attributes["owner"].map { ParticipantID($0) }
  }

  /// By when.
  func due(of card: Card) -> CivilDate? {
    CivilDate(state.dues[card.id] ?? card.attributes["due"] ?? "")
  }

  /// The day on which the last thing happened, to tell what is late.
  var today: CivilDate? { CivilDate(now.description.prefix(10)) }
}
