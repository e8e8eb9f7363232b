/// The Method of Equal Shares (Rule X) for committees: each voter has an equal part of the seats as
/// money, each candidate costs one; at each step the candidate is elected for whom those who
/// approve pay least, paying alike as far as their money goes. Seats left when nobody can be paid
/// for any more are filled by Phragmén's sequential rule, beginning with the money left over.
///
/// Source: D. Peters and P. Skowron, “Proportionality and the limits of welfarism”, EC 2020; the
/// second phase as in M. Lackner and P. Skowron, “Multi-Winner Voting with Approval Preferences”
/// (Springer 2023), chapter 2, example 2.11. A total is the price for one voter, or in the second
/// phase the burden; 0 for candidates who can't be paid for or are elected.
public struct EqualShares: VotingMethod {
  public static let id = MethodID.equalShares
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// Whether seats left over are filled.
  public var isCompleted: Bool

  public init(seats: Int, tieBreak: TieBreak, isCompleted: Bool = true) {
    (self.seats, self.tieBreak, self.isCompleted) = (seats, tieBreak, isCompleted)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ApprovalBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates,
      [
        .init("seats", seats), .init("tie-break", tieBreak),
        .init("completion", isCompleted ? "phragmen" : "none"),
      ])
    let voters = ballots.counts.reduce(0, +)
    guard voters > 0 else { return outcome }
    var breaker = TieBreaker(tieBreak, candidates: count)
    let costs = Array(repeating: 1, count: count)
    var purse = SharePurse(Supporters(ballots), costs: costs, each: Rational(seats, over: voters))
    while outcome.winners.count < seats {
      let left = (0..<count).filter { !outcome.winners.contains($0) }
      let prices = left.map { purse.price(of: $0) }
      guard let least = prices.compactMap({ $0 }).min() else { break }
      let history: [[Int]] = []
      let one = try breaker.one(
        .most, of: zip(left, prices).filter { $1 == least }.map(\.0), for: .election,
        stage: outcome.stages.count, history: history)
      purse.buy(one)
      var stage = Stage(totals: Array(repeating: .zero, count: count))
      for (candidate, price) in zip(left, prices) { stage.totals[candidate] = price ?? .zero }
      stage.elected = [one]
      outcome.stages.append(stage)
      outcome.winners.append(one)
    }
    if isCompleted {
      let start = purse.money.map { Rational.zero - $0 }
      try outcome.fill(seats, by: PhragmenLoads(ballots, costs: costs, start: start), &breaker)
    }
    outcome.keep(breaker)
    return outcome
  }
}
