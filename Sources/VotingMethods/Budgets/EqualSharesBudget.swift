/// The Method of Equal Shares with costs: every voter has an equal part of the budget, and projects
/// are funded by their supporters, who pay alike as far as their money goes. At each step that
/// project is funded which costs a voter least for each unit of satisfaction. A project that costs
/// nothing is funded if anybody wants it and satisfaction is by number.
///
/// Source: D. Peters, G. Pierczyński and P. Skowron, “Proportional Participatory Budgeting with
/// Additive Utilities”, NeurIPS 2021; the completions (“Add1” and by points) and cost as
/// satisfaction: https://equalshares.net/implementation. There is a stage for each project, with
/// the price for one voter as its total. Ties met while everybody was given another amount (see
/// `Completion.addOne`) are told too, with their stage then.
public struct EqualSharesBudget: VotingMethod {
  public static let id = MethodID.equalSharesBudget
  /// What a funded project is worth.
  public var satisfaction: Satisfaction
  /// What is done with money left over.
  public var completion: Completion
  /// How ties are broken.
  public var tieBreak: TieBreak

  /// What a funded project is worth to a supporter.
  public enum Satisfaction: String, Hashable, Sendable {
    /// As much as it costs.
    case cost
    /// As much as any other.
    case cardinality
  }

  /// What is done with money that is left when no group can pay for any more.
  public enum Completion: String, Hashable, Sendable {
    case none
    /// Everybody is given one unit of money more, as if the budget were larger, and the count
    /// begins anew, until the next one would cost more than the real budget or nothing more fits.
    case addOne = "add-1"
    /// The other projects are funded from the most points to the fewest while the money lasts.
    case greedy
    /// First the one, then the other.
    case addOneThenGreedy = "add-1,greedy"
  }

  public init(
    satisfaction: Satisfaction = .cost, completion: Completion = .addOneThenGreedy,
    tieBreak: TieBreak = .none
  ) {
    (self.satisfaction, self.completion, self.tieBreak) = (satisfaction, completion, tieBreak)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: BudgetBallots) throws(TallyFault) -> Outcome {
    var outcome = Outcome(
      Self.id, ballots.approvals.candidates,
      [
        .init("budget", ballots.text(ballots.budget)), .init("satisfaction", satisfaction.rawValue),
        .init("completion", completion.rawValue), .init("tie-break", tieBreak),
      ])
    let election = EqualSharesElection(ballots, satisfaction)
    guard election.voters > 0 else { return outcome }
    let costs = election.costs
    var breaker = TieBreaker(tieBreak, candidates: costs.count)
    var units = 0
    // A tie in a round that comes to nothing still decided how much everybody is given.
    var others: [Tie] = []
    if completion == .addOne || completion == .addOneThenGreedy {
      units = try unitsAdded(to: election, &breaker, &others)
    }
    let round = try count(election, adding: units, isExact: true, &breaker)
    outcome.winners = round.funded
    outcome.stages = zip(round.funded, round.prices).map { project, price in
      var stage = Stage(totals: Array(repeating: .zero, count: costs.count))
      stage.totals[project] = price / Rational(ballots.unit)
      stage.elected = [project]
      return stage
    }
    breaker = round.breaker
    if completion == .greedy || completion == .addOneThenGreedy {
      try complete(&outcome, ballots, costs, left: ballots.budget - round.spent, &breaker)
    }
    outcome.keep(breaker)
    outcome.ties = others.filter { !breaker.ties.contains($0) } + breaker.ties
    return outcome
  }

  /// How many units everybody is given, one more at a time: those are passed over of which it is
  /// known that they come to the same.
  private func unitsAdded(
    to election: EqualSharesElection, _ breaker: inout TieBreaker, _ others: inout [Tie]
  ) throws(TallyFault) -> Int {
    var units = 0
    var round = try count(election, adding: units, isExact: false, &breaker)
    // To look ahead takes as long as some rounds: it is done where it was worth it before.
    var (waited, patience) = (0, 16)
    while election.hasRoom(beside: round) {
      if waited >= patience {
        let reach = EqualSharesReach.of(election, adding: units, funded: round.funded)
        units += reach
        (waited, patience) = (0, reach < 32 ? min(1_024, max(16, 2 * patience)) : 0)
      }
      let next = try count(election, adding: units + 1, isExact: false, &breaker)
      let isOver = next.spent > election.budget
      let ties = (isOver ? next : round).breaker.ties
      others += ties.filter { !others.contains($0) }
      if isOver { break }
      (round, units, waited) = (next, units + 1, waited + 1)
    }
    return units
  }

  /// One count with so many units of money more for each voter.
  ///
  /// - Parameters:
  ///   - isExact: whether its prices are wanted, and not only what it funds.
  ///   - breaker: what the rounds before made of ties: one lot decides in all of them.
  private func count(
    _ election: EqualSharesElection, adding units: Int, isExact: Bool,
    _ breaker: inout TieBreaker
  ) throws(TallyFault) -> EqualSharesRound {
    var round = EqualSharesRound(
      election, adding: units, isExact: isExact, breaker.forNextRound)
    if try !round.run() {
      round = EqualSharesRound(election, adding: units, isExact: true, breaker.forNextRound)
      _ = try round.run()
    }
    breaker = round.breaker
    return round
  }

  private func complete(
    _ outcome: inout Outcome, _ ballots: BudgetBallots, _ costs: [Int], left: Int,
    _ breaker: inout TieBreaker
  ) throws(TallyFault) {
    let scores = ballots.scores
    let others = tiers(by: scores).map { tier in
      tier.filter { scores[$0] > 0 && !outcome.winners.contains($0) }
    }
    let funded = try GreedyBudget().spend(
      left, on: others, costs: costs, &breaker, stage: outcome.stages.count)
    guard !funded.isEmpty else { return }
    var stage = Stage(totals: scores.map { Rational($0) })
    stage.elected = funded
    outcome.stages.append(stage)
    outcome.winners += funded
  }
}
