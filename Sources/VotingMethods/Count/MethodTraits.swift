/// What is to be known of a method before it counts.
public struct MethodTraits: Hashable, Sendable {
  /// What people call it.
  public var title: String
  /// The ballots that it counts: first its own, then those that are read as such. See
  /// ``Election/Ballots``.
  public var ballots: [BallotKind]
  /// What it chooses.
  public var choice: Choice
  /// What else it can be told.
  public var options: [CountOption]

  /// How many a method chooses.
  public enum Choice: Hashable, Sendable {
    /// One.
    case one
    /// As many as there are seats.
    case seats
    /// What the budget pays for.
    case budget
    /// All that fulfil its condition.
    case all
  }

  init(
    _ title: String, _ ballots: [BallotKind], _ choice: Choice = .one, _ options: CountOption...
  ) {
    (self.title, self.ballots, self.choice, self.options) = (title, ballots, choice, options)
  }
}

extension MethodID {
  /// The one table of what each method takes.
  ///
  /// A kind of ballots that is not a method's own is taken where it says the same thing:
  /// - approvals of at most one candidate each, and totals counted by hand, are first preferences;
  /// - scores are rankings: whoever has more is preferred, and a blank is the least score, as in
  ///   the methods that count scores;
  /// - votes on projects of one point each are approvals.
  ///
  /// Scores are never taken for approvals, nor rankings for either: where a voter would have drawn
  /// the line, nobody knows.
  public var traits: MethodTraits {
    switch self {
    case .plurality: MethodTraits("Plurality", [.rankings, .approvals, .parties])
    case .twoRound: MethodTraits("Two rounds", [.rankings])
    case .irv: MethodTraits("Instant runoff", [.rankings], .one, .universes)
    case .borda: MethodTraits("Borda count", [.rankings, .scores])
    case .schulze: MethodTraits("Schulze", [.rankings, .scores], .one, .strength)
    case .rankedPairs:
      MethodTraits("Ranked pairs", [.rankings, .scores], .one, .strength, .universes)
    case .minimax: MethodTraits("Minimax", [.rankings, .scores], .one, .strength)
    case .copeland: MethodTraits("Copeland", [.rankings, .scores])
    case .smith: MethodTraits("Smith set", [.rankings, .scores], .all)
    case .kemeny: MethodTraits("Kemeny-Young", [.rankings, .scores])
    case .nanson: MethodTraits("Nanson", [.rankings, .scores])
    case .baldwin: MethodTraits("Baldwin", [.rankings, .scores])
    case .benham: MethodTraits("Benham", [.rankings])
    case .smithIRV: MethodTraits("Smith//IRV", [.rankings])
    case .tidemanAlternative: MethodTraits("Tideman's alternative", [.rankings])
    case .coombs: MethodTraits("Coombs", [.rankings])
    case .bucklin: MethodTraits("Bucklin", [.rankings])
    case .approval: MethodTraits("Approval", [.approvals, .projects], .seats)
    case .score: MethodTraits("Score by the sum", [.scores])
    case .scoreMean: MethodTraits("Score by the mean", [.scores], .one, .quorum)
    case .star: MethodTraits("STAR", [.scores])
    case .majorityJudgment: MethodTraits("Majority judgment", [.scores])
    case .majorityJudgmentGauge: MethodTraits("Majority judgment by the gauge", [.scores])
    case .dots: MethodTraits("Dot voting", [.scores], .seats, .dots, .cap)
    case .quadratic: MethodTraits("Quadratic voting", [.scores], .seats, .credits)
    default: severalWinners
    }
  }

  private var severalWinners: MethodTraits {
    switch self {
    case .sntv:
      MethodTraits("Single non-transferable vote", [.rankings, .approvals, .parties], .seats)
    case .block: MethodTraits("Block vote", [.approvals, .projects], .seats)
    case .scottishSTV: MethodTraits("STV as in Scotland", [.rankings], .seats)
    case .meekSTV: MethodTraits("Meek STV", [.rankings], .seats)
    case .wigSTV: MethodTraits("STV by weighted inclusive Gregory", [.rankings], .seats)
    case .ers97STV: MethodTraits("STV by the rules ERS97", [.rankings], .seats)
    case .northernIrelandSTV: MethodTraits("STV as in Northern Ireland", [.rankings], .seats)
    case .senateSTV:
      MethodTraits("STV as in Australia's Senate", [.rankings], .seats, .bulkExclusion)
    case .minneapolisSTV: MethodTraits("STV as in Minneapolis", [.rankings], .seats)
    case .cambridgeSTV:
      MethodTraits("STV as in Cambridge", [.rankings], .seats, .threshold, .seed)
    case .seqPAV: MethodTraits("Sequential PAV", [.approvals, .projects], .seats)
    case .seqPhragmen: MethodTraits("Sequential Phragmén", [.approvals, .projects], .seats)
    case .equalShares:
      MethodTraits("Method of Equal Shares", [.approvals, .projects], .seats, .completion)
    case .rrv: MethodTraits("Reweighted range voting", [.scores], .seats)
    case .starPR: MethodTraits("Proportional STAR", [.scores], .seats)
    case .dhondt: MethodTraits("D'Hondt", [.parties], .seats, .hurdle)
    case .sainteLague: MethodTraits("Sainte-Laguë", [.parties], .seats, .hurdle)
    case .largestRemainder:
      MethodTraits("Largest remainder", [.parties], .seats, .quota, .hurdle)
    default: budgetsAndConsensus
    }
  }

  private var budgetsAndConsensus: MethodTraits {
    switch self {
    case .greedyBudget: MethodTraits("Greedy budget", [.projects], .budget)
    case .greedyBudgetNoSkip:
      MethodTraits(
        "Greedy budget, up to the first too dear", [.projects], .budget, .threshold, .topUp)
    case .greedyBudgetThreshold:
      MethodTraits("Greedy budget with a threshold", [.projects], .budget, .threshold)
    case .equalSharesBudget:
      MethodTraits("Equal Shares with costs", [.projects], .budget, .satisfaction, .completion)
    case .phragmenBudget: MethodTraits("Phragmén with costs", [.projects], .budget)
    case .fistToFive:
      MethodTraits("Fist to five", [.scores], .all, .quorum, .share, .fistBlocks)
    case .gradients:
      MethodTraits("Gradients of agreement", [.scores], .all, .quorum, .support, .share)
    case .consent: MethodTraits("Consent", [.scores], .all, .quorum)
    case .pairwiseSurvey: MethodTraits("Pairwise survey", [.duels], .seats)
    default:
      MethodTraits("Opinion groups", [.opinions], .all, .groups, .answersNeeded, .seed)
    }
  }

  /// The scale that a method prescribes for its scores.
  public var scale: ClosedRange<Int>? {
    switch self {
    case .star, .starPR, .fistToFive: 0...5
    case .gradients: 1...8
    case .consent: 0...2
    default: nil
    }
  }

  /// The methods that count ballots of a kind, whose own kind it is before the others.
  public static func counting(_ kind: BallotKind) -> [MethodID] {
    let all = allCases.filter { $0.traits.ballots.contains(kind) }
    return all.filter { $0.traits.ballots[0] == kind } + all.filter { $0.traits.ballots[0] != kind }
  }
}
