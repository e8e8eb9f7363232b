import ExerciseProtocol
import Testing
import VotingMethods

/// Fractions that outgrow machine words, and are in lowest terms all the same: only so do equal
/// fractions look equal.
@Suite("Fractions of long numbers")
struct LongFractionTests {
  /// The primes below 100, in two halves that share none.
  private static let primes = (2..<100).filter { number in
    (2..<number).allSatisfy { !number.isMultiple(of: $0) }
  }

  private func product(of primes: [Int], factors: Int, _ dice: inout Chance) -> Rational {
    (0..<factors).reduce(1) { product, _ in
      product * Rational(primes.randomElement(using: &dice) ?? 1)
    }
  }

  @Test("What both parts have in common is taken out, however long it is")
  func lowestTerms() {
    var dice = Chance(seed: 1938)
    let upper = Self.primes.filter { $0 % 4 == 3 }
    let lower = Self.primes.filter { $0 % 4 == 1 }
    for _ in 0..<2_000 {
      let top = product(of: upper, factors: Int.random(in: 20...90, using: &dice), &dice)
      let bottom = product(of: lower, factors: Int.random(in: 20...90, using: &dice), &dice)
      let shared = product(
        of: Self.primes, factors: Int.random(in: 0...90, using: &dice), &dice)
      let fraction = (top * shared) / (bottom * shared)
      #expect(fraction == top / bottom)
      #expect("\(fraction)" == "\(top)/\(bottom)")
    }
  }

  /// They take the most divisions of all numbers of their length.
  @Test("Neighbours in Fibonacci's row have nothing in common")
  func fibonacci() {
    var (last, next) = (Rational(1), Rational(1))
    for step in 2..<600 {
      (last, next) = (next, last + next)
      if step > 180 { #expect("\(next / last)" == "\(next)/\(last)") }
    }
    // OEIS A000045.
    #expect("\(last)".count == 125)
  }

  /// Digits of nothing but zeros and ones are where carrying goes wrong.
  @Test("Around powers of two")
  func powersOfTwo() {
    var power = Rational(1)
    for _ in 0..<400 {
      power = power * 2
      // Two odd numbers that differ by two.
      #expect("\((power + 1) / (power - 1))" == (power == 2 ? "3" : "\(power + 1)/\(power - 1)"))
      #expect((power * power - 1) / (power - 1) == power + 1)
    }
  }
}
