/// The single transferable vote of Cambridge, Massachusetts: whole papers, of which every nth is
/// passed on.
///
/// Source: Massachusetts General Laws, chapter 54A, section 9,
/// https://malegislature.gov/Laws/GeneralLaws/PartI/TitleVIII/Chapter54A/Section9, with surpluses
/// by the Cincinnati method, which section 16(b) allows and the city uses. The quota is the valid
/// papers divided by one more than the seats, plus one, fractions disregarded (c). Of the papers of
/// the elected, in their order, every nth is passed on, n being the papers divided by the surplus,
/// to the nearest whole number; then those after them, until the surplus is gone. A paper without a
/// next choice stays. Then all with fewer papers than signatures for a nomination go together, 50
/// in Cambridge (g), and after them the lowest one by one (i, j). Nobody gets papers beyond the
/// quota (c). The end is where the seats are filled, or no more are left than seats (l). Ties go by
/// the standing before the last transfer, and the one before that (k), then by lot: declare
/// `[.lot(seed:)]`.
///
/// What the law leaves open: the largest surplus goes first; of those who go together the papers of
/// the one with fewest go first; enough candidates are always kept for the seats. Which papers are
/// taken depends on their order: the precincts' by lot, in Cambridge; see ``PaperOrder``.
public struct CambridgeSTV: VotingMethod {
  public static let id = MethodID.cambridgeSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// In which order the papers lie.
  public var order: PaperOrder
  /// With how many papers a candidate stays in when the first ones go.
  public var threshold: Int

  public init(
    seats: Int, tieBreak: TieBreak, order: PaperOrder = .file, threshold: Int = 50
  ) {
    (self.seats, self.tieBreak) = (seats, tieBreak)
    (self.order, self.threshold) = (order, threshold)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    _ = try ballots.checkTransferable(seats: seats)
    var count = CambridgeCount(
      try TransferCount(
        Self.id, try order.papers(of: ballots), seats: seats, tieBreak: tieBreak, unit: 1),
      threshold: threshold)
    count.count.outcome.parameters += [
      .init("threshold", threshold), .init("paper-order", order),
    ]
    return try count.outcome()
  }
}

/// Letters are those of the section's rules.
private struct CambridgeCount {
  var count: TransferCount
  private let threshold: Int
  /// Which papers lie with each, in the order in which they came.
  private var piles: [[Int32]]

  init(_ count: TransferCount, threshold: Int) {
    (self.count, self.threshold) = (count, threshold)
    piles = count.parcels.map { $0.flatMap(\.papers) }
  }

  mutating func outcome() throws(TallyFault) -> Outcome {
    count.quota = count.valid / (count.seats + 1) + 1
    count.elect(all: count.left.filter { count.totals[$0] >= count.quota })
    end()
    var pending = count.over
    while count.places > 0, let most = pending.map({ count.totals[$0] }).max() {
      let next = try count.one(
        .most, of: pending.filter { count.totals[$0] == most }, for: .surplus, .latest)
      pending.removeAll { $0 == next }
      transferSurplus(of: next)
    }
    if count.places > 0 { defeat(try small()) }
    while count.places > 0 { defeat([try lowest(of: count.left)]) }
    return count.finish()
  }

  /// Ends a stage, with all who are left elected where there are no more of them than seats (l).
  private mutating func end() {
    if count.left.count <= count.places { count.elect(all: count.left) }
    count.mark()
    count.close()
  }

  /// Gives a paper to its next choice, who is elected once that makes the quota (c).
  private mutating func give(_ paper: Int32, from candidate: Int) -> Bool {
    guard let next = count.next(paper) else { return false }
    piles[next].append(paper)
    count.totals[next] += 1
    count.totals[candidate] -= 1
    count.record(1, from: candidate, to: next)
    if count.totals[next] == count.quota, count.places > 0 { count.elect(next) }
    return true
  }

  private mutating func transferSurplus(of candidate: Int) {
    let pile = piles[candidate]
    var surplus = pile.count - count.quota
    let step = (2 * pile.count + surplus) / (2 * surplus)
    var stays = Array(repeating: true, count: pile.count)
    for place in CambridgeCount.places(of: pile.count, step: step) where surplus > 0 {
      guard give(pile[place], from: candidate) else { continue }
      stays[place] = false
      surplus -= 1
    }
    piles[candidate] = pile.indices.filter { stays[$0] }.map { pile[$0] }
    end()
  }

  /// The places of the nth paper, the 2nth and so on; then of those after them; at last of those
  /// before the nth. Counted from 0.
  private static func places(of count: Int, step: Int) -> [Int] {
    (step - 1..<2 * step - 1).flatMap { Array(stride(from: $0, to: count, by: step)) }
      + Array(0..<min(step - 1, count))
  }

  /// (g): those below the threshold, the one with fewest first.
  private mutating func small() throws(TallyFault) -> [Int] {
    let most = count.left.count - count.places
    var going: [Int] = []
    var rest = count.left.filter { count.totals[$0] < threshold }
      .sorted { (count.totals[$0], $0) < (count.totals[$1], $1) }
    if rest.count <= most { return rest }
    while going.count < most {
      let lowest = try lowest(of: rest)
      going.append(lowest)
      rest.removeAll { $0 == lowest }
    }
    return going.sorted { (count.totals[$0], $0) < (count.totals[$1], $1) }
  }

  /// (k)
  private mutating func lowest(of candidates: [Int]) throws(TallyFault) -> Int {
    let least = candidates.map { count.totals[$0] }.min() ?? 0
    let tied = candidates.filter { count.totals[$0] == least }
    return try count.one(.least, of: tied, for: .exclusion, .latest)
  }

  /// (h), (i), (j)
  private mutating func defeat(_ candidates: [Int]) {
    if candidates.isEmpty { return }
    count.exclude(candidates.sorted())
    for candidate in candidates {
      for paper in piles[candidate] where !give(paper, from: candidate) {
        count.totals[candidate] -= 1
        count.record(1, from: candidate, to: nil)
      }
      piles[candidate] = []
    }
    end()
  }
}
