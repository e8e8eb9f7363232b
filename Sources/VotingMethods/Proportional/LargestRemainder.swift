/// The largest remainder: each party has a seat for every whole quota in its votes, and the seats
/// left go one each to the parties with the largest remainders.
///
/// Source: F. Pukelsheim, “Proportional Representation” (Springer 2014), chapter 5. The Hare quota
/// is the votes divided by the seats, exactly; the Droop quota is the votes divided by one more
/// than the seats, the remainder ignored, plus one. A party is among the winners once for each of
/// its seats; those for whole quotas come first, by the list.
public struct LargestRemainder: VotingMethod {
  public static let id = MethodID.largestRemainder

  /// What a seat costs.
  public enum Quota: String, Hashable, Sendable, CustomStringConvertible {
    case hare, droop
    public var description: String { rawValue }
  }

  /// How many are elected.
  public var seats: Int
  /// What a seat costs.
  public var quota: Quota
  /// Which part of all votes a party needs to have seats at all.
  public var hurdle: Rational
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(
    seats: Int, quota: Quota = .hare, hurdle: Rational = .zero, tieBreak: TieBreak = .none
  ) {
    (self.seats, self.quota, self.hurdle, self.tieBreak) = (seats, quota, hurdle, tieBreak)
  }

  /// - Throws: `unbrokenTie` where the last seats are tied and no lot is declared.
  public func tally(_ ballots: PartyVotes) throws(TallyFault) -> Outcome {
    let count = ballots.parties.count
    guard seats >= 1, count >= 1 else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.parties,
      [.init("seats", seats), .init("quota", quota), .init("tie-break", tieBreak)])
    let votes = ballots.votes(over: hurdle)
    outcome.note(hurdle: hurdle, ballots, votes)
    let all = votes.reduce(0, +)
    guard all > 0 else { return outcome }
    let price =
      quota == .hare ? Rational(all, over: seats) : Rational(all / (seats + 1) + 1)
    // Whole quotas, in numbers wide enough for the product.
    let whole = votes.map { votes in
      quota == .hare
        ? Int(Int128(votes) * Int128(seats) / Int128(all)) : votes / (all / (seats + 1) + 1)
    }
    var stage = Stage(totals: votes.map { Rational($0) }, quota: price)
    stage.elected = votes.indices.flatMap { Array(repeating: $0, count: whole[$0]) }
    outcome.winners = stage.elected
    outcome.stages = [stage]
    let rest = votes.indices.map { Rational(votes[$0]) - price * Rational(whole[$0]) }
    var last = Stage(totals: rest, quota: price)
    var breaker = TieBreaker(tieBreak, candidates: count)
    for tier in tiers(by: rest) where outcome.winners.count < seats {
      let standing = tier.filter { votes[$0] > 0 }
      guard
        let chosen = breaker.some(
          seats - outcome.winners.count, of: standing, for: .election, stage: 1,
          endsCount: true)
      else { throw .unbrokenTie(breaker.ties[breaker.ties.count - 1]) }
      last.elected += chosen
      outcome.winners += chosen
    }
    outcome.stages.append(last)
    outcome.keep(breaker)
    return outcome
  }
}

extension PartyVotes {
  /// The votes of those parties that have at least this part of all votes, none for the others.
  func votes(over hurdle: Rational) -> [Int] {
    let needed = Rational(votes.reduce(0, +)) * hurdle
    return votes.map { Rational($0) >= needed ? $0 : 0 }
  }
}

extension Outcome {
  /// Tells which hurdle there was, and takes those below it out of the count.
  mutating func note(hurdle: Rational, _ ballots: PartyVotes, _ votes: [Int]) {
    guard hurdle > .zero else { return }
    parameters.append(.init("hurdle", hurdle))
    let below = votes.indices.filter { votes[$0] < ballots.votes[$0] }
    if !below.isEmpty {
      parameters.append(
        .init("below-the-hurdle", below.map { ballots.parties[$0].name }.joined(separator: ", ")))
    }
  }
}
