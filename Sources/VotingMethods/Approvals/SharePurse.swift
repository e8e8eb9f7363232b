/// The heart of the Method of Equal Shares: every voter has the same money, and candidates are
/// bought by those who approve of them, who pay alike as far as their money goes.
///
/// All money is kept over one common denominator, so that payments are sums of whole numbers and
/// nothing has to be brought to lowest terms but what is shown.
struct SharePurse {
  private let supporters: Supporters
  private let costs: [Int]
  /// What each voter of a ballot has left, in parts of a unit.
  private var amounts: [BigInteger]
  /// How many of these parts make a unit of money.
  private var denominator: BigInteger

  /// - Precondition: the costs are above zero of whatever is bought or asked the price of.
  init(_ supporters: Supporters, costs: [Int], each share: Rational) {
    (self.supporters, self.costs) = (supporters, costs)
    amounts = Array(repeating: share.big.top, count: supporters.counts.count)
    denominator = share.big.bottom
  }

  /// What each voter of a ballot has left.
  var money: [Rational] { amounts.map { Rational($0, over: denominator) } }

  /// The most that anyone would have to pay for the candidate, all others paying as much or all
  /// that they have; nil if those who approve can't afford it.
  func price(of candidate: Int) -> Rational? {
    payment(for: candidate).map {
      Rational($0.missing, over: denominator * BigInteger($0.payers))
    }
  }

  /// Has those who approve of the candidate pay.
  ///
  /// - Precondition: they can afford it.
  mutating func buy(_ candidate: Int) {
    guard let (missing, payers) = payment(for: candidate) else {
      preconditionFailure("Nobody buys what they can't afford")
    }
    let shared = BigInteger.greatestCommonDivisor(missing, BigInteger(payers))
    let scale = BigInteger(payers).divided(by: shared).quotient
    let price = missing.divided(by: shared).quotient
    denominator = denominator * scale
    for ballot in amounts.indices where !amounts[ballot].isZero {
      amounts[ballot] = amounts[ballot] * scale
    }
    for ballot in supporters[candidate].lazy.map(Int.init) {
      amounts[ballot] = amounts[ballot] > price ? amounts[ballot] - price : BigInteger(0)
    }
  }

  /// Who pays: all but those who give all that they have and less than the others.
  ///
  /// - Returns: what is missing after these have given, in parts, and how many share it.
  private func payment(for candidate: Int) -> (missing: BigInteger, payers: Int)? {
    var missing = BigInteger(costs[candidate]) * denominator
    var payers = supporters.totals[candidate]
    var left = Array(supporters[candidate])
    while payers > 0 {
      // The largest whole number of parts that is less than what each would have to pay.
      let most = (missing - BigInteger(1)).divided(by: BigInteger(payers)).quotient
      let rich = left.filter { amounts[Int($0)] > most }
      if rich.count == left.count { return (missing, payers) }
      for ballot in left.lazy.map(Int.init) where amounts[ballot] <= most {
        let count = supporters.counts[ballot]
        missing = missing - (count == 1 ? amounts[ballot] : amounts[ballot] * BigInteger(count))
        payers -= count
      }
      left = rich
    }
    return nil
  }
}
