extension CountRequest {
  /// Counts the election as asked.
  ///
  /// Where the ballots are read as ballots of another kind (see ``MethodID/traits``), the outcome's
  /// parameter `ballots` says so. A tie that no rule breaks ends the count only where it decides
  /// who is elected, and then it is the one that does; see ``Tie/Resolution/immaterial``.
  public func tally(_ election: Election) throws(CountFault) -> Outcome {
    try tallyUpToTie(election).finished()
  }

  /// The same, but of a count that a tie ends the stages up to there and whom the tie is between,
  /// instead of a fault: see ``Outcome/isUnfinished``.
  public func tallyUpToTie(_ election: Election) throws(CountFault) -> Outcome {
    guard !election.candidates.isEmpty || election.withdrawn.isEmpty else {
      throw .allWithdrew(election.withdrawn)
    }
    try checkUnits(election)
    let outcome = try resolving(
      { request throws(CountFault) in try request.count(election) },
      shortcut: { followingRunoff(of: election) })
    return inUnits(outcome, of: election)
  }

  /// Counts, and where a tie ends the count, by every way in which a lot could break it.
  ///
  /// - Parameter shortcut: what following all ways comes to, where that is known more quickly.
  func resolving(
    _ count: (CountRequest) throws(CountFault) -> Outcome, shortcut: () -> Universes? = { nil }
  ) throws(CountFault) -> Outcome {
    do throws(CountFault) {
      return try count(self)
    } catch {
      guard case .tally(_, .unbrokenTie(let tie), let candidates) = error else { throw error }
      switch shortcut() ?? followingEveryUniverse(count) {
      case .agree(let outcome), .differ(_, let outcome): return outcome
      case .unknown: return upTo(tie, candidates, count)
      }
    }
  }

  func count(_ election: Election) throws(CountFault) -> Outcome {
    try check()
    guard method.traits.ballots.contains(election.ballots.kind) else {
      throw .ballots(method, have: election.ballots.kind)
    }
    try checkSize(election)
    var outcome =
      switch method.traits.ballots[0] {
      case .rankings: try count(try rankings(of: election.ballots), election)
      case .approvals: try count(try approvals(of: election.ballots), election)
      case .scores: try count(election.ballots.scores, election)
      case .projects: try count(election.ballots.projects)
      case .parties, .duels, .opinions: try countOthers(election)
      }
    if method.traits.ballots[0] != election.ballots.kind {
      outcome.parameters.append(
        .init(
          "ballots", "\(election.ballots.kind.rawValue) as \(method.traits.ballots[0].rawValue)"))
    }
    return outcome
  }

  /// Sums of more than a million million voters would not fit; majority judgment takes out one
  /// grade after the other.
  private func checkSize(_ election: Election) throws(CountFault) {
    let voters = election.ballots.voters
    var isTooLarge = voters > 1_000_000_000_000
    if case .scores(let ballots) = election.ballots, !isTooLarge,
      [.majorityJudgment, .majorityJudgmentGauge].contains(method)
    {
      isTooLarge =
        voters * ballots.candidates.count > 100_000_000
        || ballots.range.count * ballots.candidates.count > 100_000_000
    }
    if isTooLarge { throw .tally(method, .tooLarge, election.candidates) }
  }

  private func seats(_ election: Election) -> Int { seats ?? election.seats ?? 1 }

  func run<Method: VotingMethod>(
    _ counting: Method, _ ballots: Method.Ballots, _ candidates: [Candidate]
  ) throws(CountFault) -> Outcome {
    do {
      return try counting.tally(ballots)
    } catch {
      throw .tally(method, error, candidates)
    }
  }

