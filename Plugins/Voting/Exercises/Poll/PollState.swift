import ExerciseKit

/// What folding a poll's events gives.
struct PollState<Vote: Codable & Sendable>: Codable, Sendable {
  /// In an open poll: the vote of everybody who has voted; a later one takes the place of an
  /// earlier one.
  var ballots: [ParticipantID: Vote] = [:]
  /// In a secret poll: what was in the box when it was opened, in the order in which it came.
  var box: [Cast<Vote>] = []
  /// In an open poll: whether the count is shown.
  var isRevealed = false
  /// In an open poll: a number that the room has drawn, by which ties are broken.
  var lot: Int?
  /// What cards cost, where the facilitator said so.
  var costs: [CardID: Int] = [:]
  /// In an open poll: how cards read when the first of their votes was given.
  var words: [CardID: String] = [:]
  /// In an open poll whose count is shown: what it was counted from.
  var slate: RevealedSlate?

  init() {}

  /// States and events of before there were secret polls have only votes by name.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    ballots = try values.decode([ParticipantID: Vote].self, forKey: .ballots)
    isRevealed = try values.decode(Bool.self, forKey: .isRevealed)
    box = try values.decodeIfPresent([Cast<Vote>].self, forKey: .box) ?? []
    lot = try values.decodeIfPresent(Int.self, forKey: .lot)
    costs = try values.decodeIfPresent([CardID: Int].self, forKey: .costs) ?? [:]
    words = try values.decodeIfPresent([CardID: String].self, forKey: .words) ?? [:]
    slate = try values.decodeIfPresent(RevealedSlate.self, forKey: .slate)
  }

  mutating func fold(_ event: PollEvent<Vote>) {
    switch event {
    case .voted(let voter, let vote): ballots[voter] = vote
    case .cast(let cast):
      // The box of a poll that was opened again holds all ballots, those of before too.
      if let first = box.first, first.after != cast.after { box = [] }
      box.append(cast)
    case .drawn(let number): lot = number
    case .votedOn(let voter, let vote, let cards):
      ballots[voter] = vote
      words.merge(cards) { before, _ in before }
    case .revealedAs(let slate): (isRevealed, self.slate) = (true, slate)
    case .revealed: isRevealed = true
    case .reopened: (isRevealed, lot, slate, words) = (false, nil, nil, [:])
    case .priced(let card, let cost): costs[card] = cost
    }
  }
}

/// One ballot out of the box. It knows neither person nor time.
struct Cast<Vote: Codable & Sendable>: Codable, Sendable {
  var vote: Vote
  /// How many votes it stands for.
  var weight: Int
  /// The lot of the count before this one, where the poll was opened again after it.
  var after: Int?
}

/// What happens in a poll.
enum PollEvent<Vote: Codable & Sendable>: Codable, Sendable {
  case voted(ParticipantID, Vote)
  case cast(Cast<Vote>)
  case drawn(Int)
  /// A vote that is the first to name these cards, and how they read then.
  case votedOn(ParticipantID, Vote, words: [CardID: String])
  /// The count is shown; what it is made from stays.
  case revealedAs(RevealedSlate)
  /// The same, by earlier versions.
  case revealed
  case reopened
  case priced(CardID, Int)
}
