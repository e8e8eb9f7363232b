/// An exact fraction. Every count that a tie could turn on is made of these or of whole numbers,
/// never of floating point.
///
/// It is kept in lowest terms with a positive denominator: in two machine words as long as they
/// suffice, in numbers of any size from where they don't.
public struct Rational: Hashable, Sendable {
  private enum Storage: Hashable, Sendable {
    case small(Int, Int)
    indirect case big(BigInteger, BigInteger)
  }

  private let storage: Storage

  private init(_ storage: Storage) { self.storage = storage }

  /// A whole number.
  public init(_ value: Int) { self.init(.small(value, 1)) }

  /// A fraction, brought to lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, over denominator: Int) {
    if numerator > .min, denominator > 0 {
      let divisor = Int(
        greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
      self.init(.small(numerator / divisor, denominator / divisor))
    } else {
      self.init(BigInteger(numerator), over: BigInteger(denominator))
    }
  }

  /// - Precondition: `denominator` is not zero.
  init(_ numerator: BigInteger, over denominator: BigInteger) {
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    var top = numerator.divided(by: divisor).quotient
    var bottom = denominator.divided(by: divisor).quotient
    if bottom.isNegative { (top, bottom) = (-top, -bottom) }
    if let first = top.small, let second = bottom.small {
      self.init(.small(first, second))
    } else {
      self.init(.big(top, bottom))
    }
  }

  /// In numbers of any size.
  var big: (top: BigInteger, bottom: BigInteger) {
    switch storage {
    case .small(let top, let bottom): (BigInteger(top), BigInteger(bottom))
    case .big(let top, let bottom): (top, bottom)
    }
  }

  /// A floating-point number that is nearly the same: wrong by less than one part in 2⁴⁹.
  public var approximation: Double {
    switch storage {
    case .small(let top, let bottom): return Double(top) / Double(bottom)
    case .big(let top, let bottom):
      let (first, second) = (top.scaled, bottom.scaled)
      let ratio = Double(sign: .plus, exponent: first.exponent - second.exponent, significand: 1)
      return first.fraction / second.fraction * ratio
    }
  }
}

extension Rational: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  /// Nothing.
  public static let zero = Rational(0)

  public init(integerLiteral value: Int) { self.init(value) }

  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    // Long numbers are multiplied only where the two are so near that nothing else can tell.
    let (first, second) = (left.approximation, right.approximation)
    if abs(first - second) > max(abs(first), abs(second)) * 0x1p-40 { return first < second }
    let (a, b) = (left.big, right.big)
    return a.top * b.bottom < b.top * a.bottom
  }

  public static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (first, overflow1) = a.multipliedReportingOverflow(by: d)
      let (second, overflow2) = c.multipliedReportingOverflow(by: b)
      let (top, overflow3) = first.addingReportingOverflow(second)
      let (bottom, overflow4) = b.multipliedReportingOverflow(by: d)
      if !overflow1, !overflow2, !overflow3, !overflow4 { return Rational(top, over: bottom) }
    }
    let (a, b) = (left.big, right.big)
    return Rational(a.top * b.bottom + b.top * a.bottom, over: a.bottom * b.bottom)
  }

  public static func - (left: Rational, right: Rational) -> Rational {
    left + right * Rational(-1)
  }

  /// The exact product.
  public static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (top, overflow1) = a.multipliedReportingOverflow(by: c)
      let (bottom, overflow2) = b.multipliedReportingOverflow(by: d)
      if !overflow1, !overflow2 { return Rational(top, over: bottom) }
    }
    let (a, b) = (left.big, right.big)
    return Rational(a.top * b.top, over: a.bottom * b.bottom)
  }

  /// The exact quotient.
  ///
  /// - Precondition: `right` is not zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    if case .small(let c, let d) = right.storage { return left * Rational(d, over: c) }
    let (c, d) = right.big
    return left * Rational(d, over: c)
  }
}

extension Rational: CustomStringConvertible {
  /// An exact decimal ("0.75") where there is one and the denominator fits a machine word, else a
  /// fraction ("2/3").
  public var description: String {
    let (top, bottom) = big
    guard let places = bottom.small.flatMap(Rational.decimalPlaces) else {
      return "\(top)/\(bottom)"
    }
    guard places > 0 else { return "\(top)" }
    let scale = (0..<places).reduce(BigInteger(1)) { scale, _ in scale * BigInteger(10) }
    let digits = "\(top.magnitude * scale.divided(by: bottom).quotient)"
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (top.isNegative ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// How many decimal places a fraction over this number has at most; nil if it has no end.
  private static func decimalPlaces(_ denominator: Int) -> Int? {
    let twos = denominator.trailingZeroBitCount
    var (rest, fives) = (denominator >> twos, 0)
    while rest.isMultiple(of: 5) {
      rest /= 5
      fives += 1
    }
    return rest == 1 ? max(twos, fives) : nil
  }
}
