/// PrefLib's format before 2022, which many copies still have:
///
/// ```
/// 3               # how many candidates
/// 1,Ada
/// 2,Ben
/// 3,Cleo
/// 15,15,2         # voters, sum of the counts, different orders
/// 9,1,2,3
/// 6,{2,3},1
/// ```
///
/// Source: N. Mattei and T. Walsh, “PrefLib: a library for preferences”, ADT 2013. What the orders
/// are the file's ending says; without one they may be incomplete and with ties.
enum OlderPrefLib {
  /// Reads what stands before the ballots; nil if the file is not of this format, with the cursor
  /// past empty lines at most.
  static func head(
    _ cursor: inout ByteCursor, ending: String
  ) throws(ReadingFault) -> PrefLibHead? {
    _ = cursor.skipToWord()
    guard let count = try cursor.number() else { return nil }
    guard (1...32_767).contains(count) else { throw cursor.fault(.candidatesInAll) }
    try endLine(&cursor)
    var names: [String] = []
    for number in 1...count {
      _ = cursor.skipToWord()
      guard try cursor.number() == number, cursor.skip(",") else {
        throw cursor.fault(.alternative(number))
      }
      names.append(cursor.restOfLine())
    }
    _ = cursor.skipToWord()
    var sums: [Int] = []
    repeat {
      guard let sum = try cursor.number() else { throw cursor.fault(.sums) }
      sums.append(sum)
    } while cursor.skip(",")
    guard sums.count == 3 else { throw cursor.fault(.sums) }
    try endLine(&cursor)
    let order = PrefLib.Order(rawValue: ending.lowercased()) ?? .toi
    return PrefLibHead(
      order: order, candidates: Candidate.numbered(names), voters: sums[1], colon: ",")
  }

  private static func endLine(_ cursor: inout ByteCursor) throws(ReadingFault) {
    cursor.skipBlanks()
    guard cursor.byte == nil || cursor.byte == UInt8(ascii: "\n") else {
      throw cursor.fault(.endOfLine)
    }
  }
}
