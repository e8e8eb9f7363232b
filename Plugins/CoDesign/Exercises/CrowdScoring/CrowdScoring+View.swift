import ExerciseKit

extension CrowdScoring {
  static func view(of room: Room<CrowdScoring>, for audience: Audience) -> View {
    var blocks = room.opening
    guard !room.allVisible.isEmpty else {
      return View(
        blocks + [
          .note("No cards came in to score.", .warning), .note("/write adds one.", .hint),
        ])
    }
    if room.isOpen {
      blocks.append(result(room))
      blocks += unscored(room)
      blocks.append(.text("What is marked goes on to the next activity."))
    } else {
      blocks += hands(room)
      if room.state.hands.isEmpty, audience == .facilitator {
        blocks.append(.note("/pass deals the cards.", .hint))
      }
    }
    return View(blocks + ready(room, audience))
  }

  private static func result(_ room: Room<CrowdScoring>) -> View.Block {
    let chosen = Set(room.top.map(\.card.id))
    return .bars(
      room.ranking.map { line in
        View.Bar(
          "\(line.card.id)  \(line.card.text)", value: line.mean,
          caption: "\(oneDecimal(line.mean)) (\(counted(line.total, "point")) "
            + "in \(counted(line.count, "score")))",
          isChosen: chosen.contains(line.card.id))
      })
  }

  /// The cards that nobody scored are not forgotten.
  private static func unscored(_ room: Room<CrowdScoring>) -> [View.Block] {
    let scored = Set(room.state.scores.map(\.card))
    let cards = room.allVisible.filter { !scored.contains($0.id) }.map { "\($0.id)  \($0.text)" }
    return cards.isEmpty
      ? [] : [.heading("Nobody scored", level: 2), .list(cards, ordered: false)]
  }

  /// Who has which card; never whose it is, nor a score.
  private static func hands(_ room: Room<CrowdScoring>) -> [View.Block] {
    guard !room.state.hands.isEmpty else {
      let cards = room.allVisible.map { "\($0.id)  \($0.text)" }
      return [.list(cards, ordered: false)]
    }
    let rows = room.voices.compactMap { person -> [String]? in
      guard let card = room.state.hands[person.id].flatMap({ try? room.card($0) }) else {
        return nil
      }
      return [person.name, "\(card.id)  \(card.text)"]
    }
    return [
      .heading("Pass \(room.state.pass) of \(room.settings.passes)", level: 2),
      .table(View.Table([.init("In the hand of"), .init("Card")], rows)),
    ]
  }

  private static func ready(_ room: Room<CrowdScoring>, _ audience: Audience) -> [View.Block] {
    let (state, privacy) = (room.state, room.settings.privacy)
    let now = state.scores.filter { $0.pass == state.pass }.compactMap(\.by)
    let done = room.voices.map(\.id).filter(now.contains)
    let isPass = !room.isOpen && state.pass > 0
    let everybody = room.voices.map(\.id).filter { id in state.scores.contains { $0.by == id } }
    return room.readiness(
      isPass ? done : everybody, count: state.scores.count,
      isPass ? "scored in this pass" : "scored", privacy, for: audience)
  }
}
