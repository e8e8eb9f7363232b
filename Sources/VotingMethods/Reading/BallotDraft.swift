/// The ballot that a reader is at: its preferences so far, who is among them, and what a policy
/// makes of it.
struct BallotDraft {
  private var preferences: [UInt16]
  private var length = 0
  /// Which ballot, counted from 1, ranked each candidate last.
  private var seen: [Int]
  private var ballot = 1
  private let policy: ReadingPolicy
  /// Where the rank begins that the reader is at.
  private var rank = 0
  /// Whether that rank was found to be shared by several, and a policy has decided about it.
  private var isDecided = false
  /// How many voters cast the ballot.
  private var weight = DecimalNumber(1)
  /// What became of the ballot as a whole, if something did.
  private var fate: ReadingPolicy.Doubt?
  /// How many decimals the numbers of voters have: they are kept in units of ten to the power of
  /// minus that.
  private(set) var decimals = 0
  /// How many ballots there are, in that unit, and how many files' entries.
  private var sums = (voters: 0, blank: 0, invalid: 0)
  private var entries = (all: 0, blank: 0, invalid: 0)
  /// On which line each ballot stands that was handed over; see `keepsLines`.
  private(set) var lines: [Int32] = []
  /// Whether `lines` are wanted.
  let keepsLines: Bool

  /// - Parameter candidates: how many there are.
  init(candidates: Int, policy: ReadingPolicy, keepsLines: Bool) {
    preferences = Array(repeating: 0, count: candidates)
    seen = Array(repeating: 0, count: candidates)
    (self.policy, self.keepsLines) = (policy, keepsLines)
  }

  /// How many are ranked on the ballot.
  var ranked: Int { length }

  /// Whether something was passed over, so that the ballot is not as it stands in the file.
  private(set) var isChanged = false

  /// How many voters cast the ballots that were handed over, in units.
  var voters: Int { sums.voters }

  /// Marks a candidate as having been on the ballot; false if that was so already.
  private mutating func meet(_ candidate: Int) -> Bool {
    guard seen[candidate] != ballot else { return false }
    seen[candidate] = ballot
    return true
  }

  /// Begins the ballot of so many voters.
  mutating func begin(_ weight: DecimalNumber) { self.weight = weight }

  /// Puts a candidate on the ballot, as far as the policies let it stand there.
  ///
  /// - Parameters:
  ///   - number: whom the file means, counted from 0.
  ///   - counted: the same as ballots count them; nil for who has withdrawn.
  ///   - isTied: whether they share the rank of the one before.
  /// - Returns: what somebody has to decide first; nil if all is said.
  mutating func put(
    _ number: Int, as counted: Int?, isTied: Bool, line: Int, _ reading: inout Reading
  ) -> ReadingFault.Question? {
    if !isTied { (rank, isDecided) = (length, false) }
    guard meet(number) else {
      guard let doubt = policy.repeats, doubt != .refuse else { return .repeats }
      decide(doubt, .repeated, line, &reading)
      return nil
    }
    guard let counted, fate == nil else { return nil }
    if length > rank || isDecided, let doubt = policy.overvotes {
      if doubt == .refuse { return .sharedRank }
      if !isDecided { decide(doubt, .overvote, line, &reading) }
      isDecided = true
      length = rank
      return nil
    }
    let shares = length > rank ? RankedBallots.tied : 0
    preferences[length] = UInt16(truncatingIfNeeded: counted) | shares
    length += 1
    return nil
  }

  /// What a policy makes of the ballot. Where it ends, it ends before the rank: within one the
  /// order in which candidates are written says nothing.
  private mutating func decide(
    _ doubt: ReadingPolicy.Doubt, _ kind: Reading.Kind, _ line: Int, _ reading: inout Reading
  ) {
    guard fate == nil else { return }
    let count = weight.decimals == 0 ? weight.value : 1
    reading.note(kind, became: doubt.rawValue, count: count, line: line)
    isChanged = true
    if doubt == .exhaust { length = rank }
    if doubt != .skip { fate = doubt }
  }

  /// Reads, and adds each in a rank of their own, candidates whose numbers stand here with one
  /// separator and then a digit right behind, as in most ballots: a quicker way through what
  /// `ByteCursor` would read step by step. It stops before the first that is written otherwise,
  /// unknown or ranked already, so that all else, and all faults, are left to the reader.
  mutating func addPlainNumbers(
    from cursor: inout ByteCursor, separator: Unicode.Scalar
  ) {
    guard fate == nil else { return }
    let whole = cursor.bytes
    let end = Self.addPlainNumbers(
      whole.span, UInt8(ascii: separator), from: cursor.place, to: &preferences, &length,
      seen: &seen, ballot)
    cursor.jump(to: end)
  }

  /// - Returns: the place behind the last separator that was taken.
  private static func addPlainNumbers(
    _ bytes: Span<UInt8>, _ separator: UInt8, from start: Int, to preferences: inout [UInt16],
    _ length: inout Int, seen: inout [Int], _ ballot: Int
  ) -> Int {
    // As spans, because each write to an array would ask first whether somebody shares it.
    var preferences = preferences.mutableSpan
    var seen = seen.mutableSpan
    var (place, next) = (start, start)
    while true {
      var number = 0
      // No candidate's number has more than five digits.
      while next < bytes.count, bytes[next] &- 0x30 < 10, next &- place < 6 {
        number = number &* 10 &+ Int(bytes[next] &- 0x30)
        next &+= 1
      }
      guard next &+ 1 < bytes.count, bytes[next] == separator, bytes[next &+ 1] &- 0x30 < 10,
        number > 0, number <= seen.count, seen[number &- 1] != ballot
      else { return place }
      seen[number &- 1] = ballot
      preferences[length] = UInt16(truncatingIfNeeded: number &- 1)
      length &+= 1
      next &+= 1
      place = next
    }
  }

  /// Hands the ballot over and begins the next one.
  ///
  /// - Parameter line: where the ballot began.
  /// - Throws: `fewerVoters` if there are too many by now for their sums to fit.
  mutating func close(
    line: Int, into sink: inout some BallotSink
  ) throws(ReadingFault) {
    if weight.decimals > decimals { refine(to: weight.decimals, &sink) }
    let count = weight.scaled(to: decimals)
    // Both are at most a million million.
    sums.voters += count
    guard sums.voters <= 1_000_000_000_000 else {
      throw ReadingFault(line: line, expected: .fewerVoters, found: "\(count)")
    }
    entries.all += 1
    if fate == .invalid {
      sums.invalid += count
      entries.invalid += 1
    } else {
      if length == 0 {
        sums.blank += count
        entries.blank += 1
      }
      if keepsLines { lines.append(Int32(clamping: line)) }
      sink.take(preferences.span.extracting(first: length), count: count)
    }
    (length, rank, fate, isChanged, isDecided) = (0, 0, nil, false, false)
    ballot += 1
  }

  private mutating func refine(to finer: Int, _ sink: inout some BallotSink) {
    let factor = DecimalNumber(1).scaled(to: finer - decimals)
    sink.multiply(by: factor)
    sums = (sums.voters * factor, sums.blank * factor, sums.invalid * factor)
    decimals = finer
  }

  /// Tells how many ballots there were: voters, or entries where there are parts of voters.
  func finish(_ reading: inout Reading) {
    let told = decimals > 0 ? entries : (sums.voters, sums.blank, sums.invalid)
    (reading.ballots, reading.blank, reading.invalid) = told
  }
}
