import ExerciseKit

extension Chance {
  /// One of `items`, or nil where there are none.
  mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &self) }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
