/// A whole number of any size, for the fraction that outgrows a machine word.
///
/// As long as it fits it is one number of 128 bits, with which counting takes next to no time;
/// beyond that sign and magnitude, the magnitude in digits of 32 bits, least first. Only what
/// `Rational` needs; division is Knuth's algorithm D (The Art of Computer Programming, volume 2,
/// 4.3.1).
///
/// Why not a library: the one there is for this, attaswift/BigInt, brings all of Foundation, which
/// every plugin that counts votes would then load each time it is started.
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
  init(word: Int128) { storage = .word(word) }

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

  /// The value, if it is kept in one word.
  var word: Int128? { if case .word(let word) = storage { word } else { nil } }

  var isNegative: Bool {
    switch storage {
    case .word(let word): word < 0
    case .digits(_, let isNegative): isNegative
    }
  }

  /// The magnitude's digits.
  var digits: [UInt32] {
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
    var (digits, others) = (digits, divisor.digits)
    guard BigInteger.compare(digits, others) >= 0 else { return (BigInteger(0), self) }
    let quotient: [UInt32]
    let remainder: [UInt32]
    if others.count == 1 {
      remainder = [BigInteger.divide(&digits, by: others[0])]
      quotient = digits
    } else {
      (quotient, remainder) = BigInteger.divide(digits, by: others)
    }
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, digits: quotient),
      BigInteger(isNegative: isNegative, digits: remainder)
    )
  }

  /// The value, rounded, as a fraction times a power of two that may be beyond any `Double`.
  var scaled: (fraction: Double, exponent: Int) {
    if let word {
      // In two halves, because the library converts 128 bits one by one.
      let (high, low) = (Int64(word >> 64), UInt64(truncatingIfNeeded: word))
      return (Double(high) * 0x1p64 + Double(low), 0)
    }
    let digits = digits
    let leading = digits.suffix(4)
    let fraction = leading.reversed().reduce(0.0) { $0 * 0x1p32 + Double($1) }
    return (isNegative ? -fraction : fraction, 32 * (digits.count - leading.count))
  }
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
    // Nine decimal digits at a time, the last ones first.
    var rest = digits
    var text: [UInt8] = []
    text.reserveCapacity(10 * rest.count)
    while !rest.isEmpty {
      var group = BigInteger.divide(&rest, by: 1_000_000_000)
      while rest.last == 0 { rest.removeLast() }
      for _ in 0..<9 where group > 0 || !rest.isEmpty {
        text.append(UInt8(ascii: "0") + UInt8(group % 10))
        group /= 10
      }
    }
    return (isNegative ? "-" : "") + String(decoding: text.reversed(), as: UTF8.self)
  }
}
