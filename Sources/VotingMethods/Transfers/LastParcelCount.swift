/// The course of a count in which a surplus is made up of the papers that brought it, all of equal
/// value, with two decimals: ERS97 and the rules of Northern Ireland, which come from the same
/// source and differ in what ``Rules`` says. Paragraphs of both are named below as “E” and “N”.
struct LastParcelCount {
  enum Rules { case ers97, northernIreland }

  private let rules: Rules
  private var count: TransferCount
  /// What went to nobody.
  private var lost = 0

  init(_ rules: Rules, _ count: TransferCount) { (self.rules, self.count) = (rules, count) }

  mutating func outcome() throws(TallyFault) -> Outcome {
    setQuota()
    // N 48(3): where one is elected, nobody is so by the quota before the first exclusion.
    if rules == .ers97 || count.seats > 1 { electReached() }
    end()
    while count.places > 0 {
      if let candidate = try nextSurplus() {
        transferSurplus(of: candidate)
      } else {
        try exclude()
      }
    }
    return count.finish()
  }

  // MARK: The quota, and who is elected

  /// E 5.1.6 and 5.4.8, rounded up to two decimals; N 48, the next whole number above.
  private mutating func setQuota() {
    let parts = count.seats + 1
    switch rules {
    case .ers97: count.quota = (count.valid * count.unit - lost + parts - 1) / parts
    case .northernIreland: count.quota = (count.valid / parts + 1) * count.unit
    }
  }

  private mutating func electReached() {
    if rules == .northernIreland {
      count.elect(all: count.left.filter { count.totals[$0] >= count.quota })
      return
    }
    while count.places > 0, let candidate = highestReached() { count.elect(candidate) }
  }

  /// E 5.1.7, 5.3.13, 5.4.9: who has most, if that is the quota, or enough of the active vote. Of
  /// more with equal votes than there are places, who had most at the earliest point; nobody where
  /// they had equal votes at every point (5.6.2).
  private func highestReached() -> Int? {
    let kept = count.elected.reduce(0) { $0 + min(count.quota, count.totals[$1]) }
    let active = count.valid * count.unit - lost - kept
    guard let most = count.left.map({ count.totals[$0] }).max(),
      most >= count.quota || most * (count.places + 1) >= active
    else { return nil }
    var tied = count.left.filter { count.totals[$0] == most }
    if tied.count <= count.places { return tied[0] }
    for point in count.history {
      guard let extreme = tied.map({ point.totals[$0] }).max() else { break }
      tied.removeAll { point.totals[$0] != extreme }
      if tied.count <= count.places { return tied[0] }
    }
    return nil
  }

  /// Ends a stage, with those elected who are because nobody else can be.
  private mutating func end(isMarked: Bool = false) {
    if !isMarked { count.mark() }
    if count.left.count <= count.places {
      count.elect(all: count.left)
    } else if rules == .northernIreland, count.places == 1 {
      // N 52(2): one who has as many votes as all others and the surpluses together.
      let all = count.left.reduce(count.surplus) { $0 + count.totals[$1] }
      let enough = count.left.filter { 2 * count.totals[$0] >= all }
      if enough.count == 1 { count.elect(enough[0]) }
    }
    count.close()
  }

  // MARK: Surpluses

  /// E 5.2.2 and 5.2.3, N 49(9) and (10) and 50(1).
  private mutating func nextSurplus() throws(TallyFault) -> Int? {
    let over = count.over
    guard let most = over.map({ count.totals[$0] }).max(), !isDeferred(count.surplus) else {
      return nil
    }
    return try count.one(
      .most, of: over.filter { count.totals[$0] == most }, for: .surplus, .earliest)
  }

  private func isDeferred(_ surplus: Int) -> Bool {
    let votes = count.left.map { count.totals[$0] }.sorted()
    guard votes.count > 1 else { return false }
    return isWithin(surplus, votes[1] - votes[0]) || !together(surplus).isEmpty
  }

  /// ERS97 lets what is equal go as well.
  private func isWithin(_ votes: Int, _ limit: Int) -> Bool {
    rules == .ers97 ? votes <= limit : votes < limit
  }

  /// As many as possible, two or more, who can go together: enough are left, and all that they have
  /// with the surpluses is not more (N: is less) than what the next one has (E 5.2.5, N 51(12)).
  private func together(_ surplus: Int) -> [Int] {
    let order = count.left.sorted { (count.totals[$0], $0) < (count.totals[$1], $1) }
    var (best, sum) = ([Int](), surplus)
    for (place, candidate) in order.enumerated() {
      let gone = place + 1
      sum += count.totals[candidate]
      guard order.count - gone >= count.places, gone < order.count else { break }
      let next = count.totals[order[gone]]
      // Those with equal votes stay together.
      if gone > 1, next > count.totals[candidate], isWithin(sum, next) {
        best = Array(order.prefix(gone))
      }
    }
    return best
  }

  /// E 5.3, N 49.
  private mutating func transferSurplus(of candidate: Int) {
    let surplus = count.totals[candidate] - count.quota
    var credited = 0
    if let parcel = count.parcels[candidate].popLast() {
      let papers = count.transferable(parcel.papers)
      let reduced = PaperValue(papers > 0 ? surplus / papers : 0, over: count.unit)
      credited = count.pass(
        .init(
          value: min(parcel.value, reduced),
          sources: [(from: candidate, papers: parcel.papers)]))
    }
    count.totals[candidate] = count.quota
    count.record(surplus - credited, from: candidate, to: nil)
    lost += surplus - credited
    electReached()
    end()
  }

  // MARK: Exclusions

  private mutating func exclude() throws(TallyFault) {
    var going = together(count.surplus)
    if going.isEmpty {
      let left = count.left
      let least = left.reduce(count.totals[left[0]]) { min($0, count.totals[$1]) }
      going = [
        try count.one(
          .least, of: left.filter { count.totals[$0] == least }, for: .exclusion, .earliest)
      ]
    }
    count.exclude(going.sorted())
    // E 5.5.1, N 52(1) and (3): no papers are transferred any more.
    if count.left.count <= count.places { return end() }
    for batch in count.batches(of: going, firstApart: rules == .northernIreland) {
      lost += count.passOn(batch)
      if rules == .ers97, count.elected.isEmpty { setQuota() }
      // ERS97 looks back to every batch, Northern Ireland to every stage.
      if rules == .ers97 { count.mark() }
      electReached()
      if count.places == 0 { break }
    }
    end(isMarked: rules == .ers97)
  }
}
