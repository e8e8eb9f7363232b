public import VotingMethods

extension MethodID {
  /// The text that the method is counted by, in a line for a declaration; each method's own page of
  /// the code says more. Nil where it is common knowledge.
  public var source: String? {
    switch self {
    case .scottishSTV:
      "Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45–52"
    case .ers97STV: "Electoral Reform Society, How to conduct an election by STV (1997)"
    case .northernIrelandSTV: "Local Elections (Northern Ireland) Order 1985, rules 41–52"
    case .senateSTV: "Commonwealth Electoral Act 1918, section 273"
    case .minneapolisSTV: "Minneapolis Code of Ordinances, 167.20 and 167.70"
    case .cambridgeSTV: "Massachusetts General Laws, chapter 54A, section 9"
    case .meekSTV: "Proportional Representation Foundation, Reference Meek Rule"
    case .wigSTV: "SSI 2007/42, rules 45–52, counted in exact fractions"
    case .irv: "Bartholdi and Orlin, Social Choice and Welfare 8 (1991)"
    case .twoRound:
      "Handbook of Computational Social Choice (2016), section 2.4"
    case .borda: "Borda (1781); short ballots by Baumeister and others, AAMAS 2012"
    case .schulze: "Schulze, Social Choice and Welfare 36 (2011)"
    case .rankedPairs: "Tideman, Social Choice and Welfare 4 (1987)"
    case .minimax: "Simpson (1969), Kramer (1977)"
    case .copeland: "Copeland (1951)"
    case .smith: "Smith, Econometrica 41 (1973)"
    case .kemeny: "Kemeny (1959); Young and Levenglick (1978)"
    case .nanson: "Nanson, Methods of election (1882)"
    case .baldwin: "Baldwin (1926)"
    case .benham, .smithIRV, .tidemanAlternative:
      "Green-Armytage, Four Condorcet-Hare hybrid methods, Voting matters 29 (2011)"
    case .coombs: "Coombs, A Theory of Data (1964)"
    case .bucklin: "Hoag and Hallett, Proportional Representation (1926)"
    case .approval: "Brams and Fishburn, Approval voting (1978)"
    case .star: "Equal Vote Coalition, STAR voting and its tiebreaker protocol"
    case .starPR: "Equal Vote Coalition, allocated score voting"
    case .majorityJudgment, .majorityJudgmentGauge:
      "Balinski and Laraki, Majority Judgment (2010)"
    case .seqPAV: "Thiele (1895); Lackner and Skowron (2023)"
    case .seqPhragmen: "Phragmén (1894); Brill and others, AAAI 2017"
    case .equalShares: "Peters and Skowron, EC 2020"
    case .equalSharesBudget: "Peters, Pierczyński and Skowron, NeurIPS 2021; equalshares.net"
    case .phragmenBudget: "Los, Christoff and Grossi, IJCAI 2022"
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold:
      "Pabulib, the .pb file format: greedy rules"
    case .rrv: "Smith, Reweighted range voting (2005)"
    case .dhondt, .sainteLague, .largestRemainder: "Pukelsheim, Proportional Representation (2014)"
    default: nil
    }
  }
}
