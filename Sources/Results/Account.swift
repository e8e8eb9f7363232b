import VotingMethods

/// An outcome with what is known beside it, about to be put into words: what the methods' families
/// share. Each family's reasons are in a file of their own.
struct Account {
  let outcome: Outcome
  let particulars: Particulars
  private let names: [String]

  init(_ outcome: Outcome, _ particulars: Particulars) {
    self.outcome = outcome
    self.particulars = particulars
    names = Account.names(outcome.candidates, particulars.naming)
  }

  private static func names(
    _ candidates: [Candidate], _ naming: Particulars.Naming
  ) -> [String] {
    let all = candidates.map { oneLine($0.name) }
    let alike = Dictionary(grouping: all) { $0 }.filter { $0.value.count > 1 }
    return zip(candidates, all).map { candidate, name in
      let isNumber = candidate.id.allSatisfy(\.isNumber)
      let usesId = naming == .ids || naming == .automatic && !isNumber
      if usesId || name.isEmpty { return oneLine(candidate.id) }
      return alike[name] == nil ? name : Wording.name(name, id: oneLine(candidate.id))
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What a candidate is called in a sentence.
  func name(_ candidate: Int) -> String { names[candidate] }

  /// Several in a sentence: "c2, c3 and c5".
  func list(_ candidates: [Int]) -> String { Wording.list(candidates.map(name)) }

  /// Id and name, for bars, tables and where somebody is named first.
  func label(_ candidate: Int) -> String {
    let (id, name) = (outcome.candidates[candidate].id, outcome.candidates[candidate].name)
    let parts = [Account.oneLine(id), Account.oneLine(name)]
    return parts[0] == parts[1] || parts[1].isEmpty ? parts[0] : parts.joined(separator: " ")
  }

  /// The id alone, for the head of a narrow column.
  func id(_ candidate: Int) -> String { Account.oneLine(outcome.candidates[candidate].id) }

  func parameter(_ name: String) -> String? {
    outcome.parameters.first { $0.name == name }?.value
  }

  /// How many were to be elected; one where the method knows no number.
  var seats: Int { outcome.seats }

  var everybody: Range<Int> { outcome.candidates.indices }

  /// The tie for the last place that nobody broke, if the count ended so.
  var openTie: Tie? { outcome.openTie }

  /// Those who won for certain: without the ones still tied for the last place.
  var certain: [Int] { outcome.certain }

  /// A sum of money as it is written here.
  func money(_ amount: Int) -> String {
    let decimals = particulars.moneyDecimals
    let unit = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let whole = particulars.currency + Amount.text(amount / unit)
    guard decimals > 0 else { return whole }
    return whole + "." + String("\(unit + amount % unit)".dropFirst())
  }

  /// How much money there is, in the parts of which `money` makes words.
  var budget: Int? {
    guard let text = parameter("budget") else { return nil }
    return Int(particulars.moneyDecimals > 0 ? text.filter { $0 != "." } : text)
  }
}
