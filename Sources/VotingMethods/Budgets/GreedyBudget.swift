/// The rule of most cities: projects are funded from the most points to the fewest while the money
/// lasts.
///
/// Source: Pabulib, “.pb file format” (https://pabulib.org/format), rules `greedy`,
/// `greedy-no-skip` and `greedy-threshold`; S. Rey and J. Maly, “The (Computational) Social Choice
/// Take on Indivisible Participatory Budgeting” (2023), section 3. Projects with equal points are a
/// tie only where the money doesn't reach for all of them that fit; only a lot breaks it.
public struct GreedyBudget: VotingMethod {
  public static let id = MethodID.greedyBudget
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// What happens at a project that costs more than what is left.
  public var unaffordable: Unaffordable
  /// Projects with fewer points are not funded; nil where there is no such rule.
  public var threshold: Int?

  /// What happens at a project that costs more than what is left.
  public enum Unaffordable: Hashable, Sendable {
    /// It is left out and the next one looked at.
    case skip
    /// Nothing more is funded.
    case stop
    /// Nothing more is funded but this one project, from other funds, if the money left is at least
    /// so many hundredths of its cost (as in Poznań).
    case stopOrTopUp(percent: Int)
  }

  public init(
    tieBreak: TieBreak = .none, unaffordable: Unaffordable = .skip, threshold: Int? = nil
  ) {
    (self.tieBreak, self.unaffordable, self.threshold) = (tieBreak, unaffordable, threshold)
  }

  /// The name of the variant: that of stopping, else that of the threshold, else the plain one.
  public var variant: MethodID {
    if unaffordable != .skip { return .greedyBudgetNoSkip }
    return threshold == nil ? .greedyBudget : .greedyBudgetThreshold
  }

  /// - Throws: `unbrokenTie` where the money doesn't reach for all of the tied and there's no lot.
  public func tally(_ ballots: BudgetBallots) throws(TallyFault) -> Outcome {
    var parameters: [Outcome.Parameter] = [.init("budget", ballots.text(ballots.budget))]
    if let threshold { parameters.append(.init("threshold", threshold)) }
    if case .stopOrTopUp(let percent) = unaffordable {
      parameters.append(.init("top-up", "\(percent) %"))
    }
    parameters.append(.init("tie-break", tieBreak))
    var outcome = Outcome(variant, ballots.approvals.candidates, parameters)
    var breaker = TieBreaker(tieBreak, candidates: ballots.projects.count)
    let scores = ballots.scores
    outcome.ranking = tiers(by: scores)
    var stage = Stage(totals: scores.map { Rational($0) })
    let able = outcome.ranking.map { $0.filter { scores[$0] >= threshold ?? 0 } }
    stage.elected = try spend(
      ballots.budget, on: able, costs: ballots.projects.map(\.cost), &breaker, stage: 0)
    outcome.winners = stage.elected
    outcome.stages = [stage]
    outcome.keep(breaker)
    return outcome
  }

  /// Funds projects from the first tier on while the money lasts.
  func spend(
    _ money: Int, on tiers: [[Int]], costs: [Int], _ breaker: inout TieBreaker, stage: Int
  ) throws(TallyFault) -> [Int] {
    var left = money
    var all: [Int] = []
    for tier in tiers {
      let (funded, isOver) = try fund(tier, costs: costs, &left, &breaker, stage)
      all += funded
      if isOver { break }
    }
    return all
  }

  /// Funds what can be of projects with equal points; tells whether nothing more is funded.
  private func fund(
    _ tier: [Int], costs: [Int], _ left: inout Int, _ breaker: inout TieBreaker, _ stage: Int
  ) throws(TallyFault) -> (funded: [Int], isOver: Bool) {
    let fitting = tier.filter { costs[$0] <= left }
    let together = fitting.reduce(0) { $0 + costs[$1] }
    if together <= left, unaffordable == .skip || fitting.count == tier.count {
      left -= together
      return (fitting, false)
    }
    // Nothing of it can be paid for, whichever comes first.
    if fitting.isEmpty, !tier.contains(where: { canTopUp(costs[$0], left) }) {
      if tier.count > 1 { breaker.record(.election, stage, tier, [], .immaterial) }
      return ([], true)
    }
    var order = tier
    if tier.count > 1 {
      let candidates = unaffordable == .skip ? fitting : tier
      let drawn = breaker.inOrder(
        candidates.count, of: candidates, for: .election, stage: stage)
      guard let drawn else {
        throw .unbrokenTie(
          Tie(
            question: .election, stage: stage, candidates: candidates, chosen: [],
            resolution: .unbroken))
      }
      order = drawn
    }
    var funded: [Int] = []
    var isOver = false
    for project in order where !isOver {
      if costs[project] <= left {
        funded.append(project)
        left -= costs[project]
      } else if unaffordable != .skip {
        if canTopUp(costs[project], left) { funded.append(project) }
        isOver = true
      }
    }
    if tier.count > 1 {
      let compared = unaffordable == .skip ? fitting : tier
      let resolution = breaker.lot(of: compared)?.resolution
      breaker.record(.election, stage, tier, funded, resolution ?? .immaterial)
    }
    return (funded, isOver)
  }

  private func canTopUp(_ cost: Int, _ left: Int) -> Bool {
    if case .stopOrTopUp(let percent) = unaffordable { left * 100 >= cost * percent } else { false }
  }
}
