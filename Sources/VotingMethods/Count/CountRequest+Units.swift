/// Weights and scores with decimals. Ballots hold whole numbers, of a unit such as a tenth; here
/// they become votes and points again.
extension CountRequest {
  /// Whether the method counts parts of votes and of points, where the election has them. Who
  /// counts whole votes, as quotas do, or compares with a fixed number, can't.
  func checkUnits(_ election: Election) throws(CountFault) {
    if election.voteDecimals > 0, !method.countsPartsOfVotes { throw .parts(method, of: .votes) }
    if election.scoreDecimals > 0, !method.countsPartsOfPoints { throw .parts(method, of: .points) }
  }

  /// The outcome in votes and points.
  func inUnits(_ outcome: Outcome, of election: Election) -> Outcome {
    guard election.voteDecimals > 0 || election.scoreDecimals > 0 else { return outcome }
    let vote = Rational(1, over: Self.power(election.voteDecimals))
    let point = Rational(1, over: Self.power(election.scoreDecimals))
    var outcome = outcome
    for stage in outcome.stages.indices {
      let unit = method.unit(stage: stage, vote: vote, point: point)
      outcome.stages[stage].totals = outcome.stages[stage].totals.map { $0 * unit }
      outcome.stages[stage].lastPlaces = outcome.stages[stage].lastPlaces.map { $0 * unit }
      outcome.stages[stage].quota = outcome.stages[stage].quota.map { $0 * unit }
      for transfer in outcome.stages[stage].transfers.indices {
        let votes = outcome.stages[stage].transfers[transfer].votes
        outcome.stages[stage].transfers[transfer].votes = votes * unit
      }
    }
    if !outcome.pairwise.isEmpty, election.voteDecimals > 0 {
      outcome.parameters.append(.init("pairwise-unit", vote))
    }
    return outcome
  }

  private static func power(_ decimals: Int) -> Int {
    (0..<decimals).reduce(1) { product, _ in product * 10 }
  }
}

extension MethodID {
  fileprivate var countsPartsOfVotes: Bool {
    switch self {
    case .plurality, .twoRound, .irv, .borda, .schulze, .rankedPairs, .minimax, .copeland, .smith,
      .approval, .block, .sntv, .score, .star, .kemeny, .nanson, .baldwin, .benham, .smithIRV,
      .tidemanAlternative, .coombs, .bucklin, .rrv:
      true
    default: false
    }
  }

  fileprivate var countsPartsOfPoints: Bool {
    switch self {
    case .score, .scoreMean, .star, .borda, .schulze, .rankedPairs, .minimax, .copeland, .smith,
      .kemeny,
      .nanson, .baldwin, .rrv:
      true
    default: false
    }
  }

  /// What one of a stage's totals is worth.
  fileprivate func unit(stage: Int, vote: Rational, point: Rational) -> Rational {
    switch self {
    case .copeland: 1
    case .score, .rrv: vote * point
    case .scoreMean: point
    case .star: stage == 0 ? vote * point : vote
    default: vote
    }
  }
}
