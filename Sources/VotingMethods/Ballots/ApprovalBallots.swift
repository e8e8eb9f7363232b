/// Ballots that approve of some candidates, the same ones counted together.
public struct ApprovalBallots: Hashable, Sendable {
  /// Who can be approved of.
  public let candidates: [Candidate]
  /// How many voters cast each ballot.
  public private(set) var counts: [Int] = []
  /// The candidates approved of, ballot after ballot.
  private(set) var approved: [Int32] = []
  /// Where each ballot begins in them, and where the last one ends.
  private(set) var bounds: [Int] = [0]

  public init(candidates: [Candidate]) { self.candidates = candidates }

  /// Ballots that were read and are in order.
  init(_ ballots: DistinctBallots<Int32>, _ candidates: [Candidate]) {
    self.candidates = candidates
    (counts, approved, bounds) = (ballots.counts, ballots.elements, ballots.bounds)
  }

  /// Adds a ballot cast by `count` voters who approve of these candidates, counted from 0.
  public mutating func append(
    _ approvals: [Int], count: Int = 1
  ) throws(RankedBallots.Fault) {
    guard count >= 0 else { throw .negativeCount(count) }
    for (place, candidate) in approvals.enumerated() {
      guard candidates.indices.contains(candidate) else { throw .unknownCandidate(candidate) }
      guard !approvals[..<place].contains(candidate) else { throw .rankedTwice(candidate) }
    }
    approved += approvals.map(Int32.init)
    bounds.append(approved.count)
    counts.append(count)
  }

  /// Whom one ballot approves of.
  public func approvals(_ ballot: Int) -> [Int] {
    approved[bounds[ballot]..<bounds[ballot + 1]].map(Int.init)
  }

  func approves(_ ballot: Int, of candidate: Int) -> Bool {
    approved[bounds[ballot]..<bounds[ballot + 1]].contains(Int32(candidate))
  }

  /// How many voters approve of each candidate.
  var totals: [Int] {
    var totals = Array(repeating: 0, count: candidates.count)
    for ballot in counts.indices {
      for place in bounds[ballot]..<bounds[ballot + 1] {
        totals[Int(approved[place])] += counts[ballot]
      }
    }
    return totals
  }
}
