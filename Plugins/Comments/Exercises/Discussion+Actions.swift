import ExerciseKit

extension Discussion {
  /// What a plain line is.
  struct Say: Action {
    static let about = ActionAbout(
      "say", "Say something, or answer a card",
      examples: ["say There is a big generation gap", "say c12 I see it differently #skills"])

    @Field("The card that it answers") var reply: CardID?
    @Field("What is said; #tags at its end become tags") var text: String

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      if let reply { _ = try room.card(reply) }
      let (words, tags) = text.withoutTrailingTags
      guard words.contains(where: { !$0.isWhitespace }) else {
        throw Refusal("Nothing was said.", field: "text", hint: "Type the words.")
      }
      let parent = reply.map { CardDraft.Parent.card($0) }
      let author = room.settings.anonymous ? CardDraft.Author.nobody : .actor
      return [.add(CardDraft(words, author: author, parent: parent, tags: tags))]
    }
  }

  struct Fold: Action {
    static let about = ActionAbout(
      "fold", "Show only the first card of a thread", attribution: .none, examples: ["fold c2"])
    @Field("The card whose replies are not shown") var card: CardID

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      _ = try room.card(card)
      return room.state.folded.contains(card)
        ? [.notice("\(card) is folded already.")]
        : [
          .record(.folded(card)), .notice("\(card) is folded; /unfold \(card) shows its replies."),
        ]
    }
  }

  struct Unfold: Action {
    static let about = ActionAbout(
      "unfold", "Show the replies of a thread again", attribution: .none, examples: ["unfold c2"])
    @Field("The card whose replies are to be seen") var card: CardID

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      _ = try room.card(card)
      return room.state.folded.contains(card)
        ? [.record(.unfolded(card)), .notice("\(card) shows its replies again.")]
        : [.notice("\(card) is not folded.")]
    }
  }

  struct Sort: Action {
    static let about = ActionAbout(
      "sort", "Change which threads stand first", attribution: .none, examples: ["sort busiest"])
    @Field("oldest, newest, or the busiest first") var order: Order

    func decide(in room: Room<Discussion>) -> [Effect<Event>] {
      [.record(.ordered(order)), .notice("The \(order.rawValue) threads stand first.")]
    }
  }

  struct Hide: Action {
    static let about = ActionAbout(
      "hide", "Take a card out of sight, for a reason that the report keeps", attribution: .none,
      isForFacilitator: true, examples: ["hide c12 Off topic"])
    @Field("Which card") var card: CardID
    @Field("Why, in a few words") var reason: String

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      guard try room.card(card).hidden == nil else {
        throw Refusal("\(card) is hidden already.", field: "card", hint: "/unhide \(card)")
      }
      return [.hide(card, reason: reason)]
    }
  }

  struct Unhide: Action {
    static let about = ActionAbout(
      "unhide", "Put a hidden card back in sight", attribution: .none, isForFacilitator: true,
      examples: ["unhide c12"])
    @Field("Which card") var card: CardID

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      guard try room.card(card).hidden != nil else {
        throw Refusal("\(card) is not hidden.", field: "card")
      }
      return [.unhide(card)]
    }
  }
}
