import ExerciseKit

extension Commit {
  static func view(of room: Room<Commit>, for audience: Audience) -> View {
    var blocks = room.opening
    if !room.offered.isEmpty {
      blocks.append(.heading("Open from before", level: 2))
      blocks.append(table(room.offered, room))
    }
    // What the actions come from: nobody can name an owner for what they can't see.
    let sources = room.visibleTaken.filter { !$0.isTagged(Kind.action.rawValue) }
    var brought: [View.Block] = []
    if !sources.isEmpty, audience != .report {
      brought = [
        .heading("Brought in", level: 2), .list(sources.map(room.line), ordered: false),
      ]
    }
    // On the wall what is agreed comes first.
    let isNew = audience == .room && !room.written.isEmpty
    blocks += isNew ? [] : brought
    let cards = Dictionary(grouping: room.written) { card in
      [Kind.action, .decision, .insight].first { card.isTagged($0.rawValue) }
    }
    if let actions = cards[.action] {
      blocks += [.heading("Actions", level: 2), table(actions, room)]
    }
    for (kind, title) in [(Kind.decision, "Decisions"), (.insight, "Insights")] {
      guard let cards = cards[kind] else { continue }
      blocks += [.heading(title, level: 2), .list(cards.map { source($0, room) }, ordered: false)]
    }
    if room.written.isEmpty { blocks.append(.text("Nothing is agreed here yet.")) }
    return View(blocks + gaps(room, audience) + (isNew ? brought : []))
  }

  private static func table(_ cards: [Card], _ room: Room<Commit>) -> View.Block {
    .table(
      View.Table(
        [.init("Action"), .init("Who"), .init("By"), .init("State")],
        cards.map { card in
          [
            source(card, room), room.owners(of: card) ?? "nobody yet",
            room.due(of: card)?.description ?? "no date", state(card, room),
          ]
        }))
  }

  private static func source(_ card: Card, _ room: Room<Commit>) -> String {
    "\(card.id)  \(card.text)" + (card.parent.map { " (from \($0))" } ?? "")
  }

  private static func state(_ card: Card, _ room: Room<Commit>) -> String {
    let status = room.status(of: card)
    let reason = card.attributes["reason"].map { ": \($0)" } ?? ""
    if !room.isClosed(card), let due = room.due(of: card), let today = room.today, due < today {
      return "late"
    }
    return status == .kept ? "still stands" : status.rawValue + reason
  }

  /// How many actions have all that an action needs.
  private static func gaps(_ room: Room<Commit>, _ audience: Audience) -> [View.Block] {
    let actions = (room.offered + room.written.filter { $0.isTagged("action") })
      .filter { !room.isClosed($0) }
    guard !actions.isEmpty else { return [] }
    let whole = actions.count { !$0.owners.isEmpty && room.due(of: $0) != nil }
    let words = "\(whole) of \(counted(actions.count, "open action")) "
    let without = actions.filter { $0.owners.isEmpty || room.due(of: $0) == nil }
    var blocks: [View.Block] = [
      .text(words + "\(whole == 1 ? "has" : "have") an owner and a date.")
    ]
    if audience == .facilitator, !without.isEmpty {
      blocks.append(
        .note("Ask about \(without.map(\.id.rawValue).listed): /owner, /due", .warning))
    }
    return blocks
  }
}
