import ExerciseKit

extension CrowdScoring {
  /// What a plain line is: `@Ruth 4` for the card in Ruth's hand, or `c3=4 c7=2`.
  struct Give: Action {
    static let about = ActionAbout(
      "score", "Score the card in somebody's hand from 1 to 5, or name cards and scores",
      attribution: .required, isPrivate: true,
      examples: ["score @Ruth 4", "score @Ruth c3=4 c7=2"])
    @Field("From 1, a seed, to 5, a must", 1...5) var points: Int?
    @Field("Cards, and the score of each", 1...5, numbered: true) var scores: [CardID: Int]?

    func decide(in room: Room<CrowdScoring>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.isRevealed else {
        throw Refusal("The scores are shown already.", hint: "/cover lets people score again.")
      }
      let (state, pass) = (room.state, room.state.pass)
      var given: [Score] = []
      for (card, points) in (scores ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard try room.card(card).hidden == nil else { throw Refusal("\(card) is hidden.") }
        given.append(Score(card: card, points: points, pass: pass, by: room.actor))
      }
      if let points {
        guard let actor = room.actor, let card = state.hands[actor],
          (try? room.card(card))?.hidden == nil, (try? room.card(card)) != nil
        else {
          throw Refusal(
            "There is no card in that hand.", field: "points",
            hint: room.settings.privacy == .open
              ? "/pass deals the cards." : "No names are kept: say which card, c3=4.")
        }
        given.append(Score(card: card, points: points, pass: pass, by: actor))
      }
      guard !given.isEmpty else {
        throw Refusal("There is no score in that.", field: "points", hint: "@Ruth 4")
      }
      return [.record(.scored(given)), .notice("Noted.")]
    }
  }

  struct Write: Action {
    static let about = ActionAbout(
      "write", "Put a card among those that go round",
      examples: ["write @Ruth A bus stop in front of every school"])
    @Field("The idea") var text: String

    func decide(in room: Room<CrowdScoring>) throws(Refusal) -> [Effect<Event>] {
      let (words, tags) = text.withoutTrailingTags
      guard !words.isEmpty else { throw Refusal("There are no words in it.", field: "text") }
      return [.add(CardDraft(words, tags: tags))]
    }
  }

  struct Pass: Action {
    static let about = ActionAbout(
      "pass", "Deal the cards for the next pass, by chance", attribution: .none,
      isForFacilitator: true, examples: ["pass"])

    func decide(in room: Room<CrowdScoring>) throws(Refusal) -> [Effect<Event>] {
      guard room.settings.privacy == .open else {
        throw Refusal(
          "Where no names are kept, nobody can be dealt a card.",
          hint: "Everybody names the cards that they score: c3=4 c7=2.")
      }
      guard !room.state.isRevealed else {
        throw Refusal("The scores are shown already.", hint: "/cover lets people score again.")
      }
      guard room.state.pass < room.settings.passes else {
        throw Refusal("That was the last pass.", hint: "/reveal shows the result.")
      }
      guard !room.allVisible.isEmpty else {
        throw Refusal("There are no cards to pass.", hint: "/write A bold idea")
      }
      let hands = room.deal()
      guard !hands.isEmpty else {
        throw Refusal("Nobody is on the roster yet.", hint: "/people add Ruth, Roger")
      }
      let pass = max(room.state.pass, 0) + 1
      return [
        .record(.passed(pass: pass, hands: hands)),
        .notice("Pass \(pass) of \(room.settings.passes). Read, and score: @Name 4"),
      ]
    }
  }

  struct Reveal: Action {
    static let about = ActionAbout(
      "reveal", "End the scoring and show the result", attribution: .none, isForFacilitator: true,
      examples: ["reveal"])

    func decide(in room: Room<CrowdScoring>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.isRevealed else { throw Refusal("The scores are shown already.") }
      guard !room.state.scores.isEmpty else {
        throw Refusal("Nobody has scored yet.", hint: "@Ruth 4")
      }
      return [.record(.revealed), .notice("The scores are revealed."), .show]
    }
  }

  struct Cover: Action {
    static let about = ActionAbout(
      "cover", "Cover the result and let people score again", attribution: .none,
      isForFacilitator: true, examples: ["cover"])

    func decide(in room: Room<CrowdScoring>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.isRevealed else { throw Refusal("The scores are covered.") }
      return [.record(.covered)]
    }
  }
}
