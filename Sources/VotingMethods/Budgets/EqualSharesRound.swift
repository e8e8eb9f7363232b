/// What every round of a count of equal shares has in common.
struct EqualSharesElection {
  let supporters: Supporters
  let costs: [Int]
  let budget: Int
  /// How much more everybody has with each unit of the currency added.
  let unit: Int
  let voters: Int
  let satisfaction: EqualSharesBudget.Satisfaction

  init(_ ballots: BudgetBallots, _ satisfaction: EqualSharesBudget.Satisfaction) {
    supporters = Supporters(ballots.approvals)
    costs = ballots.projects.map(\.cost)
    (budget, unit) = (ballots.budget, ballots.unit)
    voters = supporters.counts.reduce(0, +)
    self.satisfaction = satisfaction
  }

  /// What everybody has after so many units were added.
  func share(adding units: Int) -> (top: Int, bottom: Int) {
    (budget + units * unit * voters, voters)
  }

  /// The projects that are funded before anybody pays.
  var free: [Int] {
    satisfaction == .cost
      ? [] : costs.indices.filter { costs[$0] == 0 && supporters.totals[$0] > 0 }
  }

  /// Whether a project that somebody supports could still be paid for.
  func hasRoom(beside round: EqualSharesRound) -> Bool {
    costs.indices.contains {
      supporters.totals[$0] > 0 && costs[$0] > 0 && costs[$0] <= budget - round.spent
        && !round.funded.contains($0)
    }
  }

  /// The order of the rates of two projects whose costs are shared evenly by so many payers; zero
  /// where they are the same.
  func orderOfEven(_ one: Int, _ first: Int, _ other: Int, _ second: Int) -> Int {
    guard satisfaction == .cardinality else { return second - first }
    let left = Int128(costs[one]) * Int128(second)
    let right = Int128(costs[other]) * Int128(first)
    return left < right ? -1 : left > right ? 1 : 0
  }
}

/// One count of equal shares with so much money for each voter.
///
/// Decisions are made on estimates as long as they are sure. Where they aren't, an exact round
/// looks at the exact purses; a quick one has none and gives up.
struct EqualSharesRound {
  private(set) var breaker: TieBreaker
  private(set) var funded: [Int] = []
  /// The exact price of each; only of an exact round.
  private(set) var prices: [Rational] = []
  private(set) var spent = 0
  private let election: EqualSharesElection
  private var estimate: PurseEstimate
  private var exact: SharePurse?

  /// What a unit of satisfaction would cost those who pay most for it.
  private struct Offer {
    var project: Int
    var price: Double
    var error: Double
    /// How many pay, where all of them pay alike.
    var equalPayers: Int?
    /// The rate lies between these.
    var rate: ClosedRange<Double>
  }

  /// Where an estimate decides nothing, and there is nothing else.
  private struct Unsure: Error {}

  init(
    _ election: EqualSharesElection, adding units: Int, isExact: Bool, _ breaker: TieBreaker
  ) {
    let share = election.share(adding: units)
    (self.election, self.breaker) = (election, breaker)
    estimate = PurseEstimate(election.supporters, costs: election.costs, each: share)
    exact =
      isExact
      ? SharePurse(
        election.supporters, costs: election.costs,
        each: Rational(share.top, over: share.bottom)) : nil
    // What costs nothing is had at once by whoever wants it; measured by cost it is worth nothing.
    funded = election.free
    prices = isExact ? funded.map { _ in .zero } : []
  }

  /// Buys until nobody can pay for any more.
  ///
  /// - Returns: false if the round is a quick one and was given up.
  mutating func run() throws(TallyFault) -> Bool {
    var left = election.costs.indices.filter { election.costs[$0] > 0 }
    // Prices only rise as money is spent, so that an old price is a bound for the new one.
    var bounds = Array(repeating: 0.0, count: election.costs.count)
    let history: [[Int]] = []
    while true {
      guard let best = best(of: &left, &bounds) else { return false }
      guard !best.isEmpty else { return true }
      let one = try breaker.one(
        .most, of: best.map(\.project).sorted(), for: .election, stage: funded.count,
        history: history)
      for offer in best where offer.project == one {
        estimate.buy(one, at: offer.price, error: offer.error)
      }
      if let price = exact?.price(of: one) {
        prices.append(price)
        exact?.buy(one)
      }
      funded.append(one)
      spent += election.costs[one]
      left.removeAll { $0 == one }
    }
  }

  /// The projects with the least rate. Those that can't be paid for are taken out.
  ///
  /// - Returns: nil where that is unsure.
  private func best(of left: inout [Int], _ bounds: inout [Double]) -> [Offer]? {
    var open = left
    var best: [Offer] = []
    while let place = open.indices.min(by: { bounds[open[$0]] < bounds[open[$1]] }) {
      let project = open[place]
      if let first = best.first, bounds[project] > first.rate.upperBound { break }
      open.swapAt(place, open.count - 1)
      open.removeLast()
      do throws(Unsure) {
        guard let offer = try offer(project) else {
          left.removeAll { $0 == project }
          continue
        }
        bounds[project] = offer.rate.lowerBound
        guard let first = best.first else {
          best = [offer]
          continue
        }
        let order = try order(offer, first)
        if order <= 0 { best = order < 0 ? [offer] : best + [offer] }
      } catch { return nil }
    }
    return best
  }

  private func offer(_ project: Int) throws(Unsure) -> Offer? {
    switch estimate.price(of: project) {
    case .unaffordable: return nil
    case .about(let price, let error, let equalPayers):
      return offer(project, price, error, equalPayers: equalPayers)
    case .unsure:
      guard let exact else { throw Unsure() }
      guard let price = exact.price(of: project)?.approximation else { return nil }
      return offer(project, price, price * 0x1p-48, equalPayers: nil)
    }
  }

  private func offer(_ project: Int, _ price: Double, _ error: Double, equalPayers: Int?) -> Offer {
    let units = election.satisfaction == .cost ? Double(election.costs[project]) : 1
    let (rate, slip) = (price / units, 1.01 * (error + 4 * price * 0x1p-52) / units)
    return Offer(
      project: project, price: price, error: error, equalPayers: equalPayers,
      rate: (rate - slip)...(rate + slip))
  }

  /// Below zero, zero or above zero as the first rate is less than, equal to or more than the
  /// other.
  private func order(_ one: Offer, _ other: Offer) throws(Unsure) -> Int {
    if one.rate.upperBound < other.rate.lowerBound { return -1 }
    if other.rate.upperBound < one.rate.lowerBound { return 1 }
    if let first = one.equalPayers, let second = other.equalPayers {
      return election.orderOfEven(one.project, first, other.project, second)
    }
    guard let exact, let first = exact.price(of: one.project),
      let second = exact.price(of: other.project)
    else { throw Unsure() }
    let isByCost = election.satisfaction == .cost
    let left = first * Rational(isByCost ? election.costs[other.project] : 1)
    let right = second * Rational(isByCost ? election.costs[one.project] : 1)
    return left < right ? -1 : left > right ? 1 : 0
  }
}
