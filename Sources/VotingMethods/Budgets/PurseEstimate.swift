/// Equal shares in floating point, with a bound for every error: what it is sure of is so in exact
/// numbers too; where it isn't sure, it says so.
///
/// A count of many rounds in exact fractions spends almost all of its time on digits that decide
/// nothing. Every number here is known to lie within its `error` of the exact one. Errors of the
/// operations themselves (half of `ulp` each, IEEE 754) are counted double, and sums of errors
/// rounded up by a hundredth, so that their own rounding need not be followed.
struct PurseEstimate {
  /// What a candidate would cost those who pay most for it.
  enum Price {
    case unaffordable
    case unsure
    /// - Parameter equalPayers: how many pay, where nobody pays less than the others but those who
    ///   have nothing left, so that the exact price is the cost over this number; else nil.
    case about(Double, error: Double, equalPayers: Int?)
  }

  /// More than what one operation can be wrong by, of a result of one.
  private static let ulp = 0x1p-52

  private let supporters: Supporters
  private let costs: [Int]
  /// What everybody has at first, exactly and not.
  private let exactShare: (top: Int128, bottom: Int128)
  private let share: Double
  /// Each ballot's, of every one of its voters.
  private var purses: [Purse]
  private var largestError: Double

  /// What is asked of a ballot time and again, side by side.
  private struct Purse {
    var money: Double
    /// Zero for those who have not paid yet, and for those who have nothing left.
    var error = 0.0
    let voters: Double
  }

  /// - Parameter share: what everybody has at first, a whole number over another.
  init(_ supporters: Supporters, costs: [Int], each share: (top: Int, bottom: Int)) {
    (self.supporters, self.costs) = (supporters, costs)
    exactShare = (Int128(share.top), Int128(share.bottom))
    self.share = Double(share.top) / Double(share.bottom)
    let money = self.share
    purses = supporters.counts.map { Purse(money: money, voters: Double($0)) }
    largestError = 3 * self.share * Self.ulp
  }

  /// What the supporters have in all, as far as a price asks for it.
  private struct Sum {
    /// The money and the number of those who have less than the price, and the errors of theirs.
    var (money, errors, voters) = (0.0, 0.0, 0.0)
    /// How many have not paid for anything yet.
    var untouched = 0.0
    /// How near to the price any of the others' money is.
    var nearest = Double.infinity
  }

  private func sum(_ candidate: Int, at price: Double) -> Sum {
    var sum = Sum()
    let purses = purses.span
    for ballot in supporters[candidate] {
      let purse = purses[Int(ballot)]
      let poor = purse.money < price ? purse.voters : 0
      sum.money += purse.money * poor
      sum.errors += purse.error * poor
      sum.voters += poor
      let isExact = purse.error == 0
      sum.untouched += isExact && purse.money > 0 ? purse.voters : 0
      sum.nearest = min(sum.nearest, isExact ? .infinity : abs(purse.money - price))
    }
    return sum
  }

  func price(of candidate: Int) -> Price {
    let (cost, supporting) = (Double(costs[candidate]), supporters.totals[candidate])
    guard supporting > 0 else { return .unaffordable }
    // Numbers of voters are whole here too, far below where a `Double` has no room for them.
    let total = Double(supporting)
    var price = cost / total
    var sum = sum(candidate, at: price)
    let covers =
      Int128(supporting) * exactShare.top >= Int128(costs[candidate]) * exactShare.bottom
    if sum.untouched == total {
      return covers
        ? .about(price, error: price * Self.ulp, equalPayers: supporting) : .unaffordable
    }
    // Newton's way up to the price: it never overshoots, and ends where nobody more is too poor.
    var poor = 0.0
    while sum.voters > poor, sum.voters < total {
      poor = sum.voters
      price = (cost - sum.money) / (total - poor)
      sum = self.sum(candidate, at: price)
    }
    let terms = Double(supporters[candidate].count + 8)
    let slip =
      1.01 * (sum.errors + total * 3 * share * Self.ulp + terms * cost * Self.ulp)
    if sum.voters >= total { return sum.money + slip < cost ? .unaffordable : .unsure }
    let error = slip / (total - sum.voters) + 4 * price * Self.ulp
    guard sum.nearest > 1.01 * (error + largestError) else { return .unsure }
    if sum.untouched > 0, abs(share - price) <= 1.01 * (error + largestError) {
      guard sum.voters == 0, covers else { return .unsure }
    }
    let isEqual = sum.money == 0 && sum.errors == 0
    return .about(price, error: error, equalPayers: isEqual ? Int(total - sum.voters) : nil)
  }

  /// Has those who approve of the candidate pay.
  mutating func buy(_ candidate: Int, at price: Double, error priceError: Double) {
    for ballot in supporters[candidate].lazy.map(Int.init) {
      let (own, error) = (purses[ballot].money, purses[ballot].error)
      let ownError = error > 0 || own == 0 ? error : 3 * share * Self.ulp
      let sumOfErrors = 1.01 * (ownError + priceError + (own + price) * Self.ulp)
      if own + sumOfErrors < price {
        (purses[ballot].money, purses[ballot].error) = (0, 0)
      } else {
        (purses[ballot].money, purses[ballot].error) = (max(0, own - price), sumOfErrors)
        largestError = max(largestError, sumOfErrors)
      }
    }
  }
}
