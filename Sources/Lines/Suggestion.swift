/// “Did you mean”: the names that a mistyped one is nearest to.
package enum Suggestion {
  /// The candidates within a third of their length in edits (at least one, at most three), nearest
  /// first; those that begin with what was typed count as near.
  package static func nearest(to typed: String, among candidates: some Sequence<String>) -> [String]
  {
    let typed = Array(typed.lowercased())
    guard !typed.isEmpty else { return [] }
    let scored = candidates.compactMap { candidate -> (name: String, distance: Int)? in
      let name = Array(candidate.lowercased())
      let distance = name.starts(with: typed) ? 1 : editDistance(typed, name)
      return distance <= min(3, max(1, name.count / 3)) ? (candidate, distance) : nil
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Damerau–Levenshtein distance, restricted: insertions, deletions, substitutions and swaps of
  /// neighbours. (The algorithm is also known as optimal string alignment.)
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
      var current = [i]
      for j in 1...right.count {
        let substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        var best = min(last[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
