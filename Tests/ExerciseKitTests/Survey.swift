import ExerciseKit

/// An exercise with a field of every type, a state that had another shape once, and ways to fail.
struct Survey: Exercise {
  static let about = ExerciseAbout(
    id: "survey", name: "Survey", summary: "for the tests of the kit")

  enum Mood: String, FieldChoice, Codable {
    case calm, cross
  }

  struct Settings: Fields {
    @Field("Said first") var greeting = "Hello"
    @Field("How many", 1...9) var maxPerCard = 2
    @Field("Anything") var anyNumber = 0
    @Field("Whether") var isOpen = true
    @Field("Which mood") var mood = Mood.calm
    @Field("Left out or not") var closing: String?
  }

  struct State: Codable {
    var notes: [String] = []
  }

  struct Event: Codable {
    var note: String
  }

  static let initialState = State()
  static let actions: [any Action<Survey>.Type] = [Note.self, Everything.self, Look.self]
  static let stateVersion = 3

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    state.notes.append("\(event.note) at \(at)")
  }

  static func view(of room: Room<Survey>, for audience: Audience) -> View {
    View([
      .heading(room.title, level: 1), .text(room.settings.greeting),
      .list(room.state.notes, ordered: true),
      .list(room.cards.map { "\($0.id) \($0.text)" }, ordered: false),
      .list(room.taken.map { "\($0.id) \($0.text)" }, ordered: false),
    ])
  }

  /// Version 2 kept one note.
  static func migrate(_ state: JSONValue, from version: Int) throws(Refusal) -> State? {
    guard version == 2, case .string(let note)? = state["note"] else { return nil }
    return State(notes: [note])
  }
}

extension Survey {
  struct Note: Action {
    static let about = ActionAbout("note", "Keep a note", examples: ["note Hello"])
    @Field("The words") var text: String

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      guard !text.isEmpty else { throw Refusal("Nothing to note.", field: "text", hint: "Type.") }
      let name = room.name(of: room.actor) ?? "Somebody"
      return [.record(Event(note: text)), .notice("\(name) noted it."), .notice("Thanks.")]
    }
  }

  struct Everything: Action {
    static let about = ActionAbout(
      "everything", "Ask for everything", privacy: .anonymous, attribution: .required,
      isForFacilitator: true, examples: ["everything"])
    @Field("a") var card: CardID
    @Field("b") var cards: [CardID]
    @Field("c") var person: ParticipantID?
    @Field("d", 0...5) var dots: [CardID: Int]
    @Field("e") var tags: [String]
    @Field("f") var dueDate: CivilDate?
    @Field("g") var file: FileContents?

    func decide(in room: Room<Survey>) -> [Effect<Event>] { [] }
  }

  /// Fails where the card is not there.
  struct Look: Action {
    static let about = ActionAbout("look", "Look at a card", examples: ["look c1"])
    @Field("Which") var card: CardID

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      [.notice(try room.card(card).text)]
    }
  }

  static let plugin = Plugin(
    id: "survey", name: "Survey", version: "1.0.0", summary: "For the tests of the kit",
    author: "The Charrette authors", licence: "Apache-2.0", exercises: [Survey.self])
}
