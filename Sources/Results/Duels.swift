import VotingMethods

/// Every candidate against every other: what an outcome's pairwise matrix says.
struct Duels: Hashable, Sendable {
  /// How many prefer the row to the column.
  let cells: [[Int]]

  /// Nil where the method compares nobody in pairs.
  init?(_ outcome: Outcome) {
    guard outcome.candidates.count > 1, outcome.pairwise.count == outcome.candidates.count else {
      return nil
    }
    cells = outcome.pairwise
  }

  var count: Int { cells.count }

  func margin(_ one: Int, _ other: Int) -> Int { cells[one][other] - cells[other][one] }

  func beats(_ one: Int, _ other: Int) -> Bool { margin(one, other) > 0 }

  /// Who beats everybody else.
  var winner: Int? { (0..<count).first { victims(of: $0).count == count - 1 } }

  func others(than one: Int) -> [Int] { (0..<count).filter { $0 != one } }
  func victims(of one: Int) -> [Int] { others(than: one).filter { beats(one, $0) } }
  func victors(over one: Int) -> [Int] { others(than: one).filter { beats($0, one) } }
  func equals(of one: Int) -> [Int] { others(than: one).filter { margin(one, $0) == 0 } }

  /// Those whom one comes nearest to losing against, of the beaten.
  func closest(to one: Int) -> [Int] {
    let beaten = victims(of: one)
    let least = beaten.map { margin(one, $0) }.min()
    return beaten.filter { margin(one, $0) == least }
  }

  /// The shortest circle of victories that begins and ends with one; nil if there is none.
  func circle(through one: Int) -> [Int]? {
    var before: [Int: Int] = [:]
    var open = [one]
    while !open.isEmpty {
      var next: [Int] = []
      for place in open {
        if place != one, beats(place, one) {
          var path = [place]
          while let last = path.last, let step = before[last], last != one { path.append(step) }
          return path.reversed()
        }
        for victim in victims(of: place) where victim != one && before[victim] == nil {
          before[victim] = place
          next.append(victim)
        }
      }
      open = next
    }
    return nil
  }

  /// How a victory is measured; zero where there is none.
  func strength(_ one: Int, _ other: Int, byMargins: Bool) -> Int {
    guard beats(one, other) else { return 0 }
    return byMargins ? margin(one, other) : cells[one][other]
  }

  /// The strongest chain of victories from each to each; a chain is as strong as its weakest link.
  func chains(byMargins: Bool) -> [[Int]] {
    var paths = (0..<count).map { row in
      (0..<count).map { row == $0 ? 0 : strength(row, $0, byMargins: byMargins) }
    }
    for middle in 0..<count {
      for row in 0..<count where row != middle {
        for column in 0..<count where column != row && column != middle {
          let through = min(paths[row][middle], paths[middle][column])
          paths[row][column] = max(paths[row][column], through)
        }
      }
    }
    return paths
  }

  /// All contests, the closest first.
  var contests: [(one: Int, other: Int)] {
    (0..<count).flatMap { one in
      (0..<count).filter { beats(one, $0) || margin(one, $0) == 0 && one < $0 }
        .map { (one, $0) }
    }
    .sorted {
      (margin($0.one, $0.other), $0.one, $0.other) < (margin($1.one, $1.other), $1.one, $1.other)
    }
  }
}
