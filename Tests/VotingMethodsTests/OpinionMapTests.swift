import ExerciseProtocol
import Testing
import VotingMethods

/// The two axes of the map, held against a whole decomposition of the matrix of covariance, which
/// knows nothing of how they were found.
@Suite("The map of opinions")
struct OpinionMapTests {
  /// Ten agree with a and ten disagree; the other four statements move one person each. The map
  /// once began at one of these, at a right angle to the division of all.
  @Test("The main division is found, whoever stands farthest out")
  func mainDivision() throws {
    let statements = Candidate.numbered(["a", "b", "c", "d", "e"])
    var ballots = OpinionBallots(candidates: statements)
    let (yes, no, pass) = (
      OpinionBallots.Opinion.agree, OpinionBallots.Opinion.disagree, OpinionBallots.Opinion.pass
    )
    for opinion in [yes, no] {
      for _ in 0..<10 { try ballots.append([opinion, pass, pass, pass, pass]) }
      try ballots.append([pass, opinion, opinion, pass, pass])
      try ballots.append([pass, pass, pass, opinion, opinion])
    }
    let found = try #require(try OpinionGroups().tally(ballots).groups)
    // 20 of 28: the variance along a, of all that there is.
    #expect(abs(found.explained[0] - 20.0 / 28) < 1e-9)
    let groups = ballots.counts.indices.filter { ballots[$0, 0] != .pass }.map { row in
      (ballots[row, 0], found.places.first { $0.row == row }?.group)
    }
    let agreeing = Set(groups.filter { $0.0 == yes }.map(\.1))
    let disagreeing = Set(groups.filter { $0.0 == no }.map(\.1))
    #expect(agreeing.count == 1)
    #expect(disagreeing.count == 1)
    #expect(agreeing != disagreeing)
  }

  @Test("200 random tables of answers")
  func random() throws {
    var chance = Chance(seed: 71)
    for _ in 0..<200 {
      let width = Int.random(in: 1...12, using: &chance)
      let rows = (0..<Int.random(in: 2...30, using: &chance)).map { _ in
        (0..<width).map { _ in Int.random(in: -1...1, using: &chance) }
      }
      try check(rows)
    }
  }

  /// Camps of equal size, statements that are copies of one another, people who stand alone,
  /// equal variances: where an iteration is stuck or slow.
  @Test("Ten tables with structure")
  func structured() throws {
    let identity = (0..<8).map { row in (0..<8).map { $0 == row ? 1 : 0 } }
    let opposed = identity + identity.map { $0.map(-) }
    let camps = (0..<6).map { row in (0..<6).map { ($0 < 3) == (row < 3) ? 1 : -1 } }
    let copies = (0..<9).map { row in (0..<6).map { _ in row % 3 - 1 } }
    let nested = (0..<8).map { row in
      (0..<8).map { row & ($0 + 1) > 0 ? 1 : row > $0 ? -1 : 0 }
    }
    let lone = [[0, 0, 0, 0, 1]] + (0..<10).map { _ in [1, 0, 0, 0, 0] } + [[-1, 0, 0, 0, 0]]
    let hadamard = (0..<8).map { row in
      (0..<8).map { (row & $0).nonzeroBitCount.isMultiple(of: 2) ? 1 : -1 }
    }
    let twins = opposed + opposed.map { $0.reversed() }
    let steps = (0..<12).map { row in (0..<11).map { row > $0 ? 1 : -1 } }
    let empty = (0..<5).map { _ in [1, -1, 0] }
    for table in [
      identity, opposed, camps, copies, nested, lone, hadamard, twins, steps, empty,
    ] {
      try check(table)
    }
  }

  private func check(_ rows: [[Int]]) throws {
    let width = rows[0].count
    var ballots = OpinionBallots(candidates: Candidate.numbered((0..<width).map { "S\($0)" }))
    for row in rows { try ballots.append(row.map { .init(rawValue: Int8($0)) }) }
    let found = try #require(try OpinionGroups(answersNeeded: 1).tally(ballots).groups)
    let means = (0..<width).map { place in
      Double(rows.reduce(0) { $0 + $1[place] }) / Double(rows.count)
    }
    let cells = rows.map { row in (0..<width).map { Double(row[$0]) - means[$0] } }
    let covariance = (0..<width).map { one in
      (0..<width).map { other in cells.reduce(0) { $0 + $1[one] * $1[other] } }
    }
    let values = eigenvalues(covariance)
    let whole = (0..<width).reduce(0) { $0 + covariance[$1][$1] }
    for (axis, part) in found.explained.enumerated() {
      #expect(abs(part - (whole > 1e-9 ? values[axis] / whole : 0)) < 1e-7, "\(rows)")
    }
    // Whoever stands on the map stands there by those axes, and the axes are at right angles.
    let (first, second) = (found.places.map(\.x), found.places.map(\.y))
    #expect(abs(zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-6 * max(1, whole))
    #expect(abs(first.reduce(0) { $0 + $1 * $1 } - values[0]) < 1e-6 * max(1, whole))
  }

  /// By halving, from how many are above a number: as many as the elimination of the matrix less
  /// that number leaves positive pivots (J. J. Sylvester's law of inertia). The two largest.
  private func eigenvalues(_ matrix: [[Double]]) -> [Double] {
    let size = matrix.count
    let most = (0..<size).reduce(0) { $0 + matrix[$1][$1] } + 1
    return (1...min(2, size)).map { wanted in
      var (low, high) = (-1.0, most)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if positivePivots(matrix, less: middle) >= wanted { low = middle } else { high = middle }
      }
      return (low + high) / 2
    }
  }

  private func positivePivots(_ matrix: [[Double]], less number: Double) -> Int {
    var rest = matrix
    for place in rest.indices { rest[place][place] -= number }
    var count = 0
    for place in rest.indices {
      if rest[place][place] == 0 { rest[place][place] = 1e-13 }
      if rest[place][place] > 0 { count += 1 }
      for row in rest.indices where row > place {
        let factor = rest[row][place] / rest[place][place]
        for column in rest.indices where column >= place {
          rest[row][column] -= factor * rest[place][column]
        }
      }
    }
    return count
  }
}
