/// Phragmén's sequential rule with costs: a project's cost is a burden that its supporters share;
/// the project is funded that leaves the smallest greatest burden. The count ends as soon as one
/// that would be next can't be paid for.
///
/// Source: M. Los, Z. Christoff and D. Grossi, “Proportional Budget Allocations: Towards a
/// Systematization”, IJCAI 2022. Projects that cost more than the whole budget take no part. A
/// total is the burden that funding the project would leave; 0 for those funded or without support.
public struct PhragmenBudget: VotingMethod {
  public static let id = MethodID.phragmenBudget
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: BudgetBallots) throws(TallyFault) -> Outcome {
    let costs = ballots.projects.map(\.cost)
    var outcome = Outcome(
      Self.id, ballots.approvals.candidates,
      [.init("budget", ballots.text(ballots.budget)), .init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: costs.count)
    var loads = PhragmenLoads(ballots.approvals, costs: costs)
    var left = costs.indices.filter { costs[$0] <= ballots.budget }
    var money = ballots.budget
    let history: [[Int]] = []
    while true {
      let next = loads.next(left)
      guard let least = next.compactMap({ $0 }).min() else { break }
      let tied = zip(left, next).filter { $1 == least }.map(\.0)
      guard tied.allSatisfy({ costs[$0] <= money }) else { break }
      let one = try breaker.one(
        .most, of: tied, for: .election, stage: outcome.stages.count, history: history)
      loads.elect(one, load: least)
      var stage = Stage(totals: Array(repeating: .zero, count: costs.count))
      for (project, load) in zip(left, next) {
        stage.totals[project] = (load ?? .zero) / Rational(ballots.unit)
      }
      stage.elected = [one]
      outcome.stages.append(stage)
      outcome.winners.append(one)
      left.removeAll { $0 == one }
      money -= costs[one]
    }
    outcome.keep(breaker)
    return outcome
  }
}
