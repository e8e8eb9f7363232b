import VotingMethods

extension Account {
  /// A tie in words: who, over what, and what became of it.
  func sentence(_ tie: Tie) -> String {
    let who = list(tie.candidates)
    let stage = outcome.stages.count > 1 ? tie.stage.map { $0 + 1 } : nil
    let opening = Wording.tie(outcome.method, tie.question, who, stage: stage)
    let chosen = tie.chosen.map(name)
    switch tie.resolution {
    case .unbroken where outcome.isUnfinished:
      return opening + Wording.join + Wording.stops(tie.question, isAboutMoney: isAboutMoney)
    case .unbroken: return opening + Wording.join + Wording.unbroken
    case .lot(let seed) where chosen.isEmpty:
      return opening + Wording.join + Wording.lotForNone(seed)
    case .lot(let seed):
      return opening + Wording.join + Wording.lot(seed, tie.question, chosen)
    case .drawn where chosen.isEmpty: return opening + Wording.join + Wording.drawnForNone
    case .drawn: return opening + Wording.join + Wording.drawn(tie.question, chosen)
    case .priorStage(let place):
      return opening + Wording.join + Wording.prior(place + 1, outcome.method, tie.question, chosen)
    case .method(let rule):
      return opening + Wording.join + Wording.rule(rule, tie.question, chosen)
    case .immaterial:
      return opening + Wording.join
        + Wording.immaterial(tie.question, chosen, isUnfinished: outcome.isUnfinished)
    case .parallelUniverses: return Wording.allWays(list(tie.candidates))
    }
  }
}
