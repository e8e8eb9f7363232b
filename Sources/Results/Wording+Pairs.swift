extension Wording {
  static func score(_ one: String, _ other: String) -> String { "\(one) to \(other)" }
  static func rival(_ name: String, _ score: String) -> String { "\(name), \(score)" }

  static func beats(_ one: String, _ other: String, _ score: String) -> String {
    "More voters prefer \(one) to \(other): \(score)."
  }

  static func beatsAll(_ name: String, _ noun: String, closest: [String]) -> String {
    switch closest.count {
    case 0: "\(name) beats every other \(noun) one to one."
    case 1: "\(name) beats every other \(noun) one to one; closest is \(closest[0])."
    case 2, 3:
      "\(name) beats every other \(noun) one to one; closest are "
        + closest.joined(separator: "; ") + "."
    default:
      "\(name) beats every other \(noun) one to one; closest, with \(closest.count - 1) others as "
        + "close, is \(closest[0])."
    }
  }

  static func nobodyBeatsAll(_ noun: String, unbeaten: [String]) -> String {
    switch unbeaten.count {
    case 0: "No \(noun) beats every other one to one, and each is beaten by some other."
    case 1: "No \(noun) beats every other one to one, but nothing beats \(unbeaten[0])."
    default: "No \(noun) beats every other one to one, but nothing beats \(list(unbeaten))."
    }
  }

  static func step(_ one: String, _ other: String, _ score: String) -> String {
    "\(one) beats \(other) (\(score))"
  }

  static func circle(_ steps: [String]) -> String {
    "The voters' preferences go round in a circle: \(list(steps))."
  }

  static func draws(_ name: String, _ others: [(name: String, votes: Int)]) -> String {
    "\(name) draws level with " + list(others.map { "\($0.name) (\($0.votes) to \($0.votes))" })
      + "."
  }

  static func smithMeaning(_ noun: String) -> String {
    "These are the fewest \(noun) of whom each beats every other outside of the group one to one."
  }

  // MARK: Minimax and Copeland

  /// How large a defeat is, by the measure of the method.
  static func measure(_ byMargins: Bool, _ amount: String) -> String {
    byMargins ? "by \(amount)" : "with \(amount) on the winning side"
  }

  static func worstDefeat(
    _ name: String, _ defeat: (by: String, score: String)?, measure: String,
    next: (name: String, measure: String)?
  ) -> String {
    let opening =
      defeat.map { "\(name)'s worst defeat is the least: \($0.by) wins \($0.score), \(measure)." }
      ?? "\(name) is never beaten."
    guard let next else { return opening }
    return next.measure == measure
      ? opening + " The worst defeat of \(next.name) is as large."
      : opening + " The next least worst defeat is that of \(next.name), \(next.measure)."
  }

  static func copeland(
    _ name: String, _ points: String, of contests: Int, next: (names: String, points: String)?,
    isEqual: Bool
  ) -> String {
    let opening =
      "With a point for each one beaten and half a point for a draw, \(name) has \(points) of "
      + "\(contests)"
    guard let next else { return opening + "." }
    return isEqual
      ? opening + ", and so many points for \(next.names) too."
      : opening + "; next: \(next.names) with \(next.points)."
  }

  // MARK: Schulze and ranked pairs

  static func chainMeaning(byMargins: Bool) -> String {
    "So chains of victories are compared. A chain is as strong as its weakest victory"
      + (byMargins
        ? ", and a victory as strong as its margin." : ", and a victory as strong as its votes.")
  }

  static func chains(_ winner: String, _ other: String, there: Int, back: Int) -> String {
    there == back
      ? "From \(winner) to \(other) and back, the strongest chains are equally strong: \(there)."
      : "\(other) beats \(winner), but the strongest chain from \(winner) to \(other) has a "
        + "strength of \(there), the strongest one back only \(back)."
  }

  static func lockMeaning(byMargins: Bool) -> String {
    let measure = byMargins ? "by their margins" : "by the votes of the winning side"
    return "So the victories were taken from the strongest to the weakest, \(measure), and one "
      + "that would close a circle was left out."
  }

  static func leftOut(_ victor: String, _ winner: String, _ score: String) -> String {
    "\(victor) over \(winner), \(score), was left out: victories at least as strong had put "
      + "\(winner) ahead of \(victor) already."
  }

  static func couldWin(_ name: String) -> String {
    "\(name) wins in one of the orders in which equally strong victories can be taken."
  }
}
