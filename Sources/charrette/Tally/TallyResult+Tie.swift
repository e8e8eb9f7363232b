import ExerciseProtocol
import VotingMethods

/// A tie that is still to be broken: who is tied, and what can be done.
extension TallyResult {
  /// How the tie can be broken, for the eye; nothing where a result stands.
  var waysOn: [View.Block] {
    guard isTied, let tie = outcome.openTie else { return [] }
    guard tie.resolution != .parallelUniverses else {
      return [
        .note("Count without --option universes, and with a lot, to have one of them.", .hint)
      ]
    }
    let too = officer.lots.isEmpty ? "" : ", beside the other"
    var lines = [
      "Draw a lot by hand between all of them, and enter it in the order drawn, whoever is "
        + "favoured first\(too): \(byHand(tie))"
    ]
    if officer.lots.isEmpty {
      lines.append(
        "Or have it drawn from a number that is not known before, by a rule that anybody can "
          + "follow again: \(bySeed)")
    }
    if priorDecides {
      lines.append("Or let earlier stages decide, if your rules say so: \(byPrior)")
    }
    return [.heading("How to go on", level: 3), .list(lines, ordered: false)]
      + lotsOfNoUse
  }

  /// Members of the JSON: whether a result stands; who is tied, how many places it is about, and
  /// what can be added to the command.
  var stand: [JSONValue.Member] {
    guard isTied, let tie = outcome.openTie else { return [.init("status", "decided")] }
    let ids = outcome.candidates.map { JSONValue.string($0.id) }
    let tied: JSONValue = [
      "question": .string(tie.question.rawValue),
      "stage": tie.stage.map { .integer($0 + 1) } ?? .null,
      "candidates": .array(tie.candidates.map { ids[$0] }),
      "places": outcome.placesLeft.map { .integer($0) } ?? .null,
      "certain": .array(outcome.certain.map { ids[$0] }),
      "finished": .bool(!outcome.isUnfinished),
      "ways": .array(ways(tie).map { .string($0) }),
    ]
    return [.init("status", "tied"), .init("tied", tied)]
  }

  private func ways(_ tie: Tie) -> [String] {
    guard tie.resolution != .parallelUniverses else { return [] }
    return [byHand(tie)] + (officer.lots.isEmpty ? [bySeed] : []) + (priorDecides ? [byPrior] : [])
  }

  private func byHand(_ tie: Tie) -> String {
    DrawnLot.entry(of: tie.candidates, outcome.candidates)
  }

  private var bySeed: String { hasPrior ? "--tie-break prior,lot:42" : "--tie-break lot:42" }

  private var byPrior: String { "--tie-break prior" }

  private var hasPrior: Bool {
    outcome.parameters.first { $0.name == "tie-break" }?.value.hasPrefix("prior") == true
  }

  /// Whether earlier stages tell one of the tied apart, as that rule asks.
  private var priorDecides: Bool {
    guard outcome.method.looksBack, !hasPrior, let tie = outcome.openTie, let stage = tie.stage
    else { return false }
    var left = tie.candidates
    for before in outcome.stages.prefix(stage).reversed() {
      let totals = left.map { before.totals[$0] }
      let end = tie.question == .exclusion ? totals.min() : totals.max()
      left.removeAll { before.totals[$0] != end }
      if left.count == 1 { return true }
    }
    return false
  }

  /// Lots that were entered and decided nothing.
  var lotsOfNoUse: [View.Block] {
    officer.lots.filter { ties(decidedBy: $0).isEmpty }.map {
      .note("The lot “\($0)” decided nothing: those whom it names were not tied.", .hint)
    }
  }
}

extension MethodID {
  /// Whether ties can go by the totals of earlier stages.
  fileprivate var looksBack: Bool {
    switch self {
    case .irv, .wigSTV, .meekSTV, .benham, .smithIRV, .tidemanAlternative, .baldwin, .twoRound,
      .bucklin:
      true
    default: false
    }
  }
}
