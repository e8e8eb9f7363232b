import VotingMethods

extension Wording {
  /// How a method comes to its winner, in one sentence.
  static func eliminationMeaning(_ method: MethodID) -> String {
    switch method {
    case .benham:
      "Whoever has fewest first preferences goes out, until one of those left beats each of the "
        + "others one to one."
    case .smithIRV:
      "Only those stay in who beat everybody outside their group one to one; of them, whoever has "
        + "fewest first preferences goes out, until somebody has more than half."
    case .tidemanAlternative:
      "Only those stay in who beat everybody outside their group one to one; of them, whoever has "
        + "fewest first preferences goes out; and so on by turns."
    case .coombs:
      "Whoever is last on most ballots goes out, until somebody is first on more than half."
    case .nanson:
      "Whoever has no more than the average of the Borda points goes out; then the points are "
        + "counted anew."
    default:
      "Whoever has fewest Borda points goes out; then the points are counted anew."
    }
  }

  static func lastLeft(_ name: String) -> String { "\(name) is the last one left." }

  /// - Parameter groups: those that went out together, in words, the first to go first.
  static func takenOut(_ groups: [String], isOne: Bool) -> String {
    isOne
      ? "\(groups[0]) was taken out of the count."
      : "Taken out of the count: \(groups.joined(separator: ", then "))."
  }

  static func beatsTheRest(_ name: String, _ others: String, isFirst: Bool) -> String {
    "\(name) \(isFirst ? "" : "then ")beats \(others) one to one."
  }

  static func moreThanHalf(
    _ name: String, _ votes: String, of all: String, isFirst: Bool
  ) -> String {
    "\(name) \(isFirst ? "" : "then ")is first on \(votes) of \(ballots(all)), more than half."
  }

  private static func ballots(_ count: String) -> String {
    "\(count) \(count == "1" ? "ballot" : "ballots")"
  }

  static func levelInTheEnd(_ names: String) -> String {
    "\(names) are level, and nothing in the count tells them apart."
  }

  static func places(
    _ name: String, _ votes: String, of all: String, depth: Int, isMore: Bool
  ) -> String {
    let choices = depth == 1 ? "the first choice" : "among the first \(depth) choices"
    return "\(name) is \(choices) on \(votes) of \(ballots(all))"
      + (isMore ? ", more than half." : ", the most; nobody has more than half.")
  }

  static func each(next name: String, _ votes: String, isLevel: Bool) -> String {
    isLevel ? "\(name) has as many." : "Next is \(name) with \(votes)."
  }

  // MARK: Kemeny

  static func bestOrder(_ name: String) -> String {
    "Of all orders, the one that the fewest preferences speak against has \(name) first."
  }

  // MARK: Largest remainder

  static func remainderMeaning(_ quota: String) -> String {
    "A seat for each whole quota of \(quota) votes; the seats left go to the largest remainders."
  }

  static func below(_ names: String) -> String {
    "Too few votes to have seats at all: \(names)."
  }

  static func lastRemainder(
    _ name: String, _ remainder: String, next: (name: String, remainder: String)?
  ) -> String {
    "The last seat went to \(name) with a remainder of \(remainder)"
      + (next.map {
        $0.remainder == remainder
          ? "; \($0.name) had as much." : "; next was \($0.name) with \($0.remainder)."
      } ?? ".")
  }

  // MARK: Proportional methods on scores

  static func weightMeaning(_ method: MethodID) -> String {
    method == .rrv
      ? "A ballot weighs less the more points it gave to those who have a place already."
      : "Each place uses up an equal part of the ballots: those that gave whoever took it most."
  }

  static func placeByPoints(
    _ place: Int, _ name: String, _ points: String, next: (name: String, points: String)?,
    isLevel: Bool
  ) -> String {
    "Place \(place): \(name), with \(points)"
      + (next.map {
        isLevel ? "; \($0.name) had as many." : "; next was \($0.name) with \($0.points)."
      } ?? ".")
  }
}
