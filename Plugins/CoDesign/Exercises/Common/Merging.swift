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
    var bare = card
    bare.attributes["merged"] = nil
    return ([line(bare)] + sources(of: card, merging)).joined(separator: ", ")
  }

  /// `also c7 “Late buses” (Roger)`, one for each card that was merged into this one: what the card
  /// itself tells, wherever it was merged; in sessions of before only its exercise knows them.
  func sources(of card: Card, _ merging: Merging) -> [String] {
    let ids = (card.sources + merging.sources(of: card.id))
    var told: [CardID] = []
    for id in ids where !told.contains(id) { told.append(id) }
    return told.sorted().map { id in
      var one = card
      one.attributes["merged"] = id.rawValue
      return String(alsoSaid(by: one).dropFirst(2))
    }
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
    // On the card itself, so that it is told in other activities too.
    var sources = try card(first).sources
    for id in others { sources += [id] + (try card(id).sources) }
    effects.append(
      .note(first, set: ["merged": sources.map(\.rawValue).joined(separator: " ")]))
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
    let own = Set([id] + merging.sources(of: id))
    let left = (try? card(target))?.sources.filter { !own.contains($0) } ?? []
    let told: Effect<Host.Event> =
      left.isEmpty
      ? .note(target, set: [:], remove: ["merged"])
      : .note(target, set: ["merged": left.map(\.rawValue).joined(separator: " ")])
    return (isHidden ? [.unhide(id)] : [])
      + [told, .record(event(id)), .notice("\(id) stands for itself again, beside \(target).")]
  }
}
