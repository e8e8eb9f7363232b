import ExerciseKit

extension Room where Host: Poll {
  var isSealed: Bool { settings.privacy == .sealed }

  /// Whether the result is shown.
  var isOver: Bool { isSealed ? lot != nil : state.isRevealed }

  /// Every vote, in an order that is always the same.
  var casts: [Cast<Host.Vote>] {
    guard !isSealed else {
      return state.box.map { Cast(vote: $0.vote, weight: min(max(1, $0.weight), 1_000_000)) }
    }
    return state.ballots.sorted { $0.key < $1.key }.map { Cast(vote: $1, weight: 1) }
  }

  /// The number that breaks ties: of the box, or drawn by the room.
  var seed: Int? { isSealed ? lot : state.lot }

  /// What is asked about these cards.
  func question(about cards: [Card]) -> PaperQuestion {
    PaperQuestion(
      Host.words.field,
      "\(focus ?? Host.words.question)\n\(Host.instructions(settings, options: cards.count))",
      Host.form(settings, options: cards.count),
      options: cards.map {
        PaperOption($0.id.rawValue, $0.text, cost: Host.hasCosts ? cost(of: $0) : nil)
      },
      isRequired: true)
  }

  /// What a card costs: as the facilitator said, or as its attribute `cost` has it; nil where
  /// nobody knows.
  func cost(of card: Card) -> Int? {
    // What was revealed stays as it was counted.
    if !isSealed, state.isRevealed, let slate = state.slate {
      return slate.cards.first { $0.id == card.id }?.cost
    }
    let told = state.costs[card.id] ?? card.attributes["cost"].flatMap(Int.init(grouped:))
    return told.flatMap { Price.possible.contains($0) ? $0 : nil }
  }
}

/// What a card may cost.
enum Price {
  static let possible = 1...999_999_999_999
}

extension Int {
  /// A whole number as people write amounts: “1200”, “1,200”, “£1 200”.
  init?(grouped text: String) {
    var digits = text.drop { $0.isCurrencySymbol || $0.isWhitespace }
    digits.removeAll { $0 == "," || $0 == "'" || $0.isWhitespace }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    self.init(digits)
  }
}

extension Poll {
  /// What somebody is asked in the booth, and how it will be counted.
  static func paper(for room: Room<Self>) -> Paper? {
    let cards = options(of: room)
    let request = request(room.settings, options: cards.count, votes: [])
    return Paper(
      [room.question(about: cards)] + furtherQuestions,
      rule: request.rule(for: words.field, currency: room.settings.moneySign))
  }
}
