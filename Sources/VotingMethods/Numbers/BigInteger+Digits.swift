/// Arithmetic on magnitudes: digits of 32 bits, least first.
extension BigInteger {
  /// Below zero, zero or above zero as `left` is less than, equal to or more than `right`.
  static func compare(_ left: [UInt32], _ right: [UInt32]) -> Int {
    guard left.count == right.count else { return left.count - right.count }
    for place in left.indices.reversed() where left[place] != right[place] {
      return left[place] < right[place] ? -1 : 1
    }
    return 0
  }

  static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var (result, other) = left.count >= right.count ? (left, right) : (right, left)
    other += repeatElement(0, count: result.count - other.count)
    var carry: UInt64 = 0
    for place in result.indices {
      let step = UInt64(result[place]) + UInt64(other[place]) + carry
      result[place] = UInt32(truncatingIfNeeded: step)
      carry = step >> 32
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return result
  }

  /// - Precondition: `left` is at least `right`.
  static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var result = left
    var borrow: Int64 = 0
    for place in result.indices {
      var step = Int64(result[place]) - (place < right.count ? Int64(right[place]) : 0) - borrow
      borrow = step < 0 ? 1 : 0
      if step < 0 { step += 1 << 32 }
      result[place] = UInt32(step)
    }
    return result
  }

  static func product(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var product = [UInt32](repeating: 0, count: left.count + right.count)
    for (i, a) in left.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.enumerated() {
        let step = UInt64(a) * UInt64(b) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(truncatingIfNeeded: step)
        carry = step >> 32
      }
      product[i + right.count] = UInt32(carry)
    }
    return product
  }

  /// Leaves the quotient in place, which may have leading zeros then.
  ///
  /// - Returns: the remainder.
  @inline(__always)  // Dividing by a number that the compiler knows takes no division.
  static func divide(_ dividend: inout [UInt32], by divisor: UInt32) -> UInt32 {
    var rest: UInt64 = 0
    for place in dividend.indices.reversed() {
      let step = rest << 32 | UInt64(dividend[place])
      dividend[place] = UInt32(step / UInt64(divisor))
      rest = step % UInt64(divisor)
    }
    return UInt32(rest)
  }

  /// Algorithm D. - Precondition: the divisor has two digits at least, the dividend as many.
  static func divide(
    _ dividend: [UInt32], by divisor: [UInt32]
  ) -> (quotient: [UInt32], remainder: [UInt32]) {
    let count = divisor.count
    let shift = divisor[count - 1].leadingZeroBitCount
    let low = shifted(divisor, left: shift)
    var rest = shifted(dividend, left: shift)
    var quotient = [UInt32](repeating: 0, count: dividend.count - count + 1)
    for place in quotient.indices.reversed() {
      let top = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
      var guess = top / UInt64(low[count - 1])
      var left = top % UInt64(low[count - 1])
      while guess >> 32 > 0
        || guess * UInt64(low[count - 2]) > (left << 32 | UInt64(rest[place + count - 2]))
      {
        guess -= 1
        left += UInt64(low[count - 1])
        if left >> 32 > 0 { break }
      }
      if take(guess, times: low, count: count, from: &rest, at: place) {
        guess -= 1
        giveBack(low, count: count, to: &rest, at: place)
      }
      quotient[place] = UInt32(guess)
    }
    return (quotient, unshifted(Array(rest[..<count]), right: shift))
  }

  /// Subtracts in place; true if it went below zero.
  private static func take(
    _ guess: UInt64, times divisor: [UInt32], count: Int, from rest: inout [UInt32], at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for digit in 0..<count {
      let product = guess * UInt64(divisor[digit]) + carry
      carry = product >> 32
      let step =
        Int64(rest[place + digit]) - Int64(product & 0xFFFF_FFFF) - borrow
      rest[place + digit] = UInt32(truncatingIfNeeded: step)
      borrow = step < 0 ? 1 : 0
    }
    let step = Int64(rest[place + count]) - Int64(carry) - borrow
    rest[place + count] = UInt32(truncatingIfNeeded: step)
    return step < 0
  }

  private static func giveBack(
    _ divisor: [UInt32], count: Int, to rest: inout [UInt32], at place: Int
  ) {
    var carry: UInt64 = 0
    for digit in 0..<count {
      let step = UInt64(rest[place + digit]) + UInt64(divisor[digit]) + carry
      rest[place + digit] = UInt32(truncatingIfNeeded: step)
      carry = step >> 32
    }
    rest[place + count] &+= UInt32(carry)
  }

  /// One digit longer than what it is given.
  private static func shifted(_ digits: [UInt32], left bits: Int) -> [UInt32] {
    var carry: UInt64 = 0
    var result = digits.map { digit in
      let step = UInt64(digit) << UInt64(bits) | carry
      carry = step >> 32
      return UInt32(truncatingIfNeeded: step)
    }
    result.append(UInt32(carry))
    return result
  }

  private static func unshifted(_ digits: [UInt32], right bits: Int) -> [UInt32] {
    var carry: UInt64 = 0
    var result = digits
    for place in digits.indices.reversed() {
      let step = carry << 32 | UInt64(digits[place])
      result[place] = UInt32(truncatingIfNeeded: step >> UInt64(bits))
      carry = step & ((1 << UInt64(bits)) - 1)
    }
    return result
  }
}
