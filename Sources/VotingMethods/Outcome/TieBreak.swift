/// How ties are broken: the rules declared before the count, tried in their order. A tie that none
/// of them breaks is reported as unbroken.
public struct TieBreak: Hashable, Sendable {
  /// One way to break a tie.
  public enum Rule: Hashable, Sendable {
    /// By the most recent earlier stage at which the tied candidates had unequal totals. It breaks
    /// nothing in a method without stages.
    case priorStage
    /// By a lot drawn from a seed that everyone can know. See `Lot`.
    case lot(seed: UInt64)
    /// By a lot that was drawn by hand, where it names all that are tied.
    case drawn(DrawnLot)
  }

  /// The rules, the one tried first coming first.
  public var rules: [Rule]
  /// Which way the choices go that no rule makes, in turn; see ``PartialLot``. Nil: where no rule
  /// decides, nothing does.
  var universe: [Int]?

  public init(_ rules: [Rule]) { self.rules = rules }

  /// These rules after the most recent earlier stage, unless they have it already: what the law of
  /// an election itself declares.
  var afterPriorStage: TieBreak {
    var all = self
    if !rules.contains(.priorStage) { all.rules.insert(.priorStage, at: 0) }
    return all
  }

  /// Breaks no tie.
  public static let none = TieBreak([])
}

/// An order of all candidates drawn from a published seed. Of tied candidates, the one who stands
/// first in it is favoured: elected, or kept in the count, or served first.
///
/// Anyone can check the draw, even by hand:
/// 1. SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, OOPSLA
///    2014) is started with the seed. Every number it gives has 64 bits.
/// 2. The candidates begin in the order of the file. For each place from the last down to the
///    second, a number below the count of places up to there is drawn, and the candidates at the
///    two places (the drawn one counted from 0) change seats (Fisher and Yates).
/// 3. A number below n is drawn as follows: numbers of 64 bits below 2⁶⁴ modulo n are thrown away,
///    so that all remainders are equally likely; the first one kept is taken modulo n.
public struct Lot: Hashable, Sendable {
  /// The candidates, the most favoured first; counted from 0.
  public let order: [Int]

  public init(seed: UInt64, candidates: Int) {
    var generator = SplitMix64(seed: seed)
    var order = Array(0..<candidates)
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, generator.below(place + 1))
    }
    self.order = order
  }
}

/// The generator that `Lot` describes; also of use wherever a count needs a fixed seed.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// An equally likely number from 0 to `bound` - 1.
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    let rejected = (0 &- bound) % bound
    while true {
      let word = next()
      if word >= rejected { return Int(word % bound) }
    }
  }
}
