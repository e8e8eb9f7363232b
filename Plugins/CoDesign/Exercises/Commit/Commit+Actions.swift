import ExerciseKit

extension Commit {
  /// What a plain line is. Whoever it is attributed to sees to it.
  struct Agree: Action {
    static let about = ActionAbout(
      "action", "Write down an action: who does what by when",
      examples: [
        "action @Ruth Write the guide by 2026-12-01", "action c12 Ask the drivers owner=Ruth",
      ])
    @Field("The card that it comes from") var from: CardID?
    @Field("What is to be done; “by 2026-12-01” at the end is the due date") var text: String
    @Field("Who sees to it; whoever it is attributed to unless given") var owner: ParticipantID?
    @Field("By when: 2026-12-01") var due: CivilDate?

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      // The date may stand before the tags as well as behind them.
      let (plain, tags) = text.withoutTrailingTags
      let (words, date) = plain.withoutDueDate
      var attributes: [String: String] = [:]
      let owner = owner ?? room.actor
      if let owner, !room.participants.contains(where: { $0.id == owner }) {
        throw Refusal("Nobody here is \(owner).", field: "owner")
      }
      attributes["owner"] = owner?.rawValue
      let due = due ?? date
      attributes["due"] = due?.description
      var effects = try room.add(.action, words, from: from, attributes, tags: tags)
      switch (owner, due) {
      case (nil, nil): effects.append(.notice("Who sees to it, and by when? /owner, /due"))
      case (nil, _): effects.append(.notice("Who sees to it? /owner"))
      case (_, nil): effects.append(.notice("By when? /due"))
      case (_, let due?): effects.append(.notice("by \(due)"))
      }
      return effects
    }
  }

  struct Decision: Action {
    static let about = ActionAbout(
      "decision", "Write down a decision", examples: ["decision c12 We begin with the night bus"])
    @Field("The card that it comes from") var from: CardID?
    @Field("What was decided") var text: String

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.add(.decision, text, from: from)
    }
  }

  struct Insight: Action {
    static let about = ActionAbout(
      "insight", "Write down what the room has learned",
      examples: ["insight Drivers know the problem, and nobody had asked them"])
    @Field("The card that it comes from") var from: CardID?
    @Field("What was learned") var text: String

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      try room.add(.insight, text, from: from)
    }
  }
}

extension Room<Commit> {
  fileprivate func add(
    _ kind: Commit.Kind, _ text: String, from card: CardID?, _ attributes: [String: String] = [:],
    tags more: [String] = []
  ) throws(Refusal) -> [Effect<Commit.Event>] {
    if let card { _ = try self.card(card) }
    let (words, tags) = text.withoutTrailingTags
    guard !words.isEmpty else {
      throw Refusal("There are no words in it.", field: "text", hint: "Type what it is.")
    }
    return [
      .add(
        CardDraft(
          words, parent: card.map { .card($0) }, tags: [kind.rawValue] + tags + more,
          attributes: attributes))
    ]
  }
}

extension String {
  /// `Write the guide by 2026-12-01`: the words and the date at their end, if there is one.
  fileprivate var withoutDueDate: (words: String, date: CivilDate?) {
    let words = split(whereSeparator: \.isWhitespace)
    guard words.count > 2, let last = words.last, let date = CivilDate(last),
      words[words.count - 2].lowercased() == "by"
    else { return (self, nil) }
    return (self[..<words[words.count - 2].startIndex].trimmed, date)
  }
}
