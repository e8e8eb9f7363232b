import ExerciseKit
import VotingMethods

/// The cards that are voted on, as candidates: their labels are the ids, their texts the names.
struct Slate {
  let cards: [Card]
  /// What each costs; 0 where nobody knows.
  let costs: [Int]
  private let places: [CardID: Int]

  init<Host: Poll>(_ room: Room<Host>) {
    cards = Host.options(of: room)
    costs = cards.map { room.cost(of: $0) ?? 0 }
    places = Dictionary(cards.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  var candidates: [Candidate] { cards.map { Candidate(id: $0.id.rawValue, name: $0.text) } }

  func place(of id: CardID) -> Int? { places[id] }

  /// The places of those that are here, each once.
  func places(of ids: [CardID]) -> [Int] {
    var seen: Set<Int> = []
    return ids.compactMap(place).filter { seen.insert($0).inserted }
  }
}

extension ApprovalBallots {
  init(_ casts: [Cast<[CardID]>], on slate: Slate) {
    self.init(candidates: slate.candidates)
    for cast in casts { try? append(slate.places(of: cast.vote), count: cast.weight) }
  }
}

extension ScoreBallots {
  /// What can be given in a vote at all.
  static let bounds = -1_000_000...1_000_000

  /// Points by card. The range is as wide as what was given: bounds that were drawn in since don't
  /// void a vote.
  init(_ casts: [Cast<[CardID: Int]>], on slate: Slate, range: ClosedRange<Int>) {
    func within(_ points: Int) -> Int {
      min(max(points, Self.bounds.lowerBound), Self.bounds.upperBound)
    }
    let rows = casts.map { cast in
      slate.cards.map { card in cast.vote[card.id].map(within) }
    }
    let given = rows.joined().compactMap(\.self)
    let lowest = min(within(range.lowerBound), given.min() ?? range.lowerBound)
    let highest = max(within(range.upperBound), given.max() ?? range.upperBound)
    self.init(candidates: slate.candidates, range: lowest...max(lowest, highest))
    for (cast, row) in zip(casts, rows) { try? append(row, count: cast.weight) }
  }
}

extension RankedBallots {
  init(_ casts: [Cast<Ranking>], on slate: Slate) {
    self.init(candidates: slate.candidates)
    for cast in casts {
      var seen: Set<Int> = []
      let ranks = cast.vote.ranks.map { rank in
        slate.places(of: rank).filter { seen.insert($0).inserted }
      }
      try? append(ranks.filter { !$0.isEmpty }, count: cast.weight)
    }
  }
}
