/// Points on the map, each with the people who stand there.
struct WeightedPoints {
  let places: [OpinionMap.Point]
  let weights: [Double]
  /// How many different points there are.
  let distinct: Int

  init(_ map: OpinionMap) {
    (places, weights) = (map.places, map.weights)
    distinct = Set(map.places).count
  }
}

/// Points parted into groups by k-means (S. P. Lloyd 1982) from beginnings by k-means++ (D. Arthur
/// and S. Vassilvitskii 2007): of twenty, the one that ends with the smallest sum of squares.
struct Clustering {
  /// The points of each group, the group with the most people first.
  private(set) var members: [[Int]]
  /// The mean silhouette.
  let silhouette: Double

  /// Everybody in one group, if there is anybody.
  init(all points: WeightedPoints) {
    members = points.places.isEmpty ? [] : [Array(points.places.indices)]
    silhouette = 0
  }

  /// - Precondition: `count` is from 2 to the number of different points.
  init(_ points: WeightedPoints, count: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var best = KMeans(points, count: count, &generator)
    for _ in 1..<20 {
      let next = KMeans(points, count: count, &generator)
      // What differs by rounding only is the same.
      if next.inertia < best.inertia * (1 - 1e-9) { best = next }
    }
    let groups = (0..<count).map { group in
      points.places.indices.filter { best.labels[$0] == group }
    }
    let people = groups.map { $0.reduce(0) { $0 + points.weights[$1] } }
    members = groups.indices.filter { !groups[$0].isEmpty }
      .sorted { (people[$1], groups[$0][0]) < (people[$0], groups[$1][0]) }.map { groups[$0] }
    silhouette = Clustering.silhouette(members, points)
  }

  /// How much nearer people are to their own group than to the next one, on average; of more than
  /// 2,000 points, every second (third…) is looked at.
  private static func silhouette(_ groups: [[Int]], _ points: WeightedPoints) -> Double {
    let step = 1 + points.places.count / 2_000
    let sampled = groups.map { $0.filter { $0.isMultiple(of: step) } }
    let sizes = sampled.map { $0.reduce(0) { $0 + points.weights[$1] } }
    var (sum, people) = (0.0, 0.0)
    for (own, group) in sampled.enumerated() {
      for point in group {
        let place = points.places[point]
        let distances = sampled.map { members in
          members.reduce(0) { $0 + points.weights[$1] * place.distance(to: points.places[$1]) }
        }
        people += points.weights[point]
        let others = sampled.indices.filter { $0 != own && sizes[$0] > 0 }
          .map { distances[$0] / sizes[$0] }
        guard sizes[own] > 1, let next = others.min() else { continue }
        let inside = distances[own] / (sizes[own] - 1)
        let larger = max(inside, next)
        if larger > 0 { sum += points.weights[point] * (next - inside) / larger }
      }
    }
    return people > 0 ? sum / people : 0
  }
}

/// One run of k-means.
private struct KMeans {
  /// The group of each point.
  var labels: [Int]
  /// The sum of the squared distances to the groups' middles.
  var inertia: Double

  init(_ points: WeightedPoints, count: Int, _ generator: inout SplitMix64) {
    var centres = KMeans.beginnings(points, count, &generator)
    labels = Array(repeating: -1, count: points.places.count)
    inertia = 0
    for _ in 0..<300 {
      let before = labels
      inertia = 0
      for (index, place) in points.places.enumerated() {
        var nearest = (group: 0, distance: Double.infinity)
        for (group, centre) in centres.enumerated() {
          let distance = place.squaredDistance(to: centre)
          if distance < nearest.distance { nearest = (group, distance) }
        }
        labels[index] = nearest.group
        inertia += points.weights[index] * nearest.distance
      }
      if labels == before { return }
      for group in centres.indices {
        var (sum, weight) = (OpinionMap.Point(), 0.0)
        for index in labels.indices where labels[index] == group {
          sum.x += points.weights[index] * points.places[index].x
          sum.y += points.weights[index] * points.places[index].y
          weight += points.weights[index]
        }
        if weight > 0 { centres[group] = .init(x: sum.x / weight, y: sum.y / weight) }
      }
    }
  }

  /// The first by lot, every other with a chance that grows with the square of its distance to
  /// those there are.
  private static func beginnings(
    _ points: WeightedPoints, _ count: Int, _ generator: inout SplitMix64
  ) -> [OpinionMap.Point] {
    var chances = points.weights
    var centres: [OpinionMap.Point] = []
    while centres.count < count {
      let all = chances.reduce(0, +)
      // 53 bits are what a number between 0 and 1 can hold.
      var left = Double(generator.next() >> 11) / 9_007_199_254_740_992 * all
      var drawn = chances.lastIndex { $0 > 0 } ?? 0
      for (index, chance) in chances.enumerated() where chance > 0 {
        left -= chance
        if left < 0 {
          drawn = index
          break
        }
      }
      centres.append(points.places[drawn])
      for (index, place) in points.places.enumerated() {
        let distance = place.squaredDistance(to: points.places[drawn])
        let before = centres.count == 1 ? Double.infinity : chances[index] / points.weights[index]
        chances[index] = points.weights[index] * min(before, distance)
      }
    }
    return centres
  }
}
