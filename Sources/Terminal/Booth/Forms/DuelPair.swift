/// Two options of a duel, by their positions on the paper, in the order in which they are shown.
package struct DuelPair: Hashable, Sendable {
  package var first: Int
  package var second: Int

  package init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }

  /// Draws pairs so that each option is asked about equally often, and stands first about as often
  /// as second: always one of the pairs whose options were asked least, by lot among those.
  ///
  /// - Returns: `count` pairs in the order in which they are asked, or all there are; none twice.
  package static func draw(
    _ count: Int, of options: Int, using generator: inout some RandomNumberGenerator
  ) -> [DuelPair] {
    guard options > 1, count > 0 else { return [] }
    var left = (0..<options).flatMap { first in
      ((first + 1)..<options).map { DuelPair(first, $0) }
    }
    var asked = Array(repeating: 0, count: options)
    var first = Array(repeating: 0, count: options)
    var drawn: [DuelPair] = []
    left.shuffle(using: &generator)
    while drawn.count < count, !left.isEmpty {
      let place = left.indices.min { weight(left[$0], asked) < weight(left[$1], asked) } ?? 0
      var pair = left.remove(at: place)
      let lead = first[pair.first] - first[pair.second]
      if lead > 0 || (lead == 0 && Bool.random(using: &generator)) {
        pair = DuelPair(pair.second, pair.first)
      }
      asked[pair.first] += 1
      asked[pair.second] += 1
      first[pair.first] += 1
      drawn.append(pair)
    }
    return drawn
  }

  /// The more often either was asked, the later; the one asked more often counts first.
  private static func weight(_ pair: DuelPair, _ asked: [Int]) -> (Int, Int) {
    let counts = (asked[pair.first], asked[pair.second])
    return (max(counts.0, counts.1), counts.0 + counts.1)
  }
}
