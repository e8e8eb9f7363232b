internal import ExerciseProtocol
internal import Hashing
internal import Platform

/// A sound journal from a damaged one: every line that can be proven as it stands, and in place of
/// each event that is lost a line without one, as if it had been erased, so that all numbers stay.
///
/// Lines are copied to the byte for as long as the chain holds; from an event on that is lost each
/// is given the hash that follows from the line before it. The line of a lost event has a digest of
/// zeros, which tells it from one that somebody erased.
struct JournalRepair {
  private(set) var bytes: [UInt8] = []
  /// The numbers of the events that are lost.
  let lost: [Int]
  private var hash = Digest.zero

  init(_ damaged: [UInt8]) {
    let scan = JournalScan(damaged, after: .start, salvage: JournalSalvage())
    lost = scan.lost
    bytes.reserveCapacity(damaged.count)
    for (entry, text) in zip(scan.entries, scan.texts) {
      let line = text?.withUnsafeBytes { bytes in
        var parser = JournalLineParser()
        return try? parser.parse(bytes)
      }
      if let text, let line { add(text, line, isLost: entry.isLost) } else { add(entry) }
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ line: JournalLine, isLost: Bool) {
    var head = Array(text.prefix(line.hashedCount))
    // Both are of a fixed length, and stand at the end.
    let digest = head.count - 1 - 64
    if isLost { head.put(.zero, at: digest) }
    if line.prev != hash {
      head.put(hash, at: digest - JournalMember.digest.utf8CodeUnitCount - 64)
    }
    close(head)
    bytes += text.dropFirst(line.hashedCount + JournalMember.hash.utf8CodeUnitCount + 64)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A line for an event of which only the number is known.
  private mutating func add(_ entry: JournalEntry) {
    let start = bytes.count
    append(JournalMember.seq, entry.seq)
    append(JournalMember.id)
    bytes.append(id: EventID(at: entry.at))
    append(JournalMember.at)
    bytes += entry.at.description.utf8
    append(JournalMember.origin)
    bytes.appendHex(entry.origin.rawValue)
    append(JournalMember.step, entry.step)
    append(JournalMember.left, entry.left)
    append(JournalMember.prev)
    bytes.appendHex(hash)
    append(JournalMember.digest)
    bytes.appendHex(Digest.zero)
    append(JournalMember.endOfHashed)
    let head = Array(bytes[start...])
    bytes.removeSubrange(start...)
    close(head)
    append(JournalMember.salt)
    append(JournalMember.erased)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends what the hash covers, and the hash.
  private mutating func close(_ head: [UInt8]) {
    hash = head.withUnsafeBytes { Digest.of($0) }
    bytes += head
    append(JournalMember.hash)
    bytes.appendHex(hash)
  }

  private mutating func append(_ literal: StaticString, _ number: Int? = nil) {
    bytes += UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    if let number { bytes += String(number).utf8 }
  }
}

extension [UInt8] {
  /// Writes the digits of `digest` over those that stand at `index`.
  fileprivate mutating func put(_ digest: Digest, at index: Int) {
    var digits: [UInt8] = []
    digits.appendHex(digest)
    replaceSubrange(index..<(index + digits.count), with: digits)
  }
}
