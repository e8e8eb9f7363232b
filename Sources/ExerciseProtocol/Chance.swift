/// Random numbers from a seed: the same seed gives the same numbers, on every machine.
///
/// ```swift
/// var chance = Chance(seed: room.seed)
/// let order = room.participants.map(\.id).shuffled(using: &chance)
/// return [.record(.ordered(order))]
/// ```
///
/// Method: SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”,
/// 2014). Not for secrets.
public struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Each seed gives another sequence.
  public init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// The next number of the sequence.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
