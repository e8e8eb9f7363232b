import ExerciseKit

extension Matrix {
  /// What a plain line is. The two lists of points are what the booth's paper fills.
  struct Place: Action {
    static let about = ActionAbout(
      "place", "Place cards: across and up, from 0 to 10",
      examples: ["place c3 7 2", "place @Ruth c3 7 2; c5 c6 1 9"])
    @Field(
      "Cards, how far across, how far up: c3 7 2; more after a semicolon", beforeName: ["1"])
    var at: String?
    @Field("How far across each card lies", 0...10, numbered: true) var across: [CardID: Int]?
    @Field("How far up each card lies", 0...10, numbered: true) var up: [CardID: Int]?

    func decide(in room: Room<Matrix>) throws(Refusal) -> [Effect<Event>] {
      if room.settings.placedBy == .everybody {
        try room.checkSomebody(room.settings.privacy, hint: "@Ruth c3 7 2")
      }
      var placements =
        try at.map { text throws(Refusal) in
          try room.placements(text, by: room.owner)
        } ?? []
      let (onlyAcross, onlyUp) = (Set((across ?? [:]).keys), Set((up ?? [:]).keys))
      let halves = onlyAcross.symmetricDifference(onlyUp).sorted()
      // On a paper from the booth whoever sees one side alone of a card places it nowhere.
      if let half = halves.first, room.settings.privacy != .sealed {
        throw Refusal(
          "\(half) has one number of the two.", field: onlyUp.contains(half) ? "across" : "up",
          hint: "The card, then how far across and how far up: \(half) 7 2")
      }
      for (card, across) in (across ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let up = up?[card] else { continue }
        try room.check(card)
        placements.append(Placement(card: card, across: across, up: up, by: room.owner))
      }
      // On a paper from the booth whoever has no view leaves cards out, and that is no mistake.
      if placements.isEmpty, at == nil, room.settings.privacy == .sealed { return [] }
      guard !placements.isEmpty else {
        throw Refusal("No card is placed by that.", field: "at", hint: "c3 7 2")
      }
      // Where everybody places and no names are kept, each placement is one more voice.
      let isReplacing = room.settings.placedBy == .room || room.owner != nil
      return [.record(.placed(placements, replacing: isReplacing))]
        + [.notice(placements.words)]
    }
  }

  struct Settle: Action {
    static let about = ActionAbout(
      "settle", "Fix where a card lies, in place of the middle of all", attribution: .none,
      isForFacilitator: true, examples: ["settle c3 6 4"])
    @Field("Which card") var card: CardID
    @Field("How far across", 0...10) var across: Int
    @Field("How far up", 0...10) var up: Int

    func decide(in room: Room<Matrix>) throws(Refusal) -> [Effect<Event>] {
      try room.check(card)
      return [
        .record(.settled(Placement(card: card, across: across, up: up))),
        .notice("\(card) is settled at \(across) across, \(up) up."),
      ]
    }
  }

  struct Clear: Action {
    static let about = ActionAbout(
      "clear", "Take cards off the matrix; they stay on the board", attribution: .none,
      isForFacilitator: true, examples: ["clear c3"])
    @Field("Which cards") var cards: [CardID]

    func decide(in room: Room<Matrix>) throws(Refusal) -> [Effect<Event>] {
      guard !cards.isEmpty else { throw Refusal("Which cards?", field: "cards", hint: "/clear c3") }
      for card in cards { _ = try room.card(card) }
      return [
        .record(.cleared(cards)), .notice("Off the matrix: \(cards.map(\.rawValue).listed)."),
      ]
    }
  }

  struct Label: Action {
    static let about = ActionAbout(
      "label", "Give each placed card its quadrant's name as a tag", attribution: .none,
      isForFacilitator: true, examples: ["label"])

    func decide(in room: Room<Matrix>) throws(Refusal) -> [Effect<Event>] {
      let places = room.places
      guard !places.isEmpty else { throw Refusal("No card is placed yet.", hint: "c3 7 2") }
      let all: [PassOn] = [.upperLeft, .upperRight, .lowerLeft, .lowerRight]
      let tags = all.compactMap { room.name(of: $0).asTag }
      let labels = places.compactMap { place -> Effect<Event>? in
        guard let tag = room.name(of: place.quadrant).asTag else { return nil }
        let old = place.card.tags.filter { tags.contains($0) && $0 != tag }
        return .tag(place.card.id, add: [tag], remove: old)
      }
      return labels + [.notice("\(counted(labels.count, "card")) labelled.")]
    }
  }
}

extension [Matrix.Placement] {
  /// Where the card lies; of several, which they are.
  fileprivate var words: String {
    guard count == 1 else { return "\(map(\.card.rawValue).listed) are placed." }
    return "\(self[0].card) lies at \(self[0].across) across, \(self[0].up) up."
  }
}

extension Room<Matrix> {
  /// Whose placement this is: the room's, unless everybody places.
  fileprivate var owner: ParticipantID? { settings.placedBy == .everybody ? actor : nil }

  /// - Throws: where there is no such card, or it is hidden.
  fileprivate func check(_ id: CardID) throws(Refusal) {
    guard try card(id).hidden == nil else { throw Refusal("\(id) is hidden.", field: "card") }
  }

  /// `c3 7 2; c5 c6 1 9`.
  fileprivate func placements(
    _ text: String, by person: ParticipantID?
  ) throws(Refusal) -> [Matrix.Placement] {
    var placements: [Matrix.Placement] = []
    for part in text.split(separator: ";") where !part.trimmed.isEmpty {
      let selection = try CardSelection(part.trimmed, from: allVisible)
      let numbers = selection.words.split(whereSeparator: \.isWhitespace).map { Int($0) }
      guard !selection.cards.isEmpty, numbers.count == 2, let across = numbers[0],
        let up = numbers[1]
      else {
        throw Refusal(
          "“\(part.trimmed)” does not place a card.", field: "at",
          hint: "The card, then how far across and how far up: c3 7 2")
      }
      guard (0...10).contains(across), (0...10).contains(up) else {
        throw Refusal("Both numbers go from 0 to 10.", field: "at", hint: "c3 7 2")
      }
      placements += selection.cards.map {
        Matrix.Placement(card: $0, across: across, up: up, by: person)
      }
    }
    return placements
  }
}
