import VotingMethods

/// Every word that this module adds to a result, in one place for the translations to come; the
/// words for each family of methods are in a file of their own.
enum Wording {
  static let candidate = "candidate"
  static let candidates = "candidates"
  static let minus = "−"
  static let thousands = ","
  /// Between what was tied and what became of it.
  static let join = "; "

  /// For one of several candidates of the same name.
  static func name(_ name: String, id: String) -> String { "\(name) (\(id))" }

  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  static func either(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(Amount.text(count)) \(count == 1 ? one : many)"
  }

  // MARK: Headlines

  static let nobody = "Nothing is chosen."
  /// - Parameter quorum: how many must have judged one for it to be chosen.
  static func unsupported(_ noun: String, quorum: Int = 1) -> String {
    "No ballot says anything for any of the \(noun)"
      + (quorum > 1 ? ", or fewer than \(quorum) judged each of them" : "")
      + ": there is nothing for a lot to settle."
  }
  static let noVotes = "Nobody voted for any of them."
  static let onlyOne = "There was nothing else to choose."

  static func chosen(_ names: [String]) -> String {
    names.count == 1
      ? "\(names[0]) is chosen." : "\(list(names)) are chosen, in this order."
  }

  static func smith(_ names: [String]) -> String {
    "\(list(names)) are ahead of all others, and this method goes no further."
  }

  static func open(_ tied: [String], seats: Int, certain: [String]) -> String {
    let sure =
      certain.isEmpty ? "" : "\(list(certain)) \(certain.count == 1 ? "is" : "are") chosen. "
    return seats == 1
      ? sure + "\(list(tied)) are tied for the \(certain.isEmpty ? "first" : "last") place."
      : sure + "\(list(tied)) are tied for the last \(seats) places."
  }

  static func seats(_ parties: [(name: String, seats: Int)]) -> String {
    parties.isEmpty
      ? nobody
      : list(parties.map { "\($0.name) \($0.seats == 1 ? "has 1 seat" : "has \($0.seats) seats")" })
        + "."
  }

  static func adopted(_ names: [String], of all: Int) -> String {
    switch (names.count, all) {
    case (0, 1): "The proposal is not adopted."
    case (0, _): "None of the \(all) proposals is adopted."
    case (1, _): "\(names[0]) is adopted."
    default: "\(list(names)) are adopted."
    }
  }

  static func funded(
    _ names: [String], _ noun: String, cost: String?, budget: String?
  ) -> String {
    guard !names.isEmpty else { return "Nothing is funded." }
    let money = [cost.map { "for \($0)" }, budget.map { "of a budget of \($0)" }]
    let end = cost == nil ? "" : ", " + money.compactMap(\.self).joined(separator: " ")
    return names.count == 1
      ? "\(names[0]) is funded\(end)."
      : "\(names.count) \(noun) are funded\(end): \(list(names))."
  }
}
