internal import ExerciseProtocol
internal import Glibc
internal import Hashing

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
  /// The first place that is not what was written, where the way on past it was found.
  private(set) var damage: Damage?
  /// The numbers of the events that were passed over there, and further on.
  private(set) var lost: [Int] = []
  /// Each line of `entries` as it was written; nil for one of which nothing can be read. Only where
  /// a way past damage was looked for.
  private(set) var texts: [ArraySlice<UInt8>?] = []

  struct Damage: Hashable {
    var line: Int
    var problem: JournalDamage.Problem
    /// How many events stand before it.
    var readable: Int
  }

  enum Ending: Hashable {
    case clean
    /// The last line is whole and its step complete; only its newline was not written any more, or
    /// what the disk had there is empty.
    case newlineMissing
    /// After `end` stands the start of a step that was never acknowledged.
    case unfinishedStep
    /// Line `line` of these bytes, counted from 1, is not what was written.
    case damaged(line: Int, JournalDamage.Problem)
  }

  /// Past more damage than this nobody wants to be led.
  private static let mostPasses = 1000

  /// Scans all of `bytes`, whose first line follows `head`.
  ///
  /// - Parameter salvage: finds the way on past damage; without it the scan ends there.
  init(_ bytes: [UInt8], after head: JournalHead, salvage: JournalSalvage? = nil) {
    self.head = head
    end = 0
    // Most lines have about 700 bytes; growing once or twice costs little.
    entries.reserveCapacity(bytes.count / 700)
    var reader = JournalReader(bytes: bytes, head: head)
    var (wholeEntries, lineStart, passes) = (0, 0, 0)
    bytes.withUnsafeBytes { all in
      let buffer = all.withoutEmptyEnd
      while lineStart < buffer.count {
        let line = Line(in: buffer, from: lineStart)
        do throws(JournalDamage.Problem) {
          let entry = try reader.read(line.range, in: buffer)
          entries.append(entry)
          if salvage != nil { texts.append(bytes[line.range]) }
          lineStart = line.next
          guard entry.left == 0 else { continue }
          (wholeEntries, end, self.head) = (entries.count, line.next, entry.head)
          if !line.isTerminated { ending = .newlineMissing }
        } catch {
          if passes < Self.mostPasses, let found = salvage?.way(past: line, in: buffer, reader) {
            passes += 1
            passOver(found, error)
            (reader, lineStart) = (found.reader, found.next)
            guard let last = found.entries.last?.entry, last.left == 0 else { continue }
            (wholeEntries, end, self.head) = (entries.count, lineStart, last.head)
            continue
          }
          ending = reader.ending(for: line, in: buffer, error, number: entries.count + 1)
          lineStart = buffer.count
        }
      }
      if ending == .clean, buffer.count < all.count || wholeEntries < entries.count {
        ending = .unfinishedStep
      }
    }
    entries.removeLast(entries.count - wholeEntries)
    if salvage != nil { texts.removeLast(texts.count - wholeEntries) }
  }

  private mutating func passOver(_ found: JournalSalvage.Found, _ problem: JournalDamage.Problem) {
    if damage == nil {
      damage = Damage(
        line: entries.count + 1, problem: found.problem ?? problem, readable: entries.count)
    }
    for passed in found.entries {
      entries.append(passed.entry)
      texts.append(passed.text)
      if passed.isLost { lost.append(passed.entry.seq) }
    }
  }

  /// Goes on with what `rest`, of the bytes after ``end``, found.
  mutating func append(_ rest: JournalScan) {
    let before = lines
    // Mostly there is nothing more, and then nothing is to be copied.
    if !rest.entries.isEmpty {
      entries += rest.entries
      head = rest.head
    }
    end += rest.end
    ending =
      if case .damaged(let line, let problem) = rest.ending {
        .damaged(line: before + line, problem)
      } else {
        rest.ending
      }
  }

  /// Where one line lies in the bytes.
  struct Line {
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
struct JournalReader {
  let bytes: [UInt8]
  var head: JournalHead
  var step = 0
  var left = 0
  /// When the event read last happened.
  private(set) var at: Timestamp?
  private var parser = JournalLineParser()

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
    at = line.at
    let payload = line.event.map {
      bytes[(range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound)]
    }
    return JournalEntry(
      seq: line.seq, id: line.id, at: line.at, origin: line.origin, step: line.step,
      left: line.left, hash: line.hash, payload: payload, isLost: line.isLost)
  }

  /// The state in which `line` is the one to follow.
  func resuming(at line: JournalLine) -> JournalReader {
    var reader = self
    reader.head = JournalHead(seq: line.seq - 1, hash: line.prev)
    (reader.step, reader.left) = line.step == line.seq ? (0, 0) : (line.step, line.left + 1)
    return reader
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

extension UnsafeRawBufferPointer {
  /// Without the zeros that a disk has at the end of a file where the power failed before it wrote
  /// what belonged there; a file of ours ends in a newline.
  fileprivate var withoutEmptyEnd: UnsafeRawBufferPointer {
    var count = count
    while count > 0, self[count - 1] == 0 { count -= 1 }
    return UnsafeRawBufferPointer(rebasing: self[..<count])
  }
}
