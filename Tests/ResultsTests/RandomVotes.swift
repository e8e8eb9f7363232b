import ExerciseProtocol
import VotingMethods

/// Small votes full of ties, of every kind of ballots, the same ones at every run.
struct RandomVotes {
  private var random: Chance

  init(seed: Int) { random = Chance(seed: seed) }

  private mutating func draw(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private func candidates(_ count: Int) -> [Candidate] {
    (0..<count).map { Candidate(id: "k\($0)", name: "Kind \($0)") }
  }

  /// Strict rankings, some cut short, as plain values too.
  mutating func rankings() throws -> (ballots: RankedBallots, orders: [[Int]]) {
    let count = 2 + draw(4)
    var ballots = RankedBallots(candidates: candidates(count))
    var orders: [[Int]] = []
    for _ in 0..<1 + draw(12) {
      var order = Array(0..<count).shuffled(using: &random)
      order.removeLast(draw(count))
      try ballots.append(order.map { [$0] })
      orders.append(order)
    }
    return (ballots, orders)
  }

  mutating func approvals() throws -> ApprovalBallots {
    let count = 2 + draw(4)
    var ballots = ApprovalBallots(candidates: candidates(count))
    for _ in 0..<1 + draw(9) {
      try ballots.append((0..<count).filter { _ in draw(2) == 0 }, count: draw(3))
    }
    return ballots
  }

  mutating func scores(_ range: ClosedRange<Int>) throws -> ScoreBallots {
    let count = 2 + draw(3)
    var ballots = ScoreBallots(candidates: candidates(count), range: range)
    for _ in 0..<draw(9) {
      try ballots.append(
        (0..<count).map { _ in draw(5) == 0 ? nil : range.lowerBound + draw(range.count) })
    }
    return ballots
  }

  mutating func projects() throws -> BudgetBallots {
    let count = 2 + draw(4)
    let projects = candidates(count).map { Project($0, cost: 10 + draw(50)) }
    var ballots = BudgetBallots(projects: projects, budget: 40 + draw(60))
    for _ in 0..<draw(9) {
      try ballots.append((0..<count).filter { _ in draw(2) == 0 }.map { .init($0) })
    }
    return ballots
  }

  mutating func election(for method: MethodID) throws -> (Election, CountRequest) {
    var request = CountRequest(method, tieBreak: TieBreak([.priorStage, .lot(seed: 7)]))
    var ballots: Election.Ballots
    switch method.traits.ballots[0] {
    case .rankings: ballots = .rankings(try rankings().ballots)
    case .approvals: ballots = .approvals(try approvals())
    case .scores: ballots = .scores(try scores(method.scale ?? 0...3))
    case .projects: ballots = .projects(try projects())
    case .parties:
      let parties = candidates(2 + draw(4))
      ballots = .parties(PartyVotes(parties, votes: parties.map { _ in draw(20) }))
    case .duels:
      var duels = DuelBallots(candidates: candidates(4))
      for _ in 0..<draw(20) {
        let one = draw(4)
        try duels.append(one, over: (one + 1 + draw(3)) % 4, isUndecided: draw(4) == 0)
      }
      ballots = .duels(duels)
    case .opinions:
      var opinions = OpinionBallots(candidates: candidates(4))
      for _ in 0..<draw(20) {
        try opinions.append(
          (0..<4).map { _ in draw(5) == 0 ? nil : .init(rawValue: Int8(draw(3) - 1)) })
      }
      ballots = .opinions(opinions)
    }
    let count = ballots.candidates.count
    if method.traits.choice == .seats { request.seats = 1 + draw(count) }
    if method == .block, case .approvals(let some) = ballots {
      request.seats = some.counts.indices.map { some.approvals($0).count }.max().map { max(1, $0) }
    }
    if method == .dots { request.options = [.dots: "99"] }
    if method == .quadratic { request.options = [.credits: "999"] }
    if method == .greedyBudgetThreshold { request.options = [.threshold: "2"] }
    return (Election(ballots: ballots), request)
  }
}