  private func count(
    _ ballots: RankedBallots, _ election: Election
  ) throws(CountFault) -> Outcome {
    let candidates = ballots.candidates
    let seats = seats(election)
    if let counting = try pairwiseMethod() {
      do {
        return try counting.tally(ballots)
      } catch {
        throw .tally(method, error, candidates)
      }
    }
    switch method {
    case .plurality: return try run(Plurality(tieBreak: tieBreak), ballots, candidates)
    case .twoRound: return try run(TwoRound(tieBreak: tieBreak), ballots, candidates)
    case .irv:
      let ties = try number(.universes).map { InstantRunoff.Ties.parallelUniverses(most: $0) }
      return try run(InstantRunoff(ties: ties ?? .broken(tieBreak)), ballots, candidates)
    case .benham: return try run(Benham(tieBreak: tieBreak), ballots, candidates)
    case .smithIRV: return try run(SmithRunoff(tieBreak: tieBreak), ballots, candidates)
    case .tidemanAlternative:
      return try run(TidemanAlternative(tieBreak: tieBreak), ballots, candidates)
    case .coombs: return try run(Coombs(tieBreak: tieBreak), ballots, candidates)
    case .bucklin: return try run(Bucklin(tieBreak: tieBreak), ballots, candidates)
    case .scottishSTV:
      return try run(ScottishSTV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .meekSTV: return try run(MeekSTV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .wigSTV:
      return try run(
        WeightedInclusiveGregorySTV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .ers97STV, .northernIrelandSTV, .senateSTV, .minneapolisSTV, .cambridgeSTV:
      return try transfer(ballots, seats: seats)
    default:
      return try run(
        SingleNonTransferable(seats: seats, tieBreak: tieBreak), ballots, candidates)
    }
  }

  private func count(
    _ ballots: ApprovalBallots, _ election: Election
  ) throws(CountFault) -> Outcome {
    let candidates = ballots.candidates
    let seats = seats(election)
    switch method {
    case .block: return try run(BlockVote(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .seqPAV:
      return try run(SequentialPAV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .seqPhragmen:
      return try run(SequentialPhragmen(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .equalShares:
      let isCompleted = try word(.completion) != "none"
      return try run(
        EqualShares(seats: seats, tieBreak: tieBreak, isCompleted: isCompleted), ballots,
        candidates)
    default: return try run(Approval(seats: seats, tieBreak: tieBreak), ballots, candidates)
    }
  }

  private func count(
    _ ballots: ScoreBallots?, _ election: Election
  ) throws(CountFault) -> Outcome {
    guard let ballots else { throw .ballots(method, have: election.ballots.kind) }
    let candidates = ballots.candidates
    let quorum = try number(.quorum) ?? 1
    switch method {
    case .scoreMean:
      return try run(ScoreMean(quorum: quorum, tieBreak: tieBreak), ballots, candidates)
    case .star: return try run(Star(tieBreak: tieBreak), ballots, candidates)
    case .rrv:
      return try run(
        ReweightedRange(seats: seats(election), tieBreak: tieBreak), ballots, candidates)
    case .starPR:
      return try run(
        ProportionalStar(seats: seats(election), tieBreak: tieBreak), ballots, candidates)
    case .majorityJudgment:
      return try run(MajorityJudgment(tieBreak: tieBreak), ballots, candidates)
    case .majorityJudgmentGauge:
      return try run(MajorityJudgmentGauge(tieBreak: tieBreak), ballots, candidates)
    case .dots:
      let dots = try number(.dots) ?? 0
      return try run(
        Dots(
          perVoter: dots, perOption: try number(.cap) ?? dots, seats: seats(election),
          tieBreak: tieBreak), ballots, candidates)
    case .quadratic:
      return try run(
        Quadratic(
          credits: try number(.credits) ?? 0, seats: seats(election), tieBreak: tieBreak),
        ballots, candidates)
    case .fistToFive:
      let blocks = try word(.fistBlocks) != "no"
      return try run(
        FistToFive(quorum: quorum, share: try share(.share) ?? 1, fistBlocks: blocks), ballots,
        candidates)
    case .gradients:
      return try run(
        Gradients(
          quorum: quorum, support: try number(.support) ?? 6,
          share: try share(.share) ?? Rational(3, over: 4)), ballots, candidates)
    case .consent: return try run(Consent(quorum: quorum), ballots, candidates)
    default: return try run(Score(tieBreak: tieBreak), ballots, candidates)
    }
  }

  private func count(_ ballots: BudgetBallots?) throws(CountFault) -> Outcome {
    guard var ballots else { throw .ballots(method, have: .projects) }
    if let budget { ballots = BudgetBallots(ballots, budget: budget) }
    let candidates = ballots.approvals.candidates
    let threshold = try number(.threshold)
    switch method {
    case .greedyBudgetNoSkip:
      let topUp = try number(.topUp).map { GreedyBudget.Unaffordable.stopOrTopUp(percent: $0) }
      return try run(
        GreedyBudget(tieBreak: tieBreak, unaffordable: topUp ?? .stop, threshold: threshold),
        ballots, candidates)
    case .equalSharesBudget:
      let satisfaction = try word(.satisfaction).flatMap(EqualSharesBudget.Satisfaction.init)
      let completion = try word(.completion).flatMap(EqualSharesBudget.Completion.init)
      return try run(
        EqualSharesBudget(
          satisfaction: satisfaction ?? .cost, completion: completion ?? .addOneThenGreedy,
          tieBreak: tieBreak), ballots, candidates)
    case .phragmenBudget:
      return try run(PhragmenBudget(tieBreak: tieBreak), ballots, candidates)
    default:
      return try run(
        GreedyBudget(tieBreak: tieBreak, threshold: threshold), ballots, candidates)
    }
  }

  private func countOthers(_ election: Election) throws(CountFault) -> Outcome {
    let seats = seats(election)
    let hurdle = try share(.hurdle) ?? .zero
    switch (method, election.ballots) {
    case (.dhondt, .parties(let votes)):
      return try run(
        DHondt(seats: seats, hurdle: hurdle, tieBreak: tieBreak), votes, votes.parties)
    case (.sainteLague, .parties(let votes)):
      return try run(
        SainteLague(seats: seats, hurdle: hurdle, tieBreak: tieBreak), votes, votes.parties)
    case (.largestRemainder, .parties(let votes)):
      let quota = try word(.quota).flatMap(LargestRemainder.Quota.init)
      return try run(
        LargestRemainder(
          seats: seats, quota: quota ?? .hare, hurdle: hurdle, tieBreak: tieBreak), votes,
        votes.parties)
    case (.pairwiseSurvey, .duels(let duels)):
      return try run(
        PairwiseSurvey(seats: seats, tieBreak: tieBreak), duels, duels.candidates)
    case (.opinionGroups, .opinions(let opinions)):
      let groups = OpinionGroups(
        groups: try number(.groups), answersNeeded: try number(.answersNeeded),
        seed: UInt64(try number(.seed) ?? 0))
      return try run(groups, opinions, opinions.candidates)
    default: throw .ballots(method, have: election.ballots.kind)
    }
  }
}
