/// The plane on which people's answers differ most: their first two principal components.
struct OpinionMap {
  /// The rows of the ballots that are on it.
  let rows: [Int]
  /// How many people each of them stands for.
  let weights: [Double]
  /// How many people are on the map.
  let people: Int
  /// Where the rows are, in the same order.
  private(set) var places: [Point]
  /// Which part of the variance each axis shows.
  private(set) var explained: [Double]

  struct Point: Hashable {
    var x = 0.0
    var y = 0.0

    func distance(to other: Point) -> Double { squaredDistance(to: other).squareRoot() }

    func squaredDistance(to other: Point) -> Double {
      (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
  }

  init(_ ballots: OpinionBallots, answersNeeded: Int) {
    let count = ballots.candidates.count
    let answered = ballots.counts.indices.map { row in
      (0..<count).count { ballots[row, $0] != nil }
    }
    let rows = ballots.counts.indices.filter {
      ballots.counts[$0] > 0 && answered[$0] >= max(1, answersNeeded)
    }
    self.rows = rows
    weights = rows.map { Double(ballots.counts[$0]) }
    people = rows.reduce(0) { $0 + ballots.counts[$1] }
    var table = CentredTable(ballots, rows: rows, weights: weights)
    let whole = table.variance
    places = Array(repeating: Point(), count: rows.count)
    explained = []
    for axis in 0..<min(2, count) {
      let component = table.component()
      let scores = table.scores(along: component)
      let shown = zip(weights, scores).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      explained.append(whole > 0 ? shown / whole : 0)
      for (index, score) in scores.enumerated() {
        let drawn = score * (Double(count) / Double(answered[rows[index]])).squareRoot()
        if axis == 0 { places[index].x = drawn } else { places[index].y = drawn }
      }
      table.remove(component, scores)
    }
  }
}

/// Answers as numbers around their statement's mean; 0 where there is none.
private struct CentredTable {
  var cells: [[Double]]
  let weights: [Double]
  let width: Int

  init(_ ballots: OpinionBallots, rows: [Int], weights: [Double]) {
    let width = ballots.candidates.count
    self.width = width
    self.weights = weights
    var means = Array(repeating: 0.0, count: width)
    var answers = means
    for (row, weight) in zip(rows, weights) {
      for statement in 0..<width {
        guard let opinion = ballots[row, statement] else { continue }
        means[statement] += weight * Double(opinion.rawValue)
        answers[statement] += weight
      }
    }
    for statement in 0..<width where answers[statement] > 0 {
      means[statement] /= answers[statement]
    }
    cells = rows.map { row in
      (0..<width).map { statement in
        ballots[row, statement].map { Double($0.rawValue) - means[statement] } ?? 0
      }
    }
  }

  var variance: Double {
    zip(cells, weights).reduce(0) { sum, row in
      sum + row.1 * row.0.reduce(0) { $0 + $1 * $1 }
    }
  }

  func scores(along component: [Double]) -> [Double] {
    cells.map { zip($0, component).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The direction of the greatest variance, of length 1; 0 if there is none.
  func component() -> [Double] {
    let largest = cells.joined().reduce(0) { max($0, abs($1)) }
    guard largest > 1e-6 else { return Array(repeating: 0, count: width) }
    return PrincipalComponent(width: width) { axis in
      let scores = scores(along: axis)
      var next = Array(repeating: 0.0, count: width)
      for (index, row) in cells.enumerated() {
        let factor = weights[index] * scores[index]
        for statement in 0..<width { next[statement] += factor * row[statement] }
      }
      return next
    }.axis
  }

  /// Takes out what lies along the component.
  mutating func remove(_ component: [Double], _ scores: [Double]) {
    for index in cells.indices {
      for statement in 0..<width {
        cells[index][statement] -= scores[index] * component[statement]
      }
    }
  }
}
