public import ExerciseProtocol

/// Something that can be done in an exercise: a struct whose `@Field` properties are what it asks
/// for.
///
/// ```swift
/// struct Place: Action {
///   static let about = ActionAbout("dots", "Place your dots", examples: ["dots c1=2 c3"])
///   @Field("Cards and how many dots on each", 0...20) var dots: [CardID: Int]
///
///   func decide(in room: Room<DotVoting>) throws(Refusal) -> [Effect<DotVoting.Event>] {
///     [.record(.voted(dots))]
///   }
/// }
/// ```
public protocol Action<Host>: Fields {
  associatedtype Host: Exercise

  static var about: ActionAbout { get }

  /// What this action, with these fields, would change; nothing is changed yet. Called by the host
  /// with fields that it has checked against their declaration.
  ///
  /// - Throws: a refusal in words for the person who tried.
  func decide(in room: Room<Host>) throws(Refusal) -> [Effect<Host.Event>]
}

/// What help says of an action, and what the host enforces for it.
public struct ActionAbout: Sendable {
  var name: String
  var summary: String
  var privacy: Privacy
  var attribution: Attribution
  var isForFacilitator: Bool
  var isPrivate: Bool
  var examples: [String]

  /// - Parameters:
  ///   - name: kebab case, unique in its exercise: typed as `/dots`.
  ///   - summary: one line, as a request: “Place your dots”.
  ///   - privacy: what becomes of who did it.
  ///   - attribution: whether it is somebody's; ignored where `privacy` is not `open`.
  ///   - isForFacilitator: only whoever steers does this.
  ///   - isPrivate: no history keeps what is typed for it, as with a vote.
  ///   - examples: lines that work as they stand, without the slash.
  public init(
    _ name: String, _ summary: String, privacy: Privacy = .open,
    attribution: Attribution = .optional, isForFacilitator: Bool = false, isPrivate: Bool = false,
    examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.privacy = privacy
    self.attribution = attribution
    self.isForFacilitator = isForFacilitator
    self.isPrivate = isPrivate
    self.examples = examples
  }
}

/// What an action proposes: the typed form of ``Change``.
public enum Effect<Event: Codable & Sendable>: Sendable {
  /// Something for the board or the roster.
  case change(Change)
  /// The exercise's own event; it comes back to `evolve` once it is true.
  case record(Event)
  /// A word for whoever took the action, once it is true: “2 dots left”.
  case notice(String)
  /// Has the activity shown, as it is once the rest is true: after a reveal nobody wants to ask for
  /// it.
  case show

  /// A new card.
  public static func add(_ draft: CardDraft) -> Effect { .change(.addCard(draft)) }
  /// Other words for a card.
  public static func edit(_ card: CardID, text: String) -> Effect {
    .change(.editCard(card, text: text))
  }
  /// Other labels for a card.
  public static func tag(
    _ card: CardID, add: [String] = [], remove: [String] = []
  ) -> Effect {
    .change(.tagCard(card, add: add, remove: remove))
  }
  /// Something kept with a card, under a name: it is in the card's attributes from then on.
  public static func note(
    _ card: CardID, set: [String: String], remove: [String] = []
  ) -> Effect {
    .change(.noteCard(card, set: set, remove: remove))
  }
  /// A card out of sight, for a stated reason.
  public static func hide(_ card: CardID, reason: String) -> Effect {
    .change(.hideCard(card, reason: reason))
  }
  /// A card back in sight.
  public static func unhide(_ card: CardID) -> Effect { .change(.unhideCard(card)) }
}
