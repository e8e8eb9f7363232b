public import ExerciseProtocol
public import VotingMethods

/// What is declared: the result and its numbers, without the reasons.
extension ResultView {
  /// Who is elected, in order, with the numbers; every stage; the ties and how they were broken;
  /// what the count was told.
  public var declared: [View.Block] {
    let outcome = account.outcome
    let explanation = Explanation(outcome, account.particulars)
    let isOpen = account.openTie != nil || outcome.winners.isEmpty
    var blocks: [View.Block] = [
      .heading("Result", level: 2), .note(explanation.headline, isOpen ? .warning : .success),
    ]
    if !electedInOrder.isEmpty { blocks.append(.list(electedInOrder, ordered: true)) }
    if !explanation.ties.isEmpty {
      blocks += [.heading(Wording.ties, level: 2), .list(explanation.ties, ordered: false)]
    }
    blocks += [.heading("The count", level: 2)] + (stages.isEmpty ? bars : stages)
    return blocks + told
  }

  /// A number of the count, with the decimals that the rule has.
  public func number(_ value: Rational) -> String { account.amount(telling: [value]).text(value) }

  /// A whole number, its thousands set apart.
  public func number(_ value: Int) -> String { Amount.text(value) }

  /// One line for each place, in order of election; not where all at once fulfil a condition.
  private var electedInOrder: [String] {
    let outcome = account.outcome
    guard outcome.method.traits.choice == .seats || outcome.method.traits.choice == .one,
      account.certain.count > 1 || outcome.stages.count > 1
    else { return [] }
    var seen: [Int: Int] = [:]
    return account.certain.map { candidate in
      let label = account.label(candidate)
      let stages = outcome.stages.indices.filter { outcome.stages[$0].elected.contains(candidate) }
      let turn = seen[candidate, default: 0]
      seen[candidate] = turn + 1
      let stage = stages.indices.contains(turn) ? stages[turn] : stages.last
      guard outcome.stages.count > 1, let stage else { return label }
      return label + ", " + Wording.stage(stage + 1, of: outcome.method).lowercased()
    }
  }
}
