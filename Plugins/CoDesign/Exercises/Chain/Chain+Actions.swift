import ExerciseKit

extension Chain {
  /// What a plain line is: the next step.
  struct Step: Action {
    static let about = ActionAbout(
      "step", "Add the next step to the newest card, or to the card you name",
      examples: [
        "step The timetable is made in another office", "step c3 Nobody asked the drivers",
      ])
    @Field("The card that it hangs on; the newest unless given") var on: CardID?
    @Field("The step; #tags at its end become tags") var text: String

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      try room.add(text, to: on ?? room.tip?.id)
    }
  }

  struct Root: Action {
    static let about = ActionAbout(
      "root", "Begin another chain", examples: ["root People miss the last bus"])
    @Field("Where it begins") var text: String

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      try room.add(text, to: nil)
    }
  }

  struct Assume: Action {
    static let about = ActionAbout(
      "assume", "Write down what a step takes for granted", examples: ["assume c4 Parents read it"])
    @Field("The step that rests on it") var card: CardID
    @Field("What is taken for granted") var text: String

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      try room.add(text, to: card, tags: ["assumption"])
    }
  }

  struct From: Action {
    static let about = ActionAbout(
      "from", "Go on from a card: the next plain line hangs on it", attribution: .none,
      examples: ["from c3"])
    @Field("Which card") var card: CardID

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      let text = try room.card(card).text
      return [.record(.wentTo(card)), .notice("“\(text)”  \(room.question)")]
    }
  }

  struct Mark: Action {
    static let about = ActionAbout(
      "mark", "Mark a card to act on; marked cards go on to the next activity",
      attribution: .none, examples: ["mark c7"])
    @Field("Which card") var card: CardID

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      _ = try room.card(card)
      guard !room.state.marked.contains(card) else {
        throw Refusal("\(card) is marked already.", field: "card")
      }
      return [.tag(card, add: ["act-here"]), .record(.marked(card))]
    }
  }

  struct Unmark: Action {
    static let about = ActionAbout(
      "unmark", "Take the mark off a card", attribution: .none, examples: ["unmark c7"])
    @Field("Which card") var card: CardID

    func decide(in room: Room<Chain>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.marked.contains(card) else {
        throw Refusal("\(card) is not marked.", field: "card")
      }
      let isThere = (try? room.card(card)) != nil
      return (isThere ? [.tag(card, remove: ["act-here"])] : []) + [.record(.unmarked(card))]
    }
  }
}

extension Room<Chain> {
  /// The card that the next plain line continues; nil before the first.
  var tip: Card? {
    if let from = state.from, let card = try? card(from), card.hidden == nil { return card }
    return visible.last { !$0.isTagged("assumption") } ?? visibleTaken.first
  }

  var question: String {
    settings.question.trimmed.isEmpty ? settings.preset.question : settings.question.trimmed
  }

  fileprivate func add(
    _ text: String, to parent: CardID?, tags more: [String] = []
  ) throws(Refusal) -> [Effect<Chain.Event>] {
    let (words, tags) = text.withoutTrailingTags
    guard !words.isEmpty else {
      throw Refusal("There are no words in it.", field: "text", hint: "Type the step.")
    }
    if let parent {
      guard try card(parent).hidden == nil else {
        throw Refusal("\(parent) is hidden.", field: "on", hint: "/from c3 goes on elsewhere.")
      }
    }
    return [
      .add(CardDraft(words, parent: parent.map { .card($0) }, tags: more + tags)),
      .record(.stepped(actor)), .notice(question),
    ]
  }
}
