extension MethodID {
  /// Whether it needs to know of the ballots only how candidates compare in pairs, so that it
  /// counts a ``PairwiseElection``, too.
  public var comparesPairs: Bool {
    switch self {
    case .borda, .schulze, .rankedPairs, .minimax, .copeland, .smith, .kemeny, .nanson, .baldwin:
      true
    default: false
    }
  }
}

extension CountRequest {
  /// Counts an election of which only the comparisons in pairs were kept: the same outcome as of
  /// its ballots. Methods for which these are not enough (see ``MethodID/comparesPairs``) can't
  /// count it.
  public func tally(_ election: PairwiseElection) throws(CountFault) -> Outcome {
    try tallyUpToTie(election).finished()
  }

  /// The same, with what there is of a count that a tie ends.
  public func tallyUpToTie(_ election: PairwiseElection) throws(CountFault) -> Outcome {
    try check()
    var units = Election(ballots: .rankings(RankedBallots(candidates: [])))
    units.voteDecimals = election.voteDecimals
    try checkUnits(units)
    let outcome = try resolving { request throws(CountFault) in
      guard let counting = try request.pairwiseMethod() else {
        throw .ballots(method, have: .rankings)
      }
      do throws(TallyFault) {
        return try counting.tally(election.matrix, candidates: election.candidates)
      } catch {
        throw .tally(method, error, election.candidates)
      }
    }
    return inUnits(outcome, of: units)
  }

  /// The method as asked for, if it compares in pairs.
  func pairwiseMethod() throws(CountFault) -> (any PairwiseMethod)? {
    let strength = try word(.strength).flatMap(VictoryStrength.init)
    switch method {
    case .borda: return Borda(tieBreak: tieBreak)
    case .schulze: return Schulze(strength: strength ?? .winningVotes, tieBreak: tieBreak)
    case .rankedPairs:
      return RankedPairs(
        strength: strength ?? .margins, tieBreak: tieBreak,
        universes: try number(.universes) ?? 1_000)
    case .minimax: return Minimax(strength: strength ?? .margins, tieBreak: tieBreak)
    case .copeland: return Copeland(tieBreak: tieBreak)
    case .smith: return SmithSet()
    case .kemeny: return Kemeny(tieBreak: tieBreak)
    case .nanson: return Nanson(tieBreak: tieBreak)
    case .baldwin: return Baldwin(tieBreak: tieBreak)
    default: return nil
    }
  }
}
