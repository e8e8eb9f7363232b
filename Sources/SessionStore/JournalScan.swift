internal import Glibc

/// What a stretch of journal bytes holds: the verified events of its whole steps, and how it ends.
///
/// Pure: the caller reads the bytes, and does about the ending what has to be done.
struct JournalScan {
  private(set) var entries: [JournalEntry] = []
  /// The position after the last of `entries`.
  private(set) var head: JournalHead
  /// Where, in the bytes, the lines of `entries` end.
  private(set) var end: Int
  /// How many lines `entries` took.
  var lines: Int { entries.count }
  private(set) var ending = Ending.clean

  enum Ending: Hashable {
    case clean
    /// The last line is whole and its step complete; only its newline was not written any more.
    case newlineMissing
    /// After `end` stands the start of a step that was never acknowledged.
    case unfinishedStep
    /// Line `line` of these bytes, counted from 1, is not what was written.
    case damaged(line: Int, JournalDamage.Problem)
  }

  /// Scans all of `bytes`, whose first line follows `head`.
  init(_ bytes: [UInt8], after head: JournalHead) {
    self.head = head
    end = 0
    // Most lines have about 700 bytes; growing once or twice costs little.
    entries.reserveCapacity(bytes.count / 700)
    var reader = JournalReader(bytes: bytes, head: head)
    var (wholeEntries, lineStart) = (0, 0)
    bytes.withUnsafeBytes { buffer in
      while lineStart < buffer.count {
        let line = Line(in: buffer, from: lineStart)
        do throws(JournalDamage.Problem) {
          let entry = try reader.read(line.range, in: buffer)
          entries.append(entry)
          lineStart = line.next
          guard entry.left == 0 else { continue }
          (wholeEntries, end, self.head) = (entries.count, line.next, entry.head)
          if !line.isTerminated { ending = .newlineMissing }
        } catch {
          ending = reader.ending(for: line, in: buffer, error, number: entries.count + 1)
          lineStart = buffer.count
        }
      }
    }
    if ending == .clean && wholeEntries < entries.count { ending = .unfinishedStep }
    entries.removeLast(entries.count - wholeEntries)
  }

  /// Where one line lies in the bytes.
  fileprivate struct Line {
    var range: Range<Int>
    var isTerminated: Bool
    var next: Int { isTerminated ? range.upperBound + 1 : range.upperBound }

    init(in buffer: UnsafeRawBufferPointer, from start: Int) {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
      let newline = rest.baseAddress.flatMap { base in
        memchr(base, 0x0A, rest.count).map { UnsafeRawPointer($0) - base }
      }
      isTerminated = newline != nil
      range = start..<(start + (newline ?? rest.count))
    }
  }
}

/// Verifies line after line, remembering what the next one has to follow.
private struct JournalReader {
  let bytes: [UInt8]
  var head: JournalHead
  var step = 0
  var left = 0
  var parser = JournalLineParser()

  init(bytes: [UInt8], head: JournalHead) {
    self.bytes = bytes
    self.head = head
  }

  mutating func read(
    _ range: Range<Int>, in buffer: UnsafeRawBufferPointer
  ) throws(JournalDamage.Problem) -> JournalEntry {
    guard range.count < JournalLine.lengthLimit else { throw .tooLong }
    let text = UnsafeRawBufferPointer(rebasing: buffer[range])
    let line = try parser.parse(text)
    try verify(line, text)
    (head, step, left) = (JournalHead(seq: line.seq, hash: line.hash), line.step, line.left)
    let payload = line.event.map {
      bytes[(range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound)]
    }
    return JournalEntry(
      seq: line.seq, id: line.id, at: line.at, origin: line.origin, step: line.step,
      left: line.left, hash: line.hash, payload: payload)
  }

  private func verify(
    _ line: JournalLine, _ text: UnsafeRawBufferPointer
  ) throws(JournalDamage.Problem) {
    let hashed = UnsafeRawBufferPointer(rebasing: text[..<line.hashedCount])
    guard Digest.of(hashed) == line.hash else { throw .hashMismatch }
    // A journal that was begun anew after a loss goes on counting where its snapshot ended.
    let isFirst = head.hash == .zero && line.prev == .zero && line.seq > 0
    guard isFirst || line.seq == head.seq + 1 else {
      throw .wrongNumber(expected: head.seq + 1, found: line.seq)
    }
    guard line.prev == head.hash else { throw .wrongPredecessor }
    let continues = left > 0 && line.step == step && line.left == left - 1
    guard continues || (left == 0 && line.step == line.seq) else { throw .wrongStep }
    guard let range = line.event else { return }
    let event = UnsafeRawBufferPointer(rebasing: text[range])
    guard event.isUTF8 else { throw .notUTF8 }
    guard Digest.ofEvent(event, salt: line.salt) == line.digest else { throw .digestMismatch }
  }

  /// A torn write leaves a line without its newline. A line with it was acknowledged, and so was
  /// one that only lacks it because that very byte was changed.
  mutating func ending(
    for line: JournalScan.Line, in buffer: UnsafeRawBufferPointer, _ problem: JournalDamage.Problem,
    number: Int
  ) -> JournalScan.Ending {
    if line.isTerminated { return .damaged(line: number, problem) }
    let lastIsNewline = (try? read(line.range.dropLast(), in: buffer)) != nil
    return lastIsNewline ? .damaged(line: number, .lineEndChanged) : .unfinishedStep
  }
}
