/// The direction in which a table of numbers varies most, found by Lanczos' method.
///
/// Source: C. Lanczos, “An iteration method for the solution of the eigenvalue problem of linear
/// differential and integral operators”, Journal of Research of the National Bureau of Standards 45
/// (1950), with every new direction made orthogonal to all before (B. N. Parlett, “The Symmetric
/// Eigenvalue Problem”, SIAM 1998, chapter 13); the small matrix that comes of it by Jacobi's
/// rotations (there, chapter 9). It begins in a direction drawn from a fixed seed, so that no
/// table that people make is orthogonal to it, as one of its own rows can be to what matters most.
struct PrincipalComponent {
  /// Of length 1, its largest part positive, so that a map is never mirrored by chance; 0 where
  /// nothing varies.
  let axis: [Double]

  private static let mostSteps = 60
  private static let mostRestarts = 60

  /// - Parameter product: the product of a direction with the table's matrix of covariance, which
  ///   is symmetric and has no negative eigenvalue.
  init(width: Int, _ product: ([Double]) -> [Double]) {
    var generator = SplitMix64(seed: 2011)
    var start = (0..<width).map { _ in
      Double(generator.next() >> 11) / 9_007_199_254_740_992 - 0.5
    }
    for _ in 0..<PrincipalComponent.mostRestarts {
      let (next, rest) = PrincipalComponent.improved(start.normalised, product)
      start = next
      if rest < 1e-13 { break }
    }
    let largest = start.reduce(0) { abs($1) > abs($0) + 1e-9 ? $1 : $0 }
    axis = largest < 0 ? start.map { -$0 } : start
  }

  /// The best direction within reach of the first, and how far it is from an exact one, as a part
  /// of its variance.
  private static func improved(
    _ first: [Double], _ product: ([Double]) -> [Double]
  ) -> (axis: [Double], rest: Double) {
    var basis = [first]
    var small: [[Double]] = []
    var left = 0.0
    let most = min(first.count, mostSteps)
    while basis.count <= most {
      var next = product(basis[basis.count - 1])
      var row = Array(repeating: 0.0, count: basis.count)
      // Twice, because once leaves behind what rounding made of it.
      for _ in 0..<2 {
        for (place, direction) in basis.enumerated() {
          let part = direction.dot(next)
          row[place] += part
          next.subtract(direction, times: part)
        }
      }
      for place in small.indices { small[place].append(row[place]) }
      small.append(row)
      left = next.dot(next).squareRoot()
      let largest = row.reduce(0) { max($0, abs($1)) }
      guard basis.count < most, left > largest * 1e-14 else { break }
      basis.append(next.map { $0 / left })
    }
    let (value, weights) = small.largestEigenpair
    guard value > 0 else { return (Array(repeating: 0, count: first.count), 0) }
    var axis = Array(repeating: 0.0, count: first.count)
    for (direction, weight) in zip(basis, weights) { axis.subtract(direction, times: -weight) }
    return (axis.normalised, abs(left * weights[weights.count - 1]) / value)
  }
}

extension [Double] {
  fileprivate func dot(_ other: [Double]) -> Double {
    zip(self, other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  fileprivate var normalised: [Double] {
    let length = dot(self).squareRoot()
    return length > 0 ? map { $0 / length } : self
  }

  fileprivate mutating func subtract(_ other: [Double], times factor: Double) {
    for place in indices { self[place] -= factor * other[place] }
  }
}

extension [[Double]] {
  /// The largest eigenvalue of a symmetric matrix with its vector of length 1, by Jacobi's
  /// rotations: each makes one pair of cells zero, until all are.
  fileprivate var largestEigenpair: (value: Double, vector: [Double]) {
    var (matrix, vectors) = (self, self)
    for row in indices {
      for column in indices { vectors[row][column] = row == column ? 1 : 0 }
    }
    for _ in 0..<30 {
      var outside = 0.0
      for row in indices {
        for column in indices where column > row {
          outside = Swift.max(outside, abs(matrix[row][column]))
          matrix.rotate(row, column, &vectors)
        }
      }
      if outside < 1e-300 { break }
    }
    guard let best = indices.max(by: { matrix[$0][$0] < matrix[$1][$1] }) else { return (0, []) }
    return (matrix[best][best], vectors.map { $0[best] })
  }

  private mutating func rotate(_ one: Int, _ other: Int, _ vectors: inout [[Double]]) {
    let cell = self[one][other]
    guard cell != 0 else { return }
    let slope = (self[other][other] - self[one][one]) / (2 * cell)
    let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (slope * slope + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for place in indices {
      let (left, right) = (self[place][one], self[place][other])
      self[place][one] = cosine * left - sine * right
      self[place][other] = sine * left + cosine * right
    }
    for place in indices {
      let (left, right) = (self[one][place], self[other][place])
      self[one][place] = cosine * left - sine * right
      self[other][place] = sine * left + cosine * right
      let (first, second) = (vectors[place][one], vectors[place][other])
      vectors[place][one] = cosine * first - sine * second
      vectors[place][other] = sine * first + cosine * second
    }
    (self[one][other], self[other][one]) = (0, 0)
  }
}
