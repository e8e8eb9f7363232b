import ExerciseKit

extension Rounds {
  /// The present round with its turns first, and then what was said in the others.
  static func view(of room: Room<Rounds>, for audience: Audience) -> View {
    let rounds = Dictionary(grouping: room.visible) {
      $0.attributes["round"].flatMap { Int($0) } ?? 0
    }
    let current = room.state.turns.round
    let isLive = audience != .report
    var blocks = room.opening
    if isLive, !room.visibleTaken.isEmpty {
      blocks += [
        .heading("Brought in", level: 2), .list(room.visibleTaken.map(room.line), ordered: false),
      ]
    }
    if isLive { blocks += current == 0 ? beginning(room, audience) : turns(room, audience) }
    if isLive, current > 0 { blocks += said(rounds[current], in: room) }
    for (number, cards) in rounds.sorted(by: { $0.key < $1.key })
    where !isLive || current == 0 || number != current {
      let title = number > 0 ? room.question(number) : "Before the rounds"
      blocks += [.heading(title, level: 2)] + said(cards, in: room)
    }
    if rounds.isEmpty, !isLive { blocks.append(.text("Nothing was written down.")) }
    return View(blocks)
  }

  private static func said(_ cards: [Card]?, in room: Room<Rounds>) -> [View.Block] {
    cards.map { [.list($0.map(room.line), ordered: false)] } ?? []
  }

  private static func beginning(_ room: Room<Rounds>, _ audience: Audience) -> [View.Block] {
    [.list(room.questions, ordered: true)]
      + (audience == .facilitator ? [.note("/round draws the order and begins.", .hint)] : [])
  }

  private static func turns(_ room: Room<Rounds>, _ audience: Audience) -> [View.Block] {
    let turns = room.state.turns
    return [.heading(room.question(turns.round), level: 2)] + turns.lines(in: room)
      + [.text("A turn is about \(counted(room.settings.seconds, "second")).")]
      + room.readiness(turns.done, count: 0, "spoken in this round", .open, for: audience)
  }
}
