/// A whole number of any size, for the rare fraction that outgrows a machine word.
///
/// Sign and magnitude, the magnitude in digits of 32 bits, least first, without leading zeros.
/// Only what `Rational` needs; division is Knuth's algorithm D (The Art of Computer Programming,
/// volume 2, 4.3.1).
struct BigInteger: Hashable, Sendable {
  private(set) var isNegative: Bool
  private(set) var digits: [UInt32]

  init(_ value: Int) {
    let magnitude = value.magnitude
    self.init(
      isNegative: value < 0,
      digits: [UInt32(truncatingIfNeeded: magnitude), UInt32(magnitude >> 32)])
  }

  init(isNegative: Bool, digits: [UInt32]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  var isZero: Bool { digits.isEmpty }
  var magnitude: BigInteger { BigInteger(isNegative: false, digits: digits) }

  /// The value as a machine word, if it fits.
  var small: Int? {
    guard digits.count <= 2 else { return nil }
    var magnitude: UInt = 0
    for digit in digits.reversed() { magnitude = magnitude << 32 | UInt(digit) }
    guard magnitude <= UInt(Int.max) else { return nil }
    return isNegative ? -Int(magnitude) : Int(magnitude)
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(isNegative: !value.isNegative, digits: value.digits)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, digits: sum(left.digits, right.digits))
    }
    return compare(left.digits, right.digits) < 0
      ? BigInteger(isNegative: right.isNegative, digits: difference(right.digits, left.digits))
      : BigInteger(isNegative: left.isNegative, digits: difference(left.digits, right.digits))
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    guard !left.isZero, !right.isZero else { return BigInteger(0) }
    var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.digits.enumerated() {
        let step = UInt64(a) * UInt64(b) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(truncatingIfNeeded: step)
        carry = step >> 32
      }
      product[i + right.digits.count] = UInt32(carry)
    }
    return BigInteger(isNegative: left.isNegative != right.isNegative, digits: product)
  }

  /// The quotient rounded towards zero, and the remainder with the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    guard BigInteger.compare(digits, divisor.digits) >= 0 else { return (BigInteger(0), self) }
    let (quotient, remainder) =
      divisor.digits.count == 1
      ? BigInteger.divide(digits, by: divisor.digits[0])
      : BigInteger.divide(digits, by: divisor.digits)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, digits: quotient),
      BigInteger(isNegative: isNegative, digits: remainder)
    )
  }

  /// Euclid's, and from where both fit in 128 bits, Stein's; of two numbers that are not both zero.
  static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var (a, b) = (left.magnitude, right.magnitude)
    while !b.isZero {
      if let first = a.wide, let second = b.wide {
        return BigInteger(VotingMethods.greatestCommonDivisor(first, second))
      }
      (a, b) = (b, a.divided(by: b).remainder)
    }
    return a
  }

  /// The magnitude, if it fits in 128 bits.
  private var wide: UInt128? {
    digits.count > 4 ? nil : digits.reversed().reduce(0) { $0 << 32 | UInt128($1) }
  }

  private init(_ wide: UInt128) {
    self.init(
      isNegative: false,
      digits: (0..<4).map { UInt32(truncatingIfNeeded: wide >> (32 * UInt128($0))) })
  }

  /// The value, rounded, as a fraction times a power of two that may be beyond any `Double`.
  var scaled: (fraction: Double, exponent: Int) {
    let leading = digits.suffix(4)
    let fraction = leading.reversed().reduce(0.0) { $0 * 0x1p32 + Double($1) }
    return (isNegative ? -fraction : fraction, 32 * (digits.count - leading.count))
  }
}

/// Of two numbers that are not both zero, without divisions (J. Stein, “Computational problems
/// associated with Racah algebra”, Journal of Computational Physics 1, 1967).
func greatestCommonDivisor<Number: FixedWidthInteger & UnsignedInteger>(
  _ left: Number, _ right: Number
) -> Number {
  guard left != 0, right != 0 else { return left | right }
  let shift = (left | right).trailingZeroBitCount
  var (a, b) = (left >> left.trailingZeroBitCount, right >> right.trailingZeroBitCount)
  while a != b {
    if a < b { (a, b) = (b, a) }
    a -= b
    a >>= a.trailingZeroBitCount
  }
  return a << shift
}

extension BigInteger: Comparable {
  static func < (left: BigInteger, right: BigInteger) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let order = compare(left.digits, right.digits)
    return left.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    guard !isZero else { return "0" }
    var rest = digits
    var text = ""
    while !rest.isEmpty {
      let (quotient, remainder) = BigInteger.divide(rest, by: 1_000_000_000)
      rest = quotient
      while rest.last == 0 { rest.removeLast() }
      let group = String(remainder.first ?? 0)
      let zeros = rest.isEmpty ? 0 : 9 - group.count
      text = String(repeating: "0", count: zeros) + group + text
    }
    return isNegative ? "-" + text : text
  }
}
