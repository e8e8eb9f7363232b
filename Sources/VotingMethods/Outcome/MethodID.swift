/// The methods by the names under which they are known everywhere: in files, results and commands.
public enum MethodID: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case plurality, approval, score
  case scoreMean = "score-mean"
  case borda
  case twoRound = "two-round"
  case irv, schulze
  case rankedPairs = "ranked-pairs"
  case minimax, copeland, smith, kemeny, nanson, baldwin, benham
  case smithIRV = "smith-irv"
  case tidemanAlternative = "tideman-alternative"
  case coombs, bucklin, star
  case majorityJudgment = "majority-judgment"
  case majorityJudgmentGauge = "majority-judgment-gauge"
  case sntv, block, dots, quadratic
  case scottishSTV = "scottish-stv"
  case meekSTV = "meek-stv"
  case wigSTV = "wig-stv"
  case ers97STV = "ers97-stv"
  case northernIrelandSTV = "northern-ireland-stv"
  case senateSTV = "senate-stv"
  case minneapolisSTV = "minneapolis-stv"
  case cambridgeSTV = "cambridge-stv"
  case seqPAV = "seq-pav"
  case seqPhragmen = "seq-phragmen"
  case equalShares = "equal-shares"
  case rrv
  case starPR = "star-pr"
  case dhondt
  case sainteLague = "sainte-lague"
  case largestRemainder = "largest-remainder"
  case greedyBudget = "greedy-budget"
  case greedyBudgetNoSkip = "greedy-budget-no-skip"
  case greedyBudgetThreshold = "greedy-budget-threshold"
  case equalSharesBudget = "equal-shares-budget"
  case phragmenBudget = "phragmen-budget"
  case fistToFive = "fist-to-five"
  case gradients, consent
  case pairwiseSurvey = "pairwise-survey"
  case opinionGroups = "opinion-groups"

  public var description: String { rawValue }
}

/// A method of counting: made with its parameters, it turns ballots into an outcome.
public protocol VotingMethod<Ballots>: Hashable, Sendable {
  associatedtype Ballots

  /// The name by which it is known.
  static var id: MethodID { get }

  /// Counts the ballots; the same ballots always give the same outcome.
  func tally(_ ballots: Ballots) throws(TallyFault) -> Outcome
}
