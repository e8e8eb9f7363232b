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
      let sheet = room.sheet(of: room.actor)
      var effects: [Effect<Event>] = ideas.map { idea in
        let (words, tags) = idea.withoutTrailingTags
        return .add(
          CardDraft(
            words, parent: parent, tags: tags, attributes: sheet.map { ["sheet": "\($0)"] } ?? [:]))
      }
      if let actor = room.actor {
        effects.append(.record(.contributed(actor)))
        let turns = room.state.turns
        if room.settings.mode == .rounds, turns.speaker == actor {
          let next = turns.next(among: room.voices.map(\.id), isSkipping: false)
          effects.append(.record(.turn(.spoke(next: next))))
          effects.append(
            .notice(room.name(of: next).map { "Next: \($0)." } ?? "The round is over."))
        }
      }
      return effects
    }
  }

  struct Round: Action {
    static let about = ActionAbout(
      "round", "Begin the first round or step, or go on to the next", attribution: .none,
      isForFacilitator: true, examples: ["round", "round 2"])
    @Field("Which round or step; the next one unless given", 1...1000) var number: Int?

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      let (mode, state) = (room.settings.mode, room.state)
      let round = number ?? min(state.round, 999) + 1
      guard mode != .solo else {
        throw Refusal(
          "In solo mode there are no rounds: everybody writes when they like.",
          hint: "Set mode to rounds, pass-it-on or 1-2-4-all on the agenda.")
      }
      if mode == .oneTwoFourAll, round > 4 {
        throw Refusal("That was the last step.", field: "number", hint: "/round 1 begins again.")
      }
      let voices = room.voices.map(\.id)
      if mode == .rounds {
        let order = Turns.order(
          of: voices, round: round, after: state.turns.order, seed: room.seed)
        let first = room.name(of: order.first).map { " \($0) begins." } ?? ""
        return [
          .record(.turn(.began(round: round, order: order))),
          .notice("Round \(round).\(first) \(room.say(for: round))"),
        ]
      }
      let ring = Turns.order(of: voices, round: 1, after: [], seed: room.seed)
      // Whoever came since sits down at the end; nobody changes seats.
      let seated = state.ring.isEmpty ? ring : state.ring + ring.filter { !state.ring.contains($0) }
      return room.lasted(before: round)
        + [
          .record(.began(round: round, ring: seated)),
          .notice("\(room.words(for: round)) \(room.say(for: round))"),
        ]
    }
  }

  struct Pass: Action {
    static let about = ActionAbout(
      "pass", "The speaker has no idea now, and comes back once in this round",
      attribution: .none, examples: ["pass"])

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      guard room.settings.mode == .rounds, room.state.turns.speaker != nil else {
        throw Refusal(
          "It is nobody's turn.", hint: "/round begins a round, where mode is rounds.")
      }
      let next = room.state.turns.next(among: room.voices.map(\.id), isSkipping: true)
      return [
        .record(.turn(.skipped(next: next))),
        .notice(room.name(of: next).map { "Next: \($0)." } ?? "The round is over."),
      ]
    }
  }

  struct Merge: Action {
    static let about = ActionAbout(
      "merge", "Put cards that say the same together; the first stays and tells all its sources",
      attribution: .none, isForFacilitator: true,
      examples: ["merge c3 c7", "merge c3 c7 Buses are late in the evening"])
    @Field("Which cards, the one that stays first") var cards: [CardID]
    @Field("Other words for the one that stays") var text: String?

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      try room.merge(cards, text: text) { .merged($0) }
    }
  }

  struct Split: Action {
    static let about = ActionAbout(
      "split", "Take a card out of the one that it was merged into", attribution: .none,
      isForFacilitator: true, examples: ["split c7"])
    @Field("The card that was merged into another") var card: CardID

    func decide(in room: Room<Collect>) throws(Refusal) -> [Effect<Event>] {
      try room.split(card, room.state.merging) { .split($0) }
    }
  }
}

extension Room<Collect> {
  /// How long the round or step took that ends now, where that was more than planned.
  fileprivate func lasted(before next: Int) -> [Effect<Collect.Event>] {
    guard state.round > 0, next != state.round else { return [] }
    let minutes = (now.milliseconds &- state.since) / 60_000
    let planned =
      settings.mode == .passItOn
      ? settings.roundMinutes : settings.steps[min(state.round, 4) - 1]
    guard minutes > planned, minutes <= 1440 else { return [] }
    return [.notice("That took \(counted(minutes, "minute")), of \(planned).")]
  }
}
