package import ExerciseProtocol

/// Groups drawn by chance, as even as can be, in which as few as possible meet whom they met
/// before.
///
/// Method: from several shuffles, each bettered by exchanging two people as long as that helps. For
/// rooms of a hundred it takes a moment; it need not find the very best.
package struct GroupDraw {
  package private(set) var groups: [[ParticipantID]]

  /// Two people, in the order of their ids.
  package struct Pair: Hashable, Sendable {
    let one: ParticipantID
    let other: ParticipantID

    init(_ first: ParticipantID, _ second: ParticipantID) {
      (one, other) =
        first.rawValue < second.rawValue ? (first, second) : (second, first)
    }
  }

  /// - Parameters:
  ///   - people: in the order of the roster, in which each group is told.
  ///   - count: of groups, from 1 to as many as there are people.
  ///   - met: how often each two were in one group before.
  package init(
    _ people: [ParticipantID], into count: Int, met: [Pair: Int], seed: Int
  ) {
    var chance = ExerciseProtocol.Chance(seed: seed)
    var best: (groups: [[ParticipantID]], cost: Int)?
    for _ in 0..<(met.isEmpty ? 1 : 12) {
      var groups = Self.dealt(people.shuffled(using: &chance), into: count)
      Self.better(&groups, met)
      let cost = groups.reduce(0) { $0 + Self.cost(of: $1, met) }
      if best.map({ cost < $0.cost }) ?? true { best = (groups, cost) }
      if cost == 0 { break }
    }
    let place = Dictionary(people.enumerated().map { ($1, $0) }) { first, _ in first }
    groups = (best?.groups ?? []).map { $0.sorted { place[$0] ?? 0 < place[$1] ?? 0 } }
  }

  /// How many groups of about `size` there are: as near as can be, and nobody alone.
  package static func count(of people: Int, by size: Int) -> Int {
    var count = max(1, Int((Double(people) / Double(size)).rounded()))
    while count > 1, people / count < 2 { count -= 1 }
    return count
  }

  package static func pairs(in draws: [[[ParticipantID]]]) -> [Pair: Int] {
    var pairs: [Pair: Int] = [:]
    for group in draws.flatMap(\.self) {
      for (index, one) in group.enumerated() {
        for other in group.dropFirst(index + 1) { pairs[Pair(one, other), default: 0] += 1 }
      }
    }
    return pairs
  }

  private static func dealt(_ people: [ParticipantID], into count: Int) -> [[ParticipantID]] {
    var groups = [[ParticipantID]](repeating: [], count: count)
    for (index, person) in people.enumerated() { groups[index % count].append(person) }
    return groups
  }

  private static func cost(of group: [ParticipantID], _ met: [Pair: Int]) -> Int {
    var cost = 0
    for (index, one) in group.enumerated() {
      for other in group.dropFirst(index + 1) {
        let times = met[Pair(one, other)] ?? 0
        cost += times * times
      }
    }
    return cost
  }

  /// What a person's place in a group costs.
  private static func cost(
    of person: ParticipantID, among group: [ParticipantID], except: ParticipantID,
    _ met: [Pair: Int]
  ) -> Int {
    group.reduce(0) { sum, other in
      guard other != person, other != except else { return sum }
      let times = met[Pair(person, other)] ?? 0
      return sum + times * times
    }
  }

  private static func better(_ groups: inout [[ParticipantID]], _ met: [Pair: Int]) {
    guard !met.isEmpty else { return }
    var improves = true
    var rounds = 0
    while improves, rounds < 50 {
      (improves, rounds) = (false, rounds + 1)
      for first in groups.indices {
        for second in groups.indices where second > first {
          if exchange(first, second, in: &groups, met) { improves = true }
        }
      }
    }
  }

  /// Exchanges two people of two groups wherever that helps.
  private static func exchange(
    _ first: Int, _ second: Int, in groups: inout [[ParticipantID]], _ met: [Pair: Int]
  ) -> Bool {
    var helped = false
    for place in groups[first].indices {
      for other in groups[second].indices {
        let (one, two) = (groups[first][place], groups[second][other])
        let now =
          cost(of: one, among: groups[first], except: one, met)
          + cost(of: two, among: groups[second], except: two, met)
        let then =
          cost(of: one, among: groups[second], except: two, met)
          + cost(of: two, among: groups[first], except: one, met)
        guard then < now else { continue }
        (groups[first][place], groups[second][other]) = (two, one)
        helped = true
      }
    }
    return helped
  }
}
