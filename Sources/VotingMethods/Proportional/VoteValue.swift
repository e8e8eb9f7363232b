/// What a ballot paper is worth, in the arithmetic of a transferable vote.
protocol VoteValue: Comparable, AdditiveArithmetic, Sendable {
  /// So many whole votes.
  init(votes: Int)
  /// This value for each of so many papers.
  func times(_ papers: Int) -> Self
  /// This value cut down in the proportion of a surplus to the total that it is part of.
  func share(of surplus: Self, in total: Self) -> Self
  var exact: Rational { get }
}

/// Five decimal places, what is beyond them ignored: the arithmetic of the Scottish rules.
struct FiveDecimals: VoteValue {
  private static let unit = 100_000
  private var units: Int

  private init(units: Int) { self.units = units }
  init(votes: Int) { units = votes * FiveDecimals.unit }

  static let zero = FiveDecimals(units: 0)
  static func < (left: Self, right: Self) -> Bool { left.units < right.units }
  static func + (left: Self, right: Self) -> Self { Self(units: left.units + right.units) }
  static func - (left: Self, right: Self) -> Self { Self(units: left.units - right.units) }

  func times(_ papers: Int) -> Self { Self(units: units * papers) }

  func share(of surplus: Self, in total: Self) -> Self {
    Self(units: Int(Int128(units) * Int128(surplus.units) / Int128(total.units)))
  }

  var exact: Rational { Rational(units, over: FiveDecimals.unit) }
}

extension Rational: VoteValue {
  init(votes: Int) { self.init(votes) }
  func times(_ papers: Int) -> Rational { self * Rational(papers) }
  func share(of surplus: Rational, in total: Rational) -> Rational { self * surplus / total }
  var exact: Rational { self }
}
