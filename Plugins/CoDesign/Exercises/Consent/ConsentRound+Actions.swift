import ExerciseKit

extension ConsentRound {
  /// What a plain line is: what the phase asks for. The grade is what the booth's paper fills.
  struct Say: Action {
    static let about = ActionAbout(
      "say", "Say what the phase asks for: a question, a reaction, an answer to the test",
      examples: ["say @Ruth Who pays for it?", "say @Ruth consent"])
    @Field(
      "The words, or in the test: consent, concern …, objection …, or a number",
      beforeName: [
        "1", "consent", "consent with a concern", "concern", "objection", "no objection",
        "no objections", "agreed", "fine", "fine by me", "ok", "yes", "no", "stand aside",
        "stands aside", "I can live with it", "can live with it", "object", "objects", "I object",
        "consents",
      ])
    var text: String?
    @Field("The step of the scale", 0...8) var grade: Int?

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      let words = text?.trimmed ?? ""
      if let grade {
        guard room.settings.method.range.contains(grade) else {
          throw Refusal(
            "\(grade) is not on the scale.", field: "grade", hint: room.settings.method.hint)
        }
        return try room.answer(grade, words)
      }
      guard !words.isEmpty else { throw Refusal("Nothing was said.", field: "text") }
      guard !room.state.wordings.isEmpty else { return room.propose(words, from: nil) }
      guard room.state.phase == .objections else { return room.note(words) }
      guard let answer = room.settings.method.answer(in: words) else {
        throw Refusal(
          "That does not answer the test.", field: "text", hint: room.settings.method.hint)
      }
      return try room.answer(answer.grade, answer.reason)
    }
  }

  /// For words beside the test, and where plain lines are sealed.
  struct Note: Action {
    static let about = ActionAbout(
      "words", "Write down words for the phase, whatever the phase is",
      examples: ["words @Ruth Who pays for it?"])
    @Field("The words") var text: String

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      guard !text.trimmed.isEmpty else { throw Refusal("Nothing was said.", field: "text") }
      return room.note(text.trimmed)
    }
  }

  struct Propose: Action {
    static let about = ActionAbout(
      "propose", "Put a proposal to the room: a card, or in words; another one may follow later",
      attribution: .none, examples: ["propose c12", "propose We run a night bus for three months"])
    @Field("The card that is proposed, or that it comes from") var card: CardID?
    @Field("The proposal in words; the card's own where not given") var text: String?

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      let known = try card.map { id throws(Refusal) in try room.card(id).text }
      let words = text?.trimmed ?? ""
      guard let proposal = words.isEmpty ? known : words else {
        throw Refusal("What is proposed?", field: "text", hint: "/propose c12, or its words")
      }
      return room.propose(proposal, from: card)
    }
  }

  struct TurnTo: Action {
    static let about = ActionAbout(
      "phase", "Go on to the next phase, or to any other", attribution: .none,
      isForFacilitator: true, examples: ["phase", "phase reactions"])
    @Field("Which phase; the next one unless given") var phase: Phase?

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.wordings.isEmpty else { throw Refusal.noProposal }
      let next = phase ?? room.state.phase.next
      return [.record(.turnedTo(next)), .notice(next.words(room.settings.method))]
    }
  }

  struct Amend: Action {
    static let about = ActionAbout(
      "amend", "Give the proposal other words; then everybody is asked again", attribution: .none,
      examples: ["amend We run a night bus for three months, on Fridays"])
    @Field("The proposal as it reads now") var text: String

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.wordings.isEmpty else { throw Refusal.noProposal }
      guard !text.trimmed.isEmpty else { throw Refusal("There are no words in it.", field: "text") }
      return [
        .record(.amended(text.trimmed)), .notice("Read it out, and ask everybody again."),
      ]
    }
  }

  struct Resolve: Action {
    static let about = ActionAbout(
      "resolve", "Note how an objection or a concern was taken in", attribution: .none,
      isForFacilitator: true, examples: ["resolve c9 The county pays the first year"])
    @Field("The objection's card") var card: CardID
    @Field("How it was taken in") var how: String

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      guard ["objection", "concern"].contains(where: try room.card(card).isTagged) else {
        throw Refusal("\(card) is no objection.", field: "card")
      }
      return [.record(.resolved(card, how: how.trimmed))]
    }
  }

  struct Decide: Action {
    static let about = ActionAbout(
      "decide", "Record the decision, and when it is looked at again", attribution: .none,
      isForFacilitator: true, examples: ["decide 2027-03-01"])
    @Field("The day on which it is looked at again: 2027-03-01") var review: CivilDate

    func decide(in room: Room<ConsentRound>) throws(Refusal) -> [Effect<Event>] {
      guard let text = room.state.wordings.last else { throw Refusal.noProposal }
      try room.checkPassed()
      let decision = Decision(
        text: text, version: room.state.wordings.count, review: review.description)
      let attributes = [
        "review": review.description, "method": room.settings.method.rawValue,
      ]
      let parent = room.state.from.flatMap { try? room.card($0) }.map {
        CardDraft.Parent.card($0.id)
      }
      return [
        .add(
          CardDraft(
            text, author: .nobody, parent: parent, tags: ["decision"], attributes: attributes)),
        .record(.decided(decision)), .notice("Decided; to be looked at again on \(review)."),
      ]
    }
  }
}

extension Refusal {
  fileprivate static let noProposal = Refusal(
    "There is no proposal yet.", hint: "/propose c12, or /propose and its words")
}
