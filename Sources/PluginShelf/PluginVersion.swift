/// A semantic version, for its order: semver.org 2.0.0, item 11.
package struct PluginVersion: Hashable, Sendable {
  private let numbers: [Int]
  private let early: [String]

  /// Nil for what is no `1.2.3`, `1.2.3-beta.1` or `1.2.3+anything`.
  package init?(_ text: String) {
    let plain = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let parts = plain.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let read = numbers.compactMap { $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
    guard numbers.count == 3, read.count == 3 else { return nil }
    self.numbers = read
    early = parts.count < 2 ? [] : parts[1].split(separator: ".").map(String.init)
    if parts.count == 2, early.isEmpty { return nil }
  }
}

extension PluginVersion: Comparable {
  package static func < (one: PluginVersion, other: PluginVersion) -> Bool {
    if one.numbers != other.numbers { return one.numbers.lexicographicallyPrecedes(other.numbers) }
    // A version without a pre-release is later than any with one.
    if one.early.isEmpty || other.early.isEmpty { return !one.early.isEmpty && other.early.isEmpty }
    return one.early.lexicographicallyPrecedes(other.early) { left, right in
      switch (Int(left), Int(right)) {
      case (let left?, let right?): left < right
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left.utf8.lexicographicallyPrecedes(right.utf8)
      }
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
