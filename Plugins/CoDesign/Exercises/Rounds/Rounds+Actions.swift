import ExerciseKit

extension Rounds {
  /// What a plain line is: the speaker's words.
  struct Say: Action {
    static let about = ActionAbout(
      "say", "Write down what the speaker says; @Name where it is somebody else",
      examples: ["say I am here because my mother takes the bus", "say @Ruth Glad to be here"])
    @Field("What is said; #tags at its end become tags") var text: String

    func decide(in room: Room<Rounds>) throws(Refusal) -> [Effect<Event>] {
      let (words, tags) = text.withoutTrailingTags
      guard !words.isEmpty else { throw Refusal("Nothing was said.", field: "text") }
      let speaker = room.actor ?? room.state.turns.speaker
      let author = room.participants.first { $0.id == speaker }
        .map { CardDraft.Author.named($0.name) }
      let round = room.state.turns.round
      return [
        .add(
          CardDraft(
            words, author: author ?? .actor, tags: tags,
            attributes: round > 0 ? ["round": "\(round)"] : [:]))
      ]
    }
  }

  struct Round: Action {
    static let about = ActionAbout(
      "round", "Begin the first round, or go on to the next question", attribution: .none,
      isForFacilitator: true, examples: ["round", "round 2"])
    @Field("Which round; the next one unless given", 1...1000) var number: Int?

    func decide(in room: Room<Rounds>) throws(Refusal) -> [Effect<Event>] {
      let turns = room.state.turns
      let voices = room.voices.map(\.id)
      guard !voices.isEmpty else {
        throw Refusal("Nobody is on the roster yet.", hint: "/people add Ruth, Roger")
      }
      let round = number ?? min(turns.round, 999) + 1
      let earlier =
        turns.order.isEmpty && room.settings.order == .roster
        ? (voices.last.map { [$0] } ?? []) + voices.dropLast() : turns.order
      let order = Turns.order(of: voices, round: round, after: earlier, seed: room.seed)
      return [
        .record(.began(round: round, order: order, pace: room.pace(of: order.first))),
        .notice(room.question(round)),
        room.notice(next: order.first),
      ]
    }
  }

  struct Done: Action {
    static let about = ActionAbout(
      "done", "The speaker is done; the next one's turn", attribution: .none, examples: ["done"])

    func decide(in room: Room<Rounds>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.turns.speaker != nil else { throw Refusal.nobodysTurn }
      let next = room.state.turns.next(among: room.voices.map(\.id), isSkipping: false)
      return [.record(.spoke(next: next, pace: room.pace(of: next))), room.notice(next: next)]
    }
  }

  struct Pass: Action {
    static let about = ActionAbout(
      "pass", "Skip the speaker, who comes back once after the others", attribution: .none,
      examples: ["pass"])

    func decide(in room: Room<Rounds>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.turns.speaker != nil else { throw Refusal.nobodysTurn }
      let next = room.state.turns.next(among: room.voices.map(\.id), isSkipping: true)
      return [.record(.skipped(next: next, pace: room.pace(of: next))), room.notice(next: next)]
    }
  }

  struct Call: Action {
    static let about = ActionAbout(
      "call", "Let somebody speak out of turn; whose turn it was keeps it", attribution: .none,
      isForFacilitator: true, examples: ["call Ruth"])
    @Field("Who speaks now") var person: ParticipantID

    func decide(in room: Room<Rounds>) throws(Refusal) -> [Effect<Event>] {
      guard room.participants.contains(where: { $0.id == person }) else {
        throw Refusal("Nobody here is \(person).", field: "person")
      }
      guard room.state.turns.round > 0 else { throw Refusal.nobodysTurn }
      return [.record(.called(person, pace: room.pace(of: person))), room.notice(next: person)]
    }
  }
}

extension Refusal {
  fileprivate static let nobodysTurn = Refusal(
    "It is nobody's turn.", hint: "/round begins a round.")
}
