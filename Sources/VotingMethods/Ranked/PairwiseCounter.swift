/// Compares candidates in pairs on ballots that come one after the other, and keeps none of them.
///
/// Ballots are gathered in small blocks, turned about: a row for each candidate with the rank on
/// each of the ballots. Two candidates are then compared on a whole block by one pass over two rows
/// without a branch, which the compiler turns into vector instructions: about a tenth of the work
/// of going through each ballot's pairs one by one. Weights are added in binary, one pass for each
/// digit, so that they cost nothing where every ballot was cast by one voter.
struct PairwiseCounter: BallotSink {
  /// How many ballots make a block: such that fifty candidates' rows stay in the nearest cache, and
  /// no power of two, so that they don't push each other out of it.
  private static let width = 240
  /// The rank of those whom a ballot leaves out: below all others.
  private static let unranked = Int16.max

  private let candidates: Int
  /// How many prefer the row to the column, row by row.
  private var cells: [Int]
  private var voters = 0
  /// The ranks on the block's ballots from 0, a row for each candidate.
  private var ranks: [Int16]
  /// How many voters cast each of the block's ballots.
  private var weights: [Int] = []

  /// - Precondition: at most 32,767 candidates.
  init(candidates: Int) {
    self.candidates = candidates
    cells = Array(repeating: 0, count: candidates * candidates)
    ranks = Array(repeating: Self.unranked, count: candidates * Self.width)
    weights.reserveCapacity(Self.width)
  }

  mutating func take(_ preferences: Span<UInt16>, count: Int) {
    var (rank, column) = (Int16(-1), weights.count)
    for place in preferences.indices {
      let preference = preferences[place]
      if preference & RankedBallots.tied == 0 { rank &+= 1 }
      ranks[Int(preference & RankedBallots.candidate) * Self.width + column] = rank
    }
    weights.append(count)
    voters += count
    if weights.count == Self.width { countBlock() }
  }

  /// What was counted so far.
  mutating func finish() -> PairwiseMatrix {
    countBlock()
    return PairwiseMatrix(count: candidates, cells: cells, voters: voters)
  }

  /// Adds the block to the cells and empties it.
  private mutating func countBlock() {
    let digits = weights.reduce(0, |)
    for digit in 0..<(Int.bitWidth - digits.leadingZeroBitCount) where digits >> digit & 1 == 1 {
      var mask = weights.map { Int16(truncatingIfNeeded: $0 >> digit & 1) }
      mask += repeatElement(0, count: Self.width - mask.count)
      add(digit, of: mask)
    }
    for place in ranks.indices { ranks[place] = Self.unranked }
    weights.removeAll(keepingCapacity: true)
  }

  /// Adds one binary digit of the weights, 0 or 1 for each ballot.
  ///
  /// Ranks are not below zero, so that a difference is below zero just where the first is less; its
  /// sign, drawn out over all its bits, is the mask of a vector's comparison.
  private mutating func add(_ digit: Int, of mask: [Int16]) {
    let (rows, count, width) = (ranks, candidates, Self.width)
    let (ranks, mask) = (rows.span, mask.span)
    for one in 0..<count {
      let first = ranks.extracting((one * width)..<((one + 1) * width))
      for other in 0..<one {
        let second = ranks.extracting((other * width)..<((other + 1) * width))
        var (ahead, behind) = (Int16(0), Int16(0))
        for ballot in 0..<width {
          let gap = first[ballot] &- second[ballot]
          ahead &+= gap &>> 15 & mask[ballot]
          behind &+= (0 &- gap) &>> 15 & mask[ballot]
        }
        cells[one * count + other] += Int(ahead) << digit
        cells[other * count + one] += Int(behind) << digit
      }
    }
  }
}
