extension Rational {
  /// Reads what ``description`` writes: a whole number, a decimal, or a fraction; nil for anything
  /// else, and for more digits than any count has.
  package init?(reading text: String) {
    guard text.utf8.count <= 4_096 else { return nil }
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: "/", omittingEmptySubsequences: false)
    let value: Rational?
    switch parts.count {
    case 1:
      let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      let scale = halves.count == 2 ? Rational.power(of: 10, halves[1].utf8.count) : 1
      value = halves.count > 2 ? nil : Rational.whole(halves.joined()).map { $0 / scale }
    case 2:
      let bottom = Rational.whole(parts[1]).flatMap { $0 == .zero ? nil : $0 }
      value = Rational.whole(parts[0]).flatMap { top in bottom.map { top / $0 } }
    default: value = nil
    }
    guard let value else { return nil }
    self = isNegative ? .zero - value : value
  }

  private static func whole(_ digits: some StringProtocol) -> Rational? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    // What fits a word is read at once: nearly every number of a count does.
    if let small = Int(digits) { return Rational(small) }
    return digits.utf8.reduce(Rational.zero) { $0 * 10 + Rational(Int($1) - 0x30) }
  }

  private static func power(of base: Rational, _ exponent: Int) -> Rational {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
