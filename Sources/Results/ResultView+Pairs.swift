import ExerciseProtocol
import VotingMethods

extension ResultView {
  /// With more candidates than this the matrix gives way to the contests that matter.
  private func mostColumns(_ audience: Audience) -> Int { audience == .report ? 12 : 6 }
  private static let closest = 5

  /// Who is preferred to whom by how many: all of it while it is small, else the winner's contests
  /// and the closest ones.
  func pairs(for audience: Audience) -> [View.Block] {
    guard let duels = Duels(account.outcome) else { return [] }
    let heading = View.Block.heading(Wording.pairs, level: 3)
    if duels.count <= mostColumns(audience) {
      return [heading, .text(Wording.pairsMeaning), .table(matrix(duels))]
    }
    var blocks = [heading]
    if let winner = account.outcome.winners.first {
      let own = duels.others(than: winner).map { (one: winner, other: $0) }
      blocks.append(.table(contests(own, duels)))
    }
    let near = Array(duels.contests.prefix(Self.closest))
    return blocks + [.heading(Wording.closest, level: 4), .table(contests(near, duels))]
  }

  private func matrix(_ duels: Duels) -> View.Table {
    let columns =
      [View.Table.Column(Wording.preferred)]
      + account.everybody.map {
        View.Table.Column(Wording.to(account.id($0)), isNumeric: true)
      }
    let rows = account.everybody.map { row in
      [account.label(row)]
        + account.everybody.map { column in
          row == column ? Wording.emptyCell : Amount.text(duels.cells[row][column])
        }
    }
    return View.Table(columns, rows)
  }

  private func contests(_ contests: [(one: Int, other: Int)], _ duels: Duels) -> View.Table {
    View.Table(
      [.init(Wording.contest), .init(Wording.votes, isNumeric: true), .init(Wording.ahead)],
      contests.map { one, other in
        let margin = duels.margin(one, other)
        let ahead = margin == 0 ? Wording.level : account.name(margin > 0 ? one : other)
        return [
          Wording.against(account.name(one), account.name(other)),
          "\(Amount.text(duels.cells[one][other])) : \(Amount.text(duels.cells[other][one]))",
          ahead,
        ]
      })
  }
}
