/// How much more everybody can be given before anything in a count of equal shares goes otherwise.
///
/// While the same projects are funded in the same order and the same voters give all that they
/// have, every purse and every price is a straight line over the amount that everybody is given. So
/// where two of these lines cross can be told beforehand, and all amounts up to the nearest such
/// place come to the same: there is no need to count them.
///
/// Reckoned in floating point, and told only where no rounding can be at fault: what is nearer than
/// a thousand-millionth to a crossing gives no reach, and of the reach a millionth is left out.
struct EqualSharesReach {
  private let election: EqualSharesElection
  private let supporters: Supporters
  /// What each voter of a ballot has, and by how much that grows with each unit given.
  private var purses: [Line]
  private let share: Double
  private let slip: Double
  /// The nearest crossing so far, in units from here.
  private var limit = 1e15

  /// A number that grows along a straight line.
  private struct Line {
    var value: Double
    var slope: Double
  }

  /// The price of a project.
  private struct Price {
    var line: Line
    /// How many pay, where all who have anything pay alike.
    var evenPayers: Int?
  }

  /// What can't be told.
  private struct Unsure: Error {}

  private init(_ election: EqualSharesElection, adding units: Int) {
    let (top, bottom) = election.share(adding: units)
    share = Double(top) / Double(bottom)
    slip = share * 1e-9
    (self.election, supporters) = (election, election.supporters)
    purses = Array(
      repeating: Line(value: share, slope: Double(election.unit)),
      count: election.supporters.counts.count)
  }

  /// How many more units everybody can be given with the same projects funded in the same order;
  /// 0 where it isn't sure.
  ///
  /// - Parameter funded: what is funded with so many units, in order.
  static func of(_ election: EqualSharesElection, adding units: Int, funded: [Int]) -> Int {
    var reach = EqualSharesReach(election, adding: units)
    do throws(Unsure) {
      try reach.follow(funded.filter { election.costs[$0] > 0 })
    } catch {
      return 0
    }
    return max(0, Int(reach.limit * (1 - 1e-6)) - 1)
  }

  private mutating func follow(_ funded: [Int]) throws(Unsure) {
    var left = election.costs.indices.filter { election.costs[$0] > 0 }
    for best in funded {
      let prices = try prices(of: &left)
      guard let price = prices[best] else { throw Unsure() }
      for (other, its) in prices where other != best {
        try compare(other, its, with: best, price)
      }
      buy(best, price.line)
      left.removeAll { $0 == best }
    }
    guard try prices(of: &left).isEmpty else { throw Unsure() }
  }

  /// Takes out what can't be paid for.
  private mutating func prices(of left: inout [Int]) throws(Unsure) -> [Int: Price] {
    var prices: [Int: Price] = [:]
    for project in left { prices[project] = try price(of: project) }
    left.removeAll { prices[$0] == nil }
    return prices
  }

  private mutating func price(of project: Int) throws(Unsure) -> Price? {
    let cost = Double(election.costs[project])
    let payers = supporters[project].map { (Int($0), Double(supporters.counts[Int($0)])) }
    var all = Line(value: 0, slope: 0)
    for (ballot, voters) in payers {
      all.value += purses[ballot].value * voters
      all.slope += purses[ballot].slope * voters
    }
    guard all.value > 0 else { return nil }
    let near = slip * Double(supporters.totals[project]) + cost * 1e-9
    if all.value < cost - near {
      if all.slope > 0 { limit = min(limit, (cost - all.value) / all.slope) }
      return nil
    }
    guard all.value > cost + near else { throw Unsure() }
    var price = Line(value: cost / Double(supporters.totals[project]), slope: 0)
    var poor = -1
    while true {
      var (given, giving, rich, count) = (0.0, 0.0, 0.0, 0)
      for (ballot, voters) in payers {
        if purses[ballot].value < price.value {
          given += purses[ballot].value * voters
          giving += purses[ballot].slope * voters
          count += 1
        } else {
          rich += voters
        }
      }
      guard rich > 0 else { throw Unsure() }
      price = Line(value: (cost - given) / rich, slope: -giving / rich)
      if count == poor {
        try look(at: payers.map(\.0), price)
        return Price(line: price, evenPayers: given == 0 ? Int(rich) : nil)
      }
      poor = count
    }
  }

  /// Whoever gives all that they have will have as much as the others pay.
  private mutating func look(at ballots: [Int], _ price: Line) throws(Unsure) {
    for ballot in ballots where purses[ballot].value > 0 {
      let missing = price.value - purses[ballot].value
      guard abs(missing) > slip else { throw Unsure() }
      if missing > 0 { limit = min(limit, missing / (purses[ballot].slope - price.slope)) }
    }
  }

  /// The other one will be as good a buy as the best.
  private mutating func compare(
    _ other: Int, _ its: Price, with best: Int, _ price: Price
  ) throws(Unsure) {
    if let first = price.evenPayers, let second = its.evenPayers,
      election.orderOfEven(best, first, other, second) <= 0
    {
      return
    }
    if election.costs[best] == election.costs[other], supporters[best] == supporters[other] {
      return
    }
    let (one, two) = (rate(price.line, best), rate(its.line, other))
    guard two.value - one.value > 1e-9 * two.value else { throw Unsure() }
    if two.slope < one.slope {
      limit = min(limit, (two.value - one.value) / (one.slope - two.slope))
    }
  }

  private func rate(_ price: Line, _ project: Int) -> Line {
    let units = election.satisfaction == .cost ? Double(election.costs[project]) : 1
    return Line(value: price.value / units, slope: price.slope / units)
  }

  private mutating func buy(_ project: Int, _ price: Line) {
    for ballot in supporters[project].lazy.map(Int.init) {
      if purses[ballot].value < price.value {
        purses[ballot] = Line(value: 0, slope: 0)
      } else {
        purses[ballot].value -= price.value
        purses[ballot].slope -= price.slope
      }
    }
  }
}
