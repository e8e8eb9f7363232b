import ExerciseKit

/// People say what they think on a question, and answer each other to any depth.
struct Discussion: Exercise {
  static let about = ExerciseAbout(
    id: "discussion", name: "Discussion",
    summary: "say what you think on a question, and answer each other",
    guidance: [
      "Read the question out, and give everybody a minute to think.",
      "Type what people say, as they say it; ask whether you got it right.",
      "Look for who has not spoken yet.",
    ])

  struct Settings: Fields {
    @Field("Keep no names: nobody can ever tell who said what") var anonymous = false
    @Field("Which threads stand first") var order = Order.oldest
    @Field("Only cards with this tag go on to the next activity; all where none has it")
    var passOn: String?
  }

  enum Order: String, FieldChoice, Codable {
    case oldest, newest, busiest
  }

  /// How the thread is looked at; what was said is in the cards.
  struct State: Codable {
    var order: Order?
    /// In the order in which they were folded: a set would be written in another order each time.
    var folded: [CardID] = []
  }

  enum Event: Codable {
    case ordered(Order)
    case folded(CardID)
    case unfolded(CardID)
  }

  static let initialState = State()

  static let actions: [any Action<Discussion>.Type] = [
    Say.self, Fold.self, Unfold.self, Sort.self, Hide.self, Unhide.self,
  ]
  static let lineAction: (any Action<Discussion>.Type)? = Say.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .ordered(let order): state.order = order
    case .folded(let card): if !state.folded.contains(card) { state.folded.append(card) }
    case .unfolded(let card): state.folded.removeAll { $0 == card }
    }
  }

  static func view(of room: Room<Discussion>, for audience: Audience) -> View {
    var blocks: [View.Block] = [.heading(room.title, level: 1)]
    if let focus = room.focus { blocks.append(.text(focus)) }
    let taken = room.taken.filter { $0.hidden == nil || audience == .facilitator }
    if !taken.isEmpty {
      blocks.append(.heading("Brought in", level: 2))
      blocks.append(.list(taken.map { "\($0.id)  \($0.text)" }, ordered: false))
    }
    let thread = CommentTree(room, audience).nodes
    blocks.append(thread.isEmpty ? .text("Nothing was said yet.") : .thread(thread))
    return View(blocks)
  }

  static func give(from room: Room<Discussion>) -> [CardID] {
    let visible = room.cards.filter { $0.hidden == nil && $0.attributes["kind"] != "pingback" }
    guard let tag = room.settings.passOn else { return visible.map(\.id) }
    let tagged = visible.filter { $0.tags.contains(tag) }
    return (tagged.isEmpty ? visible : tagged).map(\.id)
  }
}
