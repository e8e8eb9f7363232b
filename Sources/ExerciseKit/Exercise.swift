public import ExerciseProtocol

/// One kind of activity. Its author writes a settings struct, a state, an event, actions and a
/// view; the kit does the rest.
///
/// The rules that make crash, undo, a second terminal and replay the same thing: an action's
/// `decide` changes nothing, it proposes; `evolve` is the only place where the state changes, and
/// it depends on the state and the event alone (no clock, no chance, no files).
public protocol Exercise: Sendable {
  /// What the facilitator can set on the agenda.
  associatedtype Settings: Fields = NoFields
  /// What folding the events gives. Cards are not in it: the room has them.
  associatedtype State: Codable & Sendable = NoState
  /// What only this exercise understands. `Never` for one whose contributions are all cards.
  associatedtype Event: Codable & Sendable = Never

  static var about: ExerciseAbout { get }
  /// Every action, in the order in which help lists them.
  static var actions: [any Action<Self>.Type] { get }
  /// The action that a plain line is: it takes the line as its last text field. Nil: plain lines
  /// mean nothing here.
  static var lineAction: (any Action<Self>.Type)? { get }

  /// The state before anything happened.
  static var initialState: State { get }
  /// Folds one event into the state. Called in the order of the journal, by the kit only.
  static func evolve(_ state: inout State, _ event: Event, at: Timestamp)
  /// The activity as it stands, for one audience. Called whenever somebody looks.
  static func view(of room: Room<Self>, for audience: Audience) -> View
  /// The cards that go on to the next activity, in order. Unless said otherwise: every visible
  /// card.
  static func give(from room: Room<Self>) -> [CardID]

  /// What somebody is asked in the booth, for the sealed action. Unless said otherwise it is made
  /// from that action's fields: a question for each.
  static func paper(for room: Room<Self>) -> Paper?

  /// The version of ``State`` that this build writes; raise it when the shape changes.
  static var stateVersion: Int { get }
  /// Reads a state that an older version wrote, or returns nil to have every event folded again.
  static func migrate(_ state: JSONValue, from version: Int) throws(Refusal) -> State?
}

/// What help says of an exercise.
public struct ExerciseAbout: Sendable {
  var id: String
  var name: String
  var summary: String
  var guidance: [String]

  /// - Parameters:
  ///   - id: kebab case, unique among installed plugins: `dot-voting`.
  ///   - name: as a facilitator says it: “Dot voting”.
  ///   - summary: one line.
  ///   - guidance: what the facilitator does and says, a step a string.
  public init(id: String, name: String, summary: String, guidance: [String] = []) {
    self.id = id
    self.name = name
    self.summary = summary
    self.guidance = guidance
  }
}

/// The state of an exercise whose cards are all there is to know.
public struct NoState: Codable, Hashable, Sendable {
  public init() {}
}

extension Exercise {
  public static var lineAction: (any Action<Self>.Type)? { nil }
  public static var stateVersion: Int { 1 }

  /// Every visible card.
  public static func give(from room: Room<Self>) -> [CardID] {
    room.cards.filter { $0.hidden == nil }.map(\.id)
  }

  /// The host makes it from the fields of the sealed action.
  public static func paper(for room: Room<Self>) -> Paper? { nil }

  /// No older version can be read: every event is folded again.
  public static func migrate(_ state: JSONValue, from version: Int) throws(Refusal) -> State? {
    nil
  }
}

extension Exercise where State == NoState {
  public static var initialState: NoState { NoState() }
}

extension Exercise where Event == Never {
  /// There are no events to fold.
  public static func evolve(_ state: inout State, _ event: Never, at: Timestamp) {}
}
