import ExerciseKit

extension Commit {
  struct Owner: Action {
    static let about = ActionAbout(
      "owner", "Say who sees to an action", attribution: .none, examples: ["owner c12 Ruth"])
    @Field("Which action") var card: CardID
    @Field("Who sees to it") var person: ParticipantID

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      guard room.participants.contains(where: { $0.id == person }) else {
        throw Refusal("Nobody here is \(person).", field: "person")
      }
      return [
        .record(.owned(card, by: person)),
        .notice("\(room.name(of: person) ?? "") sees to \(card)."),
      ]
    }
  }

  struct Due: Action {
    static let about = ActionAbout(
      "due", "Say by when an action is to be done", attribution: .none,
      examples: ["due c12 2026-12-01"])
    @Field("Which action") var card: CardID
    @Field("By when") var date: CivilDate

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [.record(.due(card, on: date.description)), .notice("\(card) is due on \(date).")]
    }
  }

  struct Done: Action {
    static let about = ActionAbout(
      "done", "An action is done", attribution: .none, examples: ["done c12"])
    @Field("Which action") var card: CardID

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [.record(.became(card, .done, reason: nil)), .notice("\(card) is done.")]
    }
  }

  struct Keep: Action {
    static let about = ActionAbout(
      "keep", "An action of last time still stands", attribution: .none, examples: ["keep c12"])
    @Field("Which action") var card: CardID

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [.record(.became(card, .kept, reason: nil)), .notice("\(card) still stands.")]
    }
  }

  struct Drop: Action {
    static let about = ActionAbout(
      "drop", "An action is no longer needed, for a reason that the report keeps",
      attribution: .none, examples: ["drop c12 The office does it now"])
    @Field("Which action") var card: CardID
    @Field("Why, in a few words") var reason: String

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [
        .record(.became(card, .dropped, reason: reason.trimmed)),
        .notice("\(card) is dropped; the report keeps the reason."),
      ]
    }
  }
}

extension Room<Commit> {
  /// - Throws: where there is no such card, or it is no action.
  fileprivate func checkAction(_ id: CardID) throws(Refusal) {
    guard try card(id).tags.contains("action") else {
      throw Refusal("\(id) is not an action.", field: "card", hint: "/show lists the actions.")
    }
  }
}
