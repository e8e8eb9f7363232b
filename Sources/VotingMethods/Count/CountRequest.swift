/// How an election is to be counted: the method and all that it is told. Made from a command, a
/// poll's settings or a file, and the same request for the same ballots gives the same outcome for
/// ever.
public struct CountRequest: Hashable, Sendable {
  /// The method.
  public var method: MethodID
  /// How many are to be elected; nil for what the election says, else one.
  public var seats: Int?
  /// How much money there is; nil for what the election says.
  public var budget: Int?
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// What else the method is told, as text; see ``CountOption/values(for:)``.
  public var options: [CountOption: String]

  public init(
    _ method: MethodID, seats: Int? = nil, budget: Int? = nil, tieBreak: TieBreak = .none,
    options: [CountOption: String] = [:]
  ) {
    (self.method, self.seats, self.budget) = (method, seats, budget)
    (self.tieBreak, self.options) = (tieBreak, options)
  }

  /// Sets an option by its name, having checked that the method knows it and its value.
  public mutating func set(_ name: String, to value: String) throws(CountFault) {
    guard let option = CountOption(rawValue: name), method.traits.options.contains(option) else {
      throw .unknownOption(name, method)
    }
    let old = options.updateValue(value, forKey: option)
    do {
      try check(option)
    } catch {
      options[option] = old
      throw error
    }
  }

  /// Checks all that can be checked without ballots.
  public func check() throws(CountFault) {
    let traits = method.traits
    if let seats, traits.choice != .seats, !(seats == 1 && traits.choice == .one) {
      throw .seats(method, seats)
    }
    if let budget {
      guard traits.choice == .budget else { throw .budget(method) }
      guard (0..<1_000_000_000_000).contains(budget) else { throw .amount(budget) }
    }
    for option in options.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard traits.options.contains(option) else {
        throw .unknownOption(option.rawValue, method)
      }
      try check(option)
    }
    for option in [CountOption.dots, .credits] where traits.options.contains(option) {
      guard options[option] != nil else { throw .optionNeeded(option, method) }
    }
    if method == .greedyBudgetThreshold, options[.threshold] == nil {
      throw .optionNeeded(.threshold, method)
    }
  }

  private func check(_ option: CountOption) throws(CountFault) {
    switch option.values(for: method) {
    case .number: _ = try number(option)
    case .share: _ = try share(option)
    case .words: _ = try word(option)
    }
  }

  // MARK: What the options say

  func number(_ option: CountOption) throws(CountFault) -> Int? {
    guard let text = options[option] else { return nil }
    guard case .number(let range) = option.values(for: method),
      let number = CountRequest.digits(text), range.contains(number)
    else { throw .optionValue(option, method, text) }
    return number
  }

  func word(_ option: CountOption) throws(CountFault) -> String? {
    guard let text = options[option] else { return nil }
    guard case .words(let words) = option.values(for: method), words.contains(text) else {
      throw .optionValue(option, method, text)
    }
    return text
  }

  func share(_ option: CountOption) throws(CountFault) -> Rational? {
    guard let text = options[option] else { return nil }
    guard let share = CountRequest.fraction(text), share >= .zero, share <= 1 else {
      throw .optionValue(option, method, text)
    }
    return share
  }

  /// "3/4", "0.75" or "75%" as what it says, exactly.
  private static func fraction(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = digits(parts[0]), let bottom = digits(parts[1]), bottom > 0 else {
        return nil
      }
      return Rational(top, over: bottom)
    }
    if text.hasSuffix("%") { return decimal(text.dropLast()).map { $0 / 100 } }
    return decimal(text)
  }

  private static func decimal(_ text: some StringProtocol) -> Rational? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ digits($0) }), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return Rational(whole) }
    guard parts[1].utf8.count <= 9, let rest = digits(parts[1]) else { return nil }
    let scale = parts[1].utf8.reduce(1) { scale, _ in scale * 10 }
    return Rational(whole) + Rational(rest, over: scale)
  }

  /// A whole number without a sign, of at most twelve digits.
  private static func digits(_ text: some StringProtocol) -> Int? {
    text.utf8.count <= 12 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
  }
}
