import VotingMethods

/// Opinion groups: how many there are, what unites them and what tells them apart.
extension Account {
  var reasonsByGroups: [String] {
    guard let finding = outcome.groups, !finding.groups.isEmpty else { return [Wording.noOpinions] }
    let sizes = finding.groups.indices.map {
      Wording.groupSize(Wording.group($0), finding.groups[$0].people)
    }
    let opening = Wording.groups(sizes, leftOut: finding.leftOut)
    let refused = finding.commonGround.filter { $0.opinion == .disagree }.map(\.statement)
    let against = refused.isEmpty ? [] : [Wording.commonRefusal(refused.map(label))]
    return [opening] + commonGround(finding) + against
  }

  /// The statement that is agreed upon most, with the group that agrees least.
  private func commonGround(_ finding: OpinionGroups.Finding) -> [String] {
    guard let first = outcome.winners.first else { return [] }
    let shares = finding.groups.enumerated().map { number, group in
      let answers = group.answers[first]
      return Wording.groupShare(Wording.group(number), answers.agree, of: answers.all)
    }
    return [Wording.mostAgreed(name(first), shares)]
  }

  /// What tells one group from the others, and what it says that most people don't.
  func portrait(_ number: Int, _ finding: OpinionGroups.Finding) -> [String] {
    let group = finding.groups[number]
    let telling = group.representative.map { telling in
      let answers = group.answers[telling.statement]
      return Wording.telling(
        label(telling.statement), agrees: telling.opinion == .agree,
        answers.count(of: telling.opinion), of: answers.all)
    }
    let told = Set(group.representative.map { Said($0.statement, $0.opinion) })
    let minority = group.minority.filter { !told.contains(Said($0.statement, $0.opinion)) }.map {
      let answers = group.answers[$0.statement]
      return Wording.minority(
        label($0.statement), agrees: $0.opinion == .agree, answers.count(of: $0.opinion),
        of: answers.all)
    }
    return telling + minority
  }

  private struct Said: Hashable {
    let statement: Int
    let opinion: OpinionBallots.Opinion

    init(_ statement: Int, _ opinion: OpinionBallots.Opinion) {
      (self.statement, self.opinion) = (statement, opinion)
    }
  }
}
