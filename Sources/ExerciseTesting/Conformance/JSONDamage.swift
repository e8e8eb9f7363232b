import ExerciseKit

/// Changes a JSON value here and there: another value in a place, a member less, a name that no
/// member had.
struct JSONDamage {
  private var random: Chance

  init(seed: Int) { random = Chance(seed: seed) }

  mutating func damaged(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(var elements) where !elements.isEmpty && !random.once(in: 4):
      let index = Int.random(in: elements.indices, using: &random)
      if random.once(in: 5) {
        elements.remove(at: index)
      } else {
        elements[index] = damaged(elements[index])
      }
      return .array(elements)
    case .object(var members) where !members.isEmpty && !random.once(in: 4):
      let index = Int.random(in: members.indices, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: members.remove(at: index)
      case 1 where !members.contains { $0.name == "c1" }: members[index].name = "c1"
      default: members[index].value = damaged(members[index].value)
      }
      return .object(members)
    default: return random.pick(Self.pieces) ?? .null
    }
  }

  private static let pieces: [JSONValue] = [
    .null, true, 0, -1, .integer(.max), .integer(.min), .number(1e300), "", "c1", [], [[]], [:],
    ["c1": .integer(.max)], ["p1": ["c1": .integer(.max)], "p2": ["c1": .integer(.max)]],
    ["c1", .integer(.max)],
  ]
}
