import VotingMethods

extension Wording {
  static func noContest(_ noun: String) -> String {
    "There were no more \(noun) than places, so that nothing had to be counted."
  }

  static func quota(_ quota: String) -> String {
    "The quota, the number of votes that elects, is \(quota)."
  }

  static func fallingQuota(_ first: String, _ last: String) -> String {
    "The quota, the number of votes that elects, was \(first) at first and \(last) at the end: it "
      + "falls as ballots run out of preferences."
  }

  static func reached(
    _ name: String, _ stage: Int, _ votes: String, from: (name: String, votes: String)?
  ) -> String {
    let helped = from.map { ", helped over it by \($0.votes) from \($0.name)" } ?? ""
    return "\(name) reached the quota at stage \(stage) with \(votes)\(helped)."
  }

  static func withoutQuota(
    _ name: String, _ stage: Int, _ votes: String, othersLeft: Bool = false
  ) -> String {
    "\(name) was elected at stage \(stage) with \(votes), without the quota: "
      + (othersLeft ? "by the rules that was enough." : "no more were left than places.")
  }

  static func out(_ name: String, _ stage: Int, _ votes: String) -> String {
    "\(name) (stage \(stage), with \(votes))"
  }

  static func lastContest(
    _ loser: String, _ votes: String, _ winner: String, _ others: String
  ) -> String {
    "The last place was decided when \(loser) had \(votes) and \(winner) \(others)."
  }

  // MARK: Proportional methods on approvals

  /// What the total of a stage is.
  enum ShareStep { case price, burden, either }

  static let emptySeats = "Some places stay empty: nobody approved of anyone else."

  static func shareMeaning(_ method: MethodID) -> String {
    switch method {
    case .seqPAV:
      "A ballot of which one choice has a place already counts for a half, with two for a third, "
        + "and so on: so that others have their turn."
    case .seqPhragmen:
      "Every place is a burden of one that the supporters of who takes it share. The next place "
        + "goes where its supporters would bear least."
    default:
      "Every voter has an equal part of the places to spend. The supporters of one pay for it "
        + "together; the next place goes where each has to pay least."
    }
  }

  static func weighted(
    _ place: Int, _ name: String, _ votes: String, next: (name: String, votes: String)?
  ) -> String {
    "Place \(place): \(name), with a weight of \(votes)"
      + (next.map {
        $0.votes == votes ? "; \($0.name) had as much." : "; next was \($0.name), with \($0.votes)."
      } ?? ".")
  }

  static func shared(
    _ place: Int, _ name: String, _ share: String, supporters: Int?, _ step: ShareStep,
    next: (name: String, share: String)?
  ) -> String {
    let who = supporters.map { count($0, "supporter", "supporters") }
    let what =
      switch step {
      case .price:
        "\(who.map { "\($0), who pay" } ?? "its supporters pay") at most \(share) of a place each"
      case .burden:
        "\(who.map { "\($0), who now bear" } ?? "its supporters now bear") \(share) of a place each"
      case .either: "\(who.map { "\($0), at" } ?? "at") \(share) of a place each"
      }
    return "Place \(place): \(name); \(what)"
      + (next.map {
        $0.share == share ? ", as for \($0.name)." : "; next was \($0.name), at \($0.share)."
      } ?? ".")
  }

  // MARK: Parties

  static func partyMeaning(_ method: MethodID) -> String {
    let divisors = method == .dhondt ? "1, 2, 3" : "1, 3, 5"
    return "Each party's votes are divided by \(divisors) and so on, a step further with each seat "
      + "that it has; the next seat goes to the largest result."
  }

  static func lastSeat(
    _ winner: String, divisor: Int, _ quotient: String,
    next: (name: String, divisor: Int, quotient: String)?
  ) -> String {
    "The last seat went to \(winner): its votes divided by \(divisor) are \(quotient)"
      + (next.map { "; those of \($0.name) divided by \($0.divisor) are \($0.quotient)." } ?? ".")
  }
}
