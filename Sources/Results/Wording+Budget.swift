import VotingMethods

extension Wording {
  static func budgetMeaning(_ method: MethodID, _ threshold: String?, _ noun: String) -> String {
    switch method {
    case .greedyBudgetNoSkip:
      "The \(noun) are funded from the most points to the fewest, up to the first that costs more "
        + "than what is left."
    case .greedyBudget, .greedyBudgetThreshold:
      "The \(noun) are funded from the most points to the fewest; one that costs more than what "
        + "is left is passed over." + (threshold.map { " They need \($0) points at least." } ?? "")
    case .phragmenBudget:
      "What one costs is a burden that its supporters share. Funded next is the one whose "
        + "supporters would bear least, until that one can't be paid for."
    default:
      "Every voter has an equal part of the budget to spend. The supporters of one pay for it "
        + "together, and funded next is the one that is the best buy for each of them."
    }
  }

  static func price(
    _ method: MethodID, _ name: String, _ price: String, cost: String?
  ) -> String {
    let what = cost.map { "\(name), which costs \($0)" } ?? name
    return method == .phragmenBudget
      ? "\(what): its supporters now bear \(price) each."
      : "\(what): its supporters pay at most \(price) each."
  }

  static func completed(_ names: String) -> String {
    "With the money that was left: \(names), by the most points."
  }

  static func left(_ money: String) -> String { "\(money) of the budget is left." }

  static func toppedUp(_ money: String) -> String {
    "That is \(money) more than the budget; it comes from other funds."
  }

  static func belowThreshold(_ name: String, _ points: String, _ threshold: Int) -> String {
    "\(name), the first that is not funded, has \(points), and \(threshold) are needed."
  }

  static func tooDear(
    _ name: String, _ points: String, _ cost: String, left: String
  ) -> String {
    "\(name), the first that is not funded, has \(points), but costs \(cost) when \(left) was left."
  }

  static func stopped(_ name: String, _ points: String) -> String {
    "\(name), the first that is not funded, has \(points), but its turn came after the money had "
      + "not been enough for another."
  }

  static func cheapest(
    _ method: MethodID, _ name: String, _ cost: String, _ noun: String, isTooDear: Bool
  ) -> String {
    let opening = "The cheapest \(noun) that is not funded is \(name), at \(cost)"
    if isTooDear { return opening + ": more than what is left." }
    return method == .phragmenBudget
      ? opening + ", but the count ended before its turn."
      : opening + ", but its supporters can't pay for it."
  }

  // MARK: Consensus

  static func consensusMeaning(
    _ method: MethodID, quorum: String?, from: String?, share: String?, blocks: Bool
  ) -> String {
    let needed = (quorum.flatMap(Int.init) ?? 1)
    let voices = "at least \(count(needed, "voice", "voices"))"
    let least = share == "100" ? "from everybody" : "from at least \(share ?? "") % of them"
    switch method {
    case .consent:
      return "A proposal is adopted with \(voices) and no objection. Silence is no voice."
    case .fistToFive:
      return "A proposal is adopted with \(voices), three fingers or more \(least)"
        + (blocks ? ", and no fist." : ".") + " Silence is no voice."
    default:
      return
        "A proposal is adopted with \(voices), support (\(from ?? "") or more out of 8) \(least)"
        + (blocks ? ", and no veto." : ".") + " Silence is no voice."
    }
  }

  private static func against(_ method: MethodID, _ count: String) -> String {
    let isOne = count == "1"
    switch method {
    case .consent: return isOne ? "1 objection" : "\(count) objections"
    case .fistToFive: return isOne ? "1 fist" : "\(count) fists"
    default: return isOne ? "1 veto" : "\(count) vetoes"
    }
  }

  /// - Parameter failed: at which hurdle, counted from 0: voices, support, nobody who blocks.
  static func verdict(
    _ method: MethodID, _ name: String, failed: Int?, voices: String, supporters: String,
    share: String, blocks: String
  ) -> String {
    let support = "\(supporters) of \(voices) support it (\(share) %)"
    switch failed {
    case 0: return "\(name) is not adopted: only \(voices == "0" ? "no" : voices) voices."
    case 1: return "\(name) is not adopted: \(support)."
    case 2: return "\(name) is not adopted: \(against(method, blocks))."
    default:
      return method == .consent
        ? "\(name) is adopted: \(voices == "1" ? "1 voice" : "\(voices) voices"), no objection."
        : "\(name) is adopted: \(support)."
    }
  }

  static func gave(_ voters: String, _ grade: String, _ count: Int) -> String {
    "\(voters) gave \(grade)"
  }

  static func spread(
    _ parts: [String], lowest: String, by count: Int, silent: Int
  ) -> String {
    let silence =
      silent > 0 ? " \(Wording.count(silent, "ballot was", "ballots were")) silent." : ""
    return "How it spreads: \(parts.joined(separator: ", ")). The lowest voice: \(lowest), from "
      + "\(Wording.count(count, "person", "people")).\(silence)"
  }
}
