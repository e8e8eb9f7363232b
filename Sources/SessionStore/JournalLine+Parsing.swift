internal import ExerciseProtocol
internal import Glibc
internal import Hashing
internal import Platform

/// Reads lines by their bytes: the members stand in a fixed order, so nothing has to be searched
/// for and nothing is allocated.
///
/// Lives as long as one reading of a journal, because most lines are of the same day.
struct JournalLineParser {
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private var index = 0
  /// The ten characters of the date read last, and the day they mean.
  private var knownDate: (UInt64, UInt16) = (0, 0)
  private var knownDay = 0

  /// Takes `line`, without its newline, apart.
  mutating func parse(_ line: UnsafeRawBufferPointer) throws(JournalDamage.Problem) -> JournalLine {
    (bytes, index) = (line, 0)
    var result = JournalLine()
    result.seq = try number(after: JournalMember.seq, "seq")
    result.id = try id()
    result.at = try time()
    try expect(JournalMember.origin, "origin")
    result.origin = Origin(try word("origin"))
    result.step = try number(after: JournalMember.step, "step")
    result.left = try number(after: JournalMember.left, "left")
    result.prev = try digest(after: JournalMember.prev, "prev")
    result.digest = try digest(after: JournalMember.digest, "digest")
    try expect(JournalMember.endOfHashed, "digest")
    result.hashedCount = index
    result.hash = try digest(after: JournalMember.hash, "hash")
    try expect(JournalMember.salt, "salt")
    if accept(JournalMember.erased) {
      guard index == bytes.count else { throw .malformed("event") }
      return result
    }
    try expect(JournalMember.quote, "salt")
    result.salt = (try word("salt"), try word("salt"))
    try expect(JournalMember.event, "event")
    guard bytes.count - index > 1, bytes[bytes.count - 1] == UInt8(ascii: "}") else {
      throw .malformed("event")
    }
    result.event = index..<(bytes.count - 1)
    return result
  }

  private mutating func accept(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count - index >= count, let start = bytes.baseAddress,
      memcmp(start + index, literal.utf8Start, count) == 0
    else { return false }
    index += count
    return true
  }

  private mutating func expect(
    _ literal: StaticString, _ member: String
  ) throws(JournalDamage.Problem) {
    guard accept(literal) else { throw .malformed(member) }
  }

  /// A whole number as our writer writes it: no sign, no leading zeros.
  private mutating func number(
    after literal: StaticString, _ member: String
  ) throws(JournalDamage.Problem) -> Int {
    try expect(literal, member)
    let start = index
    var value = 0
    while index < bytes.count, index - start < 18, bytes[index] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > start, index - start == 1 || bytes[start] != 0x30 else {
      throw .malformed(member)
    }
    return value
  }

  private mutating func word(_ member: String) throws(JournalDamage.Problem) -> UInt64 {
    guard bytes.count - index >= 16, let word = bytes.hexWord(at: index) else {
      throw .malformed(member)
    }
    index += 16
    return word
  }

  private mutating func digest(
    after literal: StaticString, _ member: String
  ) throws(JournalDamage.Problem) -> Digest {
    try expect(literal, member)
    var words = SIMD4<UInt64>.zero
    for place in 0..<4 { words[place] = try word(member) }
    return Digest(words: words)
  }

  private mutating func id() throws(JournalDamage.Problem) -> EventID {
    try expect(JournalMember.id, "id")
    guard bytes.count - index >= 36, let id = bytes.eventID(at: index) else {
      throw .malformed("id")
    }
    index += 36
    return id
  }

  /// The 24 characters of a time with milliseconds, in UTC.
  private mutating func time() throws(JournalDamage.Problem) -> Timestamp {
    try expect(JournalMember.at, "at")
    guard bytes.count - index >= 24, let day = day(at: index), bytes[index + 10] == 0x54,
      let hour = digits(2, at: index + 11), hour < 24, bytes[index + 13] == 0x3A,
      let minute = digits(2, at: index + 14), minute < 60, bytes[index + 16] == 0x3A,
      let second = digits(2, at: index + 17), second < 60, bytes[index + 19] == 0x2E,
      let fraction = digits(3, at: index + 20), bytes[index + 23] == 0x5A
    else { throw .malformed("at") }
    index += 24
    let seconds = ((day * 24 + hour) * 60 + minute) * 60 + second
    return Timestamp(milliseconds: seconds * 1000 + fraction)
  }

  private func digits(_ count: Int, at start: Int) -> Int? {
    var value = 0
    for offset in start..<(start + count) {
      guard bytes[offset] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(bytes[offset] - 0x30)
    }
    return value
  }

  private mutating func day(at start: Int) -> Int? {
    let date = (
      bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self)
    )
    if date == knownDate { return knownDay }
    let text = String(decoding: bytes[start..<(start + 10)], as: UTF8.self)
    guard let day = CivilDate(text) else { return nil }
    (knownDate, knownDay) = (date, day.daysSinceEpoch)
    return knownDay
  }
}
