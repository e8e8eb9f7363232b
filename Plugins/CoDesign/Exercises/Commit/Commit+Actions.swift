import ExerciseKit

extension Commit {
  /// What a plain line is. Whoever it is attributed to sees to it.
  struct Agree: Action {
    static let about = ActionAbout(
      "action", "Write down an action: who does what by when",
      examples: [
        "action @Ruth Write the guide by 2026-12-01", "action c12 Ask the drivers owner=Ruth",
        "action @Liz, @Tom: ring the school by Friday",
      ])
    @Field("The card that it comes from") var from: CardID?
    @Field("What is to be done; “by 2026-12-01” at the end is the due date") var text: String
    @Field("Who sees to it, one or several; whoever it is attributed to unless given")
    var owner: [ParticipantID]?
    @Field("By when: 2026-12-01") var due: CivilDate?

    func decide(in room: Room<Commit>) throws(Refusal) -> [Effect<Event>] {
      // The date may stand before the tags as well as behind them.
      let (plain, tags) = text.withoutTrailingTags
      let (words, date) = plain.withoutDueDate
      var attributes: [String: String] = [:]
      let owners = owner ?? [room.actor].compactMap(\.self)
      try room.checkPeople(owners, field: "owner")
      attributes.setOwners(owners)
      let due = due ?? date
      attributes["due"] = due?.description
      var effects = try room.add(.action, words, from: from, attributes, tags: tags)
      effects.append(.notice(room.told(owners, due)))
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
  /// - Throws: where one of them is not here.
  func checkPeople(_ people: [ParticipantID], field: String) throws(Refusal) {
    if let stranger = people.first(where: { id in !participants.contains { $0.id == id } }) {
      throw Refusal("Nobody here is \(stranger).", field: field)
    }
  }

  /// `Liz and Tom see to it`; whose line it is, is told already.
  fileprivate func told(_ owners: [ParticipantID], _ due: CivilDate?) -> String {
    let date = due.map { "by \($0)" }
    guard !owners.isEmpty else {
      return date == nil ? "Who sees to it, and by when? /owner, /due" : "Who sees to it? /owner"
    }
    let who = owners == [actor] ? nil : seeing(owners, to: "it")
    guard let date else {
      return [who, "By when? /due"].compactMap(\.self).joined(separator: ". ")
    }
    return [who, date].compactMap(\.self).joined(separator: ", ")
  }

  /// `Liz and Tom see to c3`.
  func seeing(_ owners: [ParticipantID], to what: String) -> String {
    let names = owners.compactMap { name(of: $0) }
    let all = [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
    return "\(all.joined(separator: " and ")) see\(owners.count == 1 ? "s" : "") to \(what)"
  }

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
