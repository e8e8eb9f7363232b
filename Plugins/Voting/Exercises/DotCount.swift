import ExerciseKit
import VotingMethods

/// The cards with their dots, most first.
struct DotCount {
  struct Line {
    var card: Card
    var dots: Int
    var voters: Int
  }

  private(set) var lines: [Line] = []

  init(_ room: Room<DotVoting>) {
    let cards = room.taken.filter { $0.hidden == nil }
    let places = Dictionary(uniqueKeysWithValues: cards.enumerated().map { ($1.id, $0) })
    let ballots = room.state.ballots.values.map { ballot in
      // A card that was hidden since is no longer there to count.
      Dictionary(
        uniqueKeysWithValues: ballot.compactMap { id, dots in places[id].map { ($0, dots) } })
    }
    // A cap that was lowered since does not void what was given under the old one.
    let method = Dots(perVoter: .max, perOption: .max)
    guard let tally = try? method.tally(Array(ballots), options: cards.count) else { return }
    for place in tally.ranking.joined() {
      lines.append(
        Line(card: cards[place], dots: tally.totals[place], voters: tally.voters[place]))
    }
  }
}

extension DotVoting {
  static func view(of room: Room<DotVoting>, for audience: Audience) -> View {
    var blocks: [View.Block] = [.heading(room.title, level: 1)]
    if let focus = room.focus { blocks.append(.text(focus)) }
    blocks.append(room.state.isRevealed ? result(room) : ballot(room))
    blocks.append(turnout(room))
    return View(blocks)
  }

  /// While the vote is open nobody sees a count, the facilitator neither: between one voter and the
  /// next it would tell what each of them did.
  private static func ballot(_ room: Room<DotVoting>) -> View.Block {
    let cards = room.taken.filter { $0.hidden == nil }
    guard !cards.isEmpty else { return .note("No cards came in to vote on.", .warning) }
    return .table(
      View.Table(
        [.init("Card"), .init("Text")], cards.map { [$0.id.rawValue, $0.text] }))
  }

  private static func result(_ room: Room<DotVoting>) -> View.Block {
    let count = DotCount(room)
    let winners = Set(chosen(count, of: room).map(\.card.id))
    return .bars(
      count.lines.map { line in
        View.Bar(
          "\(line.card.id)  \(line.card.text)", value: Double(line.dots),
          caption: line.voters > 1
            ? "\(counted(line.dots)) from \(line.voters)" : counted(line.dots),
          isChosen: winners.contains(line.card.id))
      })
  }

  private static func turnout(_ room: Room<DotVoting>) -> View.Block {
    let settings = room.settings
    let voters = room.state.ballots.count
    let turnout = voters == 1 ? "1 person has voted" : "\(voters) people have voted"
    if room.state.isRevealed {
      let tie = chosen(DotCount(room), of: room).count > settings.winners
      return .text(
        "\(turnout). What is marked goes on to the next activity"
          + (tie ? ", more than \(settings.winners) because of a tie." : "."))
    }
    return .text(
      "\(turnout). Everybody has \(counted(settings.dots)), at most "
        + "\(settings.maxPerCard) on one card.")
  }
}
