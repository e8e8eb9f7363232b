/// One candidate ahead of another.
struct Victory: Hashable, Sendable {
  var winner: Int
  var loser: Int
}

/// Victories without a circle, and all that follows from them: who is ahead of whom, in one or more
/// steps, as bits.
struct LockedVictories: Hashable, Sendable {
  private let count: Int
  private let words: Int
  /// Whom each candidate is ahead of, one row of bits each.
  private var below: [UInt64]

  init(count: Int) {
    self.count = count
    words = (count + 63) / 64
    below = Array(repeating: 0, count: count * words)
  }

  func isAhead(_ one: Int, of other: Int) -> Bool {
    below[one * words + other / 64] >> UInt64(other % 64) & 1 == 1
  }

  /// Locks a victory in unless it would close a circle.
  mutating func lock(_ victory: Victory) {
    guard !isAhead(victory.loser, of: victory.winner) else { return }
    guard !isAhead(victory.winner, of: victory.loser) else { return }
    for one in 0..<count where one == victory.winner || isAhead(one, of: victory.winner) {
      for word in 0..<words { below[one * words + word] |= below[victory.loser * words + word] }
      below[one * words + victory.loser / 64] |= 1 << UInt64(victory.loser % 64)
    }
  }

  /// Those whom nobody is ahead of.
  var sources: [Int] {
    (0..<count).filter { one in !(0..<count).contains { isAhead($0, of: one) } }
  }

  /// From first to last, those together of whom nobody is ahead.
  var tiers: [[Int]] { VotingMethods.tiers(count: count) { isAhead($0, of: $1) } }

  /// Locks equally strong victories in all orders, and collects what comes of it. Where none of
  /// them shuts out another, the order doesn't matter and one is enough.
  ///
  /// - Returns: false if the limit was reached.
  func outcomes(
    of group: [Victory], into worlds: inout Set<LockedVictories>, _ followed: inout Int, limit: Int
  ) -> Bool {
    var seen: Set<LockedVictories> = []
    var open = [self]
    while let world = open.popLast() {
      followed += 1
      if followed > limit { return false }
      let possible = group.filter {
        !world.isAhead($0.loser, of: $0.winner) && !world.isAhead($0.winner, of: $0.loser)
      }
      var all = world
      for victory in possible { all.lock(victory) }
      if possible.allSatisfy({ all.isAhead($0.winner, of: $0.loser) }) {
        worlds.insert(all)
        continue
      }
      for victory in possible {
        var next = world
        next.lock(victory)
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return true
  }
}
