/// A whole number of any size, for the fraction that outgrows a machine word.
///
/// As long as it fits it is one number of 128 bits, with which counting takes next to no time;
/// beyond that sign and magnitude, the magnitude in digits of 32 bits, least first. Only what
/// `Rational` needs; division is Knuth's algorithm D (The Art of Computer Programming, volume 2,
/// 4.3.1).
struct BigInteger: Hashable, Sendable {
  /// Every number has one form only: digits stand for those alone whose magnitude is more than
  /// `Int128.max`, and have no leading zeros.
  private enum Storage: Hashable, Sendable {
    case word(Int128)
    case digits([UInt32], isNegative: Bool)
  }

  private let storage: Storage

  init(_ value: Int) { storage = .word(Int128(value)) }

  /// - Precondition: `word` is not `Int128.min`.
  private init(word: Int128) { storage = .word(word) }

  init(isNegative: Bool, digits: [UInt32]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    if digits.count <= 4 {
      let magnitude = digits.reversed().reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
      if magnitude <= UInt128(Int128.max) {
        storage = .word(isNegative ? -Int128(magnitude) : Int128(magnitude))
        return
      }
    }
    storage = .digits(digits, isNegative: isNegative)
  }

  private var word: Int128? { if case .word(let word) = storage { word } else { nil } }

  var isNegative: Bool {
    switch storage {
    case .word(let word): word < 0
    case .digits(_, let isNegative): isNegative
    }
  }

  /// The magnitude's digits.
  private var digits: [UInt32] {
    switch storage {
    case .digits(let digits, _): return digits
    case .word(let word):
      var digits: [UInt32] = []
      var rest = word.magnitude
      while rest > 0 {
        digits.append(UInt32(truncatingIfNeeded: rest))
        rest >>= 32
      }
      return digits
    }
  }

  var isZero: Bool { word == 0 }
  var magnitude: BigInteger { isNegative ? -self : self }

  /// The value as a machine word, if it fits in one with either sign.
  var small: Int? {
    guard let word, word.magnitude <= UInt128(Int.max) else { return nil }
    return Int(word)
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    switch value.storage {
    case .word(let word): BigInteger(word: -word)
    case .digits(let digits, let isNegative):
      BigInteger(isNegative: !isNegative, digits: digits)
    }
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if let first = left.word, let second = right.word {
      let (sum, overflow) = first.addingReportingOverflow(second)
      if !overflow, sum > .min { return BigInteger(word: sum) }
    }
    let (first, second) = (left.digits, right.digits)
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, digits: sum(first, second))
    }
    return compare(first, second) < 0
      ? BigInteger(isNegative: right.isNegative, digits: difference(second, first))
      : BigInteger(isNegative: left.isNegative, digits: difference(first, second))
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    if let first = left.word, let second = right.word {
      let zeros = first.magnitude.leadingZeroBitCount + second.magnitude.leadingZeroBitCount
      if zeros > 128 { return BigInteger(word: first &* second) }
    }
    return BigInteger(
      isNegative: left.isNegative != right.isNegative, digits: product(left.digits, right.digits))
  }

  /// The quotient rounded towards zero, and the remainder with the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    if let word, let other = divisor.word {
      let (quotient, remainder) = word.quotientAndRemainder(dividingBy: other)
      return (BigInteger(word: quotient), BigInteger(word: remainder))
    }
    let (digits, others) = (digits, divisor.digits)
    guard BigInteger.compare(digits, others) >= 0 else { return (BigInteger(0), self) }
    let (quotient, remainder) =
      others.count == 1
      ? BigInteger.divide(digits, by: others[0]) : BigInteger.divide(digits, by: others)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, digits: quotient),
      BigInteger(isNegative: isNegative, digits: remainder)
    )
  }

  /// Euclid's, and from where both fit in 128 bits, Stein's; of two numbers that are not both zero.
  static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var (a, b) = (left.magnitude, right.magnitude)
    while !b.isZero {
      if let first = a.word, let second = b.word {
        return BigInteger(word: greatestCommonDivisor(first, second))
      }
      (a, b) = (b, a.divided(by: b).remainder)
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

  /// The value, rounded, as a fraction times a power of two that may be beyond any `Double`.
  var scaled: (fraction: Double, exponent: Int) {
    if let word { return (Double(word), 0) }
    let digits = digits
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
    if let first = left.word, let second = right.word { return first < second }
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let order = compare(left.digits, right.digits)
    return left.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    if case .word(let word) = storage { return word.description }
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
