internal import ExerciseProtocol
internal import Hashing
internal import Platform

/// Composes the lines of one step, each after the other, in one reused buffer.
struct JournalLineWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var entries: [JournalEntry] = []

  /// Composes one line a draft, the first of them after `head`. `bytes` and `entries` hold them
  /// until the next call.
  mutating func write(
    _ drafts: [EventDraft], after head: JournalHead, origin: Origin
  ) throws(StoreFailure) {
    bytes.removeAll(keepingCapacity: true)
    entries = []
    entries.reserveCapacity(drafts.count)
    var head = head
    for (position, draft) in drafts.enumerated() {
      try check(draft)
      let entry = write(
        draft, after: head, origin: origin, step: head.seq + 1 - position,
        left: drafts.count - 1 - position)
      entries.append(entry)
      head = entry.head
    }
  }

  /// Only lines that can be read again may be written: what comes back as damage never was saved.
  private func check(_ draft: EventDraft) throws(StoreFailure) {
    let payload = draft.payload
    // The members before the event take less than 512 bytes.
    guard payload.count < JournalLine.lengthLimit - 512 else { throw .draftRefused(.tooLong) }
    guard payload.first == UInt8(ascii: "{"), payload.last == UInt8(ascii: "}"),
      !payload.contains(0x0A), payload.withUnsafeBytes(\.isUTF8)
    else { throw .draftRefused(.notOneLineOfJSON) }
    // The years 0000 to 9999, as the text form has room for four digits.
    guard (-62_167_219_200_000..<253_402_300_800_000).contains(draft.at.milliseconds) else {
      throw .draftRefused(.timeOutOfRange)
    }
  }

  private mutating func write(
    _ draft: EventDraft, after head: JournalHead, origin: Origin, step: Int, left: Int
  ) -> JournalEntry {
    let start = bytes.count
    let id = EventID(at: draft.at)
    var random = SystemRandomNumberGenerator()
    let salt: (UInt64, UInt64) = (random.next(), random.next())
    append(JournalMember.seq, number: head.seq + 1)
    append(JournalMember.id)
    bytes.append(id: id)
    append(JournalMember.at)
    bytes += draft.at.description.utf8
    append(JournalMember.origin)
    bytes.appendHex(origin.rawValue)
    append(JournalMember.step, number: step)
    append(JournalMember.left, number: left)
    append(JournalMember.prev)
    bytes.appendHex(head.hash)
    append(JournalMember.digest)
    bytes.appendHex(draft.payload.withUnsafeBytes { Digest.ofEvent($0, salt: salt) })
    append(JournalMember.endOfHashed)
    let hash = bytes.withUnsafeBytes { Digest.of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    append(JournalMember.hash)
    bytes.appendHex(hash)
    append(JournalMember.salt)
    append(JournalMember.quote)
    bytes.appendHex(salt.0)
    bytes.appendHex(salt.1)
    append(JournalMember.event)
    bytes += draft.payload
    bytes += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
    return JournalEntry(
      seq: head.seq + 1, id: id, at: draft.at, origin: origin, step: step, left: left, hash: hash,
      payload: draft.payload[...])
  }

  private mutating func append(_ literal: StaticString) {
    bytes += UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  private mutating func append(_ literal: StaticString, number: Int) {
    append(literal)
    bytes += String(number).utf8
  }
}

extension Digest {
  /// The digest that stands in the chain for an event: of the salt's 16 bytes and the event's.
  static func ofEvent(_ event: UnsafeRawBufferPointer, salt: (UInt64, UInt64)) -> Digest {
    withUnsafeBytes(of: (salt.0.bigEndian, salt.1.bigEndian)) { Digest.of($0, event) }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes are well-formed UTF-8.
  var isUTF8: Bool {
    (try? UTF8Span(validating: bindMemory(to: UInt8.self).span)) != nil
  }
}
