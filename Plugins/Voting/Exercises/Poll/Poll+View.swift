import ExerciseKit
import Results
import VotingMethods

extension Poll {
  /// Before the count: what can be voted for and how. Nobody sees a count then, the facilitator
  /// neither: between one voter and the next it would tell what each of them did. After it: the
  /// result.
  static func view(of room: Room<Self>, for audience: Audience) -> View {
    var blocks: [View.Block] = [.heading(room.title, level: 1)]
    if let focus = room.focus { blocks.append(.text(focus)) }
    guard room.isOver else { return View(blocks + ballot(room, audience)) }
    return View(blocks + result(room.asRevealed, audience) + changes(room))
  }

  /// Cards that read otherwise than when the count was revealed.
  private static func changes(_ room: Room<Self>) -> [View.Block] {
    let lines = room.changedSinceRevealed
    guard !lines.isEmpty else { return [] }
    return [
      .note("The board has changed since the count was revealed:", .warning),
      .list(lines, ordered: false),
    ]
  }

  private static func ballot(_ room: Room<Self>, _ audience: Audience) -> [View.Block] {
    let cards = options(of: room)
    guard !cards.isEmpty else {
      let why = whyNothing(room)
      return [.note(why.message, .warning)] + (why.hint.map { [.note($0, .hint)] } ?? [])
        + legend(room)
    }
    let table = View.Table(columns, cards.map { row(of: $0, in: room) })
    let turnout =
      room.isSealed
      ? "This vote is secret: one person after another goes to the booth."
      : "\(room.turnout(room.state.ballots.keys, "voted") ?? people(room.state.ballots.count))."
    return [.table(table)] + legend(room) + [
      .text("\(turnout) \(instructions(room.settings, options: cards.count))")
    ]
      + missing(room, audience)
  }

  /// Who has not voted yet, for the facilitator to call.
  private static func missing(_ room: Room<Self>, _ audience: Audience) -> [View.Block] {
    guard audience == .facilitator, !room.isSealed, !room.state.ballots.isEmpty else { return [] }
    let names = room.voices.filter { room.state.ballots[$0.id] == nil }.map(\.name)
    return names.isEmpty ? [] : [.note("Not yet: \(names.listed)", .hint)]
  }

  private static func result(_ room: Room<Self>, _ audience: Audience) -> [View.Block] {
    let count = PollCount(room)
    switch count.result {
    case nil:
      return [.note("No vote was cast.", .warning), .text(turnout(room))]
    case .failure(let fault):
      let hint = isTie(fault) && !room.isSealed ? tieHint : fault.hint
      return [.note(fault.message(source: "this vote"), .warning)]
        + (hint.map { [.note($0, .hint)] } ?? []) + [.text(turnout(room))]
    case .success(let outcome):
      let particulars = particulars(of: count, in: room)
      return ResultView(outcome, particulars).blocks(for: audience) + appendix(room)
        + [.text("\(turnout(room)) \(consequence(outcome))")]
        + (audience == .facilitator && isLastPlaceTied(outcome) ? [.note(tieHint, .hint)] : [])
    }
  }

  /// What becomes of the result.
  private static func consequence(_ outcome: Outcome) -> String {
    guard !outcome.winners.isEmpty else { return "Nothing goes on to the next activity." }
    let marked = "What is marked goes on to the next activity"
    return isLastPlaceTied(outcome)
      ? "\(marked), and so does what is tied for the last place." : marked + "."
  }

  private static func isLastPlaceTied(_ outcome: Outcome) -> Bool {
    let seats = outcome.parameters.first { $0.name == "seats" }.flatMap { Int($0.value) } ?? 1
    return outcome.ties.last?.resolution == .unbroken && outcome.winners.count > seats
  }

  private static func turnout(_ room: Room<Self>) -> String {
    guard room.isSealed else { return "\(people(room.state.ballots.count))." }
    let casts = room.casts
    let votes = casts.reduce(0) { $0 + $1.weight }
    let ballots = casts.count == 1 ? "1 ballot was" : "\(casts.count) ballots were"
    return votes == casts.count
      ? "\(ballots) counted." : "\(ballots) counted, for \(votes) votes."
  }

  private static func people(_ count: Int) -> String {
    count == 1 ? "1 person has voted" : "\(count) people have voted"
  }

  private static func isTie(_ fault: CountFault) -> Bool {
    if case .tally(_, .unbrokenTie, _) = fault { true } else { false }
  }

  private static var tieHint: String {
    "Let the room draw a number, and break the tie by it: /reveal 42."
  }
}
