import ExerciseKit

extension Commit {
  struct Owner: Action {
    static let about = ActionAbout(
      "owner", "Say who sees to an action", attribution: .none,
      examples: ["owner c12 Ruth", "owner c12 Ruth, Mike"])
    @Field("Which action") var card: CardID
    @Field("Who sees to it, one or several") var person: [ParticipantID]

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      try room.checkPeople(person, field: "person")
      var set: [String: String] = [:]
      set.setOwners(person)
      return [
        .note(card, set: set, remove: person.count > 1 ? [] : ["owners"]),
        .notice("\(room.seeing(person, to: "\(card)"))."),
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
      return [.note(card, set: ["due": date.description]), .notice("\(card) is due on \(date).")]
    }
  }

  struct Done: Action {
    static let about = ActionAbout(
      "done", "An action is done", attribution: .none, examples: ["done c12"])
    @Field("Which action") var card: CardID

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [room.become(.done, card), .notice("\(card) is done.")]
    }
  }

  struct Keep: Action {
    static let about = ActionAbout(
      "keep", "An action still stands, also one that was done or dropped by mistake",
      attribution: .none, examples: ["keep c12"])
    @Field("Which action") var card: CardID

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.checkAction(card)
      return [room.become(.kept, card), .notice("\(card) still stands.")]
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
        room.become(.dropped, card, because: reason.trimmed),
        .notice("\(card) is dropped; the report keeps the reason."),
      ]
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

  /// - Throws: where there is no such card, or it is no action.
  fileprivate func checkAction(_ id: CardID) throws(Refusal) {
    guard try card(id).isTagged("action") else {
      throw Refusal("\(id) is not an action.", field: "card", hint: "/show lists the actions.")
    }
  }
}
