internal import ExerciseProtocol
internal import Hashing
internal import Platform

/// Finds the way on past a place where a journal is not what was written.
///
/// What comes after is believed only if it is proven that it followed there: its first line names,
/// as its `prev`, the hash of the line that is damaged, and that hash still stands in it or is the
/// digest of what does; or the head that an intact snapshot knows comes after. Lines of another
/// session, and lines that somebody took out, prove nothing of the kind.
struct JournalSalvage {
  /// The head that a believed snapshot names, where there is one.
  var known: JournalHead?

  struct Found {
    /// What stands in place of the damaged lines: kept, or without a payload.
    var entries: [Passed] = []
    /// Where reading goes on, and in what state.
    var next: Int
    var reader: JournalReader
    /// A better name for what is wrong, where there is one.
    var problem: JournalDamage.Problem?
  }

  struct Passed {
    var entry: JournalEntry
    /// The line as it was written, so far as that is proven; nil where nothing of it is.
    var text: ArraySlice<UInt8>?
    /// Whether what it says can't be read any more.
    var isLost: Bool
  }

  /// Far more than a damaged stretch of a disk holds; a number that was made up costs no memory.
  private static let gapLimit = 100_000
  /// No line of ours is shorter.
  private static let shortestLine = 400

  /// The way on from `line`, the first that `reader` could not verify; nil where none is proven.
  func way(
    past line: JournalScan.Line, in buffer: UnsafeRawBufferPointer, _ reader: JournalReader
  ) -> Found? {
    if let found = changedLineEnd(line, buffer, reader) { return found }
    guard let (next, parsed) = firstSoundLine(from: line.range.lowerBound, buffer) else {
      return nil
    }
    let region = line.range.lowerBound..<max(line.range.lowerBound, next.range.lowerBound - 1)
    var gap = parsed.seq - 1 - reader.head.seq
    // A journal that was begun anew after a loss does not begin with event 1.
    if reader.head == .start, gap > 1, region.count < gap * Self.shortestLine { gap = 1 }
    guard (0...Self.gapLimit).contains(gap) else { return nil }
    if gap == 0 {
      guard parsed.prev == reader.head.hash, !region.isEmpty || next.range != line.range else {
        return nil
      }
      return Found(next: next.range.lowerBound, reader: reader.resuming(at: parsed))
    }
    let damaged = DamagedLine(region, in: buffer, before: parsed, reader)
    guard damaged.isProven || isKnown(after: next.range.lowerBound, buffer) else { return nil }
    var found = Found(next: next.range.lowerBound, reader: reader.resuming(at: parsed))
    if gap == 1, let passed = damaged.passed {
      found.entries = [passed]
    } else {
      found.entries = placeholders(gap, reader, before: parsed).map {
        Passed(entry: $0, text: nil, isLost: true)
      }
    }
    return found
  }

  /// The line is what was written, and only its newline became another byte: so that the next line
  /// seems to belong to it, or nothing comes after it.
  private func changedLineEnd(
    _ line: JournalScan.Line, _ buffer: UnsafeRawBufferPointer, _ reader: JournalReader
  ) -> Found? {
    let start = line.range.lowerBound
    var ends = beginnings(in: line.range, buffer)
    if !line.isTerminated { ends.append(line.range.upperBound) }
    for end in ends where end - 1 > start {
      var reader = reader
      guard let entry = try? reader.read(start..<(end - 1), in: buffer) else { continue }
      return Found(
        entries: [Passed(entry: entry, text: reader.bytes[start..<(end - 1)], isLost: false)],
        next: end, reader: reader, problem: .lineEndChanged)
    }
    return nil
  }

  /// Where, after its first byte, a line could begin inside of a line; the first few of them.
  private func beginnings(in range: Range<Int>, _ buffer: UnsafeRawBufferPointer) -> [Int] {
    let needle = UnsafeRawBufferPointer(
      start: JournalMember.seq.utf8Start, count: JournalMember.seq.utf8CodeUnitCount)
    var found: [Int] = []
    var start = range.lowerBound + 1
    while found.count < 16, start < range.upperBound,
      let offset = buffer.firstOffset(of: needle, in: start..<range.upperBound)
    {
      found.append(offset)
      start = offset + 1
    }
    return found
  }

  private func firstSoundLine(
    from start: Int, _ buffer: UnsafeRawBufferPointer
  ) -> (JournalScan.Line, JournalLine)? {
    var (start, parser) = (start, JournalLineParser())
    while start < buffer.count {
      let line = JournalScan.Line(in: buffer, from: start)
      let text = UnsafeRawBufferPointer(rebasing: buffer[line.range])
      if text.count < JournalLine.lengthLimit, let parsed = try? parser.parse(text),
        parsed.isSound(in: text)
      {
        return (line, parsed)
      }
      start = line.next
    }
    return nil
  }

