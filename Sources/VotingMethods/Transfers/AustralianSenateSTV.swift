/// The single transferable vote of the Australian Senate, as it has been counted since 1984: the
/// unweighted inclusive Gregory method, in whole votes.
///
/// Source: Commonwealth Electoral Act 1918, section 273, compilation of 18 February 2022,
/// https://www.legislation.gov.au/Details/C2022C00074. The quota is the papers divided by one more
/// than the vacancies, the remainder ignored, plus one (8). A surplus is passed on by all papers of
/// the elected at one value, the surplus divided by their number; each candidate's sum is cut down
/// to whole votes (9, 12). Surpluses go in the order of election, of one count the largest first
/// (21 to 23). Then whoever stands lowest is excluded, the papers going on by value, each value a
/// count of its own (13, 13AA, 28); who is elected meanwhile gets no more (16). Of the last two for
/// the last vacancy the one with more votes is elected (17), and all who are left where there are
/// no more of them than vacancies (18), at once, as the Electoral Commission has done since 2019.
///
/// Ties for exclusion go by the last count with unequal votes (29, 31A), of equal surpluses by the
/// last count with all of them unequal (22), of the last two by no count (17); then by lot: declare
/// `[.lot(seed:)]`.
///
/// A bulk exclusion is what subsections 13A to 13C prescribe where papers are counted by hand; a
/// count by computer has had none since 2021 (273A(5), (9)).
public struct AustralianSenateSTV: VotingMethod {
  public static let id = MethodID.senateSTV
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// Whether candidates are excluded in bulk, as in a count by hand.
  public var isByHand: Bool

  public init(seats: Int, tieBreak: TieBreak, isByHand: Bool = false) {
    (self.seats, self.tieBreak, self.isByHand) = (seats, tieBreak, isByHand)
  }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var count = SenateCount(
      try TransferCount(Self.id, ballots, seats: seats, tieBreak: tieBreak, unit: 1),
      isByHand: isByHand)
    return try count.outcome()
  }
}

/// Numbers are those of the subsections.
private struct SenateCount {
  private var count: TransferCount
  private let isByHand: Bool
  /// Whose surplus is still to be passed on.
  private var pending: [Int] = []

  init(_ count: TransferCount, isByHand: Bool) {
    (self.count, self.isByHand) = (count, isByHand)
    if isByHand { self.count.outcome.parameters.append(.init("bulk-exclusion", "yes")) }
  }

  mutating func outcome() throws(TallyFault) -> Outcome {
    count.quota = count.valid / (count.seats + 1) + 1
    end()
    while count.places > 0 {
      if let candidate = try nextSurplus() {
        transferSurplus(of: candidate)
      } else if count.left.count <= count.places {
        count.elect(all: count.left)
      } else if count.places == 1, count.left.count == 2 {
        try electLast()
      } else {
        try exclude()
      }
    }
    return count.finish()
  }

  /// Elects whoever has the quota (8, 9, 10, 14), and ends the count of one transfer.
  private mutating func end() {
    let reached = count.left.filter { count.totals[$0] >= count.quota }
    count.elect(all: reached)
    pending += reached.filter { count.totals[$0] > count.quota }
    count.mark()
    count.close()
  }

  /// (17)
  private mutating func electLast() throws(TallyFault) {
    let left = count.left
    let most = left.map { count.totals[$0] }.max()
    count.elect(
      try count.one(.most, of: left.filter { count.totals[$0] == most }, for: .election, .never))
  }

  /// (21), (22), (23)
  private mutating func nextSurplus() throws(TallyFault) -> Int? {
    guard let earliest = pending.compactMap({ count.electedAt[$0] }).min() else { return nil }
    let first = pending.filter { count.electedAt[$0] == earliest }
    let most = first.map { count.totals[$0] }.max()
    let next = try count.one(
      .most, of: first.filter { count.totals[$0] == most }, for: .surplus, .latestAllDifferent)
    pending.removeAll { $0 == next }
    return next
  }

  /// (9), (12)
  private mutating func transferSurplus(of candidate: Int) {
    let papers = count.parcels[candidate].flatMap(\.papers)
    let surplus = count.totals[candidate] - count.quota
    let value = PaperValue(surplus, over: max(1, count.count(papers)))
    let credited = count.pass(.init(value: value, sources: [(from: candidate, papers: papers)]))
    count.totals[candidate] = count.quota
    count.record(surplus - credited, from: candidate, to: nil)
    end()
  }

  /// (13), (13AA), (15)
  private mutating func exclude() throws(TallyFault) {
    var going = isByHand ? try inBulk() : []
    if going.isEmpty { going = [try lowest(of: count.left)] }
    count.exclude(going.sorted())
    if count.left.count <= count.places {
      count.elect(all: count.left)
      count.mark()
      return count.close()
    }
    let batches = count.batches(of: going)
    if batches.isEmpty { return end() }
    for batch in batches where count.places > 0 {
      count.passOn(batch)
      end()
    }
  }

  private mutating func lowest(of candidates: [Int]) throws(TallyFault) -> Int {
    let least = candidates.map { count.totals[$0] }.min() ?? 0
    let tied = candidates.filter { count.totals[$0] == least }
    // Those without votes go one after the other before anything changes, if enough others are.
    return try count.one(
      .least, of: tied, for: .exclusion, .latest,
      decidesNothing: least == 0 && count.left.count - tied.count >= count.places)
  }
}

extension SenateCount {
  /// (13A), (13B): who is excluded in bulk; nobody where that can't be.
  private mutating func inBulk() throws(TallyFault) -> [Int] {
    // The order of standing, the lowest first (31).
    let order = count.left.sorted { (count.totals[$0], $0) < (count.totals[$1], $1) }
    let votes = order.map { count.totals[$0] }
    let notional = votes.indices.map { votes[...$0].reduce(0, +) }
    let shortfalls = votes.reversed().map { count.quota - $0 }
    let vacancy = shortfalls.prefix(count.places).reduce(0, +)
    // All who stand below Candidate A have fewer notional votes than the vacancy shortfall.
    let b = votes.indices.dropLast().last {
      notional[$0] < vacancy && notional[$0] < votes[$0 + 1]
    }
    guard var last = b else { return [] }
    if notional[last] >= shortfalls[0] {
      // Candidate C in place of B.
      guard let c = votes.indices.last(where: { notional[$0] < shortfalls[0] }) else { return [] }
      last = c
    }
    let going = min(last + 1, order.count - count.places)
    // Of those with equal votes only some may go.
    var chosen = order.prefix(going).filter { count.totals[$0] < votes[going] }
    var tied = order.filter { count.totals[$0] == votes[going] }
    while chosen.count < going {
      let lowest = try lowest(of: tied)
      chosen.append(lowest)
      tied.removeAll { $0 == lowest }
    }
    return chosen
  }
}
