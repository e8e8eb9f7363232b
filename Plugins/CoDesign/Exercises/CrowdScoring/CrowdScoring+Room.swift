import ExerciseKit

/// A card and what it got.
struct ScoredCard {
  var card: Card
  var total: Int
  var count: Int

  var mean: Double { count == 0 ? 0 : Double(total) / Double(count) }
}

extension Room<CrowdScoring> {
  /// Whether scores may be seen: revealed, or the sealed box was opened.
  var isOpen: Bool { state.isRevealed || lot != nil }

  /// All cards with a score, the best mean first; ties by how many scored, then by label.
  var ranking: [ScoredCard] {
    let points = Dictionary(grouping: state.scores, by: \.card)
    let cards = allVisible.compactMap { card -> ScoredCard? in
      guard let scores = points[card.id], !scores.isEmpty else { return nil }
      // Within bounds even where a damaged state is not.
      let total = scores.reduce(0) { $0 + min(max($1.points, 1), 5) }
      return ScoredCard(card: card, total: total, count: scores.count)
    }
    return cards.sorted {
      ($1.mean, $1.count, $0.card.id) < ($0.mean, $0.count, $1.card.id)
    }
  }

  /// The first of them, and whoever ties with the last.
  var top: [ScoredCard] {
    let ranking = ranking
    guard ranking.count > settings.top else { return ranking }
    let least = ranking[settings.top - 1].mean
    return ranking.filter { $0.mean >= least }
  }

  /// Who gets which card: not their own and none that they had, each card in as few hands as can
  /// be; chance decides between equals. Where that leaves somebody out they get the card that went
  /// round least.
  func deal() -> [ParticipantID: CardID] {
    var chance = Chance(seed: seed)
    let people = voices.map(\.id).shuffled(using: &chance)
    let cards = allVisible.shuffled(using: &chance)
    guard !cards.isEmpty else { return [:] }
    var uses: [CardID: Int] = [:]
    for card in state.seen.values.joined() { uses[card, default: 0] += 1 }
    let rested = cards.sorted { uses[$0.id] ?? 0 < uses[$1.id] ?? 0 }
    var dealing = Dealing(
      copies: (people.count + cards.count - 1) / cards.count,
      choices: people.map { person in
        let had = Set(state.seen[person] ?? [])
        return rested.filter { $0.author != person && !had.contains($0.id) }.map(\.id)
      })
    for place in people.indices { dealing.serve(place) }
    var hands: [ParticipantID: CardID] = [:]
    for (place, person) in people.enumerated() {
      hands[person] = dealing.hands[place] ?? rested.first?.id
    }
    return hands
  }
}

/// Gives everybody one of the cards that they may have, as far as that can be: who is served makes
/// others take another one where that helps (augmenting paths, H. W. Kuhn, “The Hungarian method
/// for the assignment problem”, 1955).
private struct Dealing {
  /// How many hands a card may be in.
  let copies: Int
  /// Which cards each may have, the one liked best first.
  let choices: [[CardID]]
  /// By place; nobody where there was nothing left.
  private(set) var hands: [Int: CardID] = [:]
  private var holders: [CardID: [Int]] = [:]

  init(copies: Int, choices: [[CardID]]) { (self.copies, self.choices) = (copies, choices) }

  mutating func serve(_ place: Int) {
    var tried: Set<CardID> = []
    _ = give(place, &tried)
  }

  private mutating func give(_ place: Int, _ tried: inout Set<CardID>) -> Bool {
    for card in choices[place] where tried.insert(card).inserted {
      let others = holders[card] ?? []
      if others.count < copies {
        take(card, place)
        return true
      }
      for other in others where give(other, &tried) {
        // The other one has another card now.
        take(card, place)
        return true
      }
    }
    return false
  }

  private mutating func take(_ card: CardID, _ place: Int) {
    if let old = hands[place] { holders[old]?.removeAll { $0 == place } }
    hands[place] = card
    holders[card, default: []].append(place)
  }
}
