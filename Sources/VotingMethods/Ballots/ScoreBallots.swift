/// Ballots that give candidates points or grades out of a range, the same ones counted together.
public struct ScoreBallots: Hashable, Sendable {
  /// Who can be scored.
  public let candidates: [Candidate]
  /// The points that may be given, or the grades from worst to best as numbers.
  public let range: ClosedRange<Int>
  /// How many voters cast each ballot.
  public private(set) var counts: [Int] = []
  /// All candidates' scores, ballot after ballot; `blank` where none was given.
  private(set) var scores: [Int32] = []

  static let blank = Int32.min

  /// - Precondition: the range lies within ±1,000,000.
  public init(candidates: [Candidate], range: ClosedRange<Int>) {
    (self.candidates, self.range) = (candidates, range)
  }

  /// Ballots that were read and are in order.
  init(
    _ ballots: DistinctBallots<Int32>, _ candidates: [Candidate], _ range: ClosedRange<Int>
  ) {
    (self.candidates, self.range) = (candidates, range)
    (counts, scores) = (ballots.counts, ballots.elements)
  }

  /// Why a ballot can't be taken.
  public enum Fault: Error, Hashable, Sendable {
    /// As many scores are needed as there are candidates.
    case length(Int, candidates: Int)
    case outOfRange(candidate: Int, score: Int)
    case negativeCount(Int)
  }

  /// Adds a ballot cast by `count` voters: each candidate's score, nil where none was given.
  public mutating func append(_ ballot: [Int?], count: Int = 1) throws(Fault) {
    guard count >= 0 else { throw .negativeCount(count) }
    guard ballot.count == candidates.count else {
      throw .length(ballot.count, candidates: candidates.count)
    }
    for (candidate, score) in ballot.enumerated() {
      if let score, !range.contains(score) {
        throw .outOfRange(candidate: candidate, score: score)
      }
    }
    scores += ballot.map { $0.map(Int32.init) ?? ScoreBallots.blank }
    counts.append(count)
  }

  /// A candidate's score on a ballot, both counted from 0; nil where none was given.
  public subscript(ballot: Int, candidate: Int) -> Int? {
    let score = scores[ballot * candidates.count + candidate]
    return score == ScoreBallots.blank ? nil : Int(score)
  }

  /// Each candidate's points in all and from how many voters. A blank gives `blank` points if that
  /// is said, else it doesn't count.
  func sums(blank: Int? = nil) -> (points: [Int], voters: [Int]) {
    var points = Array(repeating: 0, count: candidates.count)
    var voters = points
    for ballot in counts.indices {
      for candidate in candidates.indices {
        guard let score = self[ballot, candidate] ?? blank else { continue }
        points[candidate] += score * counts[ballot]
        voters[candidate] += counts[ballot]
      }
    }
    return (points, voters)
  }
}
