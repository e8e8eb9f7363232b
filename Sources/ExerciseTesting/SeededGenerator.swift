import ExerciseKit

/// Random numbers that are the same in every run and on every machine, so that what a test found
/// once it finds again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var chance: Chance

  /// Each seed gives another sequence.
  public init(seed: UInt64) { chance = Chance(seed: Int(truncatingIfNeeded: seed)) }

  /// The next number of the sequence.
  public mutating func next() -> UInt64 { chance.next() }
}

extension SeededGenerator {
  /// One of `items`, or nil where there are none.
  mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &self) }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
