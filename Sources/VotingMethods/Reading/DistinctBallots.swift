/// Ballots with the same ones counted together as they come, so that memory follows how many
/// different ones there are. They stay in the order in which each was first seen.
struct DistinctBallots<Element: Hashable> {
  /// How many voters cast each ballot, in units of ten to the power of minus `decimals`.
  private(set) var counts: [Int] = []
  /// How many decimals the counts have: as many as the most exact of them was given with.
  private(set) var decimals = 0
  /// What stands on them, ballot after ballot.
  private(set) var elements: [Element] = []
  /// Where each begins in them, and where the last one ends.
  private(set) var bounds: [Int] = [0]
  /// The line on which each stands first.
  private(set) var lines: [Int32] = []
  /// A place for each ballot by its hash: its number and one, 0 where there is none.
  private var table: [UInt32] = Array(repeating: 0, count: 64)
  private var hashes: [UInt32] = []

  /// Adds a ballot of so many voters.
  mutating func take(_ ballot: [Element], weight: DecimalNumber, line: Int) {
    if weight.decimals > decimals {
      let factor = DecimalNumber(1).scaled(to: weight.decimals - decimals)
      for ballot in counts.indices { counts[ballot] *= factor }
      decimals = weight.decimals
    }
    let count = weight.scaled(to: decimals)
    let hash = UInt32(truncatingIfNeeded: ballot.hashValue)
    var place = Int(hash) & (table.count - 1)
    while table[place] != 0 {
      let found = Int(table[place]) - 1
      if hashes[found] == hash, elements[bounds[found]..<bounds[found + 1]].elementsEqual(ballot) {
        counts[found] += count
        return
      }
      place = (place + 1) & (table.count - 1)
    }
    counts.append(count)
    elements += ballot
    bounds.append(elements.count)
    lines.append(Int32(clamping: line))
    hashes.append(hash)
    table[place] = UInt32(truncatingIfNeeded: counts.count)
    if counts.count * 2 > table.count { grow() }
  }

  /// Changes what stands on all ballots in a way that leaves different ones different.
  mutating func change(_ body: (Element) -> Element) {
    elements = elements.map(body)
    for ballot in counts.indices {
      hashes[ballot] = UInt32(
        truncatingIfNeeded: Array(elements[bounds[ballot]..<bounds[ballot + 1]]).hashValue)
    }
    fill(Array(repeating: 0, count: table.count))
  }

  private mutating func grow() { fill(Array(repeating: 0, count: table.count * 2)) }

  private mutating func fill(_ empty: [UInt32]) {
    table = empty
    for (ballot, hash) in hashes.enumerated() {
      var place = Int(hash) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = UInt32(truncatingIfNeeded: ballot + 1)
    }
  }
}
