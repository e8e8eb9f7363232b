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

  /// Who gets which card: not their own and none that they had, as far as that can be; the card
  /// that went round least comes first, and chance decides between equals.
  func deal() -> [ParticipantID: CardID] {
    var chance = Chance(seed: seed)
    let people = voices.map(\.id).shuffled(using: &chance)
    let cards = allVisible.shuffled(using: &chance)
    var uses: [CardID: Int] = [:]
    for card in state.seen.values.joined() { uses[card, default: 0] += 1 }
    var inHand: Set<CardID> = []
    var hands: [ParticipantID: CardID] = [:]
    for person in people {
      let had = Set(state.seen[person] ?? [])
      func cost(_ card: Card) -> (Int, Int) {
        var wrong = 0
        if had.contains(card.id) { wrong += 4 }
        if card.author == person { wrong += 2 }
        if inHand.contains(card.id) { wrong += 1 }
        return (wrong, uses[card.id] ?? 0)
      }
      guard let card = cards.min(by: { cost($0) < cost($1) }) else { continue }
      hands[person] = card.id
      inHand.insert(card.id)
      uses[card.id, default: 0] += 1
    }
    return hands
  }
}
