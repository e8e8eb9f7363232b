import ExerciseProtocol
import Rendering
import VotingMethods

/// The view of an outcome: the winners first in plain words, then how it came to that. The one
/// seam between counting and showing.
struct OutcomeView {
  private let result: TallyResult
  private let outcome: Outcome
  private let width: Int

  /// - Parameter columns: how wide a terminal is that the tables must fit.
  init(_ result: TallyResult, columns: Int) {
    (self.result, outcome, width) = (result, result.outcome, columns)
  }

  var view: View {
    let title = [result.file, result.election.title, outcome.method.traits.title]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    var blocks: [View.Block] = [.heading(title, level: 1), .text(summary)]
    if winners.count > 1, !(isTied && outcome.method.traits.choice == .one) {
      blocks.append(.list(winners, ordered: outcome.method.traits.choice != .all))
    }
    for tie in outcome.ties { blocks.append(.note(words(of: tie), .warning)) }
    if !outcome.ranking.isEmpty {
      blocks.append(.heading("Ranking", level: 2))
      blocks.append(.list(outcome.ranking.map { names($0) }, ordered: true))
    }
    blocks += stages + pairs
    blocks.append(.heading("How it was counted", level: 2))
    blocks.append(.facts(facts))
    return View(blocks)
  }

  // MARK: Words

  private func name(_ candidate: Int) -> String { outcome.candidates[candidate].name }

  private func names(_ some: [Int]) -> String {
    let names = some.map(name)
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Each winner once; a party with its seats.
  private var winners: [String] {
    var seats: [Int: Int] = [:]
    for winner in outcome.winners { seats[winner, default: 0] += 1 }
    let isParty = result.election.ballots.kind == .parties && outcome.method != .plurality
    var told: Set<Int> = []
    return outcome.winners.filter { told.insert($0).inserted }.map { winner in
      let count = seats[winner] ?? 1
      guard isParty, outcome.method != .sntv else { return name(winner) }
      return "\(name(winner)): \(count) \(count == 1 ? "seat" : "seats")"
    }
  }

  private var summary: String {
    switch winners.count {
    case 0: "Nobody is chosen."
    case 2... where isTied && outcome.method.traits.choice == .one:
      "\(names(outcome.winners)) are tied."
    case 1: "\(winners[0]) \(isTied ? "is tied." : "wins.")"
    default:
      isTied ? "\(winners.count) are chosen or tied for the last place:" : "Chosen:"
    }
  }

  private var isTied: Bool { outcome.ties.last?.resolution == .unbroken }

  private func words(of tie: Tie) -> String {
    let place = tie.stage.map { " at stage \($0 + 1)" } ?? ""
    let tied = "\(names(tie.candidates)) were tied\(place)"
    let chosen = names(tie.chosen)
    return switch tie.resolution {
    case .unbroken: "\(names(tie.candidates)) are tied\(place); no declared rule breaks the tie."
    case .priorStage(let stage): "\(tied); by the totals of stage \(stage + 1): \(chosen)."
    case .lot(let seed): "\(tied); by the lot from seed \(seed): \(chosen)."
    case .method(let rule): "\(tied); by the method's own rule (\(rule)): \(chosen)."
    case .parallelUniverses: "\(tied); each of them wins if the ties are broken in some way."
    }
  }

  private var facts: [View.Fact] {
    [View.Fact("method", outcome.method.rawValue)]
      + outcome.parameters.map { View.Fact($0.name, $0.value) }
      + [View.Fact(result.election.ballots.kind.words, "\(result.election.ballots.voters)")]
      + (outcome.duels.map { [View.Fact("undecided duels", "\($0.undecided)")] } ?? [])
      + (outcome.groups.map(facts(of:)) ?? [])
  }

  private func facts(of finding: OpinionGroups.Finding) -> [View.Fact] {
    finding.groups.enumerated().map { number, group in
      let says = group.representative.map { telling in
        (telling.opinion == .agree ? "for “" : "against “") + "\(name(telling.statement))”"
      }
      return View.Fact(
        "group \(number + 1)",
        "\(group.people) people" + (says.isEmpty ? "" : ", " + says.joined(separator: ", ")))
    } + [View.Fact("left out", "\(finding.leftOut) people")]
  }

  // MARK: Tables

  /// The totals, as many stages beside each other as fit; all methods of one stage have one table.
  private var stages: [View.Block] {
    guard !outcome.stages.isEmpty, !outcome.candidates.isEmpty else { return [] }
    let cells = outcome.stages.map { stage in stage.totals.map { shown($0) } }
    let widest = cells.joined().reduce(7) { max($0, columns(of: $1)) }
    let longest = outcome.candidates.reduce(9) { max($0, columns(of: $1.name)) }
    let room = max(1, (width - min(longest, width / 2)) / (widest + 2))
    var blocks: [View.Block] = [.heading("Stages", level: 2)]
    for start in stride(from: 0, to: cells.count, by: room) {
      let part = start..<min(start + room, cells.count)
      let titles = part.map { View.Table.Column("Stage \($0 + 1)", isNumeric: true) }
      var rows = outcome.candidates.indices.map { candidate in
        [name(candidate)] + part.map { cells[$0][candidate] }
      }
      if part.contains(where: { outcome.stages[$0].quota != nil }) {
        rows.append(["(quota)"] + part.map { outcome.stages[$0].quota.map(shown) ?? "" })
      }
      blocks.append(.table(View.Table([.init("Candidate")] + titles, rows)))
    }
    let events = outcome.stages.enumerated().flatMap { number, stage in
      [
        stage.elected.isEmpty ? nil : "Stage \(number + 1): elected \(names(stage.elected)).",
        stage.excluded.isEmpty ? nil : "Stage \(number + 1): out \(names(stage.excluded)).",
      ].compactMap { $0 }
    }
    return blocks + (events.isEmpty ? [] : [.list(events, ordered: false)])
  }

  /// Exact if it is short, else to five places with a sign that it goes on.
  private func shown(_ number: Rational) -> String {
    let exact = number.description
    guard exact.count > 12 else { return exact }
    let whole = (number * 100_000).approximation.rounded()
    guard whole.magnitude < 9e15 else { return exact }
    return "~" + (Rational(Int(whole)) / 100_000).description
  }

  private var pairs: [View.Block] {
    guard !outcome.pairwise.isEmpty, outcome.pairwise.count <= 12 else { return [] }
    let numbers = outcome.candidates.indices.map {
      View.Table.Column("\($0 + 1)", isNumeric: true)
    }
    let rows = outcome.pairwise.enumerated().map { row, cells in
      ["\(row + 1) \(name(row))"]
        + cells.enumerated().map { $0 == row ? "" : "\($1)" }
    }
    return [
      .heading("One against one", level: 2),
      .text("How many prefer the row to the column."),
      .table(View.Table([.init("Candidate")] + numbers, rows)),
    ]
  }
}
