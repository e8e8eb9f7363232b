/// Compares candidates in pairs on ballots that come one after the other, and keeps none of them.
///
/// Ballots are gathered in small blocks, turned about: a row for each candidate with the rank on
/// each of the ballots. Two candidates are then compared on a whole block by one pass over two rows
/// without a branch, which the compiler turns into vector instructions: about a tenth of the work
/// of going through each ballot's pairs one by one. Weights are added in binary, one pass for each
/// digit, so that they cost nothing where every ballot was cast by one voter.
///
/// Only who stands on a ballot gets a row: memory follows them, not what a file's head says.
struct PairwiseCounter: BallotSink {
  /// How many ballots make a block: such that fifty candidates' rows stay in the nearest cache, and
  /// no power of two, so that they don't push each other out of it.
  private static let width = 240
  /// The rank of those whom a ballot leaves out: below all others.
  private static let unranked = Int16.max

  private let candidates: Int
  /// Each candidate's row and one; 0 for who has stood on no ballot yet.
  private var rows: [UInt16]
  /// Who has each row.
  private var order: [Int] = []
  /// How many rows and columns the cells have room for.
  private var room = 0
  /// How many prefer the row to the column, row by row.
  private var cells: [Int] = []
  private var voters = 0
  /// How many voters rank each row's candidate at all, and how many did in the blocks before.
  private var mentions: [Int] = []
  private var mentionsBefore: [Int] = []
  /// The ranks on the block's ballots from 0, a row for each candidate.
  private var ranks: [Int16] = []
  /// How many voters cast each of the block's ballots.
  private var weights: [Int] = []

  /// - Precondition: at most 32,767 candidates.
  init(candidates: Int) {
    self.candidates = candidates
    rows = Array(repeating: 0, count: candidates)
    weights.reserveCapacity(Self.width)
  }

  mutating func take(_ preferences: Span<UInt16>, count: Int) {
    var (rank, column) = (Int16(-1), weights.count)
    for place in preferences.indices {
      let preference = preferences[place]
      if preference & RankedBallots.tied == 0 { rank &+= 1 }
      let candidate = Int(preference & RankedBallots.candidate)
      if rows[candidate] == 0 { addRow(candidate) }
      let row = Int(rows[candidate]) &- 1
      mentions[row] &+= count
      ranks[row &* Self.width &+ column] = rank
    }
    weights.append(count)
    voters += count
    if weights.count == Self.width { countBlock() }
  }

  mutating func multiply(by factor: Int) {
    countBlock()
    cells = cells.map { $0 * factor }
    mentions = mentions.map { $0 * factor }
    mentionsBefore = mentions
    voters *= factor
  }

  /// A row for somebody who is on a ballot for the first time: all who were on one before were
  /// preferred there.
  private mutating func addRow(_ candidate: Int) {
    let row = order.count
    if row == room {
      let wider = max(8, room * 2)
      var all = Array(repeating: 0, count: wider * wider)
      for one in 0..<row {
        for other in 0..<row { all[one * wider + other] = cells[one * room + other] }
      }
      (cells, room) = (all, wider)
    }
    for one in 0..<row { cells[one * room + row] = mentionsBefore[one] }
    order.append(candidate)
    mentions.append(0)
    mentionsBefore.append(0)
    ranks += repeatElement(Self.unranked, count: Self.width)
    rows[candidate] = UInt16(order.count)
  }

  /// What was counted so far.
  mutating func finish() -> PairwiseMatrix {
    countBlock()
    var all = Array(repeating: 0, count: candidates * candidates)
    for (row, one) in order.enumerated() {
      for other in 0..<candidates where other != one {
        // Who is on no ballot is below all who are on one.
        let column = Int(rows[other]) - 1
        all[one * candidates + other] = column < 0 ? mentions[row] : cells[row * room + column]
      }
    }
    return PairwiseMatrix(count: candidates, cells: all, voters: voters)
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
    mentionsBefore = mentions
  }

  /// Adds one binary digit of the weights, 0 or 1 for each ballot.
  ///
  /// Ranks are not below zero, so that a difference is below zero just where the first is less; its
  /// sign, drawn out over all its bits, is the mask of a vector's comparison.
  private mutating func add(_ digit: Int, of mask: [Int16]) {
    let (rows, count, width, room) = (ranks, order.count, Self.width, room)
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
        cells[one * room + other] += Int(ahead) << digit
        cells[other * room + one] += Int(behind) << digit
      }
    }
  }
}
