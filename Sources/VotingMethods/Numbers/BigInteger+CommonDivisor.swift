extension BigInteger {
  /// Of two numbers that are not both zero.
  ///
  /// Lehmer's, and from where both fit in 128 bits, Stein's.
  static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var (a, b) = (left.magnitude, right.magnitude)
    if a < b { (a, b) = (b, a) }
    while !b.isZero {
      if let first = a.word, let second = b.word {
        return BigInteger(word: greatestCommonDivisor(first, second))
      }
      if let (first, second) = LehmerStep(a, b).applied() {
        (a, b) = (first, second)
      } else {
        (a, b) = (b, a.divided(by: b).remainder)
      }
    }
    return a
  }

  /// Of two that are not negative.
  private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    if let first = UInt64(exactly: left), let second = UInt64(exactly: right) {
      return Int128(VotingMethods.greatestCommonDivisor(first, second))
    }
    return Int128(VotingMethods.greatestCommonDivisor(UInt128(left), UInt128(right)))
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

/// Many steps of Euclid's algorithm for long numbers in one: as long as the leading 62 bits alone
/// tell the quotients, they are gathered in four factors, and the long numbers changed once.
///
/// Source: D. H. Lehmer, “Euclid's Algorithm for Large Numbers” (1938), as in Knuth, The Art of
/// Computer Programming, volume 2, 4.5.2, algorithm L.
private struct LehmerStep {
  private let (a, b): ([UInt32], [UInt32])
  /// What the steps so far make of the two numbers: each a sum of multiples of both.
  private var (first, second): ((Int64, Int64), (Int64, Int64)) = ((1, 0), (0, 1))

  /// - Precondition: `a` is at least `b` and has more than 62 bits; neither is negative.
  init(_ a: BigInteger, _ b: BigInteger) {
    (self.a, self.b) = (a.digits, b.digits)
    let drop = 32 * self.a.count - (self.a.last ?? 0).leadingZeroBitCount - 62
    var x = LehmerStep.bits(of: self.a, from: drop)
    var y = LehmerStep.bits(of: self.b, from: drop)
    while y + second.0 != 0, y + second.1 != 0 {
      let quotient = (x + first.0) / (y + second.0)
      guard quotient == (x + first.1) / (y + second.1), quotient <= Int64(Int32.max) else { return }
      let next = (first.0 - quotient * second.0, first.1 - quotient * second.1)
      // A factor times a digit stays within 63 bits.
      guard max(next.0.magnitude, next.1.magnitude) <= UInt64(Int32.max) else { return }
      (first, second) = (second, next)
      (x, y) = (y, x - quotient * y)
    }
  }

  /// The two numbers after the steps; nil if there were none, so that a division has to do.
  func applied() -> (BigInteger, BigInteger)? {
    guard first.1 != 0 else { return nil }
    return (sum(first), sum(second))
  }

  /// A sum of multiples of both numbers, which is not negative.
  private func sum(_ factors: (Int64, Int64)) -> BigInteger {
    var carry: Int64 = 0
    var digits = a
    for place in a.indices {
      let other = place < b.count ? Int64(b[place]) : 0
      // The factors' signs differ.
      carry += factors.0 * Int64(a[place]) + factors.1 * other
      digits[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    return BigInteger(isNegative: false, digits: digits)
  }

  /// The bits from a place on; none are beyond 62.
  private static func bits(of digits: [UInt32], from drop: Int) -> Int64 {
    var bits: Int64 = 0
    for place in digits.indices.reversed().prefix(while: { 32 * ($0 + 1) > drop }) {
      let shift = 32 * place - drop
      let digit = Int64(digits[place])
      bits += shift >= 0 ? digit << Int64(shift) : digit >> Int64(-shift)
    }
    return bits
  }
}
