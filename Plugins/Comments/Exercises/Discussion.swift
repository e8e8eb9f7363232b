import ExerciseKit

/// People say what they think on a question, and answer each other to any depth.
struct Discussion: Exercise {
  static let about = ExerciseAbout(
    id: "discussion", name: "Discussion",
    summary: "say what you think on a question, and answer each other",
    guidance: [
      "Read the question out. Say: “Take a minute for yourself first. Then we hear each other.”",
      "Type what people say, as they say it: @Ruth and her words; >c3 answers a card. Say: “Did I "
        + "get that right?”",
      "/show tells who has not spoken yet. Say: “We have not heard everybody. What would you add?”",
      "Tip: /fold c3 and /sort busiest keep a long thread in view; /hide c3 off topic takes a card "
        + "out of sight, and the report keeps the reason.",
      "Variation: anonymous=yes keeps no names; /import brings in what was said elsewhere.",
      "Accessibility: read every card aloud as you type it, and take written notes from whoever "
        + "would rather not speak.",
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
    let brought: [View.Block] =
      taken.isEmpty
      ? []
      : [
        .heading("Brought in", level: 2),
        .list(taken.map { "\($0.id)  \($0.text)" }, ordered: false),
      ]
    let thread = CommentTree(room, audience).nodes
    // The room has seen what came in; on the wall what is said now comes first.
    let isNew = audience == .room && !thread.isEmpty
    blocks += isNew ? [] : brought
    blocks.append(thread.isEmpty ? .text("Nothing was said yet.") : .thread(thread))
    blocks += audience == .report ? [] : readiness(room, audience)
    return View(blocks + (isNew ? brought : []))
  }

  /// Who has spoken. What was imported says nothing about who is in the room.
  private static func readiness(_ room: Room<Discussion>, _ audience: Audience) -> [View.Block] {
    let said = room.cards.filter { !$0.isFromFile }
    guard !said.isEmpty else { return [] }
    return room.readiness(
      said.flatMap(\.authors), count: said.count,
      unnamed: said.count { $0.author == nil && $0.hidden == nil },
      "spoken", room.settings.anonymous ? .anonymous : .open, for: audience)
  }

  static func give(from room: Room<Discussion>) -> [CardID] {
    let visible = room.cards.filter { $0.hidden == nil && $0.attributes["kind"] != "pingback" }
    guard let tag = room.settings.passOn else { return visible.map(\.id) }
    let tagged = visible.filter { $0.isTagged(tag) }
    return (tagged.isEmpty ? visible : tagged).map(\.id)
  }
}
