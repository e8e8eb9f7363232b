import VotingMethods

/// Exact numbers as people read them: a few decimals at most, thousands set apart.
///
/// What is shown is rounded, but no further than numbers that differ still look different; the
/// exact ones are in the outcome.
struct Amount: Hashable, Sendable {
  /// How many decimals a number has at most.
  let places: Int
  /// Whether every number is written with all of them.
  let isPadded: Bool

  init(places: Int, isPadded: Bool = false) {
    (self.places, self.isPadded) = (places, isPadded)
  }

  /// With as few decimals as tell these numbers apart, two at least.
  init(telling values: [Rational]) {
    let distinct = Set(values)
    isPadded = false
    places =
      (2..<7).first { places in
        Set(distinct.map(Amount(places: places).scaled)).count == distinct.count
      } ?? 7
  }

  /// Exact where it has few decimals ("12", "0.5"), else rounded ("0.67").
  func text(_ value: Rational) -> String {
    if isPadded { return padded(value) }
    let exact = value.description
    let decimals = exact.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    if !exact.contains("/"), decimals <= places { return Amount.grouped(exact) }
    return Amount.grouped(Amount.trimmed(rounded(value)))
  }

  /// With all its decimals, for a column of numbers: "12.50".
  func padded(_ value: Rational) -> String { Amount.grouped(rounded(value)) }

  private func rounded(_ value: Rational) -> String {
    let scaled = scaled(value)
    guard abs(scaled) < 9e15 else { return value.description }
    let digits = String(Int(abs(scaled)))
    let missing = String(repeating: "0", count: max(0, places + 1 - digits.count))
    let all = missing + digits
    let sign = scaled < 0 ? Wording.minus : ""
    return places == 0 ? sign + all : sign + all.dropLast(places) + "." + all.suffix(places)
  }

  /// In units of the last decimal, without others.
  private func scaled(_ value: Rational) -> Double {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    return (value * Rational(scale)).approximation.rounded()
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let cut = text.reversed().drop { $0 == "0" }
    return String((cut.first == "." ? cut.dropFirst() : cut).reversed())
  }

  /// A whole number with its thousands set apart where it is long.
  static func text(_ value: Int) -> String { grouped(String(value)) }

  private static func grouped(_ text: String) -> String {
    guard !text.contains("/") else { return text }
    let sign = text.hasPrefix("-") || text.hasPrefix(Wording.minus) ? Wording.minus : ""
    let bare = sign.isEmpty ? text[...] : text.dropFirst()
    let parts = bare.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    let rest = parts.count > 1 ? "." + parts[1] : ""
    guard whole.count > 3 else { return sign + whole + rest }
    var groups: [String] = []
    var left = whole
    while !left.isEmpty {
      groups.append(String(left.suffix(3)))
      left = left.dropLast(3)
    }
    return sign + groups.reversed().joined(separator: Wording.thousands) + rest
  }
}
