import ExerciseProtocol
import VotingMethods

extension ResultView {
  /// Each group in words; the report has how each one answered, too.
  func groups(for audience: Audience) -> [View.Block] {
    guard let finding = account.outcome.groups, !finding.groups.isEmpty else { return [] }
    var blocks: [View.Block] = []
    if finding.groups.count > 1 {
      for (number, group) in finding.groups.enumerated() {
        let title = Wording.groupSize(Wording.group(number), group.people)
        let portrait = account.portrait(number, finding)
        blocks.append(.heading(title.capitalisedFirst, level: 3))
        blocks.append(
          portrait.isEmpty ? .text(Wording.nothingTelling) : .list(portrait, ordered: false))
      }
    }
    return audience == .room ? blocks : blocks + answers(finding)
  }

  /// How many agreed in each group, statement by statement, those with the most consensus first.
  private func answers(_ finding: OpinionGroups.Finding) -> [View.Block] {
    let columns =
      [View.Table.Column(account.particulars.noun.one.capitalisedFirst)]
      + finding.groups.indices.map {
        View.Table.Column(Wording.agreeing(Wording.group($0)), isNumeric: true)
      }
    let rows = account.outcome.ranking.joined().map { statement in
      [account.label(statement)]
        + finding.groups.map { group in
          Wording.part(group.answers[statement].agree, of: group.answers[statement].all)
        }
    }
    return [
      .heading(Wording.answersOfGroups, level: 3), .table(View.Table(columns, Array(rows))),
    ]
  }
}
