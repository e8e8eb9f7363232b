public import ExerciseKit

extension Harness {
  /// What the clock shows. Each action moves it on by a second.
  public var now: Timestamp { session.now }

  /// The cards contributed in the activity, and after them those that came in.
  public var cards: [Card] { session.cards }

  /// The roster, in the order in which people joined.
  public var participants: [Participant] { session.participants }

  /// The session's proposition, once the exercise set one.
  public var proposition: (title: String, text: String)? { session.proposition }

  /// The card with this label.
  public func card(_ id: CardID) throws -> Card { try session.card(id) }

  /// Lets time pass.
  public func wait(seconds: Double) { session.now = session.now.advanced(bySeconds: seconds) }

  /// Changes a card as something else than this exercise would: `harness.change("c2") { $0.hidden =
  /// "off topic" }`.
  public func change(_ id: CardID, _ body: (inout Card) -> Void) throws {
    var card = try session.card(id)
    body(&card)
    tell(.card(card))
  }

  /// Takes a card away, as an undo would.
  public func remove(_ id: CardID) throws { tell(.cardRemoved(try session.card(id).id)) }

  /// Puts a person on the roster.
  @discardableResult public func join(_ name: String) -> Participant {
    let person = session.newcomer(name)
    tell(.participant(person))
    return person
  }
}
