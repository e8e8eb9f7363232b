import ExerciseKit

/// Cards that say the same, put together: one stays in sight, the others stay in the session, and
/// the one in sight tells all its sources.
struct Merging: Codable, Equatable {
  /// In the order in which it happened.
  private(set) var records: [Record] = []

  /// One merge.
  struct Record: Codable, Equatable {
    /// The card that stays.
    var into: CardID
    /// The cards that it stands for too.
    var from: [CardID]
    /// What the staying card said before, where it was given other words.
    var before: String?
  }

  mutating func add(_ record: Record) { records.append(record) }

  /// Takes a card out of whatever it was merged into.
  mutating func split(_ card: CardID) {
    for index in records.indices { records[index].from.removeAll { $0 == card } }
    records.removeAll { $0.from.isEmpty }
  }

  /// What the card was merged into.
  func target(of card: CardID) -> CardID? { records.last { $0.from.contains(card) }?.into }

  /// The cards that this one stands for too, those merged into them included.
  func sources(of card: CardID) -> [CardID] {
    var sources: [CardID] = []
    var waiting = [card]
    while let next = waiting.popLast() {
      for id in records.filter({ $0.into == next }).flatMap(\.from)
      where id != card && !sources.contains(id) {
        sources.append(id)
        waiting.append(id)
      }
    }
    return sources.sorted()
  }
}

extension Room {
  /// The card with everything that was merged into it:
  /// `c3  Buses are late (Ruth), also c7 “Late buses” (Roger)`.
  func line(_ card: Card, _ merging: Merging) -> String {
    let others = merging.sources(of: card.id).compactMap { id -> String? in
      guard let source = try? self.card(id) else { return nil }
      let name = name(of: source.author).map { " (\($0))" } ?? ""
      return "\(id) “\(source.text)”\(name)"
    }
    return ([line(card)] + others.map { "also \($0)" }).joined(separator: ", ")
  }

  /// What merging these cards would change: the first one stays, with other words if they are
  /// given.
  ///
  /// - Throws: where there are not two cards, or one of them is hidden.
  func merge(
    _ cards: [CardID], text: String?, as event: (Merging.Record) -> Host.Event
  ) throws(Refusal) -> [Effect<Host.Event>] {
    var ids: [CardID] = []
    for id in cards where !ids.contains(id) {
      guard try card(id).hidden == nil else {
        throw Refusal("\(id) is hidden.", field: "cards", hint: "Merge cards that are in sight.")
      }
      ids.append(id)
    }
    guard let first = ids.first, ids.count > 1 else {
      throw Refusal(
        "Merging takes two cards or more.", field: "cards", hint: "/merge c3 c7: c3 stays.")
    }
    let words = text?.trimmed ?? ""
    let before = words.isEmpty ? nil : try card(first).text
    var effects: [Effect<Host.Event>] = ids.dropFirst().map {
      .hide($0, reason: "merged into \(first)")
    }
    if !words.isEmpty { effects.append(.edit(first, text: words)) }
    let others = Array(ids.dropFirst())
    effects.append(.record(event(Merging.Record(into: first, from: others, before: before))))
    return effects + [.notice("\(first) stands for \(others.map(\.rawValue).listed) too.")]
  }

  /// What taking the card out of its merge would change.
  func split(
    _ id: CardID, _ merging: Merging, as event: (CardID) -> Host.Event
  ) throws(Refusal) -> [Effect<Host.Event>] {
    guard let target = merging.target(of: id) else {
      throw Refusal("\(id) was not merged into another card.", field: "card")
    }
    let isHidden = try card(id).hidden != nil
    return (isHidden ? [.unhide(id)] : [])
      + [.record(event(id)), .notice("\(id) stands for itself again, beside \(target).")]
  }
}
