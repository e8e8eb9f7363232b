/// The ballot that a reader is at: its preferences so far, and who is among them.
struct BallotDraft {
  private var preferences: [UInt16]
  private var length = 0
  /// Which ballot, counted from 1, ranked each candidate last.
  private var seen: [Int]
  private var ballot = 1
  /// How many voters cast the ballots that were handed over.
  private(set) var voters = 0

  /// - Parameter candidates: how many there are.
  init(candidates: Int) {
    preferences = Array(repeating: 0, count: candidates)
    seen = Array(repeating: 0, count: candidates)
  }

  /// How many are ranked on the ballot.
  var ranked: Int { length }

  /// Marks a candidate as having been on the ballot; false if that was so already.
  mutating func meet(_ candidate: Int) -> Bool {
    guard seen[candidate] != ballot else { return false }
    seen[candidate] = ballot
    return true
  }

  /// Adds a candidate who was met just before, counted as the ballots that are handed over count.
  mutating func add(_ candidate: Int, isTied: Bool) {
    preferences[length] = UInt16(truncatingIfNeeded: candidate) | (isTied ? RankedBallots.tied : 0)
    length += 1
  }

  /// Reads, and adds each in a rank of their own, candidates whose numbers stand here with one
  /// separator and then a digit right behind, as in most ballots: a quicker way through what
  /// `ByteCursor` would read step by step. It stops before the first that is written otherwise,
  /// unknown or ranked already, so that all else, and all faults, are left to the reader.
  mutating func addPlainNumbers(
    from cursor: inout ByteCursor, separator: Unicode.Scalar
  ) {
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
  /// - Parameters:
  ///   - line: where the ballot began.
  ///   - reading: what counts it, as a blank one if nobody is on it.
  /// - Throws: `fewerVoters` if there are too many by now for their sums to fit.
  mutating func close(
    count: Int, line: Int, into sink: inout some BallotSink, _ reading: inout Reading
  ) throws(ReadingFault) {
    // Both are at most a million million.
    voters += count
    guard voters <= 1_000_000_000_000 else {
      throw ReadingFault(line: line, expected: .fewerVoters, found: "\(count)")
    }
    reading.ballots = voters
    if length == 0 { reading.blank += count }
    sink.take(preferences.span.extracting(first: length), count: count)
    length = 0
    ballot += 1
  }
}
