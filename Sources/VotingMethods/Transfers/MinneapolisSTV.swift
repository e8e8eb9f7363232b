/// The single transferable vote of Minneapolis, for its boards of several seats.
///
/// Source: Minneapolis Code of Ordinances, title 8.5, chapter 167, sections 167.20 and 167.70, as
/// amended to 2015 (2015-Or-065), https://library.municode.com/mn/minneapolis. The threshold is the
/// votes divided by one more than the seats, plus one, fractions disregarded. In each round first
/// all go for whom it is mathematically impossible to be elected: all that they, all below them and
/// the surpluses have together is less than what the next one has. Else the largest surplus is
/// passed on, each vote times the surplus divided by the candidate's votes, both to four decimals,
/// the rest ignored; who has reached the threshold and is not yet declared elected still gets
/// votes. Else whoever has fewest goes. Votes of the last who go stay where they are if the number
/// left is then that of the seats. Ties go by lot: declare `[.lot(seed:)]`.
///
/// All names are candidates; the ordinance counts undeclared write-ins as one that goes first. One
/// seat has rules of its own there (167.60), which are an instant runoff.
public struct MinneapolisSTV: VotingMethod {
  public static let id = MethodID.minneapolisSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = MinneapolisCount(
      try TransferCount(
        Self.id, ballots, seats: seats, tieBreak: tieBreak, unit: MinneapolisCount.unit))
    return try count.outcome()
  }
}

/// Letters are those of the clauses of 167.70(c)(1).
private struct MinneapolisCount {
  static let unit = 10_000
  private var count: TransferCount

  init(_ count: TransferCount) { self.count = count }

  mutating func outcome() throws(TallyFault) -> Outcome {
    count.quota = (count.valid / (count.seats + 1) + 1) * Self.unit
    end()
    while count.places > 0 {
      let losers = certainLosers()
      if !losers.isEmpty {
        defeat(losers)
      } else if let candidate = try largestSurplus() {
        transferSurplus(of: candidate)
      } else {
        let left = count.left
        let least = left.reduce(count.totals[left[0]]) { min($0, count.totals[$1]) }
        defeat([
          try count.one(
            .least, of: left.filter { count.totals[$0] == least }, for: .exclusion, .declared)
        ])
      }
    }
    return count.finish()
  }

  private func reached() -> [Int] { count.left.filter { count.totals[$0] >= count.quota } }

  /// a and f: ends a round, and the count where as many have the threshold as there are seats, or
  /// are left.
  private mutating func end() {
    if reached().count >= count.places {
      count.elect(all: reached())
    } else if count.left.count <= count.places {
      count.elect(all: count.left)
    }
    count.mark()
    count.close()
  }

  /// c, and 167.20, “mathematically impossible to be elected”.
  private func certainLosers() -> [Int] {
    let order = count.left.sorted { (count.totals[$0], $0) < (count.totals[$1], $1) }
    var sum = reached().reduce(0) { $0 + count.totals[$1] - count.quota }
    var losers: [Int] = []
    for (place, candidate) in order.enumerated() {
      guard order.count - place - 1 >= count.places, place + 1 < order.count else { break }
      sum += count.totals[candidate]
      if sum < count.totals[order[place + 1]] { losers = Array(order.prefix(place + 1)) }
    }
    return losers.sorted()
  }

  private mutating func defeat(_ candidates: [Int]) {
    count.exclude(candidates)
    if count.left.count > count.places {
      for batch in count.batches(of: candidates) { count.passOn(batch) }
    }
    end()
  }

  /// d
  private mutating func largestSurplus() throws(TallyFault) -> Int? {
    let over = count.left.filter { count.totals[$0] > count.quota }
    guard let most = over.map({ count.totals[$0] }).max() else { return nil }
    return try count.one(
      .most, of: over.filter { count.totals[$0] == most }, for: .surplus, .declared)
  }

  private mutating func transferSurplus(of candidate: Int) {
    count.electAfterwards(candidate)
    let total = count.totals[candidate]
    let surplus = total - count.quota
    // The surplus fraction, to four decimals.
    let fraction = Int(Int128(surplus) * Int128(Self.unit) / Int128(total))
    var credited = 0
    for parcel in count.parcels[candidate] {
      let value = parcel.value.of(fraction, in: 1)
      credited += count.pass(
        .init(
          value: PaperValue(value, over: Self.unit),
          sources: [(from: candidate, papers: parcel.papers)]))
    }
    count.totals[candidate] = count.quota
    count.record(surplus - credited, from: candidate, to: nil)
    end()
  }
}
