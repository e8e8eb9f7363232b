/// Dot voting: every voter has the same number of dots and spreads them as they like, up to a cap
/// on any one option. The options with the most dots win.
///
/// Source: D. Gray, S. Brown and J. Macanufo, “Gamestorming” (O'Reilly 2010), “Dot voting”. In the
/// literature it is cumulative voting: R. L. Cole, D. A. Taebel and R. L. Engstrom, “Cumulative
/// voting in a municipal election”, Western Political Quarterly 43 (1990); the cap is common
/// practice of facilitators. An option without a dot is still ranked, last.
public struct Dots: Hashable, Sendable {
  /// How many dots a voter has; not all need be used.
  public var perVoter: Int
  /// How many of them may lie on one option.
  public var perOption: Int
  /// How many options win in an `Outcome`; a `DotTally` only ranks.
  public var seats: Int
  /// How an `Outcome` breaks ties.
  public var tieBreak: TieBreak

  public init(perVoter: Int, perOption: Int, seats: Int = 1, tieBreak: TieBreak = .none) {
    (self.perVoter, self.perOption) = (perVoter, perOption)
    (self.seats, self.tieBreak) = (seats, tieBreak)
  }

  /// Why a ballot can't be counted.
  public enum Fault: Error, Hashable, Sendable {
    /// More dots than a voter has.
    case tooMany(used: Int, allowed: Int)
    /// More dots on one option than may lie there.
    case tooManyOnOne(option: Int, used: Int, allowed: Int)
    case negative(option: Int)
    case unknownOption(Int)
  }

  /// Checks one ballot: dots by option, options counted from 0.
  public func check(_ ballot: [Int: Int], options: Int) throws(Fault) {
    for (option, dots) in ballot.sorted(by: { $0.key < $1.key }) {
      guard (0..<options).contains(option) else { throw .unknownOption(option) }
      guard dots >= 0 else { throw .negative(option: option) }
      guard dots <= perOption else {
        throw .tooManyOnOne(option: option, used: dots, allowed: perOption)
      }
    }
    let used = ballot.values.reduce(0) { $0.addingUpToTheLargest($1) }
    guard used <= perVoter else { throw .tooMany(used: used, allowed: perVoter) }
  }

  /// Counts valid ballots.
  ///
  /// - Parameter options: how many options there are.
  /// - Throws: the first fault of a ballot; nothing is counted by halves.
  public func tally(_ ballots: [[Int: Int]], options: Int) throws(Fault) -> DotTally {
    var totals = Array(repeating: 0, count: options)
    var voters = totals
    for ballot in ballots {
      try check(ballot, options: options)
      for (option, dots) in ballot where dots > 0 {
        totals[option] = totals[option].addingUpToTheLargest(dots)
        voters[option] += 1
      }
    }
    return DotTally(totals: totals, voters: voters)
  }
}

/// The result of a dot vote, with its whole working.
public struct DotTally: Hashable, Sendable {
  /// Dots on each option.
  public var totals: [Int]
  /// How many voters put at least one dot on it.
  public var voters: [Int]

  /// The options from most dots to fewest; those with equally many stand together, in their own
  /// order.
  public var ranking: [[Int]] {
    Dictionary(grouping: totals.indices) { totals[$0] }
      .sorted { $0.key > $1.key }.map { $0.value.sorted() }
  }
}

extension Int {
  /// The sum, or the largest number where it would be larger: absurd ballots are no reason to trap.
  fileprivate func addingUpToTheLargest(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
