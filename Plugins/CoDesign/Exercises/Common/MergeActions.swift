import ExerciseKit

/// An exercise whose cards can be merged has this in its state…
protocol MergingState {
  var merging: Merging { get }
}

/// … and these among its events.
protocol MergingEvent {
  static func merged(_ record: Merging.Record) -> Self
  static func split(_ card: CardID) -> Self
}

/// Puts cards together, in any exercise whose cards can be merged.
struct Merge<Host: Exercise>: Action where Host.State: MergingState, Host.Event: MergingEvent {
  static var about: ActionAbout {
    ActionAbout(
      "merge", "Put cards that say the same together; the first stays and tells all its sources",
      attribution: .none, isForFacilitator: true,
      examples: ["merge c3 c7", "merge c3 c7 Buses are late in the evening"])
  }
  @Field("Which cards, the one that stays first") var cards: [CardID]
  @Field("Other words for the one that stays") var text: String?

  func decide(in room: Room<Host>) throws(Refusal) -> [Effect<Host.Event>] {
    try room.merge(cards, text: text) { .merged($0) }
  }
}

/// Takes a card out again.
struct Split<Host: Exercise>: Action where Host.State: MergingState, Host.Event: MergingEvent {
  static var about: ActionAbout {
    ActionAbout(
      "split", "Take a card out of the one that it was merged into", attribution: .none,
      isForFacilitator: true, examples: ["split c7"])
  }
  @Field("The card that was merged into another") var card: CardID

  func decide(in room: Room<Host>) throws(Refusal) -> [Effect<Host.Event>] {
    try room.split(card, room.state.merging) { .split($0) }
  }
}
