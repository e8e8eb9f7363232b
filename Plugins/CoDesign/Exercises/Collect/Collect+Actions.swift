import ExerciseKit

extension Collect {
  /// What a plain line is: an idea a line.
  struct Idea: Action {
    static let about = ActionAbout(
      "idea", "Put an idea on the board, or build on a card",
      examples: [
        "idea @Ruth A bus that comes when you call it", "idea c3 And it takes wheelchairs",
      ])
    @Field("The card that it builds on") var on: CardID?
    @Field("The idea; several lines are several ideas, #tags at the end become tags")
    var text: String

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      if let on { _ = try room.card(on) }
      let ideas = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      guard !ideas.isEmpty else {
        throw Refusal("There are no words in it.", field: "text", hint: "Type the idea.")
      }
      let parent = on.map { CardDraft.Parent.card($0) }
      // A line without a name is the speaker's, where it is somebody's turn.
      let person = room.actor ?? (room.settings.privacy == .open ? room.speaker : nil)
      let name = room.actor == nil ? room.participants.first { $0.id == person }?.name : nil
      let sheet = room.sheet(of: person)
      var effects: [Effect<Event>] = ideas.map { idea in
        let (words, tags) = idea.withoutTrailingTags
        return .add(
          CardDraft(
            words, author: name.map { .named($0) } ?? .actor, parent: parent, tags: tags,
            attributes: sheet.map { ["sheet": "\($0)"] } ?? [:]))
      }
      guard let person else { return effects }
      effects.append(.record(.contributed(person)))
      if person == room.speaker { effects += room.turn(isSkipping: false) }
      return effects
    }
  }

  struct Round: Action {
    static let about = ActionAbout(
      "round", "Begin the first round or step, or go on to the next", attribution: .none,
      isForFacilitator: true, examples: ["round", "round 2"])
    @Field("Which round or step; the next one unless given", 1...1000) var number: Int?

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      let mode = room.settings.mode
      let round = number ?? min(room.state.round(in: mode), 999) + 1
      switch mode {
      case .solo:
        throw Refusal(
          "In solo mode there are no rounds: everybody writes when they like.",
          hint: "Set mode to rounds, pass-it-on or 1-2-4-all on the agenda.")
      case .rounds: return try room.beginTurns(round)
      case .oneTwoFourAll where round > 4:
        throw Refusal("That was the last step.", field: "number", hint: "/round 1 begins again.")
      case .passItOn, .oneTwoFourAll: return room.beginSheets(round)
      }
    }
  }

  struct Pass: Action {
    static let about = ActionAbout(
      "pass", "The speaker has no idea now, and comes back once in this round",
      attribution: .none, examples: ["pass"])

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      guard room.speaker != nil else {
        throw Refusal(
          "It is nobody's turn.", hint: "/round begins a round, where mode is rounds.")
      }
      return room.turn(isSkipping: true)
    }
  }
}
