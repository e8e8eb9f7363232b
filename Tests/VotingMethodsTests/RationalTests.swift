import Testing
import VotingMethods

@Suite("Exact fractions")
struct RationalTests {
  @Test("Written as exact decimals where they are, else as fractions")
  func wording() {
    #expect("\(Rational(3, over: 4))" == "0.75")
    #expect("\(Rational(-1, over: 8))" == "-0.125")
    #expect("\(Rational(4, over: -6))" == "-2/3")
    #expect("\(Rational(112_638_408, over: 100_000))" == "1126.38408")
    #expect("\(Rational(10, over: 5))" == "2")
  }

  @Test("Sums beyond machine words are exact and come back")
  func large() {
    var sum = Rational.zero
    for term in 1...60 { sum += Rational(1, over: term) }
    // The harmonic number H(60); see OEIS A001008 and A002805 for the two sequences.
    #expect("\(sum)" == "15117092380124150817026911/3230237388259077233637600")
    for term in 1...59 { sum -= Rational(1, over: term) }
    #expect(sum == Rational(1, over: 60))
    #expect(sum.hashValue == Rational(1, over: 60).hashValue)
  }

  @Test("Powers go up and down again through long division")
  func powers() {
    var value = Rational(1)
    let factor = Rational(1_000_000_007, over: 998_244_353)
    for _ in 0..<40 { value = value * factor }
    #expect(value > Rational(1))
    for _ in 0..<39 { value = value / factor }
    #expect(value == factor)
    #expect((Rational(.min) - Rational(1)).description == "-9223372036854775809")
    #expect(Rational(.min) + Rational(1) == Rational(-.max))
  }

  @Test("Approximations of fractions whose parts are beyond any floating-point number")
  func approximations() {
    var value = Rational(1, over: 3)
    let factor = Rational(1_000_000_007, over: 1_000_000_009)
    for _ in 0..<200 { value = value * factor }
    #expect(abs(value.approximation * 3 - 0.999_999_6) < 1e-9)
    #expect((Rational.zero - value).approximation == -value.approximation)
    #expect(Rational(3, over: 4).approximation == 0.75)
  }

  @Test("Sums at the edge of machine words are exact")
  func edges() {
    let most = Rational(.max)
    #expect(most + most - most == most)
    #expect(most * most / most == most)
    #expect(Rational(1, over: .max) - Rational(1, over: .max - 1) < .zero)
    #expect("\(Rational(.min, over: .min))" == "1")
    #expect("\(Rational(.min, over: 2))" == "-4611686018427387904")
    #expect(Rational(6, over: .max) + Rational(1, over: 7) > Rational(1, over: 7))
  }

  /// Powers of two and of three on both sides of 2¹²⁷, beyond which numbers are kept in digits.
  @Test("Numbers across the edge of 128 bits are exact, and each has one form")
  func wide() {
    let two = Rational(2)
    var edge = Rational(1)
    for _ in 0..<127 { edge = edge * two }
    #expect("\(edge)" == "170141183460469231731687303715884105728")
    #expect("\(edge - 1)" == "170141183460469231731687303715884105727")
    #expect("\(Rational.zero - edge - 1)" == "-170141183460469231731687303715884105729")
    for step in [Rational.zero, 1, -1, 2, -2] {
      let (above, below) = (edge + step, Rational.zero - edge + step)
      #expect(above - edge == step)
      #expect((below + edge).hashValue == step.hashValue)
      #expect(below < above && below < .zero && above > .zero)
      #expect(above * above / above == above)
      #expect(below * above / below == above)
      #expect((edge * edge + step) - edge * edge == step)
      #expect(abs(above.approximation / 0x1p127 - 1) < 0x1p-49)
    }
    var (power, sum) = (Rational(1), Rational.zero)
    for _ in 0..<90 {
      sum += power
      power = power * Rational(3)
    }
    // The sum of a geometric series.
    #expect(sum == (power - 1) / two)
    #expect("\(power)" == "8727963568087712425891397479476727340041449")
  }
}