  /// Whether the hash that the snapshot knows stands in what follows: then all that leads up to it
  /// was verified by whoever wrote the snapshot.
  private func isKnown(after start: Int, _ buffer: UnsafeRawBufferPointer) -> Bool {
    guard let known else { return false }
    return buffer.contains(known.hash, in: start..<buffer.count)
  }

  /// Entries for events of which nothing can be read, with the steps that the lines around them
  /// tell.
  private func placeholders(
    _ gap: Int, _ reader: JournalReader, before next: JournalLine
  ) -> [JournalEntry] {
    var (step, left) = (reader.step, reader.left)
    return (0..<gap).map { index in
      let seq = next.seq - gap + index
      if left > 0 {
        left -= 1
      } else if next.step <= seq {
        (step, left) = (next.step, next.seq - seq + next.left)
      } else {
        (step, left) = (seq, 0)
      }
      return JournalEntry(
        seq: seq, id: EventID(high: 0, low: 0), at: reader.at ?? next.at, origin: next.origin,
        step: step, left: left, hash: index == gap - 1 ? next.prev : .zero, payload: nil,
        isLost: true)
    }
  }
}

/// One line that is not what was written, and what of it still can be proven.
///
/// The line after it names its hash. Where that stands in the line, or is the digest of what stands
/// before it, the two belong together; where it is that digest, all but the event is as it was.
private struct DamagedLine {
  /// Whether the line after it is known to have followed it.
  let isProven: Bool
  private(set) var passed: JournalSalvage.Passed?

  init(
    _ range: Range<Int>, in buffer: UnsafeRawBufferPointer, before next: JournalLine,
    _ reader: JournalReader
  ) {
    var hash = Self.bytes(of: JournalMember.hash)
    let literal = hash
    hash.appendHex(next.prev)
    let digits = buffer.offset(of: hash[literal.count...], in: range).map { $0 - literal.count }
    guard let end = digits ?? buffer.offset(of: literal[...], in: range), end >= range.lowerBound
    else {
      isProven = false
      return
    }
    let head = UnsafeRawBufferPointer(rebasing: buffer[range.lowerBound..<end])
    let isHeadWhole = Digest.of(head) == next.prev
    isProven = digits != nil || isHeadWhole
    guard isHeadWhole else { return }
    let rest = reader.bytes[min(range.upperBound, end + hash.count)..<range.upperBound]
    let erased = Self.bytes(of: JournalMember.salt) + Self.bytes(of: JournalMember.erased)
    passed =
      Self.passed(Array(head) + hash + rest, after: reader.head, isLost: false)
      ?? Self.passed(Array(head) + hash + erased, after: reader.head, isLost: true)
  }

  private static func bytes(of literal: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Reads the line as it was written; nil where this is not it.
  private static func passed(
    _ text: [UInt8], after head: JournalHead, isLost: Bool
  ) -> JournalSalvage.Passed? {
    let line = text.withUnsafeBytes { bytes -> JournalLine? in
      var parser = JournalLineParser()
      guard let line = try? parser.parse(bytes), line.prev == head.hash, line.isSound(in: bytes)
      else { return nil }
      return line
    }
    guard let line else { return nil }
    return JournalSalvage.Passed(
      entry: JournalEntry(
        seq: line.seq, id: line.id, at: line.at, origin: line.origin, step: line.step,
        left: line.left, hash: line.hash, payload: line.event.map { text[$0] },
        isLost: isLost || line.isLost),
      text: text[...], isLost: isLost)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the digits of `digest` stand anywhere in `range`.
  fileprivate func contains(_ digest: Digest, in range: Range<Int>) -> Bool {
    var digits: [UInt8] = []
    digits.appendHex(digest)
    return offset(of: digits[...], in: range) != nil
  }

  fileprivate func offset(of needle: ArraySlice<UInt8>, in range: Range<Int>) -> Int? {
    needle.withUnsafeBytes { firstOffset(of: $0, in: range) }
  }
}

extension JournalLine {
  func digestOfHashed(in text: UnsafeRawBufferPointer) -> Digest {
    Digest.of(UnsafeRawBufferPointer(rebasing: text[..<hashedCount]))
  }

  /// Whether the event is what its digest says; one that was erased is.
  func isEventSound(in text: UnsafeRawBufferPointer) -> Bool {
    guard let range = event else { return true }
    let event = UnsafeRawBufferPointer(rebasing: text[range])
    return event.isUTF8 && Digest.ofEvent(event, salt: salt) == digest
  }

  /// Whether the line in itself is what was written, wherever it belongs.
  func isSound(in text: UnsafeRawBufferPointer) -> Bool {
    digestOfHashed(in: text) == hash && isEventSound(in: text)
  }
}
