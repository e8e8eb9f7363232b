import VotingMethods

/// Numbers with the decimals that the rule itself counts with.
extension Account {
  /// How many decimals the rule has: what is beyond them is lost in the count. Nil where numbers
  /// are exact.
  var decimals: Int? {
    switch outcome.method {
    // SSI 2007/42, rule 48: five decimal places.
    case .scottishSTV: 5
    // The Reference Meek Rule: nine.
    case .meekSTV: 9
    // ERS97, 5.1.6 and 5.4.8; SI 1985/454, rule 49: two decimal places.
    case .ers97STV, .northernIrelandSTV: 2
    // Minneapolis, 167.70: four decimal places.
    case .minneapolisSTV: 4
    default: nil
    }
  }

  /// With all the decimals of the rule, once one of the count's numbers has any; else with as few
  /// as tell these apart.
  func amount(telling values: [Rational]) -> Amount {
    guard let decimals else { return Amount(telling: values) }
    let isBroken = outcome.stages.contains { stage in
      (stage.totals + [stage.quota].compactMap(\.self)).contains { $0.description.contains(".") }
    }
    return Amount(places: decimals, isPadded: isBroken)
  }

  /// A total as the rule has it; with two decimals at most where it says nothing.
  func text(_ value: Rational) -> String {
    decimals == nil ? Amount(places: 2).text(value) : amount(telling: [value]).text(value)
  }
}
