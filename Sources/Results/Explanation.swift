public import VotingMethods

/// Why the winner won, in plain sentences that follow from the outcome's own working.
///
/// Called by whoever shows a result: the Voting plugin, `charrette tally`, a report. Each text is
/// one paragraph without line breaks; names in it are as people typed them, so that the renderer
/// has to neutralise it as it does every other text.
public struct Explanation: Hashable, Sendable {
  /// Who won; one sentence.
  public var headline: String
  /// Why: the decisive numbers, in an order in which they can be read aloud.
  public var reasons: [String]
  /// Each tie, and what became of it.
  public var ties: [String]

  public init(_ outcome: Outcome, _ particulars: Particulars = Particulars()) {
    let account = Account(outcome, particulars)
    headline = account.headline
    reasons = account.reasons
    ties = outcome.ties.map(account.sentence)
  }

  /// All of it, one paragraph an element.
  public static func of(
    _ outcome: Outcome, _ particulars: Particulars = Particulars()
  ) -> [String] {
    let explanation = Explanation(outcome, particulars)
    return [explanation.headline] + explanation.reasons + explanation.ties
  }
}

extension Account {
  /// The reasons by the method's family.
  var reasons: [String] {
    guard !outcome.candidates.isEmpty, !outcome.isUnfinished else { return [] }
    switch outcome.method {
    case .plurality, .approval, .score, .scoreMean, .borda, .sntv, .block, .dots, .quadratic:
      return reasonsByTotals
    case .schulze, .rankedPairs, .minimax, .copeland, .smith: return reasonsByPairs
    case .kemeny: return reasonsByPairs
    case .irv, .twoRound: return reasonsByRunoff
    case .benham, .smithIRV, .tidemanAlternative, .coombs, .nanson, .baldwin:
      return reasonsByEliminations
    case .bucklin: return reasonsByPlaces
    case .star: return reasonsByStars
    case .majorityJudgment, .majorityJudgmentGauge: return reasonsByGrades
    case .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV:
      return reasonsByTransfers
    case .seqPAV, .seqPhragmen, .equalShares: return reasonsByShares
    case .rrv, .starPR: return reasonsByWeights
    case .dhondt, .sainteLague: return reasonsByParties
    case .largestRemainder: return reasonsByRemainders
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold, .equalSharesBudget,
      .phragmenBudget:
      return reasonsByBudget
    case .fistToFive, .gradients, .consent: return reasonsByConsensus
    case .pairwiseSurvey: return reasonsBySurvey
    case .opinionGroups: return reasonsByGroups
    }
  }
}
