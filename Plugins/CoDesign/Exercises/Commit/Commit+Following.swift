import ExerciseKit

extension Commit {
  struct Owner: Action {
    static let about = ActionAbout(
      "owner", "Say who sees to an action", attribution: .none,
      examples: ["owner c12 Ruth", "owner c12 Ruth, Mike", "owner c12 c14 Ruth"])
    @Field("Which action, one or several") var card: [CardID]
    @Field("Who sees to it, one or several") var person: [ParticipantID]

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkActions(card)
      try room.checkPeople(person, field: "person")
      var set: [String: String] = [:]
      set.setOwners(person)
      return card.map { .note($0, set: set, remove: person.count > 1 ? [] : ["owners"]) }
        + [.notice("\(room.seeing(person, to: card.named)).")]
    }
  }

  struct Due: Action {
    static let about = ActionAbout(
      "due", "Say by when an action is to be done", attribution: .none,
      examples: ["due c12 2026-12-01", "due c12 c14 next Friday"])
    @Field("Which action, one or several") var card: [CardID]
    @Field("By when") var date: CivilDate

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkActions(card)
      return card.map { .note($0, set: ["due": date.description]) }
        + [.notice("\(card.named) \(card.areOrIs) due on \(date).")]
    }
  }

  struct Done: Action {
    static let about = ActionAbout(
      "done", "An action is done", attribution: .none, examples: ["done c12", "done c12 c14"])
    @Field("Which action, one or several") var card: [CardID]

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkActions(card)
      return card.map { room.become(.done, $0) }
        + [.notice("\(card.named) \(card.areOrIs) done.")]
    }
  }

  struct Keep: Action {
    static let about = ActionAbout(
      "keep", "An action still stands, also one that was done or dropped by mistake",
      attribution: .none, examples: ["keep c12", "keep c12 c14"])
    @Field("Which action, one or several") var card: [CardID]

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkActions(card)
      return card.map { room.become(.kept, $0) }
        + [.notice("\(card.named) still stand\(card.count == 1 ? "s" : "").")]
    }
  }

  struct Drop: Action {
    static let about = ActionAbout(
      "drop", "An action is no longer needed, for a reason that the report keeps",
      attribution: .none, examples: ["drop c12 The office does it now"])
    @Field("Which action, one or several") var card: [CardID]
    @Field("Why, in a few words") var reason: String

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkActions(card)
      return card.map { room.become(.dropped, $0, because: reason.trimmed) }
        + [.notice("\(card.named) \(card.areOrIs) dropped; the report keeps the reason.")]
    }
  }
}

extension Room<Commit> {
  /// What became of an action; an earlier reason goes with what it was the reason of.
  fileprivate func become(
    _ status: Commit.Status, _ card: CardID, because reason: String? = nil
  ) -> Effect<Never> {
    var set = ["status": status.rawValue]
    set["reason"] = reason
    return .note(card, set: set, remove: reason == nil ? ["reason"] : [])
  }

  /// - Throws: where there is no such card, or one is no action: then nothing is done to any.
  fileprivate func checkActions(_ ids: [CardID]) throws(Refusal) {
    guard !ids.isEmpty else {
      throw Refusal("Which action?", field: "card", hint: "/show lists the actions.")
    }
    for id in ids {
      guard try card(id).isTagged("action") else {
        throw Refusal("\(id) is not an action.", field: "card", hint: "/show lists the actions.")
      }
    }
  }
}

extension [CardID] {
  /// `c1, c2 and c7`.
  fileprivate var named: String { map(\.rawValue).listed }
  fileprivate var areOrIs: String { count == 1 ? "is" : "are" }
}
