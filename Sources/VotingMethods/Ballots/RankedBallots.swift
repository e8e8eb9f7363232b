/// Someone or something that can be voted for.
public struct Candidate: Hashable, Sendable {
  /// The name in the file: a number from 1 in BLT and PrefLib, a project's id in Pabulib.
  public var id: String
  /// What people call them.
  public var name: String

  public init(id: String, name: String) { (self.id, self.name) = (id, name) }

  /// Candidates numbered from 1, as files without ids of their own have them.
  public static func numbered(_ names: [String]) -> [Candidate] {
    names.enumerated().map { Candidate(id: "\($0 + 1)", name: $1) }
  }
}

/// Ballots that put candidates in order of preference, the same ones counted together.
///
/// A ballot may leave candidates out, and may rank some alike. It is kept flat: two bytes a
/// preference, so that a million ballots of twenty fit in forty megabytes.
public struct RankedBallots: Hashable, Sendable {
  /// Who can be ranked.
  public internal(set) var candidates: [Candidate]
  /// How many voters cast each ballot.
  public private(set) var counts: [Int] = []
  /// All preferences of all ballots: a candidate, with `tied` set if ranked like the one before.
  private(set) var places: [UInt16] = []
  /// Where each ballot's preferences begin, and where the last one's end.
  private(set) var bounds: [Int] = [0]

  /// The mark of a preference that shares its rank with the one before it.
  static let tied: UInt16 = 0x8000
  /// The part of a preference that tells the candidate.
  static let candidate: UInt16 = 0x7FFF

  /// - Precondition: at most 32,767 candidates.
  public init(candidates: [Candidate]) { self.candidates = candidates }

  /// Ballots that were read and are in order.
  init(_ ballots: DistinctBallots<UInt16>, _ candidates: [Candidate]) {
    self.candidates = candidates
    (counts, places, bounds) = (ballots.counts, ballots.elements, ballots.bounds)
  }

  /// Why a ballot can't be taken.
  public enum Fault: Error, Hashable, Sendable {
    case unknownCandidate(Int)
    case rankedTwice(Int)
    case negativeCount(Int)
  }

  /// Adds a ballot cast by `count` voters: the ranks from first to last, each with the candidates
  /// who share it, counted from 0.
  public mutating func append(_ ranking: [[Int]], count: Int = 1) throws(Fault) {
    guard count >= 0 else { throw .negativeCount(count) }
    var seen: Set<Int> = []
    for candidate in ranking.joined() {
      guard candidates.indices.contains(candidate) else { throw .unknownCandidate(candidate) }
      guard seen.insert(candidate).inserted else { throw .rankedTwice(candidate) }
    }
    take(tiers: ranking, count: count)
  }

  /// The same for what is known to be in order already.
  mutating func take(tiers: [[Int]], count: Int) {
    for rank in tiers {
      for (place, candidate) in rank.enumerated() {
        places.append(UInt16(candidate) | (place > 0 ? RankedBallots.tied : 0))
      }
    }
    bounds.append(places.count)
    counts.append(count)
  }

  /// The same for candidates each in a rank of their own.
  mutating func take(_ order: [Int], count: Int) {
    places += order.lazy.map { UInt16($0) }
    bounds.append(places.count)
    counts.append(count)
  }

  /// Adds other ballots, whose candidates have these numbers here.
  mutating func add(_ other: RankedBallots, as numbers: [Int], times: Int) {
    for ballot in other.counts.indices {
      places += other.places[other.bounds[ballot]..<other.bounds[ballot + 1]].map { place in
        let candidate = numbers[Int(place & RankedBallots.candidate)]
        return UInt16(truncatingIfNeeded: candidate) | place & RankedBallots.tied
      }
      bounds.append(places.count)
      counts.append(other.counts[ballot] * times)
    }
  }

  /// How many voters there are.
  public var voters: Int { counts.reduce(0, +) }

  /// The ranks of one ballot, as `append` takes them.
  public func ranking(_ ballot: Int) -> [[Int]] {
    var ranks: [[Int]] = []
    for place in places[bounds[ballot]..<bounds[ballot + 1]] {
      let candidate = Int(place & RankedBallots.candidate)
      if place & RankedBallots.tied != 0, !ranks.isEmpty {
        ranks[ranks.count - 1].append(candidate)
      } else {
        ranks.append([candidate])
      }
    }
    return ranks
  }

  /// Checks what methods ask that read a ballot from the top, one candidate after the other.
  func checkStrict() throws(TallyFault) {
    guard let place = places.firstIndex(where: { $0 & RankedBallots.tied != 0 }) else { return }
    throw .equalRanks(ballot: (bounds.firstIndex { $0 > place } ?? 1) - 1)
  }
}

extension RankedBallots: BallotSink {
  mutating func take(_ preferences: Span<UInt16>, count: Int) {
    preferences.withUnsafeBufferPointer { places.append(contentsOf: $0) }
    bounds.append(places.count)
    counts.append(count)
  }

  mutating func multiply(by factor: Int) { counts = counts.map { $0 * factor } }
}
